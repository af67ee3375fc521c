"""How a queue ends: drained, stopped in its time, or when a command has what it wanted."""

import asyncio
from dataclasses import replace

from pipeline.domain.event import JobStopped, QueueTurned
from tests.queue import works
from tests.queue.installation import LIMITS, Gate
from tests.queue.waiting import alive, content, until


async def test_draining_finishes_and_delivers_what_runs_and_starts_nothing(house):
    gate = house.acts["gate"] = Gate()
    first = await house.order("gate")
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    await gate.entered()
    draining = asyncio.create_task(queue.drain())
    await asyncio.sleep(0)
    second = await house.order()
    gate.may_end.set()
    await draining
    await run
    assert (house.is_now(first), house.is_now(second)) == ("Delivered", "Queued")
    assert house.of(QueueTurned, state="stopped")


async def test_a_drain_can_be_hurried_by_a_stop(opened):
    house = opened(replace(LIMITS, drain_s=0.05))
    gate = house.acts["gate"] = Gate()
    job = await house.order("gate")
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    await gate.entered()
    draining = asyncio.create_task(queue.drain())
    await asyncio.sleep(0)
    await queue.stop()
    await asyncio.gather(draining, run)
    assert house.is_now(job) == "Queued"


async def test_stopping_finishes_what_runs_if_that_is_soon_done(house):
    gate = house.acts["gate"] = Gate()
    job = await house.order("gate")
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    await gate.entered()
    stopping = asyncio.create_task(queue.stop())
    gate.may_end.set()
    await stopping
    await run
    assert house.is_now(job) == "Delivered"


async def test_stopping_hands_back_what_takes_longer_within_its_time(opened, tmp_path):
    house = opened(replace(LIMITS, drain_s=0.3))

    async def hang(_task, bench):
        return await bench.do(works.hang, tmp_path / "pid")

    house.acts["hang"] = hang
    job, waiting = await house.order("hang"), await house.order()
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    pid = int(await content(tmp_path / "pid"))
    before = house.clock.monotonic()
    await queue.stop()
    took_s = house.clock.monotonic() - before
    await run
    assert 0.3 <= took_s < 0.3 + 2.0
    assert [house.is_now(j) for j in (job, waiting)] == ["Queued", "Queued"]
    assert house.state.jobs[job].attempts == 0
    assert house.of(JobStopped, job=job, why="handed-back")
    await until(lambda: not alive(pid))


async def test_stopping_returns_in_time_even_when_the_store_and_the_platform_hang(opened):
    house = opened(replace(LIMITS, drain_s=0.2))

    async def never(*_args, **_kwargs):
        await asyncio.Event().wait()

    gate = house.acts["gate"] = Gate()
    house.courier.post_acts = [never]
    delivered, stuck = await house.order(), await house.order("gate", person="bob")
    queue = house.queue()
    run = asyncio.create_task(queue.run())
    await gate.entered()
    await house.pulse.until(lambda: not house.courier.post_acts)
    for method in ("settle", "fronts", "progress"):
        setattr(house.work, method, never)
    house.outbox.due = house.lock.give_back = house.lock.held = never
    before = house.clock.monotonic()
    await queue.stop()
    assert house.clock.monotonic() - before < 0.2 + 2.0
    await run
    assert (house.is_now(delivered), house.is_now(stuck)) == ("Done", "Running")


async def test_a_queue_that_is_stopped_before_it_began_ends_at_once(house):
    queue = house.queue()
    await queue.stop()
    await asyncio.wait_for(queue.run(), 5.0)


async def test_a_queue_can_run_again(house):
    queue = house.queue()
    for _ in range(2):
        job = await house.order()
        run = asyncio.create_task(queue.run())
        await house.comes_to(job, "Delivered")
        await queue.stop()
        await run


async def test_a_command_can_run_the_queue_until_its_own_job_is_done(house):
    mine = await house.order()
    await house.queue().run(until=house.comes_to(mine, "Delivered"))
    assert not await house.lock.held()
