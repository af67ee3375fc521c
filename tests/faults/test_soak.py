"""Ten thousand light jobs through one process, five hundred real ones through a worker: `make soak`.

`SOAK_JOBS` sets another number; of the real ones there is one for twenty light ones.
"""

import gc
import os
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from statistics import mean

import pytest

from bot.__main__ import stocked_workshop
from pipeline.domain.ids import new_id
from pipeline.domain.job import Job
from pipeline.domain.operation import EditText, lane_of
from pipeline.queue.processes import Processes
from pipeline.workshop.performing import perform
from tests.faults.life import at_rest, at_work, queue_of, until
from tests.faults.platform import RecordingCourier, messages
from tests.faults.test_processes import by_person
from tests.faults.wares import order
from tests.real import brief

JOBS = int(os.environ.get("SOAK_JOBS", "10000"))
BATCH = 50
CHANGES = JOBS // 20
CHANGES_AT_ONCE = 5
QUARTERS = 4
"""The first is there for the caches to get their size."""
GROWTH_MB = 12.0
"""Room for the page caches of SQLite, five of 2 MB, that grow with the file; a leak has no end."""


@dataclass
class Diary:
    """Memory of a process after each batch of `every` of `jobs`; told at each quarter."""

    jobs: int
    every: int
    measured: list[float] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)

    def note(self, mb: float) -> None:
        """Keep what a process takes now."""
        before, done = len(self.measured) * self.every, (len(self.measured) + 1) * self.every
        self.measured.append(mb)
        if done * QUARTERS // self.jobs > before * QUARTERS // self.jobs:
            seconds = time.monotonic() - self.since
            print(f"\n{done:6} jobs {mb:5.0f} MB {seconds:5.0f} s {done / seconds:5.1f}/s", end="")

    @property
    def growth_mb(self) -> float:
        """How much more it takes in the last quarter than in the second, on average."""
        quarter = max(1, len(self.measured) // QUARTERS)
        return mean(self.measured[-quarter:]) - mean(self.measured[quarter : 2 * quarter])


def resident_mb(process: int) -> float:
    """Memory that a process takes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.soak
@pytest.mark.timeout(0)  # a slow disk may take an hour; `until` ends what hangs
async def test_memory_stays_flat_over_ten_thousand_jobs(place, store) -> None:
    record, diary = place.platform(), Diary(JOBS, BATCH)
    async with at_work(queue_of(store, RecordingCourier(record, store.blobs))):
        for first in range(0, JOBS, BATCH):
            for number in range(first, min(first + BATCH, JOBS)):
                await by_person(store, number)
            await until(lambda: at_rest(store))
            gc.collect()
            diary.note(resident_mb(os.getpid()))
    assert len(messages(record).filled) == JOBS
    assert diary.growth_mb < GROWTH_MB


@pytest.mark.soak
@pytest.mark.timeout(0)
async def test_the_memory_of_a_worker_stays_flat_over_real_changes(place, store) -> None:
    record, diary = place.platform(), Diary(CHANGES, CHANGES_AT_ONCE)
    workshop = partial(stocked_workshop, place.data / "blobs")
    async with Processes(workshop, long=1, step_s=120.0) as processes:
        courier = RecordingCourier(record, store.blobs)
        async with at_work(queue_of(store, courier, processes=processes, perform=perform)):
            base = await drawn(store)
            for first in range(0, CHANGES, CHANGES_AT_ONCE):
                for number in range(first, min(first + CHANGES_AT_ONCE, CHANGES)):
                    await store.jobs.submit(changed(base, number), most_open=99)
                await until(lambda: at_rest(store))
                diary.note(sum(resident_mb(child.pid) for child in active_children()))
    seen = messages(record)
    assert (len(seen.filled), seen.faults) == (CHANGES + 1, Counter())
    assert diary.growth_mb < GROWTH_MB


async def drawn(store) -> Job:
    """A real cover's job, done."""
    person = await store.people.meet("platform", "author")
    job, cover = order("first", person.id, seed=1)
    await store.jobs.submit(job, cover=replace(cover, brief=brief(options=1)), most_open=99)
    await until(lambda: at_rest(store))
    return replace(job, version=(await store.covers.tree(cover.id))[0].id)


def changed(base: Job, number: int) -> Job:
    """An order of another title for the cover of a job."""
    words = EditText(changes=(("title", f"Another Title {number}"),))
    return replace(base, id=new_id(), key=f"change-{number}", operation=words, lane=lane_of(words))
