"""Jobs that take their worker down, and nobody else."""

import os
from dataclasses import replace

import pytest

from pipeline.domain.job import Delivered, Failed
from pipeline.domain.operation import Illustrate
from pipeline.queue.processes import Processes
from tests.faults.life import LIMITS, at_rest, at_work, queue_of, until
from tests.faults.platform import RecordingCourier, messages
from tests.faults.test_once import submitted
from tests.faults.wares import perform

pytestmark = pytest.mark.kills

POISON = 0


def _die(_workshop: object, tally: str) -> None:
    with open(tally, "a", encoding="utf-8") as file:  # noqa: PTH123 - as small as can be
        file.write("x")
    os._exit(9)


def _live(_workshop: object) -> int:
    return os.getpid()


async def test_a_job_that_kills_its_worker_ends_with_a_reason_and_harms_nobody(
    place, store
) -> None:
    tally = place.root / "tally"

    async def risky(task, bench):
        match task.operation:
            case Illustrate(seed=seed) if seed == POISON:
                await bench.do(_die, str(tally))
            case _:
                await bench.do(_live)
        return await perform(task, bench)

    jobs = [await submitted(store, number) for number in range(POISON, 4)]
    record = place.platform()
    async with Processes(object, long=2, step_s=30.0) as processes:
        queue = queue_of(store, RecordingCourier(record, store.blobs), perform=risky,
                         processes=processes)  # fmt: skip
        async with at_work(queue):
            await until(lambda: at_rest(store))
    poisoned, *others = [(await store.jobs.job(job.id)).state for job in jobs]
    assert isinstance(poisoned, Failed)
    assert poisoned.fault.code == "work-crashed"
    assert others == [Delivered()] * 3
    assert tally.read_text() == "x" * LIMITS.attempts
    assert messages(record).faults == {"work-crashed": 1}


async def test_work_whose_queue_died_three_times_ends_with_a_reason(store) -> None:
    job = await submitted(store)
    for attempt in range(LIMITS.attempts):
        assert await store.work.claim(job.id, f"life-{attempt}")
        await store.work.take_back(LIMITS.attempts)
    ended = await store.jobs.job(job.id)
    assert isinstance(ended.state, Failed)
    assert (ended.state.fault.code, ended.attempts) == ("work-lost", LIMITS.attempts)
    (parcel,) = await store.outbox.due(["platform"])
    assert parcel.job == replace(ended, step=None)
