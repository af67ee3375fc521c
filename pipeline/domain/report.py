"""What a preflight found: every check with its value and its limit."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.wrap import RectMm

Value = str | float


class Verdict(StrEnum):
    """How a check ended."""

    PASS = "pass"  # noqa: S105  (a verdict, no password)
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: the `measured` value and the `limit` it was held against, in `unit`.

    `place` is where on the sheet, in millimetres from its upper left corner; None where it is about
    the whole of it.
    """

    code: str
    verdict: Verdict
    measured: Value
    limit: Value
    unit: str
    place: RectMm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The checks of one cover; `unmeasured` are codes of those that its file gave no ground for."""

    checks: tuple[Check, ...]
    unmeasured: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The worst of all."""
        found = {check.verdict for check in self.checks}
        return next((v for v in (Verdict.FAIL, Verdict.WARN) if v in found), Verdict.PASS)
