"""Worker processes for the heavy parts, so that the event loop is never blocked by them."""

import asyncio
import atexit
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, Self, TypeVar, cast

from pipeline.domain.operation import Lane
from pipeline.queue.slot import Slot
from pipeline.queue.worker import Answer, Call, Failure

W = TypeVar("W")
P = ParamSpec("P")
T = TypeVar("T")

START_S = 120.0
"""A worker that has not made its workshop by then never will."""
LONG_NICENESS = 5
"""Long work leaves the processor to quick work, and to the event loop."""

_log = logging.getLogger(__name__)


class Processes(Generic[W]):
    """Workers in two lanes; each is a process with a workshop that `factory` makes in it.

    `factory` must be picklable. The lanes share no process: quick work never waits behind long
    work, and what its workshop remembers stays warm. Workers are started when they are first
    needed, end with this process, and are replaced when they are lost.
    """

    def __init__(
        self, factory: Callable[[], W], *, long: int, quick: int = 1, step_s: float,
        start_s: float = START_S,
    ) -> None:  # fmt: skip
        """`long` and `quick` workers; a call may take `step_s`, the start of a worker `start_s`."""
        self._slots: Mapping[Lane, list[Slot]] = {
            Lane.QUICK: [Slot(factory, name=f"quick-{n}") for n in range(quick)],
            Lane.LONG: [Slot(factory, name=f"long-{n}", niceness=LONG_NICENESS)
                        for n in range(long)],
        }  # fmt: skip
        self._all = [slot for lane in Lane for slot in self._slots[lane]]
        self._free: dict[Lane, asyncio.LifoQueue[Slot]] = {}
        self._step_s = step_s
        self._start_s = start_s
        # each thread waits for one worker, and pickles for it
        self._threads = ThreadPoolExecutor(quick + long, thread_name_prefix="worker")
        # before those of multiprocessing, which would wait for workers that ignore its SIGTERM
        atexit.register(self._end_all)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self.close)

    def slots(self, lane: Lane) -> int:
        """How many calls of a lane can run at once."""
        return len(self._slots[lane])

    async def warm(self) -> None:
        """Start every worker, so that the first jobs do not wait for it.

        Raises:
            ArtiCoverError: when a workshop cannot be made.
        """
        lanes = [lane for lane in Lane for _ in self._slots[lane]]
        await asyncio.gather(*(self.run(lane, _nothing) for lane in lanes))

    async def run(
        self, lane: Lane, work: Callable[Concatenate[W, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work(workshop, ...)` in a worker of `lane`, as soon as one is free; it may take `step_s`.

        Raises:
            WorkError, ArtiCoverError, RuntimeError: as `run_within`.
        """
        return await self.run_within(self._step_s, lane, work, *args, **kwargs)

    async def run_within(
        self, limit_s: float, lane: Lane, work: Callable[Concatenate[W, P], T], *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:  # fmt: skip
        """The same, where the work itself may take `limit_s`: waiting for a worker is no part of it.

        When the caller is cancelled, the worker is ended and replaced.

        Raises:
            WorkError: `work-crashed`, `work-too-long`, `work-memory`, `work-library`, or
                `work-failed` for what nobody foresaw, whose stack is logged.
            ArtiCoverError: what `work` raised.
            RuntimeError: after `close`.
        """
        free = self._free_slots(lane)
        slot = await free.get()
        use = _Use(slot=slot, call=(work, args, kwargs), limit_s=limit_s)
        using = asyncio.create_task(self._used(use))
        # not before the thread is done with it, also when nobody waits for the answer any more
        using.add_done_callback(lambda _: free.put_nowait(slot))
        try:
            answer = await asyncio.shield(using)
        except asyncio.CancelledError:
            use.dropped = True
            slot.end()
            raise
        return cast("T", _value(answer))

    def close(self) -> None:
        """End every worker; calls that wait for one end with `work-crashed`. It blocks shortly."""
        atexit.unregister(self._end_all)
        self._end_all()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for slot in self._all:
            slot.discard()

    def _end_all(self) -> None:
        for slot in self._all:
            slot.close()

    def _free_slots(self, lane: Lane) -> "asyncio.LifoQueue[Slot]":
        """The free workers, the one used last first: it is warm, and the others need not start."""
        if lane not in self._free:
            self._free[lane] = asyncio.LifoQueue()
            for slot in reversed(self._slots[lane]):
                self._free[lane].put_nowait(slot)
        return self._free[lane]

    async def _used(self, use: "_Use") -> Answer:
        ready = await self._in_time(use.slot, use.slot.start, self._start_s)
        if isinstance(ready, Failure) or use.dropped:
            return ready
        return await self._in_time(use.slot, lambda: use.slot.ask(use.call), use.limit_s)

    async def _in_time(self, slot: Slot, do: Callable[[], Answer], limit_s: float) -> Answer:
        """What `do` gives in a thread; after `limit_s` (monotonic) its worker is ended."""
        loop = asyncio.get_running_loop()
        limit = loop.call_later(limit_s, lambda: slot.end(late_s=limit_s))
        try:
            return await loop.run_in_executor(self._threads, do)
        finally:
            limit.cancel()


@dataclass(slots=True, kw_only=True)
class _Use:
    slot: Slot
    call: Call
    limit_s: float
    dropped: bool = False


def _value(answer: Answer) -> object:
    if isinstance(answer, Failure):
        if answer.stack:
            _log.error("unforeseen error in a worker\n%s", answer.stack)
        raise answer.error
    return answer.value


def _nothing(_workshop: object) -> None:
    """What a worker is asked to do so that it starts."""
