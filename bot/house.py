"""An installation that is open: the studio, its store, and the queue as far as it runs here."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.domain.job import Cancelled, Failed, is_open
from pipeline.domain.outcome import DeliveryState

if TYPE_CHECKING:
    from pipeline.domain.job import Job
    from pipeline.domain.outcome import Receipt
    from pipeline.domain.person import Person
    from pipeline.queue.queue import Queue
    from pipeline.studio import Studio, Ticket
    from storage.store import Store

LOOK_S = 0.1
"""How often an order that somebody waits for is looked at."""

Watch = Callable[["Job"], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The open doors. `person` is who sits at the terminal."""

    studio: Studio
    person: Person
    store: Store
    queue: Queue

    async def carry(self, ticket: Ticket, watch: Watch) -> Receipt | None:
        """See an order through: run the queue here if nobody else does, and wait for its end.

        `watch` is told the job as it stands, again and again. None when the job was cancelled.
        The order is cancelled when the wait for it is.
        """
        async with self.running():
            try:
                return await self._awaited(ticket.job, watch)
            except asyncio.CancelledError:
                await asyncio.shield(self._called_off(ticket.job))
                raise

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The queue runs, here or elsewhere, for as long as the context lasts."""
        work = asyncio.create_task(self.queue.run())
        try:
            yield
        finally:
            await self.queue.stop()
            await work

    async def _awaited(self, job: Job, watch: Watch) -> Receipt | None:
        while True:
            now = await self.studio.job(self.person, job.id)
            await watch(now)
            if isinstance(now.state, Cancelled):
                return None
            if not is_open(now):
                receipt = await self.studio.receipt(self.person, job.id)
                if receipt and receipt.state is not DeliveryState.PENDING:
                    return receipt
                if receipt and isinstance(now.state, Failed):
                    return receipt
            await asyncio.sleep(LOOK_S)

    async def _called_off(self, job: Job) -> None:
        now = await self.studio.job(self.person, job.id)
        if is_open(now):
            await self.studio.cancel(self.person, job.id)
