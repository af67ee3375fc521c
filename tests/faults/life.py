"""One life of the process that runs the queue: it opens everything, works, and may be killed."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from pipeline.domain.limits import QueueLimits
from pipeline.ports.delivery import Courier
from pipeline.queue.performing import Means
from pipeline.queue.processes import Processes
from pipeline.queue.queue import Queue
from storage.opening import open_store
from storage.store import Store
from tests.faults import customers, wares
from tests.faults.platform import Record, RecordingCourier
from tests.faults.points import Points
from tests.faults.reckoning import Ledger, Reckoning, reckon

LIMITS = QueueLimits(backoff_s=0.02, longest_backoff_s=0.05, poll_s=0.05, drain_s=5.0)
"""As in production, but in a hurry; three attempts."""
PORTS = ("jobs", "work", "outbox", "blobs", "people")
LOOK_S = 0.03
LIFE_S = 60.0
"""A life that is not over by then hangs."""

Wrap = Callable[[Store], Store]


def as_it_is(store: Store) -> Store:
    """The store itself: nothing is broken on purpose."""
    return store


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The folders of one history: `data` is what is killed, the records outlive everything.

    A short life has `orders`, and one more that is cancelled as soon as it is acknowledged.
    """

    root: Path
    orders: int = 1

    @property
    def data(self) -> Path:
        """Database and blobs."""
        return self.root / "data"

    @property
    def deaths(self) -> Path:
        """At which moment each life ended."""
        return self.root / "deaths"

    @property
    def stop(self) -> Path:
        """While this file is there nobody orders any more."""
        return self.root / "stop"

    def ledger(self) -> Record:
        """What customers were told."""
        return Record(self.root / "ledger")

    def platform(self) -> Record:
        """What people see on the platform."""
        return Record(self.root / "platform")


@asynccontextmanager
async def opened(data: Path, points: Points | None = None, wrap: Wrap = as_it_is) \
        -> AsyncIterator[Store]:  # fmt: skip
    """The store of a folder; with `points` each call of its ports that writes is one."""
    store = await open_store("", data, SystemClock())
    try:
        store = wrap(store)
        if points is not None:
            ports = {name: points.port(name, getattr(store, name)) for name in PORTS}
            store = replace(store, **ports)
        yield store
    finally:
        await store.close()


def queue_of(store: Store, courier: Courier, **changes: Any) -> Queue:
    """The real queue over a store, with a light way to perform."""
    means: dict[str, Any] = {
        "jobs": store.jobs, "work": store.work, "covers": store.covers, "blobs": store.blobs,
        "processes": Processes(object, long=2, step_s=30.0), "perform": wares.perform,
        "clock": SystemClock(), "limits": LIMITS,
    }  # fmt: skip
    return Queue(Means(**(means | changes)), lock=store.lock, outbox=store.outbox,
                 couriers=[courier], references=store.references)  # fmt: skip


@asynccontextmanager
async def at_work(queue: Queue) -> AsyncIterator[None]:
    """The queue runs for as long as the context lasts."""
    running = asyncio.create_task(queue.run())
    try:
        yield
    finally:
        await queue.stop()
        await running


async def until(holds: Callable[[], Awaitable[bool]], within_s: float = LIFE_S) -> None:
    """Wait until something holds.

    Raises:
        TimeoutError: when it does not within that time.
    """
    async with asyncio.timeout(within_s):
        while not await holds():  # noqa: ASYNC110 - another process makes it true
            await asyncio.sleep(LOOK_S)


async def at_rest(store: Store) -> bool:
    """Whether every job has ended and every result was delivered."""
    overview = await store.jobs.overview()
    return not overview.lines and not overview.undelivered


async def short_life(place: Place, points: Points | None, wrap: Wrap = as_it_is) -> None:
    """Order a little, have it made and delivered, tidy up: each change that there is, once."""
    platform = place.platform()
    async with opened(place.data, points, wrap) as store:
        courier = RecordingCourier(platform, store.blobs)
        watched = courier if points is None else points.port("courier", courier)
        await _small_shopping(place, store)
        async with at_work(queue_of(store, watched)):
            await until(lambda: at_rest(store))
        await store.blobs.collect(store.references)


async def _small_shopping(place: Place, store: Store) -> None:
    ledger = place.ledger()
    for number in range(place.orders):
        await customers.buy(store, ledger, number)
    await customers.cancel(store, ledger, await customers.buy(store, ledger, place.orders))


async def working_life(place: Place, points: Points) -> None:
    """Work on what customers order from elsewhere, until the end."""
    platform = place.platform()
    async with opened(place.data, points) as store:
        courier = points.port("courier", RecordingCourier(platform, store.blobs))
        async with at_work(queue_of(store, courier)):
            await until(lambda: _asked_to_stop(place))


async def shopping_life(place: Place) -> None:
    """Order again and again, until the end."""
    async with opened(place.data) as store:
        await customers.keep_ordering(store, place.ledger(), place.stop)


async def last_life(place: Place, wrap: Wrap = as_it_is, *, shopping: bool = False) -> Reckoning:
    """Finish what there is, undisturbed, and reckon.

    With `shopping` the orders of a short life are repeated first, as callers without an answer do.
    """
    ledger, platform = place.ledger(), place.platform()
    async with opened(place.data, wrap=wrap) as store:
        if shopping:
            await _small_shopping(place, store)
        async with at_work(queue_of(store, RecordingCourier(platform, store.blobs))):
            await until(lambda: at_rest(store))
        return await reckon(store, place.data, Ledger.of(ledger), platform)


async def _asked_to_stop(place: Place) -> bool:
    return place.stop.exists()


def told(found: Reckoning) -> str:
    """A reckoning as text that can be sent to another process."""
    return json.dumps(asdict(found))
