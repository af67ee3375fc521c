"""How much of the lettering each detector finds, and how much it finds where none is."""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from pipeline.domain.lettering import FoundText
from pipeline.ports.lettering import Corners, TextDetector
from pipeline.stages.find_lettering import find_lettering
from tests.bench_lettering import metrics
from tests.bench_lettering.engines import Recalled, Stopwatch
from tests.bench_lettering.truth import Sample


@dataclass(slots=True, kw_only=True)
class Tally:
    """Sums over the pictures of one split that one detector looked at."""

    pictures: int = 0
    lines: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0
    inked: list[float] = field(default_factory=list[float])
    masked: list[float] = field(default_factory=list[float])
    wall: list[float] = field(default_factory=list[float])
    cpu: list[float] = field(default_factory=list[float])
    missed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    """By role: how many lines were missed, and how many there are."""

    def add(self, sample: Sample, found: list[Corners], wall: float, cpu: float) -> list[bool]:
        """One picture; which of its lines were hit."""
        hits = metrics.hits(sample, found)
        self.pictures += 1
        self.lines += len(hits)
        self.hit += sum(hits)
        self.found += len(found)
        self.right += metrics.right(sample, found)
        self.wall.append(wall)
        self.cpu.append(cpu)
        if sample.lines:
            self.inked.append(metrics.ink_covered(sample, found))
        else:
            self.masked.append(float(metrics.under(found, grown=True).mean()))
        for line, hit in zip(sample.lines, hits, strict=True):
            self.missed[line.role][0] += not hit
            self.missed[line.role][1] += 1
        return hits

    @property
    def recall(self) -> float:
        """Of the true lines."""
        return self.hit / max(1, self.lines)

    @property
    def precision(self) -> float:
        """Of the found ones; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    def as_dict(self) -> dict[str, object]:
        """As plain values."""
        return {
            "pictures": self.pictures, "lines": self.lines, "recall": self.recall,
            "precision": self.precision, "ink_covered": _mean(self.inked), "masked": _mean(self.masked),
            "pictures_masked": sum(share > 0 for share in self.masked),
            "wall_s": _median(self.wall), "cpu_s": _median(self.cpu), "missed": dict(self.missed),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Looked:
    """What a detector found in a picture: the lines, and the fragments they were joined from."""

    found: FoundText
    corners: list[Corners]
    recalled: TextDetector
    wall: float
    cpu: float


def look(sample: Sample, detector: TextDetector) -> Looked:
    """Find the lines of a picture, and time that.

    Raises:
        RetouchError: what the detector raises.
    """
    watch = Stopwatch()
    fragments = detector.fragments(sample.rgb)
    recalled = Recalled(detector.name, fragments)
    found = find_lettering(sample.rgb, recalled, None)
    wall, cpu = watch.read()
    corners = [metrics.corners_of(line) for line in found.lines]
    return Looked(found=found, corners=corners, recalled=recalled, wall=wall, cpu=cpu)


def _mean(values: list[float]) -> float | None:
    return float(np.mean(values)) if values else None


def _median(values: list[float]) -> float | None:
    return float(np.median(values)) if values else None
