"""Lettering in a picture, on both platforms, by the whole bot with its real engines.

The picture is a photograph of nothing: a sky on which somebody has lettered two words.
"""

import io
from functools import cache

import numpy as np
import pytest
import pytest_asyncio
from PIL import Image, ImageDraw, ImageFont

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


@cache
def harbour():
    """A sky with HARBOUR on it and LIGHTS under that, as PNG."""
    shade = np.linspace(90, 190, 768)[:, None] + np.zeros((1, 512))
    sky = Image.fromarray(np.stack([shade * 0.6, shade * 0.8, shade], axis=2).astype(np.uint8))
    draw = ImageDraw.Draw(sky)
    for top, word in ((80, "HARBOUR"), (560, "LIGHTS")):
        draw.text((90, top), word, "white", ImageFont.load_default(72))
    file = io.BytesIO()
    sky.save(file, "PNG")
    return file.getvalue()


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(discord, telegram, tmp_path_factory):
    both = discord_settings(discord) | telegram_settings(telegram)
    bot = BotProcess(tmp_path_factory.mktemp("bot"), **both)
    await bot.start()
    try:
        await discord.online()
        yield bot
        await bot.terminate()
    finally:
        await bot.close()
    assert "Traceback" not in bot.output, bot.output


def read(text):
    """The letters and digits of what was told, without what reading adds or loses between them."""
    return "".join(char for char in text.casefold() if char.isalnum())


async def test_on_discord_a_line_is_erased_and_the_other_replaced_after_a_restart(discord, bot):
    mina = discord.person()
    brief = visit.BRIEF | {"options": 1, "art": ("harbour.png", harbour())}
    card = await visit.comes(discord, await mina.runs("cover", **brief), "a:fl:", limit_s=LONG_S)
    did = await mina.presses(card, SAY("card-button-erase"))
    numbered = await visit.comes(discord, did, "a:er:", limit_s=LONG_S)
    assert "harbour" in read(numbered.text) and "lights" in read(numbered.text)
    assert numbered.attachments[0].name == "lettering.png"
    await bot.kill()
    await bot.start()
    await discord.online()
    await mina.touches(numbered, numbered.picker("a:er:"), ["a"])
    chosen = SAY("erase-these", count=1)
    await discord.until(lambda: chosen in numbered.labels, LONG_S)
    did = await mina.presses(numbered, chosen)
    erased = await visit.comes(discord, did, "a:un:", limit_s=LONG_S)
    assert SAY("retouch-erased", count=1) in erased.text
    did = await mina.presses(erased, SAY("card-button-replace"))
    numbered = await visit.comes(discord, did, "a:rw", limit_s=LONG_S)
    assert "harbour" not in read(numbered.text) and "lights" in read(numbered.text)
    menu = numbered.picker("a:rw")
    asked = await mina.touches(numbered, menu, [menu["options"][0]["value"]])
    did = await mina.fills(asked, words="LUNE")
    replaced = await visit.comes(discord, did, "a:un:", limit_s=LONG_S)
    assert "“LUNE” was set into the picture" in replaced.text


async def test_on_telegram_all_of_it_is_erased_and_then_nothing_is_found(telegram):
    ada = telegram.people.user("Ada")
    await ada.sends_photo(harbour(), caption="/cover\nTitle: Low Tide\nOptions: 1")
    card = await ada.chat.shows(SAY("card-button-erase"), LONG_S)
    await (await ada.presses(card, SAY("card-button-erase"))).answered()
    numbered = await ada.chat.shows(SAY("erase-all"), LONG_S)
    assert "harbour" in read(numbered.said)
    await (await ada.presses(numbered, SAY("erase-all"))).answered()
    erased = await ada.chat.shows(SAY("card-button-undo"), LONG_S)
    assert SAY("retouch-erased", count=2) in erased.said
    await (await ada.presses(erased, SAY("card-button-erase"))).answered()
    assert await ada.chat.said("nothing to erase", LONG_S)
