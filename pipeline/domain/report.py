"""What a preflight found: every check with its value and its limit."""

from dataclasses import dataclass
from enum import StrEnum

Value = str | float


class Verdict(StrEnum):
    """How a check ended."""

    PASS = "pass"  # noqa: S105  (a verdict, no password)
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: the `measured` value and the `limit` it was held against, in `unit`."""

    code: str
    verdict: Verdict
    measured: Value
    limit: Value
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The checks of one cover."""

    checks: tuple[Check, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of all."""
        found = {check.verdict for check in self.checks}
        return next((v for v in (Verdict.FAIL, Verdict.WARN) if v in found), Verdict.PASS)
