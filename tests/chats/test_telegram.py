"""The bot on Telegram from end to end: its process, the real library, and a strict server."""

import asyncio
from collections import deque

import pytest
import pytest_asyncio

from bot.conversation.act import Verb
from bot.conversation.words import Words
from tests.chats.bot_process import BotProcess, telegram_settings
from tests.chats.quick_bot import HELD
from tests.discord.crawl import kind
from tests.discord.visit import HANGUL
from tests.telegram.server import bot_server

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.bots]
PEOPLE = 50
LONG_S = 60.0
COMMANDS = ("history", "status", "settings", "styles", "export", "forget", "help", "cancel",
            "preflight")  # fmt: skip
LAST = ("a:de:", "a:fo:")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram():
    async with bot_server() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(telegram, tmp_path_factory):
    bot = BotProcess(tmp_path_factory.mktemp("bot"), quick=True, **telegram_settings(telegram))
    await bot.start()
    try:
        await telegram.until(lambda: telegram.called("getUpdates"), LONG_S)
        yield bot
        code, seconds = await bot.terminate()
    finally:
        await bot.close()
    assert code == 0 and seconds < 20, bot.output
    assert telegram.token not in bot.output and "Traceback" not in bot.output, bot.output


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def rules(telegram, bot):
    yield
    broken, telegram.violations[:] = telegram.broken(), []
    assert broken == []


def brief(title="The Fern Court", options=1):
    return f"/cover\nTitle: {title}\nGenre: fantasy\nSummary: A court of ferns.\nOptions: {options}"


def edit(language="en"):
    return Words(language).say("card-button-edit")


def cards(chat):
    return [post for post in chat.posts if edit() in post.labels]


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_every_command_answers_in_the_persons_language(telegram, language):
    for name in COMMANDS:
        ada = telegram.people.user("Ada", language)
        await ada.says(f"/{name}")
        said = await ada.chat.until(lambda chat=ada.chat: chat.posts)
        assert bool(HANGUL.search(said[0].said)) == (language == "ko"), said[0].said


@pytest.mark.soak  # in one chat Telegram takes one message a second
@pytest.mark.parametrize("language", ["en", "ko"])
async def test_every_button_leads_somewhere_in_the_persons_language(telegram, language):
    ada = telegram.people.user("Ada", language)
    await ada.says(brief(options=2))
    await ada.chat.until(lambda: _with(ada.chat, "a:pk:"), LONG_S)
    for name in ("styles", "help", "settings", "status", "history", "forget"):
        have = len(ada.chat.posts)
        await ada.says(f"/{name}")
        await ada.chat.until(lambda have=have: len(ada.chat.posts) > have)
    done = await _through(ada)
    elsewhere = {
        Verb.ORDER,
        Verb.AMEND,
        Verb.DISCARD,
        Verb.CANCEL,
        Verb.TALK,
        Verb.ADMIN,
        Verb.SHEET,
        Verb.TAKE,
        Verb.REMAKE,  # only where a model paints: tests/conversation/test_painting_covers.py
        *(Verb.FIND, Verb.ERASE, Verb.REPLACE, Verb.REWORD),  # of pictures that were brought
        Verb.CHECK,  # only where a file was sent: tests/chats/test_printing.py
    }
    assert {what[0] for what in done} >= set(Verb) - elsewhere
    for post in ada.chat.posts:
        assert bool(HANGUL.search(post.said)) == (language == "ko") or not post.said, post.said


def _with(chat, beginning):
    return any(data.startswith(beginning) for post in chat.posts for data in _data(post))


def _data(post):
    return [button["callback_data"] for row in post.rows for button in row]


async def _through(ada):
    """Press one button of each kind, wherever it stood; what takes something away comes last."""
    known, waiting, last = set(), deque(), deque()
    while True:
        for post in ada.chat.posts:
            for data in _data(post):
                if (what := kind(data)) not in known:
                    known.add(what)
                    takes = data.startswith(LAST) and len(what) > 1
                    (last if takes else waiting).append((post, data))
        if not waiting and not last:
            return known
        post, data = (waiting or last).popleft()
        if not post.deleted and _is_for_here(data):
            await _press(ada, post, data)


def _is_for_here(data):
    """Orders are over when they could be taken back; and the language shall stay as it is."""
    return not data.startswith("a:ca:") and ":language:" not in data


async def _press(ada, post, data):
    before = _state(ada.chat)
    press = await ada.presses_data(post, data)
    told = await press.answered()
    await ada.chat.until(lambda: told or _state(ada.chat) != before, LONG_S)
    await ada.chat.until(lambda: not _with(ada.chat, "a:ca:"), LONG_S)


def _state(chat):
    return [(post.id, post.state, post.deleted) for post in chat.everything if post.is_bots]


async def test_fifty_people_at_once_are_answered_and_get_their_covers(telegram):
    people = [telegram.people.user(f"Person {number}") for number in range(PEOPLE)]
    await asyncio.gather(*(one.says(brief()) for one in people))
    await asyncio.gather(*(one.chat.shows(edit(), 120) for one in people))
    assert all(len(cards(one.chat)) == 1 for one in people)


async def test_a_kill_in_the_middle_of_an_order_loses_nothing(telegram, bot):
    (bot.folder / "go").unlink(missing_ok=True)
    ada = telegram.people.user()
    await ada.says(brief(HELD))
    await ada.chat.until(lambda: _with(ada.chat, "a:ca:"))
    await bot.kill()
    bot.lets_go()
    await bot.start()
    await ada.chat.shows(edit(), LONG_S)
    await ada.says("/help")
    await ada.chat.said("/status", LONG_S)
    assert len(cards(ada.chat)) == 1


async def test_who_blocked_the_bot_finds_the_cover_in_status_later(telegram, bot):
    (bot.folder / "go").unlink(missing_ok=True)
    ada, bob = telegram.people.user(), telegram.people.user("Bob")
    for one in (ada, bob):
        await one.says(brief(HELD))
        await one.chat.until(lambda chat=one.chat: _with(chat, "a:ca:"))
    await ada.blocks()
    bot.lets_go()
    await bob.chat.shows(edit(), LONG_S)  # what was ordered before has been tried
    await ada.unblocks()
    kept = Words("en").say("chat-order-kept", why="delivery-gone")
    await ada.says("/status")
    await ada.chat.said(kept, LONG_S)
    assert cards(ada.chat) == []


@pytest.mark.parametrize(
    "fault", [{"code": 429, "retry_after": 1}, {"code": 502}, {"drop": True}], ids=str
)
async def test_errors_of_telegram_are_outlasted_and_nothing_comes_twice(telegram, fault):
    ada = telegram.people.user()
    telegram.fails("sendPhoto", chat=ada.id, **fault)
    await ada.says(brief())
    await ada.chat.shows(edit(), LONG_S)
    assert len(cards(ada.chat)) == 1


async def test_a_wrong_token_ends_the_process_with_one_plain_line(telegram, tmp_path):
    wrong = "7000000002:wrong-token-of-nobody"
    bot = BotProcess(tmp_path, **telegram_settings(telegram) | {"TELEGRAM_TOKEN": wrong})
    await bot.start()
    assert await bot.ended() not in (0, -9)
    assert wrong not in bot.output and "Traceback" not in bot.output and "Telegram" in bot.output
