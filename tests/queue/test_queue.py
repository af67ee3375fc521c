"""The queue of a process: what it starts, in which order, and how it ends."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.domain.event import JobFailed, JobStarted, JobStopped, JobTakenBack, QueueTurned
from pipeline.domain.operation import Lane
from pipeline.domain.step import Doing, Step
from tests.queue import works
from tests.queue.installation import LIMITS, Gate, make

HALF = Step(done=1, total=2, doing=Doing.DRAWING)


async def started(house, jobs: int) -> list[str]:
    """The jobs that were started, in that order, once there are so many."""
    await house.pulse.until(lambda: len(house.of(JobStarted)) >= jobs)
    return [event.job for event in house.of(JobStarted)]


async def test_what_is_ordered_is_done_and_delivered(house, running):
    running(house.queue())
    jobs = [await house.order(lane=lane) for lane in Lane]
    for job in jobs:
        await house.comes_to(job, "Delivered")
    assert sorted(house.courier.brought) == sorted(jobs)


async def test_a_nudge_starts_an_order_without_waiting_for_the_poll(opened, running):
    house = opened(replace(LIMITS, poll_s=3600.0))
    queue = house.queue()
    running(queue)
    await house.tells(QueueTurned, state="taken")
    await asyncio.sleep(0)
    job = await house.order()
    queue.nudge()
    await house.comes_to(job, "Delivered")


async def test_quick_work_never_waits_behind_long_work(house, running):
    gate = house.acts["gate"] = Gate()
    long = [await house.order("gate", person=f"p{n}") for n in range(6)]
    running(house.queue())
    await gate.entered(2)
    quick = await house.order(lane=Lane.QUICK)
    await house.comes_to(quick, "Delivered")
    assert [house.is_now(job) for job in long].count("Running") == 2
    gate.may_end.set()


async def test_people_take_turns_and_each_is_served_in_order(opened, running):
    house = opened(long=1)
    busy = [await house.order(person="busy") for _ in range(5)]
    other = [await house.order(person="other") for _ in range(2)]
    running(house.queue())
    order = await started(house, 7)
    assert order == [busy[0], other[0], busy[1], other[1], *busy[2:]]


async def test_nobody_runs_more_in_a_lane_than_they_may(opened, running):
    house = opened(replace(LIMITS, running_per_person=1), long=3)
    gate = house.acts["gate"] = Gate()
    mine = [await house.order("gate", person="ann") for _ in range(3)]
    theirs = await house.order("gate", person="bob")
    running(house.queue())
    await gate.entered(2)
    assert [house.is_now(job) for job in (*mine, theirs)] == [
        "Running",
        "Queued",
        "Queued",
        "Running",
    ]
    gate.may_end.set()
    await house.comes_to(mine[-1], "Delivered")


async def test_a_waiting_job_that_is_cancelled_never_starts(opened, running):
    house = opened(long=1)
    gate = house.acts["gate"] = Gate()
    first, second = await house.order("gate"), await house.order()
    third = await house.order()
    running(house.queue())
    await gate.entered()
    await house.jobs.cancel(second)
    gate.may_end.set()
    await house.comes_to(third, "Delivered")
    assert [event.job for event in house.of(JobStarted)] == [first, third]
    assert house.courier.brought == [first, third]


async def test_a_running_job_that_is_cancelled_makes_room_at_its_next_step(opened, running):
    house = opened(long=1)
    gate = Gate()

    async def two_steps(task, bench):
        made = await gate(task, bench)
        await bench.tell(HALF)
        return made

    house.acts["two steps"] = two_steps
    first, second = await house.order("two steps"), await house.order()
    running(house.queue())
    await gate.entered()
    await house.jobs.cancel(first)
    gate.may_end.set()
    await house.comes_to(second, "Delivered")
    assert house.of(JobStopped, job=first, why="cancelled")
    assert house.courier.brought == [second]


async def test_a_poison_job_ends_after_its_tries_and_harms_nobody(house, running):
    async def die(_task, bench):
        return await bench.do(works.crash)

    async def work(task, bench):
        assert await bench.do(works.double, 2) == 4
        return await make(task, bench)

    house.acts |= {"die": die, "work": work}
    poison = await house.order("die", person="mallory")
    others = [await house.order("work", person=f"p{n}") for n in range(8)]
    running(house.queue())
    for job in (poison, *others):
        await house.comes_to(job, "Delivered", "Failed")
    assert house.state.jobs[poison].state.fault.code == "work-crashed"
    assert [e.attempt for e in house.of(JobFailed, job=poison)] == [1, 2, 3]
    assert all(house.state.jobs[job].attempts == 1 for job in others)
    await house.pulse.until(lambda: len(house.courier.brought) == 9)


@pytest.mark.parametrize("stall", [works.hang, works.freeze])
async def test_a_step_that_takes_too_long_fails_its_job_only(opened, running, stall):
    house = opened(replace(LIMITS, attempts=2), long=1, step_s=0.2)

    async def stuck(_task, bench):
        return await bench.do(stall)

    house.acts["stuck"] = stuck
    late, fine = await house.order("stuck"), await house.order(person="bob")
    running(house.queue())
    await house.comes_to(late, "Failed")
    await house.comes_to(fine, "Delivered")
    assert house.state.jobs[late].state.fault.code == "work-too-long"


async def test_pausing_starts_nothing_more_until_resumed(opened, running):
    house = opened(long=1)
    gate = house.acts["gate"] = Gate()
    first, second = await house.order("gate"), await house.order(person="bob")
    running(house.queue())
    await gate.entered()
    await house.switch.pause()
    gate.may_end.set()
    await house.comes_to(first, "Delivered")
    looks = len(house.work.calls)
    await house.pulse.until(lambda: len(house.work.calls) > looks + 6)
    assert house.is_now(second) == "Queued"
    await house.switch.resume()
    await house.comes_to(second, "Delivered")


async def test_what_a_killed_process_left_is_taken_back_at_boot(house, running):
    left, spent = await house.order(), await house.order(person="bob")
    await house.work.claim(left, "dead")
    house.state.jobs[spent] = replace(house.state.jobs[spent], attempts=2)
    await house.work.claim(spent, "dead")
    running(house.queue())
    await house.comes_to(left, "Delivered")
    await house.pulse.until(lambda: len(house.courier.brought) == 2)
    assert house.is_now(spent) == "Failed"
    assert house.of(JobTakenBack, job=left, spent=False)
    assert house.of(JobTakenBack, job=spent, spent=True, attempts=3)


async def test_another_process_waits_for_the_lock_and_takes_over(house, running):
    first, lock = house.queue(), house.new_lock()
    run = asyncio.create_task(first.run())
    await house.tells(QueueTurned, state="taken")
    second = house.queue(lock)
    running(second)
    await house.pulse.until(lambda: lock.calls.count("take") >= 2)
    assert first.holds
    assert not second.holds
    await first.stop()
    await run
    job = await house.order()
    await house.comes_to(job, "Delivered")
    assert second.holds


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)])
async def test_a_clock_that_jumps_ends_no_step_and_delays_no_job(opened, running, jump):
    house = opened(replace(LIMITS, attempts=2), step_s=30.0)
    tries = []

    async def fail_once(task, bench):
        tries.append(task)
        if len(tries) == 1:
            house.clock.ahead += jump
            return await bench.do(works.crash)
        return await make(task, bench)

    gate = house.acts["gate"] = Gate()
    house.acts["fail once"] = fail_once
    slow, again = await house.order("gate"), await house.order("fail once", person="bob")
    running(house.queue())
    await house.comes_to(again, "Delivered")
    house.clock.ahead -= 2 * jump
    gate.may_end.set()
    await house.comes_to(slow, "Delivered")
    after = await house.order()
    await house.comes_to(after, "Delivered")
    assert [e.attempt for e in house.of(JobStarted, job=slow)] == [1]
