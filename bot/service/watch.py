"""Everything that watches one process, put together."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Protocol

from bot.service.health import QueueState, serve
from bot.service.metrics import Metrics
from pipeline.domain.errors import StorageError
from pipeline.domain.event import Event, Notice, unnoticed
from pipeline.domain.standing import Overview
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import Jobs


class Folder(Protocol):
    """Where the pictures are, as whoever runs the place sees it."""

    async def size(self) -> int:
        """Bytes that all pictures take."""
        ...

    async def demand_room(self) -> None:
        """Find out whether a picture could be written now.

        Raises:
            StorageError: what stands in the way.
        """
        ...


class Watch:
    """A notice that logs and counts every event, and serves health and metrics on request.

    It can be told of events before the store is open; `serving` then asks the store.
    """

    def __init__(self, *, clock: Clock, release: str, log: Notice = unnoticed) -> None:
        self._clock = clock
        self._log = log
        self._queue = QueueState()
        self._jobs: Jobs | None = None
        self._folder: Folder | None = None
        self.metrics = Metrics(
            overview=self._overview, blob_bytes=self._size, clock=clock, release=release
        )

    def __call__(self, event: Event) -> None:
        """Log an event and count it."""
        self._log(event)
        self.metrics(event)
        self._queue(event)

    @asynccontextmanager
    async def serving(
        self, host: str, port: int, *, jobs: Jobs, folder: Folder
    ) -> AsyncGenerator[int]:
        """Serve `/healthz`, `/readyz` and `/metrics` until the context ends; yields the port.

        Raises:
            ServiceError: `service-port`.
        """
        self._jobs, self._folder = jobs, folder
        checks = {"database": self._answers, "pictures": folder.demand_room,
                  "queue": self._queue.check}  # fmt: skip
        async with serve(
            host, port, checks=checks, metrics=self.metrics, clock=self._clock
        ) as bound:
            yield bound

    async def _answers(self) -> None:
        """Look for a job that does not exist: the least that asks the database."""
        if self._jobs is not None:
            await self._jobs.job("readyz")

    async def _overview(self) -> Overview:
        if self._jobs is None:
            raise StorageError("storage-unavailable", reason="not open")
        return await self._jobs.overview()

    async def _size(self) -> int:
        return 0 if self._folder is None else await self._folder.size()
