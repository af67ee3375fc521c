"""One process on both platforms: real drawing, one queue, and neither takes the other down."""

import pytest
import pytest_asyncio

from bot.conversation.words import Words
from tests.chats.bot_process import BotProcess, discord_settings, telegram_settings
from tests.discord import visit

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.bots]
SAY = Words("en").say
SENT = "/cover\nTitle: The Fern Court\nGenre: fantasy\nSummary: A court of ferns.\nOptions: 1"
LONG_S = 60.0


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(discord, telegram, tmp_path_factory):
    both = discord_settings(discord) | telegram_settings(telegram)
    bot = BotProcess(tmp_path_factory.mktemp("bot"), **both)
    await bot.start()
    try:
        await discord.online()
        yield bot
        code, seconds = await bot.terminate()
    finally:
        await bot.close()
    assert code == 0 and seconds < 20, bot.output
    assert discord.token not in bot.output and telegram.token not in bot.output
    assert "Traceback" not in bot.output


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def rules(discord, telegram, bot):
    yield
    discord.faults.clear()
    broken, discord.world.violations = discord.violations, []
    assert broken == [] and telegram.broken() == []


def label(button):
    return SAY(f"card-button-{button}")


async def test_on_discord_a_brief_becomes_a_sheet_a_card_other_words_and_print_files(discord):
    mina = discord.person()
    did, sheet = await visit.ordered(discord, mina)
    assert len(did.said) == 1 and did.said[0].states[1].content, "it says at once how it stands"
    assert sheet.attachments and all(one.alt for one in sheet.attachments)
    card = await visit.comes(discord, await mina.presses(sheet, "a:pk:"), "a:et:")
    assert visit.BRIEF["title"] in card.text and card.attachments[0].picture.height > 500
    asked = await mina.presses(card, label("edit"))
    changed = await visit.comes(discord, await mina.fills(asked, title="The Pepper Road"), "a:un:")
    assert "The Pepper Road" in changed.text
    files = await _print_files(discord, mina, changed)
    assert files["pdf"].startswith(b"%PDF") and files["png"].startswith(b"\x89PNG")


async def _print_files(discord, mina, card):
    """The content of each kind of file that a card's button for print files brings."""
    did = await mina.presses(card, label("print"))
    screen = await visit.comes(discord, did, "a:bk:")
    did = await mina.presses(screen, SAY("print-button-front"))
    choosing = await visit.comes(discord, did, "a:pf:")
    did = await mina.chooses(choosing, choosing.picker("a:pf:")["placeholder"], "own")
    found = await discord.until(lambda: [m for m in did.said if _has_pdf(m)], LONG_S)
    return {one.name.rpartition(".")[2]: one.content for one in found[0].attachments}


def _has_pdf(message):
    return any(one.name.endswith(".pdf") for one in message.attachments)


async def test_on_telegram_a_brief_becomes_a_card_and_print_files(telegram):
    ada = telegram.people.user("Ada")
    await ada.says(SENT)
    card = await ada.chat.shows(label("edit"), LONG_S)
    assert "The Fern Court" in card.said and card.media is not None
    await (await ada.presses(card, label("print"))).answered()
    screen = await ada.chat.shows(SAY("print-button-front"), LONG_S)
    await (await ada.presses(screen, SAY("print-button-front"))).answered()
    choosing = await ada.chat.until(lambda: _choosing(ada.chat))
    await (await ada.presses_data(choosing, _choice(choosing))).answered()
    document = await ada.chat.until(lambda: _pdf(ada.chat), LONG_S)
    assert document.media.content.startswith(b"%PDF")


def _choosing(chat):
    return next((post for post in chat.posts if _choice(post)), None)


def _choice(post):
    """The button for the cover's own format."""
    every = [button["callback_data"] for row in post.rows for button in row]
    return next((one for one in every if one.startswith("a:pf:") and one.endswith(":own")), None)


def _pdf(chat):
    kept = [post for post in chat.posts if post.media and post.media.kind == "document"]
    return next((post for post in kept if post.media.content.startswith(b"%PDF")), None)


async def test_a_kill_in_the_middle_brings_both_their_covers_once(discord, telegram, bot):
    place, ada = discord.new_channel(), telegram.people.user("Ada")
    did = await discord.person(home=place).runs("cover", **visit.BRIEF, options=2)
    await visit.comes(discord, did)
    await ada.says(SENT)
    await ada.chat.until(lambda: ada.chat.posts)
    await bot.kill()
    await bot.start()
    await visit.comes(discord, did, "a:pk:", limit_s=LONG_S)
    await ada.chat.shows(label("edit"), LONG_S)
    await discord.online()
    await visit.comes(discord, await discord.person().runs("help"))
    assert len([one for one in place.messages if one.attachments]) == 1
    assert len([one for one in ada.chat.posts if label("edit") in one.labels]) == 1


async def test_while_discord_is_away_telegram_is_answered_and_discord_comes_back(discord, telegram):
    discord.gateway.down = True
    discord.faults.next("", status=503, times=1000)
    await discord.gateway.drop()
    ada = telegram.people.user("Ada", "ko")
    await ada.says("/help")
    assert visit.HANGUL.search((await ada.chat.until(lambda: ada.chat.posts))[0].said)
    discord.gateway.down = False
    discord.faults.clear()
    await discord.online()
    assert await visit.comes(discord, await discord.person().runs("help"))


async def test_without_a_token_one_line_says_what_to_set(tmp_path):
    bot = BotProcess(tmp_path)
    await bot.start()
    assert await bot.ended() not in (0, -9)
    said = bot.output.strip()
    assert "DISCORD_TOKEN" in said and "TELEGRAM_TOKEN" in said and "Traceback" not in said
