"""The messages of orders: which one shows how an order stands, and how far its result is told.

One order has one message, whoever is first to send it: the answer to who ordered, or the result
when it is there sooner.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass

from bot.telegram.places import Kept
from pipeline.ports.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How much of a result was told: its message, so many groups of files, all of it."""

    shown: bool = False
    files: int = 0
    done: bool = False


class Orders:
    """Remembers the messages of orders. Every method may raise `StorageError`."""

    def __init__(self, notes: Notes) -> None:
        """Messages as they are kept in `notes`."""
        self._notes = notes
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    async def message(self, person: str, job: str) -> Kept | None:
        """The message of an order."""
        name = await self._notes.note(person, _message(job))
        return None if name is None else Kept.of(name)

    async def keep(self, person: str, job: str, kept: Kept) -> None:
        """Know the message of an order."""
        await self._notes.keep(person, _message(job), kept.name)

    async def once(
        self, person: str, job: str, send: Callable[[], Awaitable[Kept | None]]
    ) -> Kept | None:
        """The message of an order, which `send` makes if there is none."""
        async with self._locked(job):
            kept = await self.message(person, job)
            if kept is None and (kept := await send()) is not None:
                await self.keep(person, job, kept)
            return kept

    async def told(self, person: str, job: str) -> Told:
        """How much of its result was told."""
        text = await self._notes.note(person, _told(job))
        return Told() if text is None else Told(**json.loads(text))

    async def tell(self, person: str, job: str, told: Told) -> None:
        """Know how much of its result was told."""
        await self._notes.keep(person, _told(job), json.dumps(asdict(told)))

    @asynccontextmanager
    async def _locked(self, job: str) -> AsyncGenerator[None]:
        lock, users = self._locks.get(job, (asyncio.Lock(), 0))
        self._locks[job] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[job]
            if users == 1:
                del self._locks[job]
            else:
                self._locks[job] = lock, users - 1


def _message(job: str) -> str:
    return f"message:{job}"


def _told(job: str) -> str:
    return f"told:{job}"
