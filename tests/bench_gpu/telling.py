"""What was measured, as a table for people and as plain values for programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tests.bench_gpu.serving import Day
from tests.bench_gpu.work import Work

TERA = 1e12


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How one discipline served one load. `share` is of the rate of matrix products."""

    load: str
    discipline: str
    pictures: int
    per_second: float
    tera_per_second: float
    share: float
    mean_s: float
    p95_s: float
    memory_gb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A limit, and what was measured; `judged` false where this machine is not what it is about."""

    name: str
    value: float
    limit: float
    at_least: bool
    judged: bool

    @property
    def met(self) -> bool:
        """Whether the limit holds."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def verdict(self) -> str:
        """In a word."""
        if not self.judged:
            return "(not judged here)"
        return "met" if self.met else "MISSED"

    def as_dict(self) -> dict[str, object]:
        """The goal as plain values."""
        return asdict(self) | {"met": self.met if self.judged else None}


def row_of(
    load: str, discipline: str, day: Day, *, work: Work, product_rate: float, memory_gb: float
) -> Row:  # fmt: skip
    """A day as a row."""
    rate = day.rate(work)
    return Row(
        load=load, discipline=discipline, pictures=len(day.served), per_second=day.per_second,
        tera_per_second=rate / TERA, share=rate / product_rate, mean_s=day.mean, p95_s=day.p95,
        memory_gb=memory_gb,
    )  # fmt: skip


def table(rows: Sequence[Row]) -> str:
    """The rows in columns."""
    head = ("load", "discipline", "pictures/s", "TFLOP/s", "of matmul", "mean s", "p95 s", "GB")
    body = [
        (row.load, row.discipline, f"{row.per_second:.2f}", f"{row.tera_per_second:.3g}",
         f"{row.share:.1%}", f"{row.mean_s:.2f}", f"{row.p95_s:.2f}", f"{row.memory_gb:.1f}")
        for row in rows
    ]  # fmt: skip
    return columns([head, *body])


def goals_told(goals: Sequence[Goal]) -> str:
    """The goals in columns."""
    rows = [("goal", "measured", "limit", "")]
    for goal in goals:
        limit = f"{'≥' if goal.at_least else '≤'} {goal.limit:g}"
        rows.append((goal.name, f"{goal.value:.3g}", limit, goal.verdict))
    return columns(rows)


def columns(rows: Sequence[tuple[str, ...]]) -> str:
    """Cells under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
