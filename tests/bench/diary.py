"""When things happened to jobs, as the queue's own events tell it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.domain.event import Event, JobFinished, JobOrdered, JobStarted, Sent

WITHIN_S = 60.0

Moments = dict[str, float]


@dataclass(slots=True)
class Diary:
    """The moments of each job, in monotonic seconds; `ordered` is called for every order."""

    on_order: Callable[[], None] = lambda: None
    ordered: Moments = field(default_factory=dict)
    started: Moments = field(default_factory=dict)
    finished: Moments = field(default_factory=dict)
    sent: Moments = field(default_factory=dict)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, event: Event) -> None:
        """Keep the moment of an event; an order wakes the queue, as in a front end."""
        now = time.monotonic()
        match event:
            case JobOrdered(job=job):
                self.ordered[job] = now
                self.on_order()
            case JobStarted(job=job):
                self.started[job] = now
            case JobFinished(job=job):
                self.finished[job] = now
            case Sent(job=job):
                self.sent[job] = now
            case _:
                pass
        self._more.set()
        self._more = asyncio.Event()

    async def until(self, true: Callable[[], object]) -> None:
        """Wait for what events make true.

        Raises:
            TimeoutError: when they do not.
        """
        async with asyncio.timeout(WITHIN_S):
            while not true():
                await self._more.wait()

    def waits(self, jobs: list[str]) -> list[float]:
        """Seconds from each order to its start; one that was seen before its order did not wait."""
        return [max(0.0, self.started[job] - self.ordered[job]) for job in jobs]

    def gaps(self) -> list[float]:
        """Seconds from the end of each job to the start of the next, where jobs go one by one."""
        starts, ends = sorted(self.started.values()), sorted(self.finished.values())
        return [start - end for end, start in zip(ends, starts[1:], strict=False)]
