"""What a restart cuts off on Discord: who waits for it is told by the next process, however it began."""

import asyncio
import contextlib

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Works
from bot.conversation.message import Button, Message
from tests.discord.stand import says

AGAIN = Button(label="Check again", act=act(Verb.JUDGE, "k3f8a2b4cd", "a5"))
KEY = "discord:working"


class KilledError(Exception):
    """The process ends in the middle."""


@contextlib.asynccontextmanager
async def killed(stand):
    """A process that ends without a word."""
    with contextlib.suppress(KilledError):
        async with stand.running():
            yield
            raise KilledError


@pytest.fixture
async def works():
    """Work that takes longer than the process lives."""
    never = asyncio.get_running_loop().create_future()

    async def work():
        return await never

    yield Works(message=Message(lines=("I am checking it.",)), work=work,
                cut_off=Message(lines=("Ask me again.",), rows=((AGAIN,),)))  # fmt: skip
    never.cancel()


SCREEN = Says(message=Message(title="Print", rows=((AGAIN,),)))


async def kept(stand):
    """Wait until it is kept that somebody waits."""
    read = stand.place.store.register.read
    while not await read(KEY):  # noqa: ASYNC110 - the register tells nobody
        await asyncio.sleep(0.01)


async def told(stand, server, message):
    """What the next process lets a message say, of which it knows nothing afterwards."""
    async with stand.running():
        await server.until(lambda: message().content == "Ask me again.")
        assert message().labels == ["Check again"]
    assert await stand.place.store.register.read(KEY) is None


async def test_a_command_that_was_thought_about_is_answered_by_the_next_process(
    server, script, stand, works
):
    script.commands["preflight"] = says(works)
    async with killed(stand):
        did = await server.person().runs("preflight", file=("c.pdf", b"%PDF"), printer="a5")
        await kept(stand)
    await told(stand, server, lambda: did.said[-1])
    assert did.said[-1].only_for is not None


@pytest.mark.parametrize("alone", [True, False], ids=["alone", "before everybody"])
async def test_a_message_that_says_that_it_takes_a_while_does_not_say_so_for_ever(
    server, script, stand, works, alone
):
    script.commands["help"] = says(SCREEN)
    script.commands["cover"] = says(SCREEN)
    script.presses[Verb.JUDGE] = says(works)
    mina = server.person()
    async with killed(stand):
        did = await (mina.runs("help") if alone else mina.runs("cover", title="Salt"))
        await server.until(lambda: did.said and not did.said[-1].loading)
        pressed = await mina.presses(did.said[-1], "Check again")
        await server.until(lambda: said_on(pressed) == "I am checking it.")
        if not alone:
            pressed.expire()  # then the bot itself may
    await told(stand, server, lambda: pressed.turned)


def said_on(pressed):
    return pressed.turned and pressed.turned.content


async def test_who_cannot_be_reached_any_more_is_no_trouble(server, script, stand, works):
    script.commands["preflight"] = says(works)
    async with killed(stand):
        did = await server.person().runs("preflight", file=("c.pdf", b"%PDF"), printer="a5")
        await kept(stand)
        did.expire()
    async with stand.running():
        while await stand.place.store.register.read(KEY):  # noqa: ASYNC110 - the same
            await asyncio.sleep(0.01)
    server.delete_message(did.said[-1])  # as Discord itself ends it
