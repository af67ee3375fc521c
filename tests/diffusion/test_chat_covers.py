"""A painted cover in a chat, from end to end: the bot's process, the model's, and a strict Discord."""

import pytest
import pytest_asyncio

from bot.conversation.words import Words
from tests.chats.bot_process import BotProcess, discord_settings
from tests.discord import visit
from tests.discord.server import open_discord

STEPS = "5"
LONG_S = 120.0
PREVIEW, OPTIONS, EDIT, VARY, PRINT = "preview.jpg", "a:pk:", "a:et:", "a:va:", "a:pf:"


@pytest_asyncio.fixture
async def discord():
    async with open_discord() as server:
        yield server
        assert server.violations == []
        assert server.thinking == []


@pytest_asyncio.fixture
async def bot(discord, models, tmp_path):
    painter = {"ARTICOVER_PAINTER": "on", "ARTICOVER_MODEL": str(models / "sd1"),
               "ARTICOVER_DEVICE": "cpu", "ARTICOVER_STEPS": STEPS}  # fmt: skip
    bot = BotProcess(tmp_path, slow=True, **discord_settings(discord), **painter)
    bot.lets_go()  # what enlarges repeats pixels: real weights would take minutes here
    await bot.start()
    try:
        await discord.online(LONG_S)
        await discord.until(lambda: discord.world.commands)
        yield bot
        code, _ = await bot.terminate()
    finally:
        await bot.close()
    assert code == 0
    assert "Traceback" not in bot.output


@pytest.mark.usefixtures("bot")
async def test_a_cover_is_painted_before_ones_eyes_varied_and_printed(discord):
    mina = discord.person()
    did = await mina.runs("cover", **visit.BRIEF, options=1, engine="painter")
    card = await visit.comes(discord, did, EDIT, limit_s=LONG_S)
    assert len(did.said) == 1, "one message says how far it is, and becomes the cover"
    assert any(_names(state) == [PREVIEW] for state in card.states)
    assert "lighthouse" in card.text
    varied = await mina.presses(card, VARY)
    screen = await visit.comes(discord, await mina.presses(card, PRINT), "a:bk:")
    front = await mina.presses(screen, Words("en").say("print-button-front"))
    choosing = await visit.comes(discord, front, PRINT)
    files = await _files(discord, await mina.chooses(choosing, PRINT, "own"))
    assert files["pdf"].startswith(b"%PDF") and files["png"].startswith(b"\x89PNG")
    sheet = await visit.comes(discord, varied, OPTIONS, limit_s=LONG_S)
    assert sheet.text.count("painted, with") == 4


def _names(state):
    return [one.name for one in state.attachments]


async def _files(discord, did):
    """The content of each kind of print file."""

    def brought():
        return next((one for one in did.said if any(n.endswith(".pdf") for n in _names(one))), None)

    message = await discord.until(brought, LONG_S)
    return {one.name.rpartition(".")[2]: one.content for one in message.attachments}
