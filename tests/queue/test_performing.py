"""One job from its claim to its stored result."""

import asyncio
from datetime import timedelta

import pytest

from pipeline.domain.errors import StorageError
from pipeline.domain.event import JobFailed, JobFinished, JobStarted, JobStopped, StepTaken
from pipeline.domain.operation import Compare, Fork, Lane, Reroll
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.queue.performing import run_job
from tests.queue import works
from tests.queue.installation import Gate, draft, make
from tests.queue.waiting import alive, content, until

HALF = Step(done=1, total=2, doing=Doing.DRAWING)


async def test_a_result_is_stored_with_its_pictures_and_one_delivery(house):
    job = await house.order()
    assert await run_job(job, house.means())
    (version,) = house.state.versions.values()
    (parcel,) = await house.outbox.due(["recorder"])
    assert (version.job, version.cover, version.parent, version.number) == (
        job,
        f"cover-{job}",
        None,
        1,
    )
    assert await house.blobs.get(version.raster) == b"art"
    assert await house.blobs.get(parcel.files[0].sha256) == b"a file"
    assert (parcel.job.id, house.is_now(job)) == (job, "Done")
    assert house.of(JobStarted, job=job, attempt=1)
    assert house.of(JobFinished, job=job)


async def test_a_job_that_is_not_waiting_is_not_run(house):
    job = await house.order()
    await house.jobs.cancel(job)
    assert not await run_job(job, house.means())
    assert not await run_job("nobody's", house.means())
    assert house.events == []


async def test_a_draft_without_art_keeps_its_parents(house):
    parent = house.add_version("parent", "elsewhere")

    async def reword(_task, _bench):
        return Made(drafts=(draft(raster=None),))

    house.acts["reword"] = reword
    job = await house.order("reword", lane=Lane.QUICK, version="parent")
    await run_job(job, house.means())
    child = next(v for v in house.state.versions.values() if v.job == job)
    assert (child.raster, child.parent) == (parent.raster, "parent")


@pytest.mark.parametrize(("operation", "others"), [
    (Fork(source="a"), ["a"]), (Compare(versions=("b", "a")), ["b", "a"]),
    (Reroll(seed=1), ["own"]),
])  # fmt: skip
async def test_an_operation_gets_the_versions_that_it_is_about(house, operation, others):
    seen = Gate()
    seen.may_end.set()
    house.acts["make"] = seen
    for name in ("a", "b"):
        house.add_version(name, "x")
    job = await house.order(operation=operation, version="a")
    house.add_version("own", f"cover-{job}")
    await run_job(job, house.means())
    assert [version.id for version in seen.begun[0].others] == others


async def test_a_fork_begins_a_tree_of_its_own_with_its_sources_art(house):
    async def fork(_task, _bench):
        return Made(drafts=(draft("forked", raster=None),))

    house.acts["make"] = fork
    source = house.add_version("source", "theirs")
    await run_job(
        await house.order(operation=Fork(source="source"), version="source"), house.means()
    )
    forked = house.state.versions["forked"]
    assert (forked.parent, forked.raster) == (None, source.raster)


async def test_a_cover_that_is_gone_fails_its_job_with_that_reason(house):
    job = await house.order()
    del house.state.covers[f"cover-{job}"]
    await run_job(job, house.means())
    assert house.is_now(job) == "Failed"
    assert house.of(JobFailed, job=job, code="cover-missing", retried=False)


async def test_what_was_made_early_outlives_a_run_that_fails(house):
    async def enlarge(_task, bench):
        await bench.tell(HALF, made=draft("early"))
        raise StorageError("storage-full")

    house.acts["enlarge"] = enlarge
    job = await house.order("enlarge")
    await run_job(job, house.means())
    assert house.is_now(job) == "Queued"
    assert await house.blobs.get(house.state.versions["early"].raster) == b"art"


@pytest.mark.parametrize("away", [False, True])
async def test_what_was_made_early_is_stored_once_with_the_result(house, away):
    async def enlarge(_task, bench):
        if away:
            house.work.breaks("progress")
        await bench.tell(HALF, made=draft("early"))
        return Made(drafts=(draft("early"), draft("late")))

    house.acts["enlarge"] = enlarge
    job = await house.order("enlarge")
    await run_job(job, house.means())
    assert house.is_now(job) == "Done"
    assert [one.number for one in house.state.versions.values()] == [1, 2]


async def test_progress_shows_a_picture_that_no_collection_takes(house):
    seen: list[bytes] = []

    async def show(task, bench):
        await bench.tell(HALF, b"a picture")
        await house.blobs.collect(house.state.references)
        step = house.state.jobs[job].step
        seen.append(await bench.blob(step.preview))
        await bench.tell(HALF)
        assert house.state.jobs[job].step.preview == step.preview
        return await make(task, bench)

    house.acts["show"] = show
    job = await house.order("show")
    await run_job(job, house.means())
    assert seen == [b"a picture"]
    assert len(house.of(StepTaken, job=job, stage="drawing")) == 2


async def test_a_running_job_that_is_cancelled_stops_between_two_steps(house):
    gate, after = Gate(), []

    async def two_steps(task, bench):
        await bench.tell(HALF)
        made = await gate(task, bench)
        await bench.tell(HALF)
        after.append("never")
        return made

    house.acts["two steps"] = two_steps
    job = await house.order("two steps")
    run = asyncio.create_task(run_job(job, house.means()))
    await gate.entered()
    await house.jobs.cancel(job)
    gate.may_end.set()
    await run
    assert (after, house.is_now(job), house.state.versions) == ([], "Cancelled", {})
    assert house.of(JobStopped, job=job, why="cancelled")


async def test_what_is_cancelled_after_its_last_step_brings_no_result(house):
    gate = house.acts["gate"] = Gate()
    job = await house.order("gate")
    run = asyncio.create_task(run_job(job, house.means()))
    await gate.entered()
    await house.jobs.cancel(job)
    gate.may_end.set()
    await run
    assert house.state.versions == house.state.shipments == {}


async def test_a_job_that_somebody_else_has_by_now_is_not_touched(house):
    gate = house.acts["gate"] = Gate()
    job = await house.order("gate")
    late = asyncio.create_task(run_job(job, house.means()))
    await gate.entered()
    await house.work.take_back(3)
    house.acts["gate"] = make
    await run_job(job, house.means())
    gate.may_end.set()
    await late
    assert (len(house.state.versions), len(house.state.shipments)) == (1, 1)
    assert house.of(JobStopped, job=job, why="fenced")


async def test_an_unforeseen_error_fails_the_job_and_is_logged_without_words(house, caplog):
    async def fail(_task, _bench):
        raise KeyError("A secret " + "title")

    house.acts["fail"] = fail
    job = await house.order("fail")
    await run_job(job, house.means())
    fault = house.state.jobs[job].state.fault
    assert (fault.code, fault.facts) == ("work-failed", {"kind": "KeyError"})
    assert "in fail" in caplog.text
    assert "A secret title" not in caplog.text


async def test_a_full_disk_is_tried_again_and_then_told(house):
    house.blobs.breaks("put", StorageError("storage-full"))
    job = await house.order()
    for attempt in (1, 2, 3):
        await run_job(job, house.means())
        assert house.of(JobFailed, job=job, attempt=attempt, retried=attempt < 3)
        house.clock.ahead += timedelta(minutes=1)
    assert house.state.jobs[job].state.fault.code == "storage-full"


async def test_progress_that_cannot_be_noted_does_not_end_the_work(house):
    async def tell(task, bench):
        house.work.breaks("progress")
        await bench.tell(HALF, b"a picture")
        return await make(task, bench)

    house.acts["tell"] = tell
    job = await house.order("tell")
    await run_job(job, house.means())
    assert house.is_now(job) == "Done"


async def test_a_result_is_kept_while_the_store_is_away_and_stored_once(house):
    house.work.breaks("settle")
    job = await house.order()
    run = asyncio.create_task(run_job(job, house.means()))
    await house.pulse.until(lambda: house.work.calls.count("settle") >= 3)
    house.work.broken.clear()
    await run
    assert (house.is_now(job), len(house.state.versions)) == ("Done", 1)
    assert len(house.of(JobStarted)) == 1


async def test_a_store_that_is_away_too_long_gets_the_job_back_uncounted(house):
    house.work.breaks("settle")
    job = await house.order()
    run = asyncio.create_task(run_job(job, house.means(patience_s=0.05)))
    await house.pulse.until(lambda: house.work.calls.count("settle") >= 6)
    house.work.broken.clear()
    await run
    assert (house.is_now(job), house.state.jobs[job].attempts) == ("Queued", 0)
    assert house.of(JobStopped, job=job, why="handed-back")


async def test_a_commit_whose_answer_was_lost_counts_as_done(house):
    settle = house.work.settle

    async def answer_lost(*args):
        await settle(*args)
        del house.work.__dict__["settle"]
        raise StorageError("storage-unavailable", reason="no answer")

    house.work.settle = answer_lost
    job = await house.order()
    await run_job(job, house.means())
    assert house.of(JobFinished, job=job)
    assert not house.of(JobStopped)


async def test_a_caller_that_must_stop_hands_the_job_back_and_ends_its_process(house, tmp_path):
    async def hang(_task, bench):
        return await bench.do(works.hang, tmp_path / "pid")

    house.acts["hang"] = hang
    job = await house.order("hang")
    run = asyncio.create_task(run_job(job, house.means()))
    pid = int(await content(tmp_path / "pid"))
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    assert (house.is_now(job), house.state.jobs[job].attempts) == ("Queued", 0)
    await until(lambda: not alive(pid))
