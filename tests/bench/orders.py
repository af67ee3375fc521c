"""Orders accepted and results delivered, against what the disk itself can do."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable

from pipeline.domain.ids import new_id
from pipeline.domain.operation import EditText, Lane, Operation
from storage.store import Store
from tests.bench.crowds import crowd
from tests.bench.grounds import ADDRESS, PLATFORM, Ground, Grounds
from tests.bench.line import Line, spread
from tests.real import brief
from tests.storage.orders import Orders

CUSTOMERS = (1, 8)
EACH = 120
"""Orders of every customer."""
IN_A_ROW = 10
"""Orders after which somebody else is at the counter: nobody may have many open at once."""
CYCLES = 150
LOOKS = 100
CROWDS = ((50, 20), (1000, 1))
"""People who wait, and for how many jobs each: a thousand jobs altogether."""
WORDS: Operation = EditText(changes=(("title", "Another Title"),))


async def order_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """Rates on every database, with the disk's own measured before and after each."""
    yield Line("yardstick: pages forced to the disk", grounds.syncs_per_s(), unit="/s")
    async with grounds.each() as each:
        for customers in CUSTOMERS:
            for ground in each:
                name = f"orders accepted, {customers} at once, {ground.name}"
                yield await _rate(grounds, name, lambda g=ground, c=customers: accepted(g, c))
        for ground in each:
            name = f"claim + settle + deliver, {ground.name}"
            yield await _rate(grounds, name, lambda g=ground: delivered(g.store))
    for persons, jobs in CROWDS:
        async with grounds.each() as each:
            for ground in each:
                await crowd(ground, persons, jobs, WORDS, brief())
                times = await looked(ground.store, persons)
                for line in spread(f"fronts, {persons} people x {jobs}, {ground.name}", times):
                    yield line


async def _rate(grounds: Grounds, name: str, run: Callable[[], Awaitable[float]]) -> Line:
    before = grounds.syncs_per_s()
    per_s = await run()
    unit = (before + grounds.syncs_per_s()) / 2
    return Line(name, per_s, unit="/s", ratio=per_s / unit)


async def accepted(ground: Ground, customers: int) -> float:
    """New covers ordered in a second at the studio's door, by that many customers at once."""
    studio, about = ground.studio(), brief()
    rows = [[await studio.meet(PLATFORM, f"{customers}-{row}-{n}")
             for n in range(EACH // IN_A_ROW)] for row in range(customers)]  # fmt: skip

    async def shop(row: int) -> None:
        for number in range(EACH):
            await studio.order_cover(rows[row][number // IN_A_ROW], about, ADDRESS, new_id())

    began = time.perf_counter()
    await asyncio.gather(*(shop(row) for row in range(customers)))
    return customers * EACH / (time.perf_counter() - began)


async def delivered(store: Store) -> float:
    """Jobs in a second from claim to delivery, one after another; a result is one version."""
    orders, seconds = Orders(store), 0.0
    for number in range(CYCLES):
        job = await orders.submit(f"reader-{number // IN_A_ROW}", platform=PLATFORM)
        result = await orders.result(job)
        began = time.perf_counter()
        await store.work.claim(job.id, job.id)
        await store.work.settle(job.id, job.id, result)
        [parcel] = await store.outbox.due([PLATFORM])
        await store.outbox.posted(parcel.delivery.id, "message")
        await store.outbox.sent(parcel.delivery.id)
        seconds += time.perf_counter() - began
    return CYCLES / seconds


async def looked(store: Store, persons: int) -> list[float]:
    """Times in which the queue finds out whose turn it may be."""
    if len(found := await store.work.fronts(Lane.QUICK)) != persons:
        raise RuntimeError(f"{len(found)} people wait, and not {persons}")
    times = list[float]()
    for _ in range(LOOKS):
        began = time.perf_counter()
        await store.work.fronts(Lane.QUICK)
        times.append(time.perf_counter() - began)
    return times
