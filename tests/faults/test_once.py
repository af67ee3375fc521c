"""What happens once, however often it is tried: an order, its result, its delivery."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.domain.errors import DeliveryError
from pipeline.domain.job import Delivered, Done
from pipeline.domain.outcome import Finished
from pipeline.domain.step import Doing, Step
from pipeline.queue.result import stored, task_of
from tests.faults.broken import BROKEN
from tests.faults.life import at_rest, at_work, opened, queue_of, until
from tests.faults.platform import NAME, RecordingCourier, messages
from tests.faults.wares import OPTIONS, order, perform

REPLAYS = 8


async def submitted(store, number: int = 0):
    person = await store.people.meet("platform", "somebody")
    job, cover = order(f"order-{number}", person.id, seed=number)
    return await store.jobs.submit(job, cover=cover, most_open=99)


class DeafCourier(RecordingCourier):
    """The platform accepts, but its answer never comes back; `drops` times for each call."""

    def __init__(self, record, blobs, drops: int) -> None:
        super().__init__(record, blobs)
        self.drops = {"post": drops, "fill": drops}

    async def post(self, parcel) -> str:
        message = await super().post(parcel)
        self._answer("post")
        return message

    async def fill(self, message, parcel) -> None:
        await super().fill(message, parcel)
        self._answer("fill")

    def _answer(self, call: str) -> None:
        if self.drops[call] > 0:
            self.drops[call] -= 1
            raise DeliveryError("delivery-unavailable", platform=NAME)


@pytest.mark.parametrize("drops", [0, 1, 3])
async def test_a_result_whose_acceptance_was_not_heard_is_one_message(place, store, drops) -> None:
    """Each unheard post leaves a stray placeholder: a platform without keys cannot tell."""
    job = await submitted(store)
    record = place.platform()
    async with at_work(queue_of(store, DeafCourier(record, store.blobs, drops))):
        await until(lambda: at_rest(store))
    seen = messages(record)
    assert (len(seen.filled[job.id]), seen.strays) == (1, drops)
    assert [len(contents) for contents in seen.contents.values()] == [1]


async def test_one_order_sent_many_times_at_once_is_one_job(place, store) -> None:
    async with opened(place.data) as other:
        kept = await asyncio.gather(*(submitted(s) for s in [store, other] * REPLAYS))
    person = await store.people.meet("platform", "somebody")
    assert len({job.id for job in kept}) == 1
    assert len(await store.jobs.jobs_of(person.id)) == 1
    assert len((await store.covers.history(person.id)).entries) == 1


async def test_an_order_repeated_after_its_delivery_is_still_the_same_job(place, store) -> None:
    job = await submitted(store)
    async with at_work(queue_of(store, RecordingCourier(place.platform(), store.blobs))):
        await until(lambda: at_rest(store))
    again = await submitted(store)
    assert (again.id, again.state) == (job.id, Delivered())


class _Alone:
    """A bench of a worker that does not hear whether its work is wanted."""

    def __init__(self, number: int) -> None:
        self._ids = iter(f"late-{number}-{n}" for n in range(OPTIONS))

    async def tell(self, step: Step, picture: bytes | None = None) -> None:
        del step, picture

    def new_id(self) -> str:
        return next(self._ids)


async def outcome_of(store, job, number: int) -> Finished:
    """A result with its blobs, as a worker has it before it settles."""
    task = await task_of(job, store.covers)
    made = await perform(task, _Alone(number))
    return await stored(made, job, task, store.blobs, datetime.now(UTC))


async def race(store):
    """A frozen worker and the one that took its job over; what each was told, and the job."""
    job = await submitted(store)
    frozen = await store.work.claim(job.id, "frozen")
    await store.work.take_back(3)
    second = await store.work.claim(job.id, "second")
    step = Step(done=1, total=2, doing=Doing.DRAWING)
    heard = await store.work.progress(job.id, "frozen", step)
    async with store.blobs.writing():
        late = await store.work.settle(job.id, "frozen", await outcome_of(store, frozen, 1))
        kept = await store.work.settle(job.id, "second", await outcome_of(store, second, 2))
    return (heard, late, kept), await store.jobs.job(job.id)


async def test_a_worker_that_wakes_up_late_changes_nothing(store) -> None:
    told, job = await race(store)
    versions = await store.covers.tree(job.cover)
    assert told == (False, False, True)
    assert (job.state, job.attempts) == (Done(), 2)
    assert {version.id for version in versions} == {"late-2-0", "late-2-1"}
    assert len(await store.outbox.due([NAME])) == 1


async def test_without_the_token_the_late_result_would_count(store) -> None:
    """The test above can fail: it finds a store that looks at no token."""
    (_, late, kept), job = await race(BROKEN["looks-at-no-token"](store))
    assert (late, kept) == (True, False)
    assert {v.id for v in await store.covers.tree(job.cover)} == {"late-1-0", "late-1-1"}


async def test_a_result_settled_twice_is_recorded_once(store) -> None:
    job = await submitted(store)
    held = await store.work.claim(job.id, "a")
    async with store.blobs.writing():
        result = await outcome_of(store, held, 1)
        told = await asyncio.gather(*(store.work.settle(job.id, "a", result) for _ in range(4)))
    assert sorted(told) == [False, False, False, True]
    assert len(await store.covers.tree(job.cover)) == OPTIONS
    assert len(await store.outbox.due([NAME])) == 1


async def test_a_result_that_comes_after_its_owner_cancelled_is_refused(store) -> None:
    job = await submitted(store)
    held = await store.work.claim(job.id, "a")
    await store.jobs.cancel(job.id)
    async with store.blobs.writing():
        assert not await store.work.settle(job.id, "a", await outcome_of(store, held, 1))
    assert not await store.covers.tree(job.cover)
    assert not await store.outbox.due([NAME])


async def test_a_result_that_is_sent_twice_is_noted_once(store) -> None:
    job = await submitted(store)
    held = await store.work.claim(job.id, "a")
    async with store.blobs.writing():
        await store.work.settle(job.id, "a", await outcome_of(store, held, 1))
    (parcel,) = await store.outbox.due([NAME])
    assert [await store.outbox.sent(parcel.delivery.id) for _ in range(2)] == [True, False]
    assert replace(await store.jobs.job(job.id), step=None).state == Delivered()
