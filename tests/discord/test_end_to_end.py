"""The bot on Discord from end to end: its process, discord.py, and a strict server."""

import asyncio
import os
import subprocess
import sys

import pytest
import pytest_asyncio

from bot.conversation.act import Verb
from bot.conversation.commands import COMMANDS
from tests.chats.bot_process import BotProcess, discord_settings
from tests.discord.crawl import Crawl, first_page
from tests.discord.server import open_discord
from tests.discord.visit import BRIEF, HANGUL, card, comes, ordered, settles

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.bots]

PEOPLE = 50
NO_FILE = {"file": ("note.txt", b"no cover"), "printer": "a5"}
ACK_S = 3.0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord():
    async with open_discord() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(discord, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bot")
    admins = {"ARTICOVER_ADMINS": f"discord:{discord.host.id}"}
    bot = BotProcess(folder, quick=True, **discord_settings(discord), **admins)
    await bot.start()
    try:
        await discord.online()
        await discord.until(lambda: discord.world.commands)
        yield bot
        code, seconds = await bot.terminate()
    finally:
        await bot.close()
    assert code == 0 and seconds < 20, bot.output
    assert discord.token not in bot.output and "Traceback" not in bot.output


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def rules(discord, bot):
    """Whatever a test is about, no rule of Discord's is broken in it."""
    yield
    broken, discord.world.violations = discord.violations, []
    assert broken == [] and discord.slowest_ack_s < ACK_S
    await discord.until(lambda: not discord.thinking)


async def test_with_only_some_of_a_brief_a_form_asks_for_the_rest(discord):
    mina = discord.person()
    asked = await mina.runs("cover", title="Salt", options=1)
    assert asked.modal.input("format")["value"] == "6x9"
    assert "title" not in [one["custom_id"] for one in asked.modal.inputs]
    did = await mina.fills(asked, genre="mystery", summary="A keeper finds letters.")
    assert (await comes(discord, did, "a:et:")).attachments


async def test_genres_and_styles_are_suggested_while_one_types(discord):
    english = await discord.person().types("cover", "genre", "mys")
    korean = await discord.person("민아", "ko").types("cover", "genre", "")
    assert english[0]["value"] == "mystery" and HANGUL.search(korean[0]["name"])


async def test_a_message_becomes_a_brief(discord):
    mina, jun = discord.person(), discord.person("Jun")
    written = jun.writes(discord.home, "Title: The Fern Court\nGenre: fantasy\nA court of ferns.")
    asked = await mina.uses("Make a cover from this", written)
    assert asked.modal.input("title")["value"] == "The Fern Court"
    assert (await comes(discord, await mina.fills(asked), "a:pk:")).attachments


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_every_command_answers_in_the_persons_language(discord, locale):
    mina = discord.person("Mina", locale)
    for spec in COMMANDS:
        if spec.admins or spec.name == "cover":
            continue
        needed = NO_FILE if spec.name == "preflight" else {}
        did = await mina.runs(_name(discord, spec.name, locale), **needed)
        said = await comes(discord, did)
        assert bool(HANGUL.search(said.text)) == (locale == "ko"), said.text
        assert said.only_for is mina.account or spec.name in {"styles", "help"}


def _name(discord, name, locale):
    known = next(one for one in discord.world.commands if one["name"] == name)
    return known["name_localizations"].get(locale, name)


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_every_button_leads_somewhere_in_the_persons_language(discord, locale):
    mina = discord.person("Mina", locale)
    _, sheet = await ordered(discord, mina)
    pages = [await first_page(discord, mina, one) for one in ("styles", "help", "settings", "status", "history")]  # fmt: skip
    mistyped = NO_FILE | {"printer": "nobody"}
    wrong = await comes(discord, await mina.runs("preflight", **mistyped), "a:pc:")
    crawl = await Crawl(discord, mina).through(
        sheet, *pages, wrong, await first_page(discord, mina, "forget")
    )
    elsewhere = {
        Verb.ORDER,
        Verb.AMEND,
        Verb.DISCARD,
        Verb.CANCEL,
        Verb.TALK,
        Verb.ADMIN,
        Verb.TAKE,
        Verb.REMAKE,  # only where a model paints: tests/conversation/test_painting_covers.py
        # only where the art is a picture: tests/chats/test_lettering.py
        Verb.FIND,
        Verb.ERASE,
        Verb.REPLACE,
        Verb.REWORD,
    }
    assert {what[0] for what in crawl.done} >= set(Verb) - elsewhere
    for text in crawl.texts:
        assert not text or bool(HANGUL.search(text)) == (locale == "ko"), text


async def test_only_who_runs_the_place_may_pause_it(discord):
    host, mina = discord.host, discord.person()
    with pytest.raises(AssertionError, match="not shown"):
        await mina.runs("admin", action="queue")
    assert (await comes(discord, await host.runs("admin", action="pause"))).has("a:ad:")
    waits = await mina.runs("cover", **BRIEF, options=1)
    await comes(discord, waits)
    await comes(discord, await host.runs("admin", action="resume"))
    assert await comes(discord, waits, "a:et:")


async def test_others_are_refused_politely_and_alone(discord):
    mina, jun = discord.person(), discord.person("Jun", "ko")
    shown = await card(discord, mina)
    before = list(shown.states)
    refused = await jun.presses(shown, "a:et:")
    told = await comes(discord, refused)
    assert refused.modal is None and shown.states == before
    assert told.only_for is jun.account and HANGUL.search(told.text)


async def test_an_order_is_taken_back_while_it_waits(discord):
    host, mina = discord.host, discord.person()
    await comes(discord, await host.runs("admin", action="pause"))
    did = await mina.runs("cover", **BRIEF, options=1)
    waiting = await comes(discord, did, "a:ca:")
    taken = await mina.presses(waiting, "a:ca:")
    await settles(discord, taken)
    await comes(discord, await host.runs("admin", action="resume"))
    assert not waiting.has("a:ca:") and not waiting.attachments


async def test_where_only_a_person_brought_the_bot_covers_come_too(discord):
    mina, jun = discord.person(), discord.person("Jun")
    shown = await card(discord, mina, where=discord.new_group(mina, jun))
    moved = await comes(discord, await mina.presses(shown, "a:mv:"), "a:mv:")
    assert await settles(discord, await mina.presses(moved, "●"))


async def test_direct_messages_are_a_place_like_any_other(discord):
    mina = discord.person()
    assert await card(discord, mina, where=mina.direct)


async def test_fifty_people_at_once_are_answered_in_time_by_a_busy_machine(discord, busy):
    people = [discord.person(f"Person {number}") for number in range(PEOPLE)]
    orders = await asyncio.gather(*(one.runs("cover", **BRIEF, options=1) for one in people))
    presses = await asyncio.gather(*(one.runs("status") for one in people))
    cards = await asyncio.gather(*(comes(discord, one, "a:et:", limit_s=120) for one in orders))
    assert len({card.id for card in cards}) == PEOPLE
    slowest = max(one.ack_s for one in (*orders, *presses))
    print(f"\nslowest of {2 * PEOPLE} acknowledgements: {slowest:.2f} s")
    assert slowest < ACK_S


@pytest.fixture
def busy():
    """Every processor has something else to do as well."""
    spins = [subprocess.Popen([sys.executable, "-c", "while True: pass"])
             for _ in range(os.cpu_count() or 1)]  # fmt: skip
    yield
    for spin in spins:
        spin.kill()
        spin.wait()
