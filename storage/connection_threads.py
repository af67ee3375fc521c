"""The threads in which connections to SQLite work, until their end.

A connection whose call was cancelled is let go at once, while its thread still finishes that call
and then tells the event loop. So the loop must outlive the threads.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threading import Thread

    import aiosqlite

PATIENCE_S = 10.0
"""Longer than a call waits for the database's lock."""


class ConnectionThreads:
    """Makes connections, and knows when the last of their threads has ended."""

    def __init__(self) -> None:
        self._running: set[Thread] = set()

    async def connect(self, *args: Any, **kwargs: Any) -> aiosqlite.Connection:
        """A connection as `aiosqlite.connect` makes it."""
        import aiosqlite  # noqa: PLC0415 - for SQLite alone

        connection = aiosqlite.connect(*args, **kwargs)
        thread = connection._thread  # pyright: ignore[reportPrivateUsage]
        thread.daemon = True  # a connection that nobody closed shall not keep the process
        self._running = {other for other in self._running if other.is_alive()} | {thread}
        return await connection

    async def ended(self) -> None:
        """Wait for every thread, `PATIENCE_S` seconds at most for one that nobody let go."""
        while self._running:
            thread = self._running.pop()
            if thread.ident is not None:
                await asyncio.to_thread(thread.join, PATIENCE_S)
