"""Ten thousand jobs through one process: `make soak`, some minutes.

`SOAK_JOBS` sets another number.
"""

import gc
import os
import time
from pathlib import Path

import pytest

from tests.faults.life import at_rest, at_work, queue_of, until
from tests.faults.platform import RecordingCourier, messages
from tests.faults.test_processes import by_person

JOBS = int(os.environ.get("SOAK_JOBS", "10000"))
BATCH = 50
WARM = JOBS // 5
"""Jobs after which caches have their size."""
QUARTERS = 4
GROWTH_MB = 16.0


def resident_mb() -> float:
    """Memory that this process takes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.soak
@pytest.mark.timeout(0)  # a slow disk may take an hour; `until` ends what hangs
async def test_memory_stays_flat_over_ten_thousand_jobs(place, store) -> None:
    record, measured, since = place.platform(), dict[int, float](), time.monotonic()
    async with at_work(queue_of(store, RecordingCourier(record, store.blobs))):
        for first in range(0, JOBS, BATCH):
            done = min(first + BATCH, JOBS)
            for number in range(first, done):
                await by_person(store, number)
            await until(lambda: at_rest(store))
            measured[done] = resident_mb()
            _tell(done, measured[done], time.monotonic() - since)
    settled = [mb for done, mb in measured.items() if done > WARM]
    assert len(messages(record).filled) == JOBS
    assert max(settled) - settled[0] < GROWTH_MB


def _tell(done: int, mb: float, seconds: float) -> None:
    """What a person at the terminal sees when the caches have their size, and at each quarter."""
    marks = {WARM, *(JOBS * quarter // QUARTERS for quarter in range(1, QUARTERS + 1))}
    if any(done - BATCH < mark <= done for mark in marks):
        print(f"\n{done:6} jobs, {mb:4.0f} MB, {seconds:5.0f} s, {done / seconds:.0f}/s", end="")
