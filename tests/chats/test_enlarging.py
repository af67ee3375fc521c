"""A small picture on its way to print on both platforms, by the whole bot: its tiles take their time.

What enlarges repeats pixels; tests/printing has the real weights.
"""

import io

import numpy as np
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
KDP = "Amazon KDP paperback, 6×9 in"


def sky():
    """A picture of 400 x 600 px that grows lighter from above, as PNG."""
    shade = np.linspace(60, 200, 600)[:, None] + np.zeros((1, 400))
    file = io.BytesIO()
    Image.fromarray(np.stack([shade * 0.6, shade * 0.8, shade], axis=2).astype(np.uint8)).save(
        file, "PNG"
    )
    return file.getvalue()


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(discord, telegram, tmp_path_factory):
    both = discord_settings(discord) | telegram_settings(telegram)
    bot = BotProcess(tmp_path_factory.mktemp("bot"), slow=True, **both)
    await bot.start()
    try:
        await discord.online()
        yield bot
        await bot.terminate()
    finally:
        await bot.close()
    assert "Traceback" not in bot.output, bot.output


async def test_on_discord_the_tiles_are_counted_the_time_is_told_and_one_can_stop(discord):
    mina = discord.person()
    brief = visit.BRIEF | {"options": 1, "art": ("sky.png", sky())}
    card = await visit.comes(discord, await mina.runs("cover", **brief), "a:pf:", limit_s=LONG_S)
    did = await mina.presses(card, SAY("card-button-print-larger"))
    screen = await visit.comes(discord, did, "a:bk:", limit_s=LONG_S)
    assert "400 × 600 px" in screen.text and "enlarged first" in screen.text
    did = await mina.presses(screen, SAY("print-button-larger"))
    choosing = await visit.comes(discord, did, "a:pf:", limit_s=LONG_S)
    did = await mina.presses(choosing, SAY("print-weights-auto"))

    def told(*words):
        came = visit.since(discord, did)
        return next((one for one in came if all(word in one.text for word in words)), None)

    shown = await discord.until(lambda: told(SAY("progress-enlarging"), "left"), LONG_S)
    await mina.presses(shown, SAY("chat-button-cancel"))
    await discord.until(lambda: told(SAY("chat-work-cancelled")), LONG_S)


async def test_on_telegram_a_full_cover_is_enlarged_for_and_outlives_a_restart(
    telegram, discord, bot
):
    ada = telegram.people.user("Ada")
    await ada.sends_photo(sky(), caption="/cover\nTitle: Low Tide\nFormat: 6x9\nOptions: 1")
    larger = SAY("card-button-print-larger")
    card = await ada.chat.shows(larger, LONG_S)
    await (await ada.presses(card, larger)).answered()
    screen = await ada.chat.shows(KDP, LONG_S)
    await (await ada.presses(screen, KDP)).answered()
    await ada.chat.said("How many pages", LONG_S)
    await ada.says("120")
    paper = await ada.chat.shows(SAY("chat-talk-done"), LONG_S)
    await (await ada.presses(paper, SAY("chat-talk-done"))).answered()
    everything = await ada.chat.shows(SAY("chat-talk-go"), LONG_S)
    await (await ada.presses(everything, SAY("chat-talk-go"))).answered()
    await ada.chat.said(SAY("progress-enlarging"), LONG_S)
    await bot.kill()
    bot.lets_go()
    await bot.start()
    await discord.online()
    result = await ada.chat.shows(SAY("printed-change"), LONG_S)
    assert "was enlarged" in result.said
    assert "120 pages" in result.said

    def arrived():
        return "cover-2-cover.pdf" in {one.media.name for one in ada.chat.posts if one.media}

    await telegram.until(arrived, LONG_S)
