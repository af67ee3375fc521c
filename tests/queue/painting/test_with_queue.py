"""With the real queue: a crash of the driver costs one retry, and not the bot."""

import asyncio
from random import Random

import pytest

from pipeline.domain.event import JobFailed, JobFinished, JobStarted, PainterLost
from pipeline.domain.operation import Lane
from pipeline.domain.outcome import Made
from pipeline.domain.step import Step
from pipeline.queue.queue import Queue
from tests.queue.heartbeat import heartbeat
from tests.queue.installation import draft
from tests.queue.painting import easel
from tests.queue.waiting import until

MOST_BLOCKED_S = 0.05


def painting(*prompts: str, steps: int = 3):
    """The act of a job that paints these at once."""

    async def act(task, bench) -> Made:
        async def watch(step):
            await bench.tell(Step(done=step.done, total=step.total, doing="painting"), step.preview)

        pictures = await asyncio.gather(
            *(bench.paint(easel.asked(prompt, steps=steps, seed=n), watch)
              for n, prompt in enumerate(prompts))
        )  # fmt: skip
        return Made(drafts=tuple(draft(raster=picture.content) for picture in pictures), files=())

    return act


@pytest.fixture
def place(house, opened, running):
    """An installation whose queue paints with a model, one of its jobs at a time in a process."""

    def open_place(**settings):
        painter = opened(**settings)
        house.painter = painter
        queue = Queue(house.means(painter=painter.painter), lock=house.lock, outbox=house.outbox,
                      couriers=house.couriers, references=house.state.references)  # fmt: skip
        running(queue)
        return painter

    return open_place


async def test_a_crash_costs_one_retry_and_not_the_bot(house, place, tmp_path):
    painter = place()
    house.acts["paint"] = painting(f"once {tmp_path / 'crashed'}", "two")
    job = await house.order("paint")
    await house.comes_to(job, "Delivered")
    assert [event.attempt for event in house.of(JobStarted, job=job)] == [1, 2]
    assert [(e.code, e.retried) for e in house.of(JobFailed)] == [("painter-lost", True)]
    assert len(painter.of(PainterLost)) == 1


async def test_a_request_that_always_crashes_ends_its_own_job_only(house, place, tmp_path):
    painter = place(losses=2)
    house.acts["poison"] = painting("exits")
    house.acts["paint"] = painting("one", steps=30)
    poison, *others = [await house.order("poison"), *[await house.order("paint", person=f"p{n}")
                                                      for n in range(6)]]  # fmt: skip
    await asyncio.gather(house.comes_to(poison, "Failed"),
                         *(house.comes_to(job, "Delivered") for job in others))  # fmt: skip
    (end,) = house.of(JobFailed, retried=False)
    assert (end.job, end.code, end.attempt) == (poison, "painter-lost", 3)
    assert {event.job for event in house.of(JobFinished)} == set(others)
    assert all(event.attempt <= 2 for event in house.of(JobStarted) if event.job != poison)
    await until(lambda: len(painter.of(PainterLost)) == 3)


async def test_other_work_goes_on_while_the_model_is_down(house, place, tmp_path):
    place(step_s=60.0)
    house.acts["paint"] = painting("hang")
    await house.order("paint")
    quick, drawn = [await house.order(person="bob", lane=lane) for lane in (Lane.QUICK, Lane.LONG)]
    await asyncio.gather(*(house.comes_to(job, "Delivered") for job in (quick, drawn)))


async def test_cancelling_a_job_ends_its_picture(house, place, tmp_path):
    painter = place()
    house.acts["paint"] = painting(f"until {tmp_path / 'never'}")
    job = await house.order("paint")
    await until(painter.written)
    await house.jobs.cancel(job)
    await until(lambda: any(line.startswith("cancel") for line in painter.written()))


async def test_as_many_jobs_run_as_the_model_paints_pictures_in_turn_for_people(
    house, place, tmp_path
):
    painter = place(at_once=5)
    house.acts["paint"] = painting(f"until {tmp_path / 'go'}")
    jobs = [await house.order("paint", person=f"p{n % 5}") for n in range(6)]
    await until(lambda: len(painter.written()) == 5)
    assert {line.split()[1] for line in painter.written()} == {f"p{n}" for n in range(5)}
    (tmp_path / "go").touch()
    await asyncio.gather(*(house.comes_to(job, "Delivered") for job in jobs))


def test_the_lanes_are_as_wide_as_processes_or_pictures(house, opened):
    means = house.means()
    assert [means.slots(lane) for lane in (Lane.QUICK, Lane.LONG)] == [1, 2]
    for at_once, long in ((1, 2), (8, 16)):
        painted = house.means(painter=opened(at_once=at_once).painter)
        assert [painted.slots(lane) for lane in (Lane.QUICK, Lane.LONG)] == [1, long]


async def test_big_pictures_never_block_the_event_loop(opened):
    house, random = opened(at_once=4, look_s=0.05), Random(1)
    await house.painter.warm()
    async with heartbeat() as heart:
        await asyncio.gather(*(house.paint("big 6000000", seed=random.randrange(9**9))
                               for _ in range(24)))  # fmt: skip
    assert heart.beats > 3
    assert heart.longest_s <= MOST_BLOCKED_S, heart
