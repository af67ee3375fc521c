"""Running jobs: the contract of the port `Work`, held by every store."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.domain.job import LOST, Done, Failed, Fault, Queued
from pipeline.domain.operation import EditText, Lane, Letter, Paint
from pipeline.domain.outcome import Again, Broken, Finished, HandedBack
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Head
from tests.paintings import painted
from tests.storage.orders import SOON, Orders, held_by, with_picture

STEP = Step(done=1, total=3, doing=Doing.DRAWING)
BAD = Fault(code="work-failed", facts={"kind": "ValueError"})


@pytest.fixture
def orders(store):
    return Orders(store)


async def fronts(store, lane=Lane.LONG):
    return [front.job for front in await store.work.fronts(lane)]


async def test_the_fronts_are_the_oldest_job_of_everybody_in_a_lane(orders, store):
    quick = EditText(changes=(("title", "x"),))
    first, _, bob = [await orders.submit(name) for name in ("ada", "ada", "bob")]
    edit = await orders.submit("ada", quick)
    assert await fronts(store) == [first.id, bob.id]
    assert await fronts(store, Lane.QUICK) == [edit.id]
    found = await store.work.fronts(Lane.LONG)
    assert [front.person for front in found] == [first.person, bob.person]
    assert found[0].order < found[1].order


async def test_a_claim_takes_a_job_once_and_counts(orders, store):
    job = await orders.submit()
    taken = await store.work.claim(job.id, "t1")
    assert taken is not None
    assert (taken.state, taken.attempts) == (held_by("t1"), 1)
    assert await store.work.claim(job.id, "t2") is None
    assert await store.jobs.job(job.id) == taken
    assert await store.work.claim("nothing", "t3") is None


async def test_of_many_who_claim_at_once_one_has_the_job(orders, store):
    job = await orders.submit()
    claims = await asyncio.gather(*(store.work.claim(job.id, f"t{n}") for n in range(8)))
    assert sum(claim is not None for claim in claims) == 1


async def test_progress_is_seen_and_its_preview_is_kept_while_the_job_runs(orders, store):
    job = await orders.claimed()
    async with store.blobs.writing():
        sha = await store.blobs.put(b"half a picture")
    step = Step(done=1, total=3, doing=Doing.DRAWING, preview=sha)
    assert await store.work.progress(job.id, "t", step)
    assert (await store.jobs.job(job.id)).step == step
    assert sha in await store.references()
    await store.work.settle(job.id, "t", await orders.result(job))
    assert (await store.jobs.job(job.id)).step is None
    assert sha not in await store.references()


async def test_what_was_made_already_outlives_the_run_and_only_who_holds_the_job_adds_to_it(
    orders, store
):
    job = await orders.claimed()
    (early,) = (await orders.result(job)).versions
    (late,) = (await orders.result(job)).versions
    assert await store.work.progress(job.id, "t", STEP, (early,))
    assert not await store.work.progress(job.id, "stale", STEP, (late,))
    await store.work.settle(job.id, "t", HandedBack())
    assert [one.id for one in await store.covers.tree(job.cover)] == [early.id]
    assert (await store.covers.cover(job.cover)).head.current == early.id
    assert early.raster in await store.references()
    await store.work.claim(job.id, "u")
    await store.work.settle(job.id, "u", await orders.result(job, versions=0))
    [parcel] = await store.outbox.due(["terminal"])
    assert [one.id for one in parcel.versions] == [early.id]


async def test_a_result_is_stored_with_its_delivery(orders, store):
    job = await orders.claimed()
    result = await orders.result(job, versions=2, files=1)
    assert await store.work.settle(job.id, "t", result)
    [parcel] = await store.outbox.due(["terminal"])
    assert (parcel.job.state, parcel.files) == (Done(), result.files)
    assert [v.id for v in parcel.versions] == [v.id for v in result.versions]
    tree = await store.covers.tree(job.cover)
    assert [(v.id, v.number) for v in tree] == [(v.id, n) for n, v in enumerate(result.versions, 1)]
    assert {result.files[0].sha256, tree[0].raster, tree[1].preview} <= await store.references()


async def test_numbers_go_on_where_the_last_job_ended(orders, store):
    first = await orders.finished(versions=2)
    more = await orders.again(first)
    await store.work.claim(more.id, "u")
    assert await store.work.settle(more.id, "u", await orders.result(more, versions=2))
    tree = await store.covers.tree(first.cover)
    assert [(v.number, v.job) for v in tree] == [
        (1, first.id), (2, first.id), (3, more.id), (4, more.id)
    ]  # fmt: skip


async def test_jobs_of_one_cover_that_end_together_number_without_gap_or_double(orders, store):
    first = await orders.finished()
    jobs = [await orders.again(first) for _ in range(4)]
    results = []
    for job in jobs:
        await store.work.claim(job.id, "u")
        results.append(await orders.result(job, versions=2))
    ends = (store.work.settle(j.id, "u", r) for j, r in zip(jobs, results, strict=True))
    assert all(await asyncio.gather(*ends))
    assert [v.number for v in await store.covers.tree(first.cover)] == list(range(1, 10))


async def test_the_first_of_several_options_is_current_where_nothing_was(orders, store):
    job = await orders.finished(versions=3)
    tree = await store.covers.tree(job.cover)
    assert (await store.covers.cover(job.cover)).head == Head(current=tree[0].id)


async def test_several_options_leave_the_owner_where_they_stand(orders, store):
    job = await orders.finished(versions=2)
    before = (await store.covers.cover(job.cover)).head
    more = await orders.again(job)
    await store.work.claim(more.id, "u")
    await store.work.settle(more.id, "u", await orders.result(more, versions=2))
    assert (await store.covers.cover(job.cover)).head == before


async def test_one_new_child_is_where_the_owner_stands(orders, store):
    job = await orders.finished(versions=2)
    tree = await store.covers.tree(job.cover)
    was = (await store.covers.cover(job.cover)).head
    undone = Head(current=tree[1].id, undone=(tree[0].id,))
    assert await store.covers.stand_at(job.cover, undone, was=was)
    more = await orders.again(job)
    await store.work.claim(more.id, "u")
    result = await orders.result(more)
    await store.work.settle(more.id, "u", result)
    assert (await store.covers.cover(job.cover)).head == Head(current=result.versions[0].id)


async def test_a_result_without_versions_moves_nothing(orders, store):
    job = await orders.finished(versions=1)
    before = await store.covers.cover(job.cover)
    more = await orders.again(job)
    await store.work.claim(more.id, "u")
    assert await store.work.settle(more.id, "u", await orders.result(more, versions=0, files=2))
    assert await store.covers.cover(job.cover) == before
    assert [len(p.files) for p in await store.outbox.due(["terminal"])] == [0, 2]


async def test_a_picture_of_the_author_is_kept_by_the_version_made_of_it(orders, store):
    async with store.blobs.writing():
        sha = await store.blobs.put(b"a photograph")
        job = await orders.claimed(operation=Letter(picture=sha, seed=1))
        result = await orders.result(job)
        made = with_picture(result.versions[0], sha)
        assert await store.work.settle(job.id, "t", Finished(versions=(made,)))
    assert sha in await store.references()
    assert await store.people.usage(job.person) == sum(
        [len(await store.blobs.get(key)) for key in (made.raster, made.preview, sha)]
    )


async def test_a_version_keeps_the_picture_that_it_was_painted_from(orders, store):
    async with store.blobs.writing():
        begun, sha = await store.blobs.put(b"a photograph"), await store.blobs.put(b"a painting")
        job = await orders.claimed(operation=Paint(picture=begun, seed=1))
        (made,) = (await orders.result(job)).versions
        made = replace(made, document=painted(made.document, sha, source=begun))
        assert await store.work.settle(job.id, "t", Finished(versions=(made,)))
    assert {begun, sha} <= await store.references()
    assert (await store.covers.version(made.id)).document == made.document


async def test_a_failure_ends_the_job_and_is_told(orders, store):
    job = await orders.claimed()
    assert await store.work.settle(job.id, "t", Broken(fault=BAD))
    assert (await store.jobs.job(job.id)).state == Failed(fault=BAD)
    [parcel] = await store.outbox.due(["terminal"])
    assert (parcel.job.id, parcel.versions, parcel.files) == (job.id, (), ())
    assert await store.receipts.faults(job.id) == (BAD,)


async def test_a_failure_that_may_pass_waits_its_time(orders, store, clock):
    job = await orders.claimed()
    wait = Again(not_before=clock.now() + timedelta(seconds=60), fault=BAD)
    assert await store.work.settle(job.id, "t", wait)
    waiting = await store.jobs.job(job.id)
    assert isinstance(waiting.state, Queued)
    assert waiting.attempts == 1
    assert await fronts(store) == []
    assert await store.receipts.faults(job.id) == (BAD,)
    assert not await store.outbox.due(["terminal"])


async def test_a_wait_that_is_over_lets_the_job_start(orders, store, clock):
    job = await orders.claimed()
    over = Again(not_before=clock.now() - timedelta(seconds=1), fault=BAD)
    assert await store.work.settle(job.id, "t", over)
    assert await fronts(store) == [job.id]
    again = await store.work.claim(job.id, "u")
    assert again is not None
    assert (again.attempts, again.state) == (2, held_by("u"))


async def test_a_job_that_waits_lets_the_persons_next_one_pass(orders, store, clock):
    job = await orders.claimed()
    next_one = await orders.submit()
    wait = Again(not_before=clock.now() + timedelta(seconds=60), fault=BAD)
    await store.work.settle(job.id, "t", wait)
    assert await fronts(store) == [next_one.id]


async def test_what_was_handed_back_counts_no_try_and_keeps_its_place(orders, store):
    job = await orders.claimed()
    await orders.submit()
    assert await store.work.progress(job.id, "t", STEP)
    assert await store.work.settle(job.id, "t", HandedBack())
    back = await store.jobs.job(job.id)
    assert (back.state, back.attempts, back.step) == (Queued(), 0, None)
    assert await fronts(store) == [job.id]
    assert await store.receipts.faults(job.id) == ()


async def test_jobs_of_a_lost_worker_wait_again_or_end_when_their_tries_are_spent(orders, store):
    job, waits = await orders.claimed(), await orders.submit("bob")
    [back] = await store.work.take_back(2)
    assert (back.id, back.state, back.attempts) == (job.id, Queued(), 1)
    assert back == await store.jobs.job(job.id)
    assert await store.receipts.faults(job.id) == (LOST,)
    await store.work.claim(job.id, "u")
    [spent] = await store.work.take_back(2)
    lost = Fault(code="work-lost", facts={"attempts": 2})
    assert spent.state == Failed(fault=lost)
    assert await store.receipts.faults(job.id) == (LOST, lost)
    assert [parcel.job.id for parcel in await store.outbox.due(["terminal"])] == [job.id]
    assert await store.work.take_back(2) == []
    assert (await store.jobs.job(waits.id)).state == Queued()


async def test_what_went_wrong_is_kept_in_order(orders, store, clock):
    job = await orders.claimed()
    past = clock.now() - timedelta(seconds=1)
    await store.work.settle(job.id, "t", Again(not_before=past, fault=SOON))
    await store.work.claim(job.id, "u")
    await store.work.settle(job.id, "u", Broken(fault=BAD))
    assert await store.receipts.faults(job.id) == (SOON, BAD)
