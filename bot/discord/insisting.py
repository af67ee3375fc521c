"""What may be asked of Discord twice is asked again when the line broke before an answer came."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp

BROKEN_LINE = (ConnectionError, aiohttp.ClientConnectionError)

T = TypeVar("T")


async def insisted(ask: Callable[[], Awaitable[T]]) -> T:
    """What `ask` gives; asked once more if the connection ended without an answer.

    Only for what does no harm twice: edits, and first responses, of which Discord takes one.
    """
    try:
        return await ask()
    except BROKEN_LINE:  # a connection that idled may have been closed by the other side
        return await ask()
