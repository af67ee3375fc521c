"""What the whole set must show: the limits that ArtiCover sets itself."""

from dataclasses import dataclass

import numpy as np

from tests.bench_lettering.results import Results
from tests.bench_lettering.truth import Split

MAIN, FAST, OURS = "craft", "rapidocr", "built-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A limit, and what was measured; None where it was not."""

    name: str
    value: float | None
    limit: float
    at_least: bool

    @property
    def met(self) -> bool | None:
        """Whether the limit holds; None where nothing was measured."""
        if self.value is None:
            return None
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def as_dict(self) -> dict[str, object]:
        """As plain values."""
        return {"name": self.name, "value": self.value, "limit": self.limit,
                "at_least": self.at_least, "met": self.met}  # fmt: skip


def goals(results: Results) -> list[Goal]:
    """All of them; the order of the table."""
    recalls = [(Split.ENGLISH, 0.97), (Split.KOREAN, 0.97), (Split.PSEUDO, 0.95)]
    found, whole, truth = results.found, results.whole, results.truth.get(OURS)
    made = [_least(f"recall, {split}", found[MAIN, split].recall if (MAIN, split) in found else None, limit)
            for split, limit in recalls]  # fmt: skip
    free = found.get((MAIN, Split.FREE))
    made.append(
        _most("masked on text-free pictures", float(np.mean(free.masked)) if free else None, 0.0)
    )
    made.append(_most("lines left, by the independent judge", _left(results), 0.02))
    values = truth.as_dict() if truth else {}
    made.append(_least("PSNR in the mask, dB", _number(values.get("psnr")), 22.0))
    made.append(_most("VGG distance in the mask", _number(values.get("vgg")), 1.4))
    made += [
        _most(f"find, {name}, s", _seconds(results, name), limit)
        for name, limit in ((FAST, 0.4), (MAIN, 2.0))
    ]
    times = [one for (name, split), total in whole.items() if name == OURS for one in total.wall]
    made.append(_most("erase, s", float(np.median(times)) if times else None, 2.5))
    made.append(_most("memory of a worker, MB", results.memory_mb or None, 1200.0))
    return made


def _least(name: str, value: float | None, limit: float) -> Goal:
    return Goal(name=name, value=value, limit=limit, at_least=True)


def _most(name: str, value: float | None, limit: float) -> Goal:
    return Goal(name=name, value=value, limit=limit, at_least=False)


def _left(results: Results) -> float | None:
    """Over English, Korean and pseudo-lettering; turned lines are told apart."""
    sums = [total for (name, split), total in results.whole.items()
            if name == OURS and split is not Split.TURNED]  # fmt: skip
    lines = sum(total.lines for total in sums)
    return sum(total.left.get(FAST, 0) for total in sums) / lines if lines else None


def _seconds(results: Results, engine: str) -> float | None:
    times = [
        one for (name, _), tally in results.found.items() if name == engine for one in tally.wall
    ]
    return float(np.median(times)) if times else None


def _number(value: object) -> float | None:
    return value if isinstance(value, float) else None
