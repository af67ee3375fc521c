"""Orders: the contract of the port `Jobs`, held by every store."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.domain.errors import JobError, QueueError, VersionError
from pipeline.domain.foreseeing import LATE, Enlarging
from pipeline.domain.job import Cancelled, Queued
from pipeline.domain.operation import EditText, Illustrate, Lane, Letter, Paint, Print, as_made
from pipeline.domain.outcome import Again
from pipeline.domain.step import Doing, Step
from pipeline.domain.upscaling import Upscaled, Weights
from tests.paintings import painted
from tests.storage.orders import MOST, SOON, Orders, cover_for, document, held_by, job_for

LONG_AGO, FAR_OFF = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""Before and after a run, by the clock of the tests as by that of a database."""


@pytest.fixture
def orders(store):
    return Orders(store)


async def test_an_order_comes_back_as_it_was_given(orders, store):
    person = await orders.person()
    cover = cover_for(person)
    job = job_for(person, cover.id, EditText(changes=(("title", "새 제목 \x00 🎈"),)))
    assert await store.jobs.submit(job, cover=cover, most_open=1) == job
    assert await store.jobs.job(job.id) == job
    assert await store.covers.cover(cover.id) == cover


async def test_the_same_key_is_the_same_job_and_writes_nothing(orders, store):
    first = await orders.submit(key="click")
    person = await orders.person()
    cover = cover_for(person)
    second = job_for(person, cover.id, key="click")
    assert (await store.jobs.submit(second, cover=cover, most_open=MOST)).id == first.id
    assert await store.covers.cover(cover.id) is None
    assert await store.jobs.job(second.id) is None


async def test_the_same_key_is_the_same_job_whatever_became_of_it(orders, store):
    first = await orders.submit(key="click")
    await store.jobs.cancel(first.id)
    again = await orders.submit(key="click", most_open=0)
    assert (again.id, again.state) == (first.id, Cancelled())


async def test_many_at_once_with_one_key_make_one_job(orders, store):
    await orders.person()
    accepted = await asyncio.gather(*(orders.submit(key="click") for _ in range(8)))
    assert len({job.id for job in accepted}) == 1
    assert len(await store.jobs.jobs_of(accepted[0].person)) == 1


async def test_a_person_may_have_so_many_open_jobs_and_others_as_many(orders, store):
    first = await orders.submit("ada", most_open=2)
    await orders.submit("ada", most_open=2)
    with pytest.raises(QueueError) as full:
        await orders.submit("ada", most_open=2)
    assert (full.value.code, full.value.facts) == ("queue-full-person", {"limit": 2})
    await orders.submit("bob", most_open=2)
    await store.jobs.cancel(first.id)
    await orders.submit("ada", most_open=2)


async def test_what_is_refused_leaves_nothing(orders, store):
    person = await orders.person()
    cover = cover_for(person)
    with pytest.raises(QueueError):
        await store.jobs.submit(job_for(person, cover.id), cover=cover, most_open=0)
    assert await store.covers.cover(cover.id) is None
    assert await store.jobs.jobs_of(person) == []


async def test_orders_that_come_together_do_not_pass_the_limit_together(orders, store):
    person = await orders.person()
    tries = (orders.submit(most_open=3) for _ in range(8))
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(answer, QueueError) for answer in answers) == 5
    assert len(await store.jobs.jobs_of(person)) == 3


async def test_an_order_for_a_cover_that_is_gone_is_refused(orders, store):
    person = await orders.person()
    with pytest.raises(VersionError, match="cover-missing"):
        await store.jobs.submit(job_for(person, "gone"), most_open=MOST)
    with pytest.raises(VersionError, match="cover-missing"):
        await store.jobs.submit(job_for("nobody", "c"), cover=cover_for("nobody"), most_open=MOST)


async def test_a_person_sees_their_own_jobs_newest_first(orders, store):
    ids = [(await orders.submit("ada")).id for _ in range(3)]
    await orders.submit("bob")
    person = await orders.person("ada")
    assert [job.id for job in await store.jobs.jobs_of(person, limit=2)] == ids[:0:-1]


async def test_a_waiting_job_is_cancelled_and_never_starts(orders, store):
    job = await orders.submit()
    assert (await store.jobs.cancel(job.id)).state == Cancelled()
    assert await store.work.claim(job.id, "t") is None
    assert not await store.work.fronts(Lane.LONG)


async def test_a_running_job_is_cancelled_and_its_holder_learns_of_it(orders, store):
    job = await orders.claimed()
    assert job.state == held_by("t")
    assert (await store.jobs.cancel(job.id)).state == Cancelled()
    assert not await store.work.settle(job.id, "t", await orders.result(job))


async def test_what_has_ended_or_never_was_cannot_be_cancelled(orders, store):
    done = await orders.finished()
    with pytest.raises(JobError, match="job-ended"):
        await store.jobs.cancel(done.id)
    with pytest.raises(JobError, match="job-missing"):
        await store.jobs.cancel("nothing")


async def test_the_overview_shows_what_is_open_in_the_order_of_ordering(orders, store, clock):
    waits = await orders.submit("ada")
    runs = await orders.claimed("bob", operation=EditText(changes=(("title", "x"),)))
    await orders.finished("cyd")
    over = await store.jobs.overview()
    shown = [(line.job, line.kind, line.lane, line.running, line.attempts) for line in over.lines]
    assert shown == [
        (waits.id, "illustrate", Lane.LONG, False, 0),
        (runs.id, "edit-text", Lane.QUICK, True, 1),
    ]
    assert (over.lines[0].person, over.lines[0].cover) == (waits.person, waits.cover)
    assert (over.undelivered, over.paused, over.lines[0].ordered_at) == (1, False, waits.ordered_at)


async def test_the_overview_shows_how_long_a_job_that_measures_itself_has_left(orders, store):
    waits, runs = await orders.submit("ada"), await orders.claimed("bob")
    await store.work.progress(
        runs.id, "t", Step(done=1, total=9, doing=Doing.ENLARGING, left_s=80.5)
    )
    left = {line.job: line.left_s for line in (await store.jobs.overview()).lines}
    assert left == {waits.id: None, runs.id: 80.5}


async def test_the_overview_knows_how_long_the_last_jobs_of_a_kind_took(orders, store, clock):
    for seconds in [1000.0, *[2.0] * 25, *[4.0] * 25]:
        job = await orders.claimed()
        clock.pass_(seconds)
        await store.work.settle(job.id, "t", await orders.result(job))
    assert (await store.jobs.overview()).seconds == {"illustrate": pytest.approx(3.0)}


async def test_orders_that_enlarged_a_picture_are_known_with_what_they_took(orders, store, clock):
    for seconds, changes in ((9.0, {}), *[(30.0, {"enlarged": True})] * (LATE + 1)):
        job = await orders.claimed(operation=Print(target="a5", pages=200))
        clock.pass_(seconds)
        result = await enlarging_result(orders, job, FAR_OFF, **changes)
        await store.work.settle(job.id, "t", result)
    one = Enlarging(
        kind="print", engine="torch", weights=Weights.ANIME, megapixels=0.5, seconds=30.0
    )
    assert await store.receipts.enlargings() == [one] * LATE


async def test_a_run_whose_picture_an_earlier_one_enlarged_does_not_tell_how_long_that_takes(
    orders, store, clock
):
    job = await orders.claimed(operation=Print(target="a5", pages=200))
    clock.pass_(300.0)
    result = await enlarging_result(orders, job, LONG_AGO, enlarged=True)
    step = Step(done=1, total=2, doing=Doing.SAVING)
    assert await store.work.progress(job.id, "t", step, result.versions)
    await store.work.settle(job.id, "t", Again(not_before=clock.now(), fault=SOON))
    clock.pass_(1.0)
    await store.work.claim(job.id, "u")
    clock.pass_(20.0)
    assert await store.work.settle(job.id, "u", replace(result, versions=()))

    assert await store.receipts.enlargings() == []


async def enlarging_result(orders, job, made_at, *, enlarged=False):
    """A version that an order for print made: its picture was enlarged, or only continued."""
    result = await orders.result(job)
    art = painted(document(), result.versions[0].raster).art
    was = Upscaled(engine="torch", weights=Weights.ANIME, width_px=500, height_px=1000)
    made = replace(result.versions[0], document=replace(document(), art=replace(art, upscaled=was)),
                   made_at=made_at, operation=as_made(job.operation, enlarged=enlarged))  # fmt: skip
    return replace(result, versions=(made,))


async def test_a_clock_that_jumps_does_not_change_how_long_jobs_took(orders, store, clock):
    job = await orders.claimed()
    clock.pass_(2.0)
    clock.jump(-1)
    await store.work.settle(job.id, "t", await orders.result(job))
    assert (await store.jobs.overview()).seconds == {"illustrate": pytest.approx(2.0)}


@pytest.mark.parametrize("kind", [Letter, Paint])
async def test_the_picture_of_an_order_is_kept_while_the_job_is_open(orders, store, kind):
    async with store.blobs.writing():
        sha = await store.blobs.put(b"a photograph")
        job = await orders.submit(operation=kind(picture=sha, seed=1))
    assert sha in await store.references()
    await store.jobs.cancel(job.id)
    assert sha not in await store.references()


async def test_jobs_of_somebody_who_was_forgotten_are_gone(orders, store):
    waits, runs = await orders.submit(), await orders.claimed()
    await store.removals.forget(waits.person)
    assert await store.jobs.job(waits.id) is None
    assert not await store.work.settle(runs.id, "t", await orders.result(runs))
    assert not await store.references()


async def test_an_order_starts_out_waiting_at_its_end_of_the_line(orders, store):
    job = await orders.submit(operation=Illustrate(seed=7, for_print=True))
    assert (job.state, job.attempts, job.step) == (Queued(), 0, None)
