"""One job from its claim to its stored result; whoever decides which job is next calls this.

Nothing here assumes that one process runs all jobs: a job is held by the token of its claim, and
everything that is written names it.
"""

import asyncio
import logging
import math
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any, Generic, TypeVar

from pipeline.domain.errors import ArtiCoverError, StorageError
from pipeline.domain.event import (
    JobFailed,
    JobFinished,
    JobStarted,
    JobStopped,
    LetteringTreated,
    Notice,
    unnoticed,
)
from pipeline.domain.ids import new_id
from pipeline.domain.job import Cancelled, Delivered, Done, Failed, Job, Queued
from pipeline.domain.limits import QueueLimits
from pipeline.domain.operation import Lane, kind_of
from pipeline.domain.outcome import Again, Broken, Finished, HandedBack, Made, Outcome
from pipeline.ports.bench import Bench, Stopped
from pipeline.ports.blobs import Blobs
from pipeline.ports.clock import Clock
from pipeline.ports.covers import Covers
from pipeline.ports.jobs import Jobs, Work
from pipeline.ports.painter import Painter
from pipeline.queue.bench import JobBench
from pipeline.queue.patience import of_the_store, passing, patiently, whatever
from pipeline.queue.processes import Processes
from pipeline.queue.result import stored, task_of
from pipeline.queue.retry import decide
from pipeline.queue.worker import stack_of
from pipeline.workshop.task import Task

W = TypeVar("W")
T = TypeVar("T")

PATIENCE_S = 60.0
"""A finished result is kept for so long while it cannot be stored."""
HAND_BACK_S = 1.0
"""A process that has to stop tries for so long to hand its job back; else it is taken back."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means(Generic[W]):
    """What running a job takes: `perform` does an operation with a bench; there may be a `painter`."""

    jobs: Jobs
    work: Work
    covers: Covers
    blobs: Blobs
    processes: Processes[W]
    perform: Callable[[Task, Bench[W]], Awaitable[Made]]
    clock: Clock
    painter: Painter | None = None
    limits: QueueLimits = field(default_factory=QueueLimits)
    random: Random = field(default_factory=Random)
    notice: Notice = unnoticed
    new_id: Callable[[], str] = new_id
    patience_s: float = PATIENCE_S

    def slots(self, lane: Lane) -> int:
        """How many jobs of a lane run at once; see `slots`."""
        return slots(lane, self.processes, self.painter)


def slots(lane: Lane, processes: Processes[Any], painter: Painter | None) -> int:
    """How many jobs of a lane run at once: as there are processes, or twice the pictures in a pass.

    A job that is painted waits for the model most of the time. So that the model always has enough
    to do, jobs may outnumber the processes; their calls then wait for one in turn. While as many as
    share a pass are painted, others are planned, decoded, lettered and stored.
    """
    own = processes.slots(lane)
    return own if painter is None or lane is Lane.QUICK else max(own, 2 * painter.at_once)


async def run_job(job: str, means: Means[W]) -> bool:
    """Claim the job of that id and carry it out; False when it could not be claimed.

    Raises:
        StorageError: when it could not even be asked for; nothing has happened then.
    """
    token = new_token()
    claimed = await means.work.claim(job, token)
    if claimed is None:
        return False
    await carry_out(claimed, token, means)
    return True


def new_token() -> str:
    """What the holder of a run is known by."""
    return secrets.token_hex(16)


async def carry_out(job: Job, token: str, means: Means[W]) -> None:
    """Perform a claimed job, and store its result or what went wrong.

    While the store is away a result is kept for `patience_s`, then the job is handed back as soon
    as the store can be told. When the caller is cancelled, the job is handed back at once.
    """
    run = _Run(job=job, token=token, means=means, since=means.clock.monotonic())
    run.started()
    try:
        await run.through()
    except asyncio.CancelledError:
        await run.handed_back_in_haste()
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run(Generic[W]):
    """One run of a job, `since` then (monotonic)."""

    job: Job
    token: str
    means: Means[W]
    since: float

    async def through(self) -> None:
        """Perform the job, and settle however that ends."""
        try:
            await self._performed()
        except Stopped:
            await self._stopped()
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends this job and no other
            await self._failed(error)

    async def _performed(self) -> None:
        task = await self._patiently(lambda: task_of(self.job, self.means.covers))
        bench = self._bench(task)
        try:
            made = await self.means.perform(task, bench)
        finally:
            bench.step_ended()
        self._told_of_treatments(made)
        early = [one for one in bench.early if await self._is_kept(one)]
        async with self.means.blobs.writing():
            # not patient here: a full disk has room again only when blobs are collected, which
            # waits for the end of writing
            result = await stored(
                made, self.job, task, self.means.blobs, self.means.clock.now(), early
            )
            kept = await self._settled_in_time(result)
        await self._told(kept=kept)

    async def _is_kept(self, version: str) -> bool:
        """Whether a version is there: the answer to who wrote it may have been lost."""
        return await self._patiently(lambda: self.means.covers.version(version)) is not None

    async def _settled_in_time(self, result: Finished) -> bool | None:
        """Whether the result was kept; None when the store was away for too long."""
        try:
            return await self._settled(result, self.means.patience_s, of_the_store)
        except StorageError as error:
            if not error.retryable:
                raise
            return None

    async def _told(self, *, kept: bool | None) -> None:
        if kept is None:
            await self._handed_back()
        elif kept:
            self.means.notice(JobFinished(
                job=self.job.id, cover=self.job.cover, kind=self._kind, lane=str(self.job.lane),
                seconds=self.means.clock.monotonic() - self.since,
            ))  # fmt: skip
        else:
            await self._stopped()

    async def _failed(self, error: Exception) -> None:
        """Settle a try that failed; the store is waited for, there is nothing to lose by it."""
        if not isinstance(error, ArtiCoverError):
            _log.error("unforeseen error in job %s\n%s", self.job.id, stack_of(error))
        outcome = decide(error, self.job.attempts, self.means.limits, random=self.means.random,
                         now=self.means.clock.now())  # fmt: skip
        if await self._settled(outcome, math.inf, whatever):
            self._told_of_failure(outcome)
        else:
            await self._stopped()

    async def _stopped(self) -> None:
        """Tell that nobody wanted the result any more, and why as far as it can be found out."""
        try:
            now = await self.means.jobs.job(self.job.id)
        except StorageError:
            now = self.job
        gone = now is None or isinstance(now.state, Cancelled)
        self._told_of_stop("cancelled" if gone else "fenced")

    async def handed_back_in_haste(self) -> None:
        """Hand the job back if that is quickly done; the next holder of the lock does it else."""
        handing = asyncio.ensure_future(
            self.means.work.settle(self.job.id, self.token, HandedBack())
        )
        done, _ = await asyncio.wait({handing}, timeout=HAND_BACK_S)
        if not done:
            handing.cancel()
        elif handing.exception() is None:
            self._told_of_stop("handed-back" if handing.result() else "fenced")

    async def _handed_back(self) -> None:
        if await self._settled(HandedBack(), math.inf, whatever):
            self._told_of_stop("handed-back")
        else:
            await self._stopped()

    async def _settled(
        self, outcome: Outcome, for_s: float, waits_out: Callable[[Exception], bool]
    ) -> bool:
        """Settle with patience; True also when an earlier try had been committed unbeknown."""
        tries = 0

        async def settle() -> bool:
            nonlocal tries
            tries += 1
            return await self.means.work.settle(self.job.id, self.token, outcome)

        held = await self._patiently(settle, for_s, waits_out)
        return held or (tries > 1 and await self._came_to(outcome))

    async def _came_to(self, outcome: Outcome) -> bool:
        now = await self._patiently(lambda: self.means.jobs.job(self.job.id))
        match outcome:
            case Finished():
                return now is not None and isinstance(now.state, Done | Delivered)
            case Broken():
                return now is not None and isinstance(now.state, Failed)
            case Again() | HandedBack():
                return now is not None and isinstance(now.state, Queued)

    async def _patiently(
        self, do: Callable[[], Awaitable[T]], for_s: float | None = None,
        waits_out: Callable[[Exception], bool] = passing,
    ) -> T:  # fmt: skip
        means = self.means
        return await patiently(
            do, means.patience_s if for_s is None else for_s, waits_out=waits_out,
            clock=means.clock, limits=means.limits, random=means.random, notice=means.notice,
        )  # fmt: skip

    @property
    def _kind(self) -> str:
        return kind_of(self.job.operation)

    def _bench(self, task: Task) -> JobBench[W]:
        means = self.means
        return JobBench(
            job=self.job, task=task, token=self.token, processes=means.processes, work=means.work,
            blobs=means.blobs, clock=means.clock, notice=means.notice, make_id=means.new_id,
            painter=means.painter,
        )  # fmt: skip

    def started(self) -> None:
        """Tell that the job is in hand."""
        waited_s = (self.means.clock.now() - self.job.ordered_at).total_seconds()
        self.means.notice(JobStarted(
            job=self.job.id, cover=self.job.cover, kind=self._kind, lane=str(self.job.lane),
            attempt=self.job.attempts, waited_s=max(waited_s, 0.0),
        ))  # fmt: skip

    def _told_of_treatments(self, made: Made) -> None:
        for one in made.treatments:
            self.means.notice(LetteringTreated(job=self.job.id, kind=self._kind, **asdict(one)))

    def _told_of_stop(self, why: str) -> None:
        self.means.notice(JobStopped(job=self.job.id, kind=self._kind, why=why))

    def _told_of_failure(self, outcome: Again | Broken) -> None:
        again = isinstance(outcome, Again)
        delay_s = (outcome.not_before - self.means.clock.now()).total_seconds() if again else 0.0
        self.means.notice(JobFailed(
            job=self.job.id, cover=self.job.cover, kind=self._kind, code=outcome.fault.code,
            attempt=self.job.attempts, retried=again, delay_s=max(delay_s, 0.0),
        ))  # fmt: skip
