"""Everything that was measured, by engine and by split."""

from collections import defaultdict
from dataclasses import dataclass, field

from tests.bench_lettering.erasing import Filled
from tests.bench_lettering.finding import Tally
from tests.bench_lettering.reading import Read
from tests.bench_lettering.truth import Split

Missing = dict[str, str]
"""Engines that have no row, and why."""


@dataclass(slots=True, kw_only=True)
class Results:
    """Filled while the bench runs. `truth` has what filled the true ink, `whole` what was found."""

    found: dict[tuple[str, Split], Tally] = field(default_factory=lambda: defaultdict(Tally))
    read: dict[tuple[str, Split], Read] = field(default_factory=lambda: defaultdict(Read))
    truth: dict[str, Filled] = field(default_factory=lambda: defaultdict(Filled))
    whole: dict[tuple[str, Split], Filled] = field(default_factory=lambda: defaultdict(Filled))
    background: Filled = field(default_factory=Filled)
    """What the independent judge finds on the true backgrounds."""
    missing: Missing = field(default_factory=Missing)
    memory_mb: float = 0.0
    seconds: float = 0.0

    def as_dict(self) -> dict[str, object]:
        """As plain values."""
        return {
            "found": _rows(self.found), "read": _rows(self.read),
            "erased_truth": {name: one.as_dict() for name, one in self.truth.items()},
            "erased_whole": _rows(self.whole), "background": self.background.as_dict(),
            "missing": self.missing, "memory_mb": self.memory_mb, "seconds": self.seconds,
        }  # fmt: skip


def _rows(sums: dict[tuple[str, Split], Tally] | dict[tuple[str, Split], Read]
          | dict[tuple[str, Split], Filled]) -> list[dict[str, object]]:  # fmt: skip
    return [
        {"engine": name, "split": str(split), **one.as_dict()}
        for (name, split), one in sums.items()
    ]
