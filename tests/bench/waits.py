"""How long an order waits for its start: in an idle queue, and with a thousand jobs waiting.

The queue, its store and its events are the real ones. Only performing costs nothing, so that what
is measured is the queue.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from random import Random
from typing import Any

from bot.clock import SystemClock
from pipeline.domain.ids import new_id
from pipeline.domain.operation import EditText, Illustrate, Lane, Operation, lane_of
from pipeline.domain.outcome import Made, Parcel
from pipeline.ports.bench import Bench
from pipeline.queue.performing import Means
from pipeline.queue.processes import Processes
from pipeline.queue.queue import Queue
from pipeline.workshop.task import Task
from tests.bench.crowds import crowd, pattern, shelf
from tests.bench.diary import Diary
from tests.bench.grounds import ADDRESS, PLATFORM, SLOTS, Ground, Grounds
from tests.bench.line import Line, spread
from tests.real import brief

ORDERS = 120
ELSEWHERE = 20
POLL_S = 0.25
PEOPLE, EACH = 50, 20
"""A thousand jobs that wait, as many for each as one may have."""
LONG_WORK_S = 0.1
WORDS: Operation = EditText(changes=(("title", "Another Title"),))


class _Courier:
    """A platform that takes everything at once."""

    platform = PLATFORM

    async def post(self, parcel: Parcel) -> str:
        return "message"

    async def fill(self, message: str, parcel: Parcel) -> None:
        pass


async def _perform(task: Task, _bench: Bench[Any]) -> Made:
    """Nothing for quick work, and a moment for long work, so that there is a crowd to the end."""
    if lane_of(task.operation) is Lane.LONG:
        await asyncio.sleep(LONG_WORK_S)
    return Made()


async def wait_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """Waits on every database; those of another process's orders depend on the poll alone."""
    async with grounds.each() as each:
        for ground in each:
            async with _at_work(ground) as diary:
                waits = await _ordered(ground, diary, ORDERS)
                for line in spread(f"order to start, idle, {ground.name}", waits):
                    yield line
        async with _at_work(each[0]) as diary:
            waits = await _ordered_elsewhere(each[0], diary)
            for line in spread("order to start, idle, from another process", waits):
                yield line
    async with grounds.each() as each:
        for ground in each:
            await crowd(ground, PEOPLE, EACH, Illustrate(seed=1), brief())
            async with _at_work(ground) as diary:
                waits = await _ordered(ground, diary, ORDERS)
                for line in spread(f"order to start, 1,000 long jobs wait, {ground.name}", waits):
                    yield line
    async with grounds.each() as each:
        for ground in each:
            for line in await _one_after_another(ground):
                yield line


async def _one_after_another(ground: Ground) -> list[Line]:
    """Through a crowd in one lane of one place, job after job."""
    await crowd(ground, PEOPLE, EACH, WORDS, brief())
    async with _at_work(ground) as diary:
        await diary.until(lambda: len(diary.finished) > ORDERS)
        seconds = max(diary.finished.values()) - min(diary.started.values())
        rate = len(diary.finished) / seconds
        gaps = diary.gaps()
    name = f"end to next start, 1,000 jobs wait, {ground.name}"
    return [*spread(name, gaps),
            Line(f"jobs through one place, 1,000 wait, {ground.name}", rate, unit="/s")]  # fmt: skip


@contextlib.asynccontextmanager
async def _at_work(ground: Ground) -> AsyncGenerator[Diary]:
    """The queue runs, and keeps a diary."""
    diary, store = Diary(), ground.store
    with contextlib.closing(Processes(object, long=SLOTS[Lane.LONG], step_s=60.0)) as processes:
        means = Means(jobs=store.jobs, work=store.work, covers=store.covers, blobs=store.blobs,
                      processes=processes, perform=_perform, clock=SystemClock(),
                      notice=diary.note)  # fmt: skip
        queue = Queue(means, lock=store.lock, outbox=store.outbox, couriers=[_Courier()],
                      references=store.references)  # fmt: skip
        diary.on_order = queue.nudge
        running = asyncio.create_task(queue.run())
        try:
            await diary.until(lambda: queue.holds)
            yield diary
        finally:
            await queue.stop()
            await running


async def _ordered(ground: Ground, diary: Diary, count: int) -> list[float]:
    """Waits of orders one after another, each when the one before has been delivered."""
    studio = ground.studio(diary.note)
    owner = await studio.meet(PLATFORM, "somebody")
    like = await asyncio.to_thread(pattern)
    [cover] = await shelf(ground, owner, brief(), like, count=1, each=1)
    base = (await studio.cover(owner, cover)).head.current or ""
    jobs = list[str]()
    for _ in range(count):
        job = (await studio.order(owner, base, WORDS, ADDRESS, new_id())).job.id
        await diary.until(lambda job=job: job in diary.finished and job in diary.sent)
        jobs.append(job)
    return diary.waits(jobs)


async def _ordered_elsewhere(ground: Ground, diary: Diary) -> list[float]:
    """Waits of orders that nobody tells the queue of, at random moments between its looks."""
    random, diary.on_order = Random(1), lambda: None
    waits = list[float]()
    for _ in range(ELSEWHERE):
        await asyncio.sleep(random.uniform(0.0, POLL_S))
        waits += await _ordered(ground, diary, 1)
    return waits
