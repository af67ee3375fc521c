"""Asking what may not answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Attempt(Generic[T]):
    """A question that is asked once at a time, however long its answer takes.

    A database that hangs is not asked again by everybody who wants to know how it is: they wait
    for the question that is under way, each no longer than `patience_s`.
    """

    def __init__(self, ask: Callable[[], Awaitable[T]], *, patience_s: float) -> None:
        self._ask = ask
        self._patience_s = patience_s
        self._asking: asyncio.Future[T] | None = None

    async def answer(self) -> T:
        """The answer to a question that is asked now or has not been answered yet.

        Raises:
            TimeoutError: after `patience_s` seconds.
            Exception: what the question raised.
        """
        if self._asking is None or self._asking.done():
            self._asking = asyncio.ensure_future(self._ask())
            self._asking.add_done_callback(_heard)
        # Not wait_for: that would wait until the question has been cancelled, which may never be.
        done, _ = await asyncio.wait([self._asking], timeout=self._patience_s)
        if not done:
            raise TimeoutError
        return await self._asking

    async def close(self) -> None:
        """Take the question back."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.wait([self._asking], timeout=self._patience_s)


def _heard(asking: "asyncio.Future[T]") -> None:
    """Nobody may be waiting any more for what it raises, and that is no news for the log."""
    if not asking.cancelled():
        asking.exception()
