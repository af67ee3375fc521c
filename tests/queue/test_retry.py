"""Whether and when a failed try is repeated."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.errors import (
    DeliveryError,
    LetteringError,
    PaintError,
    StorageError,
    WorkError,
)
from pipeline.domain.limits import QueueLimits
from pipeline.domain.outcome import Again, Broken
from pipeline.queue.retry import backoff_s, decide, known, next_try_s

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LIMITS = QueueLimits(attempts=3, backoff_s=2.0, longest_backoff_s=60.0)
PASSING = (WorkError("work-crashed"), WorkError("work-memory"), StorageError("storage-full"),
           PaintError("painter-lost"), PaintError("painter-late", seconds=300.0),
           DeliveryError("delivery-unavailable", platform="x"))  # fmt: skip
LASTING = (LetteringError("lettering-no-room", words="w"), StorageError("blob-missing", sha256="a"),
           WorkError("work-failed", kind="ValueError"), PaintError("paint-unsafe"),
           DeliveryError("delivery-gone", platform="x"))  # fmt: skip


def decided(error: BaseException, attempts: int = 1):
    return decide(error, attempts, LIMITS, random=Random(1), now=NOW)


@pytest.mark.parametrize("error", PASSING)
def test_what_may_pass_is_tried_again_after_a_while(error):
    outcome = decided(error)
    assert isinstance(outcome, Again)
    assert 1.0 <= (outcome.not_before - NOW).total_seconds() <= 2.0
    assert outcome.fault.code == error.code


@pytest.mark.parametrize("error", LASTING)
def test_what_will_not_pass_is_not_tried_again_and_its_reason_is_kept(error):
    outcome = decided(error)
    assert isinstance(outcome, Broken)
    assert (outcome.fault.code, outcome.fault.facts) == (error.code, error.facts)


@pytest.mark.parametrize("error", PASSING)
def test_spent_tries_end_with_the_reason_of_the_last(error):
    assert isinstance(decided(error, LIMITS.attempts - 1), Again)
    outcome = decided(error, LIMITS.attempts)
    assert isinstance(outcome, Broken)
    assert outcome.fault.code == error.code


def test_what_nobody_foresaw_is_told_by_its_type_alone_and_not_tried_again():
    outcome = decided(ValueError("a person's words"))
    assert isinstance(outcome, Broken)
    assert (outcome.fault.code, outcome.fault.facts) == ("work-failed", {"kind": "ValueError"})


def test_while_the_model_rests_nothing_is_tried_again():
    outcome = decided(PaintError("painter-resting", minutes=5))
    assert isinstance(outcome, Again)
    assert 300.0 <= (outcome.not_before - NOW).total_seconds() <= 302.0


def test_lack_of_memory_may_pass():
    assert known(MemoryError()).code == "work-memory"
    assert isinstance(decided(MemoryError()), Again)


def test_a_library_that_does_not_load_is_for_the_machine_and_our_own_modules_are_a_bug():
    foreign = ImportError("libgthread-2.0.so.0: cannot open shared object file", name="cv2")

    assert known(foreign).facts == {"reason": str(foreign)}
    assert isinstance(decided(foreign), Broken)
    assert known(ImportError("cannot import", name="pipeline.stages")).code == "work-failed"


@given(tries=st.integers(1, 10_000), seed=st.integers())
def test_waits_double_up_to_the_longest_and_half_of_them_is_jitter(tries, seed):
    full = min(2.0 * 2.0 ** min(tries - 1, 40), 60.0)
    assert full / 2 <= backoff_s(tries, LIMITS, Random(seed)) <= full


def test_those_that_failed_together_do_not_come_back_together():
    random = Random(7)
    assert len({backoff_s(3, LIMITS, random) for _ in range(100)}) == 100


def test_a_result_outlasts_a_platform_that_is_away_for_hours():
    limits, random = QueueLimits(), Random(1)
    away = DeliveryError("delivery-unavailable", platform="x")
    waits = [next_try_s(away, tries, limits.delivery_attempts, limits, random)
             for tries in range(1, limits.delivery_attempts)]  # fmt: skip
    assert sum(filter(None, waits)) > 5 * 3600
    assert (
        next_try_s(away, limits.delivery_attempts, limits.delivery_attempts, limits, random) is None
    )
