"""A visit to a running bot: what a test waits for, and the usual way to a cover."""

import re

from tests.discord.loopback.interactions import DEFERS_UPDATE

BRIEF = {"title": "The Salt Road", "genre": "mystery", "summary": "A keeper finds letters in a lighthouse.",
         "ratio": "6x9"}  # fmt: skip
HANGUL = re.compile("[가-힣]")
WAIT_S = 25.0


def seen_by(did, message):
    return message.only_for in (None, did.user)


def since(server, did):
    """Messages of the bot's that the person sees and that came or changed since, newest first."""
    new = [m for m in did.channel.everything if m.id > did.id and m.author is server.world.bot]
    mine = [m for m in new if seen_by(did, m) and not m.deleted and m.interaction in (None, did)]
    turned = [did.turned] if did.turned and not did.turned.deleted else []
    return [*reversed(mine), *turned]


async def comes(server, did, beginning="", *, limit_s=WAIT_S):
    """The message that came of a deed and has a component whose id begins so."""

    def finds():
        for message in since(server, did):
            if not message.loading and (
                message.has(beginning) if beginning else not message.now.empty
            ):
                return message
        return None

    try:
        return await server.until(finds, limit_s)
    except TimeoutError:
        seen = [(m.text, m.labels) for m in since(server, did)]
        raise AssertionError(f"no {beginning} came of {did.data}: {seen}") from None


async def settles(server, did, limit_s=WAIT_S):
    """Wait until something came of a press: a message, another one in its place, or a form."""
    if did.modal is not None:
        return None
    if did.answered != DEFERS_UPDATE:
        return await comes(server, did, limit_s=limit_s)
    return await server.until(lambda: did.turned or next(iter(since(server, did)), None), limit_s)


async def ordered(server, person, *, where=None, **brief):
    """The sheet of a new cover's options, and the deed that ordered it."""
    did = await person.runs("cover", where=where, **(BRIEF | {"options": 2} | brief))
    return did, await comes(server, did, "a:pk:")


async def card(server, person, *, where=None, **brief):
    """The card of a new cover: with one option it comes by itself."""
    did = await person.runs("cover", where=where, **(BRIEF | {"options": 1} | brief))
    return await comes(server, did, "a:et:")
