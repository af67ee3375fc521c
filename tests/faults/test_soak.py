"""Ten thousand jobs through one process: `pytest -m soak tests/faults`, some minutes.

`SOAK_JOBS` sets another number.
"""

import gc
import os
from pathlib import Path

import pytest

from tests.faults.life import at_rest, at_work, queue_of, until
from tests.faults.platform import RecordingCourier, messages
from tests.faults.test_processes import by_person

JOBS = int(os.environ.get("SOAK_JOBS", "10000"))
BATCH = 50
WARM = JOBS // 5
"""Jobs after which caches have their size."""
GROWTH_MB = 16.0


def resident_mb() -> float:
    """Memory that this process takes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.soak
async def test_memory_stays_flat_over_ten_thousand_jobs(place, store) -> None:
    record, measured = place.platform(), list[float]()
    async with at_work(queue_of(store, RecordingCourier(record, store.blobs))):
        for first in range(0, JOBS, BATCH):
            for number in range(first, first + BATCH):
                await by_person(store, number)
            await until(lambda: at_rest(store))
            if first >= WARM:
                measured.append(resident_mb())
    print(f"\n{JOBS} jobs: {measured[0]:.0f} MB after {WARM}, {measured[-1]:.0f} MB at the end")
    assert len(messages(record).filled) == JOBS
    assert measured[-1] - measured[0] < GROWTH_MB
