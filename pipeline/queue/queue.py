"""The queue of one process: holds the lock, starts jobs, delivers results, and survives its store.

waiting for the lock ──▶ running ──▶ draining ──▶ stopped
          ▲                 │
          └── lock lost ────┘   (what runs is dropped, and taken back with the lock)
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from pipeline.domain.errors import StorageError
from pipeline.domain.event import (
    BlobsCollected,
    Event,
    JobFailed,
    JobTakenBack,
    QueueTurned,
    StoreFailed,
)
from pipeline.domain.job import Failed
from pipeline.domain.operation import kind_of
from pipeline.domain.version import Sha
from pipeline.ports.delivery import Courier
from pipeline.ports.jobs import Outbox, QueueLock
from pipeline.queue.delivering import SEND_S, Delivering
from pipeline.queue.dispatching import Dispatching
from pipeline.queue.patience import LONGEST_PAUSE_S
from pipeline.queue.performing import Means
from pipeline.queue.worker import stack_of

COLLECT_EVERY_S = 600.0
SETTLE_S = 10.0
"""What was finished while the database was away has so long to be settled when it is back."""
GIVE_BACK_S = 0.3

_log = logging.getLogger(__name__)


class Queue:
    """Runs jobs and delivers their results for as long as this process has the right to."""

    def __init__(
        self, means: Means[Any], *, lock: QueueLock, outbox: Outbox, couriers: Sequence[Courier],
        references: Callable[[], Awaitable[frozenset[Sha]]], send_s: float = SEND_S,
        collect_every_s: float = COLLECT_EVERY_S,
    ) -> None:  # fmt: skip
        """A queue of the jobs of `means`; `references` are the blobs that must be kept."""
        self._means = replace(means, notice=self._noticed)
        self._notice = means.notice
        self._lock = lock
        self._references = references
        self._dispatching = Dispatching(means=self._means, ended=self.nudge)
        self._delivering = Delivering(
            outbox=outbox, couriers={courier.platform: courier for courier in couriers},
            clock=means.clock, limits=means.limits, random=means.random, notice=means.notice,
            ended=self.nudge, send_s=send_s,
        )  # fmt: skip
        self._collect_every_s = collect_every_s
        # at a random moment, so that processes that live shortly collect now and then as well
        self._collect_at = means.clock.monotonic() + means.random.uniform(0, collect_every_s)
        self._collecting: asyncio.Task[None] | None = None
        self._held = False
        self._nudged = asyncio.Event()
        self._ending = asyncio.Event()
        self._hurried = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def holds(self) -> bool:
        """Whether this process runs the queue just now."""
        return self._held

    def nudge(self) -> None:
        """Look at the jobs now, and not only at the next poll: something was ordered."""
        self._nudged.set()

    async def run(self, until: Awaitable[object] | None = None) -> None:
        """Run the queue until it is told to stop or to drain, or `until` is done.

        It waits for the lock as long as another process has it. When the caller is cancelled, jobs
        that run are handed back at once; when the queue is stopped before, `until` is cancelled.
        """
        self._idle.clear()
        serving = asyncio.create_task(self._serve())
        wanted = None if until is None else asyncio.ensure_future(until)
        drain_s = 0.0
        try:
            await self._until_told({serving} if wanted is None else {serving, wanted}, serving)
            drain_s = self._means.limits.drain_s
        finally:
            await self._wind_down(serving, drain_s)
            if wanted is not None and not wanted.done():
                wanted.cancel()
                await asyncio.wait({wanted}, timeout=GIVE_BACK_S)
            self._ending.clear()
            self._hurried.clear()
            self._idle.set()
        if wanted is not None and wanted.done() and not wanted.cancelled():
            wanted.result()

    async def stop(self) -> None:
        """Claim no more; what runs is finished or, after `drain_s`, handed back.

        Returns within `drain_s` and two seconds. Told before `run` has begun, it ends that run.
        """
        self._hurried.set()
        self._end()
        await self._idle.wait()

    async def drain(self) -> None:
        """Claim no more, and wait until what runs is finished and what is due is delivered."""
        self._end()
        await self._idle.wait()

    def _end(self) -> None:
        self._ending.set()
        self._nudged.set()

    async def _until_told(
        self, ends: "set[asyncio.Future[Any]]", serving: asyncio.Task[None]
    ) -> None:
        """Wait until one of `ends` or for `stop`; when only draining, as long as that takes."""
        ending = asyncio.create_task(self._ending.wait())
        hurried = asyncio.create_task(self._hurried.wait())
        try:
            await asyncio.wait({*ends, ending}, return_when=asyncio.FIRST_COMPLETED)
            if self._ending.is_set():
                await asyncio.wait({serving, hurried}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ending.cancel()
            hurried.cancel()

    async def _serve(self) -> None:
        """Look again and again, whatever happens to the store, until there is nothing to end."""
        failures = 0
        while not (self._ending.is_set() and not self._held and not self._busy):
            self._nudged.clear()
            try:
                await self._look()
                failures = 0
            except StorageError as error:
                self._notice(StoreFailed(code=error.code))
                failures += 1
            except Exception as error:  # noqa: BLE001 - a bug must not leave all jobs waiting
                _log.error("unforeseen error in the queue\n%s", stack_of(error))
                failures += 1
            if (
                self._ending.is_set()
                and not self._busy
                and (self._hurried.is_set() or not failures)
            ):
                return
            await self._rest(failures)

    @property
    def _busy(self) -> bool:
        return self._dispatching.busy or self._delivering.busy

    async def _look(self) -> None:
        if not await self._holding():
            return
        await self._delivering.look()
        if not self._ending.is_set():
            await self._dispatching.look()
            self._collect_now_and_then()

    async def _rest(self, failures: int) -> None:
        """Wait for a nudge or the next poll; after failures longer and longer, or for the end."""
        poll_s = self._means.limits.poll_s
        pause_s = min(poll_s * 2.0 ** min(failures, 10), LONGEST_PAUSE_S) if failures else poll_s
        woken_by = self._ending if failures and not self._ending.is_set() else self._nudged
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause_s):
                await woken_by.wait()

    async def _holding(self) -> bool:
        """Whether the queue is ours; when it becomes so, what was lost before is taken back."""
        if self._held:
            if await self._lock.held():
                return True
            self._held = False
            self._notice(QueueTurned(state="lost"))
            await self._delivering.drop()
        if self._ending.is_set() or not await self._taken():
            return False
        for job in await self._means.work.take_back(self._means.limits.attempts):
            self._notice(JobTakenBack(
                job=job.id, kind=kind_of(job.operation), attempts=job.attempts,
                spent=isinstance(job.state, Failed),
            ))  # fmt: skip
        self._held = True
        self._notice(QueueTurned(state="taken"))
        return True

    async def _taken(self) -> bool:
        """Take the lock, and let nothing run that could be taken back under its hands.

        The lock of a server is lost with the connection. While the server is away, what runs goes
        on: nobody else can have the lock, and results wait to be settled. When it is back, they get
        a moment for that. When another process has the lock, the jobs are already its own.
        """
        taken = await self._lock.take()
        if self._dispatching.busy:
            await self._dispatching.drop(after_s=SETTLE_S if taken else 0.0)
        return taken

    async def _wind_down(self, serving: asyncio.Task[None], drain_s: float) -> None:
        self._notice(QueueTurned(state="draining"))
        self._hurried.set()
        self._end()
        await asyncio.wait({serving}, timeout=drain_s)
        serving.cancel()
        if self._collecting is not None:
            self._collecting.cancel()
        await asyncio.gather(self._dispatching.drop(), self._delivering.drop(),
                             asyncio.wait({serving}, timeout=GIVE_BACK_S))  # fmt: skip
        if self._held:
            self._held = False
            with contextlib.suppress(StorageError, TimeoutError):
                async with asyncio.timeout(GIVE_BACK_S):
                    await self._lock.give_back()
        self._notice(QueueTurned(state="stopped"))

    def _collect_now_and_then(self) -> None:
        now = self._means.clock.monotonic()
        if self._collecting is None and now >= self._collect_at:
            self._collect_at = now + self._collect_every_s
            self._collecting = asyncio.create_task(self._collect())

    async def _collect(self) -> None:
        try:
            gone = await self._means.blobs.collect(self._references)
            if gone.count:
                self._notice(BlobsCollected(count=gone.count, size=gone.size))
        except StorageError as error:
            self._notice(StoreFailed(code=error.code))
        finally:
            self._collecting = None

    def _noticed(self, event: Event) -> None:
        if isinstance(event, JobFailed) and event.code == "storage-full":
            # there may be room again when pictures go that nobody needs
            self._collect_at = self._means.clock.monotonic()
        self._notice(event)
