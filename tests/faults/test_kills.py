"""SIGKILL around every change and at random moments, while orders keep coming."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

WITHIN_S = 230
"""Less than a test may take, so that what hangs is told by its own name."""
RANDOM_KILLS = 50
"""By each of the nurseries."""
NURSERIES = 2
"""Side by side; what else is tested beside them needs a processor as well."""
SOAK_ORDERS = 3
SOAK_WITHIN_S = 3600

pytestmark = pytest.mark.kills

Censuses = list[dict[str, Any]]


@pytest.fixture(scope="module")
def memory() -> Iterator[Path]:
    """A folder that needs no disk: what a killed process wrote is the kernel's already."""
    fast = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    root = tempfile.mkdtemp(prefix="articover-", dir=fast if os.access(fast, os.W_OK) else None)
    yield Path(root)
    shutil.rmtree(root)


def nurseries(*calls: Sequence[object], within_s: float = WITHIN_S) -> Censuses:
    """What nurseries tell that run side by side: of each, its censuses."""
    running = [
        subprocess.Popen([sys.executable, "-m", "tests.faults.nursery", *map(str, call)],
                         stdout=subprocess.PIPE, text=True)
        for call in calls
    ]  # fmt: skip
    try:
        answers = [nursery.communicate(timeout=within_s)[0] for nursery in running]
    finally:
        for nursery in running:
            nursery.kill()
            nursery.communicate()
    assert [nursery.returncode for nursery in running] == [0] * len(running)
    return [json.loads(answer.splitlines()[-1]) for answer in answers]


@pytest.fixture(scope="module")
def campaign(memory: Path) -> Censuses:
    """All that is done to lives, a part of it by each nursery."""
    parts = range(NURSERIES)
    return nurseries(
        *(("campaign", memory / str(part), part, NURSERIES, RANDOM_KILLS) for part in parts)
    )


@pytest.fixture(scope="module")
def systematic(campaign: Censuses) -> Censuses:
    """A life killed at each of its moments."""
    return [parts["moments"] for parts in campaign]


@pytest.fixture(scope="module")
def beginnings(campaign: Censuses) -> Censuses:
    """A life in an empty folder, killed at each moment until its store is open."""
    return [parts["beginnings"] for parts in campaign]


@pytest.fixture(scope="module")
def random(campaign: Censuses) -> Censuses:
    """Installations whose queue is killed at random while orders keep coming."""
    return [parts["random"] for parts in campaign]


@pytest.fixture(scope="module")
def everything(systematic: Censuses, beginnings: Censuses, random: Censuses) -> Censuses:
    """All that was seen."""
    return [*systematic, *beginnings, *random]


def total(censuses: Censuses, what: str) -> int:
    return sum(census[what] for census in censuses)


def deaths(censuses: Censuses) -> Counter[str]:
    return sum((Counter(census["deaths"]) for census in censuses), Counter[str]())


def complaints(censuses: Censuses) -> list[str]:
    return [complaint for census in censuses for complaint in census["complaints"]]


def test_killed_at_each_of_its_changes_a_life_breaks_no_promise(systematic: Censuses) -> None:
    assert complaints(systematic) == []


def test_killed_while_it_makes_its_store_a_life_breaks_no_promise(beginnings: Censuses) -> None:
    assert complaints(beginnings) == []


def test_killed_at_random_while_orders_come_no_promise_is_broken(random: Censuses) -> None:
    assert complaints(random) == []


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_a_life_with_orders_side_by_side_killed_at_each_change_breaks_no_promise(
    memory: Path,
) -> None:
    parts = range(NURSERIES)
    calls = [("moments", memory / f"soak-{part}", part, NURSERIES, SOAK_ORDERS) for part in parts]
    seen = [parts["moments"] for parts in nurseries(*calls, within_s=SOAK_WITHIN_S)]
    assert complaints(seen) == []
    assert sum(deaths(seen).values()) >= 500


def test_five_hundred_lives_are_killed(everything: Censuses) -> None:
    print(f"\n{sum(deaths(everything).values())} kills; " + "; ".join(
        f"{what}: {total(everything, what)}" for what in ("delivered", "failed", "cancelled", "strays")
    ))  # fmt: skip
    assert sum(deaths(everything).values()) >= 500


@pytest.mark.parametrize("moment", [
    "before jobs.submit", "after jobs.submit", "before work.claim", "after work.claim",
    "before work.progress", "before blobs.put", "after blobs.put", "before work.settle",
    "after work.settle", "before courier.post", "after courier.post", "before outbox.posted",
    "after outbox.posted", "before courier.fill", "after courier.fill", "before outbox.sent",
    "after outbox.sent", "before jobs.cancel", "after jobs.cancel", "before commit",
    "after commit", "before fsync", "after fsync", "os.rename", "before blobs.collect",
])  # fmt: skip
def test_each_change_of_state_was_a_moment_of_death(systematic: Censuses, moment: str) -> None:
    assert deaths(systematic)[moment] > 0


def test_work_that_died_three_times_is_told_and_rare_unless_it_is_killed_again_and_again(
    systematic: Censuses, random: Censuses
) -> None:
    assert total(systematic, "failed") == 0
    assert total(random, "delivered") > total(random, "failed")


def test_a_stray_needs_a_death_between_posting_and_recording(systematic: Censuses) -> None:
    """What goes on beside it may be what is counted, so the moment of death says too little."""
    seen = deaths(systematic)
    assert seen["after courier.post"] <= total(systematic, "strays")
    assert total(systematic, "strays") < 0.2 * sum(seen.values())


@pytest.mark.parametrize(("broken", "moment", "complaint"), [
    ("acknowledges-before-commit", "before insert into jobs", "acknowledged and is lost"),
    ("forgets-placeholders", "after courier.fill", "was delivered 2 times"),
    ("collects-nothing", "never", "blobs are orphans"),
    ("collects-too-much", "never", "blobs are lost"),
])  # fmt: skip
def test_the_harness_finds_out_what_is_broken(
    memory: Path, broken: str, moment: str, complaint: str
) -> None:
    (census,) = nurseries(["broken", memory / broken, moment, broken])
    assert any(complaint in told for told in census["broken"]["complaints"])
