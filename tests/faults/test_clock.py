"""A wall clock that jumps: nothing waits for an hour, nothing is lost."""

import time
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from pipeline.domain.errors import DeliveryError, WorkError
from pipeline.domain.job import Delivered
from storage.opening import open_store
from tests.faults.life import at_rest, at_work, queue_of, until
from tests.faults.platform import NAME, RecordingCourier, messages
from tests.faults.test_once import submitted
from tests.faults.wares import perform

pytestmark = pytest.mark.kills

HOUR = timedelta(hours=1)
ORDERS = 6


class Jumping:
    """A wall clock that somebody sets, beside a monotonic one that nobody can."""

    def __init__(self, jump) -> None:
        self._jump = jump

    def now(self) -> datetime:
        return datetime.now(UTC) + self._jump()

    def monotonic(self) -> float:

        return time.monotonic()


class Moody:
    """Work and deliveries that fail once for each job, so that everything waits once."""

    def __init__(self) -> None:
        self.met: set[object] = set()

    def first(self, what: object) -> bool:
        known = what in self.met
        self.met.add(what)
        return not known


class MoodyCourier(RecordingCourier):
    moods = Moody()

    async def fill(self, message, parcel) -> None:
        if self.moods.first(parcel.job.id):
            raise DeliveryError("delivery-unavailable", platform=NAME)
        await super().fill(message, parcel)


def _both_ways(random: Random):
    return lambda: HOUR * random.choice([-1, 0, 1])


def _once(after: int, jump: timedelta):
    calls = iter([timedelta()] * after)
    return lambda: next(calls, jump)


@pytest.mark.parametrize("jump", [
    _both_ways(Random(1)), _both_ways(Random(2)), _once(40, HOUR), _once(40, -HOUR),
    _once(40, -24 * HOUR), _once(40, 24 * 365 * HOUR),
], ids=["to and fro", "fro and to", "forth", "back", "a day back", "a year forth"])  # fmt: skip
async def test_all_is_delivered_once_whatever_the_clock_says(place, jump) -> None:
    clock = Jumping(jump)
    store = await open_store("", place.data, clock)
    moods, record = Moody(), place.platform()

    async def moody(task, bench):
        if moods.first(task.operation):
            raise WorkError("work-memory")
        return await perform(task, bench)

    try:
        jobs = [await submitted(store, number) for number in range(ORDERS)]
        async with at_work(queue_of(store, MoodyCourier(record, store.blobs), clock=clock,
                                    perform=moody)):  # fmt: skip
            await until(lambda: at_rest(store), within_s=20.0)
        states = [(await store.jobs.job(job.id)).state for job in jobs]
    finally:
        await store.close()
    assert states == [Delivered()] * ORDERS
    assert [len(filled) for filled in messages(record).filled.values()] == [1] * ORDERS
