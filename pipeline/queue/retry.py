"""Whether a failed try is repeated, and when: decisions without a clock or a die of their own."""

from datetime import datetime, timedelta
from random import Random

from pipeline.domain.errors import ArtiCoverError, WorkError
from pipeline.domain.job import Fault
from pipeline.domain.limits import QueueLimits
from pipeline.domain.outcome import Again, Broken

OURS = frozenset({"bot", "config", "pipeline", "storage"})
"""Packages of which nothing can be missing on a machine, but by a mistake of ours."""
_MOST_DOUBLINGS = 32


def known(error: BaseException) -> ArtiCoverError:
    """An error as it can be told: what nobody foresaw is `work-failed` with the name of its type."""
    match error:
        case ArtiCoverError():
            return error
        case MemoryError():
            return WorkError("work-memory")
        case ImportError(name=name) if (name or "").partition(".")[0] not in OURS:
            return WorkError("work-library", reason=str(error).partition("\n")[0])
        case _:
            return WorkError("work-failed", kind=type(error).__name__)


def backoff_s(tries: int, limits: QueueLimits, random: Random) -> float:
    """Seconds to wait after that many failed tries: doubling up to the longest, half of it jitter.

    The jitter keeps those that failed together from coming back together.
    """
    doublings = min(max(tries, 1) - 1, _MOST_DOUBLINGS)
    full = min(limits.backoff_s * 2.0**doublings, limits.longest_backoff_s)
    return full * random.uniform(0.5, 1.0)


def next_try_s(
    error: ArtiCoverError, tries: int, most: int, limits: QueueLimits, random: Random
) -> float | None:
    """Seconds until the next try after `tries` of at most `most`; None when there is none."""
    if not error.retryable or tries >= most:
        return None
    return error.wait_s + backoff_s(tries, limits, random)


def decide(
    error: BaseException, attempts: int, limits: QueueLimits, *, random: Random, now: datetime
) -> Again | Broken:
    """What becomes of a job whose attempt number `attempts` (from 1) ended with `error`.

    The reason of the last try is the one that is kept.
    """
    told = known(error)
    delay = next_try_s(told, attempts, limits.attempts, limits, random)
    if delay is None:
        return Broken(fault=Fault.of(told))
    return Again(not_before=now + timedelta(seconds=delay), fault=Fault.of(told))
