"""Starting jobs: both lanes side by side, people in turn, as many at once as `Means.slots`."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pipeline.domain.operation import Lane
from pipeline.domain.outcome import HandedBack
from pipeline.queue.fairness import Ring, joined, pick, served
from pipeline.queue.performing import Means, carry_out, new_token
from pipeline.queue.worker import stack_of

DROP_S = 1.2
"""Runs that are dropped have so long to hand their jobs back."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    person: str
    lane: Lane
    task: asyncio.Task[None]


@dataclass(slots=True, kw_only=True)
class Dispatching:
    """Claims jobs and carries them out in tasks of their own; `ended` is told of each end."""

    means: Means[Any]
    ended: Callable[[], None]
    _runs: dict[str, _Run] = field(default_factory=dict[str, _Run], init=False)
    _rings: dict[Lane, Ring] = field(default_factory=dict[Lane, Ring], init=False)
    _unsure: dict[str, str] = field(default_factory=dict[str, str], init=False)

    @property
    def busy(self) -> bool:
        """Whether any job runs."""
        return bool(self._runs)

    async def look(self) -> None:
        """Start what may start now.

        Raises:
            StorageError: when the jobs cannot be read or claimed.
        """
        await self._make_sure()
        for lane in (Lane.QUICK, Lane.LONG):
            # no more than there is room for now: what ends meanwhile nudges the queue
            for _ in range(self._free(lane)):
                if not await self._started_next(lane):
                    break

    async def drop(self, *, after_s: float = 0.0) -> None:
        """End all runs that do not end by themselves before `after_s`.

        They hand their jobs back if that is quickly done.
        """
        tasks = {run.task for run in self._runs.values()}
        if tasks and after_s:
            _, tasks = await asyncio.wait(tasks, timeout=after_s)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=DROP_S)

    def _free(self, lane: Lane) -> int:
        taken = sum(run.lane is lane for run in self._runs.values())
        return self.means.slots(lane) - taken

    async def _started_next(self, lane: Lane) -> bool:
        """Claim and start the job whose turn it is; False when there is none to start."""
        fronts = await self.means.work.fronts(lane)
        ring = self._rings[lane] = joined(self._rings.get(lane, ()), fronts)
        running = Counter(run.person for run in self._runs.values() if run.lane is lane)
        front = pick(ring, fronts, running, self.means.limits.running_per_person)
        if front is None:
            return False
        token = new_token()
        # should the claim's answer be lost, the job may be ours without anybody working on it
        self._unsure[front.job] = token
        job = await self.means.work.claim(front.job, token)
        del self._unsure[front.job]
        if job is None:
            return False
        self._rings[lane] = served(ring, front.person)
        task = asyncio.create_task(carry_out(job, token, self.means))
        self._runs[job.id] = _Run(person=job.person, lane=lane, task=task)
        task.add_done_callback(lambda done: self._over(job.id, done))
        return True

    async def _make_sure(self) -> None:
        """Hand back what was perhaps claimed when the store went away."""
        for job, token in list(self._unsure.items()):
            await self.means.work.settle(job, token, HandedBack())
            del self._unsure[job]

    def _over(self, job: str, task: asyncio.Task[None]) -> None:
        # a job that waits again may have been claimed before this run has heard of it
        if self._runs[job].task is task:
            del self._runs[job]
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("job %s could not be ended\n%s", job, stack_of(error))
        self.ended()
