"""Print files on both platforms, by the whole bot: a cover for a printer, and files for download."""

import io
import socket

import aiohttp
import pytest
import pytest_asyncio
from PIL import Image

from bot.conversation.words import Words
from tests.chats.bot_process import BotProcess, discord_settings, telegram_settings
from tests.discord import visit

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.bots,
    pytest.mark.usefixtures("rules"),
]
SAY = Words("en").say
LONG_S = 120.0
ADDRESS = "https://covers.example/files"


@pytest.fixture(scope="module")
def port():
    """A port that nobody has for now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(discord, telegram, port, tmp_path_factory):
    page = {"PUBLIC_URL": ADDRESS, "ARTICOVER_DOWNLOAD_PORT": str(port)}
    both = discord_settings(discord) | telegram_settings(telegram)
    bot = BotProcess(tmp_path_factory.mktemp("bot"), **both, **page)
    await bot.start()
    try:
        await discord.online()
        yield bot
        await bot.terminate()
    finally:
        await bot.close()
    assert "Traceback" not in bot.output, bot.output


def named(message):
    return {one.name: one.content for one in message.attachments}


async def test_on_discord_three_presses_and_a_number_make_a_full_cover(discord, bot):
    mina = discord.person()
    card = await visit.card(discord, mina)
    did = await mina.presses(card, SAY("card-button-print"))
    screen = await visit.comes(discord, did, "a:bk:", limit_s=LONG_S)
    asked = await mina.chooses(screen, screen.picker("a:bk:")["placeholder"], "kdp-6x9")
    did = await mina.fills(asked, pages="312", paper="cream paper, black ink",
                           isbn="979-11-90090-01-8", blurb="A letter.")  # fmt: skip
    result = await visit.comes(discord, did, "a:bk:", limit_s=LONG_S)
    assert "312 pages, cream paper, black ink" in result.text
    files = named(result)
    assert files["cover-1-cover.pdf"].startswith(b"%PDF-1.")
    assert Image.open(io.BytesIO(files["cover-1-proof.jpg"])).width > 2000
    assert Image.open(io.BytesIO(files["cover-1-ebook.jpg"])).size == (1600, 2560)


async def test_what_discord_does_not_take_is_fetched_from_the_page_after_a_restart_too(
    discord, bot, port
):  # fmt: skip
    mina = discord.person()
    card = await visit.card(discord, mina, ratio="a4", title="The Long Road")
    did = await mina.presses(card, SAY("card-button-print"))
    screen = await visit.comes(discord, did, "a:bk:", limit_s=LONG_S)
    did = await mina.presses(screen, SAY("print-button-front"))
    formats = await visit.comes(discord, did, "a:pf:", limit_s=LONG_S)
    did = await mina.chooses(formats, formats.picker("a:pf:")["placeholder"], "own")
    result = await discord.until(lambda: linked(discord, did), LONG_S)
    assert result.attachments
    await bot.kill()
    await bot.start()
    await discord.online()
    link = next(one["url"] for one in result.components if "url" in one)
    assert link.startswith(f"{ADDRESS}/d/")
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        page = link.removeprefix("https://covers.example")
        async with session.get(page) as answer:
            assert answer.status == 200
            target = (await answer.text()).partition('href="')[2].partition('"')[0]
        file = f"{page.rpartition('/')[0]}/{target}"
        async with session.get(file) as answer:
            whole = await answer.read()
        async with session.get(file, headers={"Range": "bytes=1000000-"}) as answer:
            assert (answer.status, await answer.read()) == (206, whole[1_000_000:])
    assert Image.open(io.BytesIO(whole)).size == (2480, 3508)
    assert link.rpartition("/")[2] not in bot.output


def linked(server, did):
    """The message with a link that came of a deed."""
    came = (one for one in visit.since(server, did) if not one.loading)
    return next((one for one in came if any("url" in part for part in one.components)), None)


async def test_on_telegram_the_questions_come_one_by_one_and_can_be_cut_short(telegram):
    ada = telegram.people.user("Ada")
    await ada.says(
        "/cover\nTitle: Low Tide\nGenre: mystery\nSummary: A keeper.\nFormat: 6x9\nOptions: 1"
    )
    card = await ada.chat.shows(SAY("card-button-print"), LONG_S)
    await (await ada.presses(card, SAY("card-button-print"))).answered()
    screen = await ada.chat.shows("Amazon KDP paperback, 6×9 in", LONG_S)
    await (await ada.presses(screen, "Amazon KDP paperback, 6×9 in")).answered()
    await ada.chat.said("How many pages", LONG_S)
    await ada.says("312 pages")
    paper = await ada.chat.shows("cream paper, black ink", LONG_S)
    await (await ada.presses(paper, "cream paper, black ink")).answered()
    isbn = await ada.chat.said("What is the ISBN", LONG_S)
    await (await ada.presses(isbn, SAY("chat-talk-done"))).answered()
    everything = await ada.chat.shows(SAY("chat-talk-go"), LONG_S)
    await (await ada.presses(everything, SAY("chat-talk-go"))).answered()
    result = await ada.chat.shows(SAY("printed-change"), LONG_S)
    assert "312 pages, cream paper, black ink" in result.said

    def arrived():
        names = [one.media.name for one in ada.chat.posts if one.media]
        return "cover-1-cover.pdf" in names and "cover-1-ebook.jpg" in names

    await telegram.until(arrived, LONG_S)


async def checked(server, did, beginning="a:pc:"):
    """The card of a check, once it is there."""
    return await visit.comes(server, did, beginning, limit_s=LONG_S)


async def test_on_discord_a_file_of_ones_own_is_checked_and_then_the_spine_with_it(discord):
    mina = discord.person()
    did = await mina.runs("preflight", file=("cover.pdf", sheet()), printer="kdp-6x9")
    card = await checked(discord, did)
    assert card.only_for is not None
    assert "will not be taken as it is" in card.text
    assert "150 DPI" in card.text
    asked = await mina.presses(card, SAY("check-button-pages"))
    await mina.fills(asked, pages="120")
    await discord.until(lambda: "Room for the spine" in card.text, LONG_S)
    assert SAY("check-button-pages") not in card.labels


async def test_on_discord_a_cover_is_checked_before_anything_is_ordered(discord):
    mina = discord.person()
    card = await visit.card(discord, mina)
    did = await mina.presses(card, SAY("card-button-print"))
    screen = await visit.comes(discord, did, "a:bk:", limit_s=LONG_S)
    await mina.presses(screen, SAY("print-button-check"))
    await discord.until(lambda: SAY("print-button-check") not in screen.labels, LONG_S)
    await mina.chooses(screen, screen.picker("a:jd:")["placeholder"], "kdp-6x9")
    await discord.until(lambda: SAY("check-button-pages") in screen.labels, LONG_S)
    asked = await mina.presses(screen, SAY("check-button-pages"))
    await mina.fills(asked, pages="312")
    await discord.until(lambda: "312 pages, white paper" in screen.text, LONG_S)
    assert "Amazon KDP paperback: nothing to object to." in screen.text


async def test_on_telegram_a_document_is_checked_by_its_caption_or_by_an_answer(telegram):
    ada = telegram.people.user("Ada")
    await ada.sends_document(
        sheet(), "cover.pdf", "application/pdf", caption="/preflight kdp-6x9 120 cream"
    )
    card = await ada.chat.said("150 DPI", LONG_S)
    assert "Room for the spine" in card.said
    assert SAY("check-button-other") in card.labels
    await ada.sends_document(b"%PDF-1.7 and no more", "cover.pdf", "application/pdf")
    await ada.chat.said("reply to it with /preflight", LONG_S)
    await ada.sends_document(b"%PDF-1.7", "cover.pdf", "application/pdf", caption="/preflight a5")
    await ada.chat.said("This PDF is damaged", LONG_S)


def sheet():
    """A sheet for a paperback of 6 x 9 in with too few pixels, as PDF."""
    page = Image.new("RGB", (1949, 1388), (90, 30, 40))
    file = io.BytesIO()
    page.save(file, "PDF", resolution=150)
    return file.getvalue()
