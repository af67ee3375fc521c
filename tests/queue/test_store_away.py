"""A store that fails never ends the queue: it waits, goes on, and loses nothing."""

import asyncio
from dataclasses import replace

import pytest

from pipeline.domain.errors import StorageError, WorkError
from pipeline.domain.event import (
    BlobsCollected,
    JobStarted,
    JobStopped,
    QueueTurned,
    StoreFailed,
)
from tests.queue.installation import LIMITS, Gate

PARTS = ("work", "outbox", "lock")


async def test_work_goes_on_when_the_store_comes_back(house, running):
    gate = house.acts["gate"] = Gate()
    jobs = [await house.order("gate", person=f"p{n}") for n in range(4)]
    running(house.queue())
    await gate.entered(2)
    for part in PARTS:
        getattr(house, part).breaks("*")
    gate.may_end.set()
    await house.pulse.until(lambda: len(house.of(StoreFailed)) >= 5)
    for part in PARTS:
        getattr(house, part).broken.clear()
    for job in jobs:
        await house.comes_to(job, "Delivered")
    assert len(house.of(JobStarted)) == len(house.courier.brought) == 4


ERRORS = {
    "gone": StorageError("storage-unavailable", reason="gone"),
    "full": StorageError("storage-full"),
    "read-only": StorageError("storage-read-only", path="/"),
    "bug": ValueError("nobody foresaw this"),
}
CALLS = [
    ("lock", "take"), ("lock", "held"), ("work", "take_back"), ("work", "fronts"),
    ("work", "claim"), ("outbox", "due"), ("outbox", "posted"), ("outbox", "sent"),
]  # fmt: skip


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize(("part", "method"), CALLS)
async def test_no_failing_call_ends_the_queue(house, running, part, method, error):
    getattr(house, part).breaks(method, ERRORS[error])
    job = await house.order()
    run = running(house.queue())
    calls = getattr(house, part).calls
    await house.pulse.until(lambda: calls.count(method) >= 2)
    assert not run.done()
    getattr(house, part).broken.clear()
    await house.comes_to(job, "Delivered")
    assert house.courier.posted == [job]


@pytest.mark.parametrize(("error", "end"), [
    ("gone", "Delivered"), ("full", "Delivered"), ("read-only", "Delivered"), ("bug", "Failed"),
])  # fmt: skip
async def test_a_result_that_cannot_be_settled_is_never_lost(house, running, error, end):
    house.work.breaks("settle", ERRORS[error])
    job = await house.order()
    running(house.queue())
    await house.pulse.until(lambda: house.work.calls.count("settle") >= 4)
    assert house.is_now(job) == "Running"
    house.work.broken.clear()
    await house.comes_to(job, end)
    await house.pulse.until(lambda: house.courier.brought == [job])


async def test_a_claim_whose_answer_was_lost_is_handed_back_and_done(house, running):
    claim = house.work.claim

    async def answer_lost(*args):
        await claim(*args)
        del house.work.__dict__["claim"]
        raise StorageError("storage-unavailable", reason="no answer")

    house.work.claim = answer_lost
    job = await house.order()
    running(house.queue())
    await house.comes_to(job, "Delivered")
    assert house.state.jobs[job].attempts == 1


async def test_a_run_that_hears_late_of_its_end_leaves_the_next_run_of_its_job_alone(opened):
    """Its end was committed, the answer was lost, and the job was started again meanwhile."""
    house = opened(replace(LIMITS, drain_s=0.1, running_per_person=2))
    gate, settle = Gate(), house.work.settle
    house.acts["act"] = raising_once(WorkError("work-crashed"), gate)

    async def answer_lost(*args):
        await settle(*args)
        house.work.settle = once_entered
        raise StorageError("storage-unavailable", reason="no answer")

    async def once_entered(*args):
        del house.work.__dict__["settle"]
        await gate.entered()
        return await settle(*args)

    house.work.settle = answer_lost
    job = await house.order("act")
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    await house.tells(JobStopped, why="fenced")
    await queue.stop()
    await run
    assert (house.is_now(job), house.state.jobs[job].attempts) == ("Queued", 1)


def raising_once(error, act):
    """An act that fails the first time."""
    errors = [error]

    async def acted(task, bench):
        if errors:
            raise errors.pop()
        return await act(task, bench)

    return acted


async def test_a_lost_lock_drops_what_runs_and_takes_it_back_with_the_lock(house, running):
    gate = house.acts["gate"] = Gate()
    job = await house.order("gate")
    running(house.queue())
    await gate.entered()
    other = house.new_lock()
    await house.lock.give_back()
    await other.take()
    await house.tells(QueueTurned, state="lost")
    await house.pulse.until(lambda: house.is_now(job) == "Queued")
    later = await house.order(person="bob")
    looks = len(house.lock.calls)
    await house.pulse.until(lambda: len(house.lock.calls) > looks + 4)
    assert house.is_now(later) == "Queued"
    gate.may_end.set()
    await other.give_back()
    for each in (job, later):
        await house.comes_to(each, "Delivered")
    assert len(house.state.shipments) == 2


async def test_a_result_outlives_a_server_that_takes_the_lock_with_it(house, running):
    """As when PostgreSQL is started again: the connection that held the lock is gone."""
    gate = house.acts["gate"] = Gate()
    job = await house.order("gate")
    running(house.queue())
    await gate.entered()
    for part in ("work", "outbox"):
        getattr(house, part).breaks("*")
    house.lock.breaks("take")
    await house.lock.give_back()
    await house.tells(QueueTurned, state="lost")
    gate.may_end.set()
    await house.pulse.until(lambda: house.work.calls.count("settle") >= 2)
    for part in PARTS:
        getattr(house, part).broken.clear()
    await house.comes_to(job, "Delivered")
    assert len(gate.begun) == len(house.of(JobStarted)) == 1
    after = await house.order()
    await house.comes_to(after, "Delivered")


async def test_a_queue_stops_in_time_while_the_store_is_away(house):
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    await house.tells(QueueTurned, state="taken")
    for part in PARTS:
        getattr(house, part).breaks("*")
    await house.tells(StoreFailed)
    before = house.clock.monotonic()
    await queue.stop()
    await run
    assert house.clock.monotonic() - before < 2.0


async def test_pictures_that_nobody_needs_are_collected_now_and_then(house, running):
    async with house.blobs.writing():
        orphan = await house.blobs.put(b"nobody's")
    job = await house.order()
    running(house.queue(collect_every_s=0.05))
    await house.tells(BlobsCollected)
    await house.comes_to(job, "Delivered")
    (version,) = house.state.versions.values()
    assert await house.blobs.get(version.raster)
    with pytest.raises(StorageError):
        await house.blobs.get(orphan)


async def test_a_full_disk_is_cleaned_before_the_next_try(opened, running):
    house = opened(replace(LIMITS, backoff_s=0.2, longest_backoff_s=0.2))
    async with house.blobs.writing():
        orphan = await house.blobs.put(b"nobody's")
    house.blobs.breaks("put", StorageError("storage-full"))
    job = await house.order()
    running(house.queue(collect_every_s=3600.0))
    await house.tells(BlobsCollected)
    house.blobs.broken.clear()
    await house.comes_to(job, "Delivered")
    with pytest.raises(StorageError):
        await house.blobs.get(orphan)
