"""A holder that comes back late changes nothing; of two who race, one wins."""

import asyncio
import json
import subprocess
import sys
from contextlib import AsyncExitStack

import pytest

from pipeline.domain.job import Cancelled, Fault
from pipeline.domain.outcome import Again, Broken, HandedBack
from pipeline.domain.step import Doing, Step
from tests.storage.orders import SOON, START, Orders, held_by

STEP = Step(done=1, total=2, doing=Doing.DRAWING, preview="0" * 64)
ROUNDS = 12


@pytest.fixture
def orders(store):
    return Orders(store)


@pytest.fixture(params=["finished", "broken", "again", "handed back"])
async def late(request, orders):
    """What somebody brings who was thought lost."""

    async def outcome(job):
        match request.param:
            case "finished":
                return await orders.result(job, versions=2, files=1)
            case "broken":
                return Broken(fault=Fault(code="work-memory"))
            case "again":
                return Again(not_before=START, fault=SOON)
            case _:
                return HandedBack()

    return outcome


async def everything(store, job):
    """All that could have changed."""
    return (
        await store.jobs.job(job.id), await store.covers.tree(job.cover),
        await store.covers.cover(job.cover), await store.receipts.receipt(job.id),
        await store.receipts.faults(job.id), await store.references(),
        await store.people.usage(job.person), await store.outbox.due(["terminal"]),
    )  # fmt: skip


async def test_who_was_taken_back_from_changes_nothing(orders, store, late):
    job = await orders.claimed()
    outcome = await late(job)
    await store.work.take_back(3)
    before = await everything(store, job)
    assert not await store.work.settle(job.id, "t", outcome)
    assert not await store.work.progress(job.id, "t", STEP)
    assert await everything(store, job) == before


async def test_who_was_replaced_changes_nothing_and_the_new_holder_goes_on(orders, store, late):
    job = await orders.claimed()
    outcome = await late(job)
    await store.work.take_back(3)
    await store.work.claim(job.id, "u")
    before = await everything(store, job)
    assert not await store.work.settle(job.id, "t", outcome)
    assert not await store.work.progress(job.id, "t", STEP)
    assert await everything(store, job) == before
    assert (await store.jobs.job(job.id)).state == held_by("u")
    assert await store.work.settle(job.id, "u", await orders.result(job))


async def test_who_worked_on_a_cancelled_job_changes_nothing(orders, store, late):
    job = await orders.claimed()
    outcome = await late(job)
    await store.jobs.cancel(job.id)
    before = await everything(store, job)
    assert not await store.work.settle(job.id, "t", outcome)
    assert await everything(store, job) == before


async def test_a_result_is_recorded_once(orders, store):
    job = await orders.claimed()
    result = await orders.result(job, versions=2)
    ends = [store.work.settle(job.id, "t", result) for _ in range(4)]
    assert sorted(await asyncio.gather(*ends)) == [False, False, False, True]
    assert len(await store.covers.tree(job.cover)) == 2
    assert len(await store.outbox.due(["terminal"])) == 1


async def test_of_a_cancel_and_a_result_one_wins_whole(orders, store):
    for _ in range(5):
        job = await orders.claimed()
        result = await orders.result(job)
        settled, _ = await asyncio.gather(
            store.work.settle(job.id, "t", result), store.jobs.cancel(job.id),
            return_exceptions=True,
        )  # fmt: skip
        is_cancelled = (await store.jobs.job(job.id)).state == Cancelled()
        assert settled is not is_cancelled
        assert len(await store.covers.tree(job.cover)) == (0 if is_cancelled else 1)
        assert (await store.receipts.receipt(job.id) is None) is is_cancelled


async def test_a_delivery_is_recorded_once(orders, store):
    await orders.finished()
    [parcel] = await store.outbox.due(["terminal"])
    sends = [store.outbox.sent(parcel.delivery.id) for _ in range(4)]
    assert sorted(await asyncio.gather(*sends)) == [False, False, False, True]


async def race(url, data, wish, rounds):
    """Two processes that do the same thing at the same time; their answers for each round."""
    async with AsyncExitStack() as stack:
        racers = [await racer(stack, url, data, wish) for _ in range(2)]
        return [await each(racers, json.dumps(turn)) for turn in rounds]


async def racer(stack, url, data, wish):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.storage.racer", url, str(data), wish,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    stack.push_async_callback(process.wait)
    stack.callback(process.stdin.close)
    async with asyncio.timeout(30):
        assert await process.stdout.readline() == b"ready\n"
    return process


async def each(racers, line):
    for process in racers:
        process.stdin.write(f"{line}\n".encode())
    async with asyncio.timeout(30):
        return [json.loads(await process.stdout.readline()) for process in racers]


@pytest.fixture(params=["sqlite", "postgres"])
def shared(request, tmp_path):
    """The address of a database that several processes use."""
    return request.getfixturevalue("postgres_url") if request.param == "postgres" else ""


@pytest.fixture
async def open_shared(shared, tmp_path, clock):
    from storage.opening import open_store  # noqa: PLC0415

    opened = await open_store(shared, tmp_path, clock)
    yield opened
    await opened.close()


async def test_two_processes_with_one_key_order_one_job(shared, tmp_path, open_shared):
    orders = Orders(open_shared)
    person = await orders.person()
    keys = [{"person": person, "key": f"click {n}"} for n in range(ROUNDS)]
    answers = await race(shared, tmp_path, "submit", keys)
    assert [first == second for first, second in answers] == [True] * ROUNDS
    jobs = await open_shared.jobs.jobs_of(person, limit=100)
    assert {job.id for job in jobs} == {first for first, _ in answers}
    assert len(jobs) == ROUNDS


async def test_of_two_processes_that_claim_a_job_one_has_it(shared, tmp_path, open_shared):
    orders = Orders(open_shared)
    jobs = [await orders.submit() for _ in range(ROUNDS)]
    answers = await race(shared, tmp_path, "claim", [{"job": job.id} for job in jobs])
    assert [sorted(answer) for answer in answers] == [[False, True]] * ROUNDS


async def test_two_processes_that_end_jobs_of_one_cover_number_in_one_line(
    shared, tmp_path, open_shared
):
    orders = Orders(open_shared)
    first = await orders.finished()
    pairs = []
    for _ in range(ROUNDS):
        pair = [(await orders.again(first)).id for _ in range(2)]
        for job in pair:
            await open_shared.work.claim(job, "t")
        pairs.append({"jobs": pair})
    assert await race(shared, tmp_path, "settle", pairs) == [[True, True]] * ROUNDS
    numbers = [version.number for version in await open_shared.covers.tree(first.cover)]
    assert numbers == list(range(1, 2 * ROUNDS + 2))
