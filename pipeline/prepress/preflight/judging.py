"""Checks made of a measure and its limits."""

from pipeline.domain.report import Check, Value, Verdict
from pipeline.domain.wrap import RectMm

NEARLY, EXACTLY = 0.005, 1e-6
"""Less than the first is lost where files write lengths, and is not told either."""


def at_least(
    code: str, measured: float, good: float, low: float, unit: str, place: RectMm | None = None
) -> Check:  # fmt: skip
    """Passes from `good` on and fails below `low`."""
    verdict = (
        Verdict.PASS if measured >= good - NEARLY
        else Verdict.WARN if measured >= low - NEARLY
        else Verdict.FAIL
    )  # fmt: skip
    return Check(code=code, verdict=verdict, measured=round(measured, 2), limit=round(good, 2),
                 unit=unit, place=None if verdict is Verdict.PASS else place)  # fmt: skip


def at_most(
    code: str, measured: float, good: float, high: float, unit: str, place: RectMm | None = None
) -> Check:  # fmt: skip
    """Passes up to `good` and fails above `high`, which is then the limit that is told."""
    verdict = (
        Verdict.PASS if measured <= good + EXACTLY
        else Verdict.WARN if measured <= high + EXACTLY
        else Verdict.FAIL
    )  # fmt: skip
    limit = high if verdict is Verdict.FAIL else good
    return Check(code=code, verdict=verdict, measured=round(measured, 2), limit=round(limit, 2),
                 unit=unit, place=None if verdict is Verdict.PASS else place)  # fmt: skip


def said(
    code: str, measured: Value, limit: Value = "", wrong: Verdict | None = None, unit: str = "",
    place: RectMm | None = None,
) -> Check:  # fmt: skip
    """A check that was decided already: `wrong`, or passed."""
    return Check(code=code, verdict=wrong or Verdict.PASS, measured=measured, limit=limit, unit=unit,
                 place=place)  # fmt: skip


def sized(width: float, height: float) -> str:
    """Two millimetres as a word."""
    return f"{width:.1f} × {height:.1f}"
