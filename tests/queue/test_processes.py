"""Worker processes: whatever happens to one of them, it ends its own call and nothing else."""

import asyncio
import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.domain.errors import LetteringError, WorkError
from pipeline.domain.operation import Lane
from pipeline.queue.processes import Processes
from pipeline.queue.slot import Slot
from pipeline.queue.worker import Result
from tests.queue import works
from tests.queue.waiting import alive, content, until


@pytest.fixture
async def workers() -> AsyncIterator[Processes[works.Shop]]:
    async with Processes(works.shop, long=2, step_s=30.0) as pool:
        yield pool


@pytest.fixture
async def alone() -> AsyncIterator[Processes[works.Shop]]:
    """One worker, so that what comes next meets what was left of the last call."""
    async with Processes(works.shop, long=1, step_s=30.0) as pool:
        yield pool


async def failing(
    pool: Processes[works.Shop], work: Callable[..., Any], *args: object, limit_s: float = 30.0
):
    with pytest.raises(WorkError) as caught:
        await pool.run_within(limit_s, Lane.LONG, work, *args)
    return caught.value.code


async def test_work_is_done_in_another_process_whose_workshop_stays(workers):
    assert await workers.run(Lane.QUICK, works.double, 21) == 42
    first, again = [await workers.run(Lane.QUICK, works.count) for _ in range(2)]
    assert first[0] == again[0] != os.getpid()
    assert again[1] == first[1] + 1


async def test_the_lanes_share_no_process(workers, tmp_path):
    busy = [asyncio.create_task(
        workers.run(Lane.LONG, works.wait_for, tmp_path / f"{n}", tmp_path / "go")
    ) for n in range(2)]  # fmt: skip
    pids = {int(await content(tmp_path / f"{n}")) for n in range(2)}
    quick, _ = await workers.run(Lane.QUICK, works.count)
    assert len(pids | {quick}) == 3
    (tmp_path / "go").touch()
    assert set(await asyncio.gather(*busy)) == pids


async def test_more_calls_than_workers_wait_for_one(workers):
    done = await asyncio.gather(*(workers.run(Lane.LONG, works.double, n) for n in range(10)))
    assert done == [2 * n for n in range(10)]


@pytest.mark.parametrize("end", [works.crash, works.killed])
async def test_a_crash_ends_its_own_call_only(workers, tmp_path, end):
    innocent = asyncio.create_task(
        workers.run(Lane.LONG, works.wait_for, tmp_path / "started", tmp_path / "go")
    )
    await content(tmp_path / "started")
    for _ in range(3):
        assert await failing(workers, end) == "work-crashed"
    (tmp_path / "go").touch()
    assert await innocent > 0
    assert await workers.run(Lane.LONG, works.double, 2) == 4


async def test_a_worker_that_died_idle_is_replaced_at_nobodys_expense(workers):
    pid, _ = await workers.run(Lane.QUICK, works.count)
    os.kill(pid, signal.SIGKILL)
    await until(lambda: not alive(pid))
    assert await workers.run(Lane.QUICK, works.double, 1) == 2


def test_a_call_is_not_charged_for_a_worker_that_was_dead_before_it():
    slot = Slot(works.shop, name="slot")
    slot.start()
    (worker,) = multiprocessing.active_children()
    worker.kill()
    worker.join()
    try:
        assert slot.ask((works.double, (21,), {})) == Result(value=42)
    finally:
        slot.close()
        slot.discard()


@pytest.mark.parametrize("stall", [works.hang, works.freeze])
async def test_a_call_that_takes_too_long_is_ended_with_its_process(alone, stall):
    await alone.run(Lane.LONG, works.double, 1)
    pid, _ = await alone.run(Lane.LONG, works.count)
    assert await failing(alone, stall, limit_s=0.2) == "work-too-long"
    assert not alive(pid)
    assert await alone.run(Lane.LONG, works.double, 4) == 8


async def test_a_frozen_worker_that_takes_no_arguments_any_more_is_ended(alone):
    pid, _ = await alone.run(Lane.LONG, works.count)
    os.kill(pid, signal.SIGSTOP)
    arguments = b"more than a pipe holds" * 1_000_000
    assert await failing(alone, works.double, arguments, limit_s=0.2) == "work-too-long"
    assert not alive(pid)


async def test_waiting_for_a_free_worker_is_no_part_of_what_work_may_take(alone, tmp_path):
    await alone.run(Lane.LONG, works.double, 1)
    busy = asyncio.create_task(
        alone.run_within(30.0, Lane.LONG, works.wait_for, tmp_path / "begun", tmp_path / "go")
    )
    await content(tmp_path / "begun")
    waits = asyncio.create_task(alone.run_within(0.5, Lane.LONG, works.double, 4))
    await asyncio.wait({waits}, timeout=0.6)
    (tmp_path / "go").touch()
    assert (await waits, await busy > 0) == (8, True)


async def test_errors_that_can_be_told_come_back_whole(workers):
    with pytest.raises(LetteringError) as caught:
        await workers.run(Lane.LONG, works.no_room)
    assert caught.value.facts == {"words": "a title"}


async def test_an_unforeseen_error_is_logged_without_a_persons_words(workers, caplog):
    with pytest.raises(WorkError) as caught:
        await workers.run(Lane.LONG, works.surprise, "A secret title")
    assert caught.value.facts == {"kind": "ZeroDivisionError"}
    assert "in surprise" in caplog.text
    assert "secret" not in caplog.text


async def test_lack_of_memory_is_told_as_such(workers):
    assert await failing(workers, works.no_memory) == "work-memory"


async def test_what_cannot_be_pickled_fails_and_the_worker_lives_on(workers):
    pid, _ = await workers.run(Lane.QUICK, works.count)
    for work, args in ((works.unpicklable, ()), (works.double, (lambda: 1,))):
        with pytest.raises(WorkError) as caught:
            await workers.run(Lane.QUICK, work, *args)
        assert caught.value.code == "work-failed"
    assert (await workers.run(Lane.QUICK, works.count))[0] == pid


async def test_a_workshop_that_cannot_be_made_is_told_to_each_call():
    async with Processes(works.no_shop, long=1, step_s=5.0) as pool:
        for _ in range(2):
            with pytest.raises(LetteringError):
                await pool.run(Lane.LONG, works.double, 1)


async def test_cancelling_a_call_ends_its_process(workers, tmp_path):
    call = asyncio.create_task(workers.run(Lane.QUICK, works.hang, tmp_path / "pid"))
    pid = int(await content(tmp_path / "pid"))
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    await until(lambda: not alive(pid))
    assert await workers.run(Lane.QUICK, works.double, 3) == 6


async def test_workers_leave_signals_to_their_parent(workers):
    assert await workers.run(Lane.QUICK, works.end_politely) == "still here"


async def test_closing_ends_every_worker_whatever_it_does(tmp_path):
    pool = Processes(works.shop, long=1, step_s=30.0)
    await pool.warm()
    call = asyncio.create_task(pool.run(Lane.LONG, works.hang, tmp_path / "pid"))
    pid = int(await content(tmp_path / "pid"))
    await asyncio.to_thread(pool.close)
    with pytest.raises(WorkError):
        await call
    assert not alive(pid)
    assert not multiprocessing.active_children()


PARENT = """
import asyncio, pathlib, sys
from pipeline.domain.operation import Lane
from pipeline.queue.processes import Processes
from pipeline.queue.slot import Slot
from pipeline.queue.worker import Result
from tests.queue import works

async def main():
    pool = Processes(works.shop, long=1, step_s=60.0)
    pid, _ = await pool.run(Lane.QUICK, works.count)
    pathlib.Path(sys.argv[2]).write_text(str(pid))
    await pool.run(Lane.LONG, works.hang, pathlib.Path(sys.argv[1]))

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_workers_die_with_a_parent_that_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    busy, idle = tmp_path / "busy", tmp_path / "idle"
    parent = await asyncio.create_subprocess_exec(
        sys.executable, script, busy, idle, env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )
    pids = [int(await content(path)) for path in (busy, idle)]
    parent.kill()
    await parent.wait()
    await until(lambda: not any(alive(pid) for pid in pids))


async def test_where_no_process_may_be_made_a_thread_does_the_work(monkeypatch, caplog):
    def refuse(*_: object) -> None:
        raise PermissionError("no processes here")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
    with caplog.at_level(logging.WARNING):
        async with Processes(works.shop, long=1, step_s=30.0) as pool:
            assert await pool.run(Lane.QUICK, works.double, 21) == 42
            assert (await pool.run(Lane.QUICK, works.count))[0] == os.getpid()
            assert await failing(pool, works.surprise) == "work-failed"
    assert "working in a thread" in caplog.text
