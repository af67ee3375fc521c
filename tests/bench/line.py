"""One line of the bench's table, and how times become one."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

ROUNDS = 3


@dataclass(frozen=True)
class Line:
    """One measurement; `limit` bounds the ratio, or the value where there is no ratio."""

    name: str
    value: float
    unit: str = "s"
    ratio: float | None = None
    limit: float | None = None
    limit_unit: str = "x"
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the limit holds; measurements without one always do."""
        measured = self.ratio if self.ratio is not None else self.value
        if self.limit is None:
            return True
        return measured >= self.limit if self.at_least else measured <= self.limit

    def as_dict(self) -> dict[str, object]:
        """The line as plain values."""
        return asdict(self) | {"holds": self.holds}


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of some runs: noise only ever adds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def share(times: Sequence[float], percent: float) -> float:
    """The time that `percent` of some times do not exceed."""
    ranked = sorted(times)
    return ranked[min(len(ranked) - 1, int(len(ranked) * percent / 100))]


def spread(name: str, times: Sequence[float], *, limit_ms: float | None = None) -> list[Line]:
    """The median and the 99th percentile of times in seconds, in ms; `limit_ms` is for both."""
    return [Line(f"{name}, p{percent}", 1000 * share(times, percent), unit="ms",
                 limit=limit_ms, limit_unit=" ms") for percent in (50, 99)]  # fmt: skip
