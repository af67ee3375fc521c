"""What may be asked of Discord again: what does no harm twice after a broken line, and after a pause all."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

BROKEN_LINE = (ConnectionError, aiohttp.ClientConnectionError)
PAUSES = 3
TOO_OFTEN = 429
LONGEST_PAUSE_S = 20.0
"""Who asks waits so long for Discord to listen again; more is for the queue to wait out."""

T = TypeVar("T")


async def insisted(ask: Callable[[], Awaitable[T]]) -> T:
    """What `ask` gives; asked once more if the connection ended without an answer.

    Only for what does no harm twice: edits, and first responses, of which Discord takes one.
    """
    try:
        return await waited(ask)
    except BROKEN_LINE:  # a connection that idled may have been closed by the other side
        return await waited(ask)


async def waited(ask: Callable[[], Awaitable[T]]) -> T:
    """What `ask` gives; asked again after the pause when Discord wants one that is short.

    Where the answer has come through a proxy ("Via"), as most do, the library has waited itself.
    """
    for _ in range(PAUSES):
        try:
            return await ask()
        except discord.HTTPException as error:
            pause_s = _pause_s(error)
            if pause_s is None or pause_s > LONGEST_PAUSE_S:
                raise
        await asyncio.sleep(pause_s)
    return await ask()


def _pause_s(error: discord.HTTPException) -> float | None:
    """For how long Discord wants to be left alone; None where nobody has to wait here."""
    headers = error.response.headers
    if error.status != TOO_OFTEN or "Via" in headers:
        return None
    try:
        return max(0.0, float(headers["Retry-After"]))
    except (KeyError, ValueError):
        return None
