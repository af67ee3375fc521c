"""How well lettering is erased: where it is known, and from the search to an independent judge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from pipeline.ports.lettering import Corners, Inpainter, Mask, Pixels, TextDetector
from pipeline.stages.erasing import erase
from pipeline.stages.find_lettering import find_lettering
from pipeline.stages.ink_mask import ink_mask
from tests.bench_lettering import metrics
from tests.bench_lettering.engines import Stopwatch
from tests.bench_lettering.quality import Quality, hole_of, quality
from tests.bench_lettering.trunk import Trunk
from tests.bench_lettering.truth import Sample

SEED = 7


@dataclass(slots=True, kw_only=True)
class Filled:
    """What came of the pictures that one engine filled."""

    qualities: list[Quality] = field(default_factory=list[Quality])
    wall: list[float] = field(default_factory=list[float])
    lines: int = 0
    left: dict[str, int] = field(default_factory=dict[str, int])
    """Lines that a judge, by its name, still finds."""
    clean: int = 0
    """Pictures in which the independent judge finds nothing where a line was."""
    told: int = 0
    """Lines of which the eraser itself said that they are left."""
    pictures: int = 0
    outside: int = 0
    """Pixels that changed although no mask is there."""

    def as_dict(self) -> dict[str, object]:
        """As plain values: means over the pictures."""
        means = {name: float(np.mean([getattr(one, name) for one in self.qualities]))
                 for name in Quality.__slots__ if self.qualities}  # fmt: skip
        return means | {
            "pictures": self.pictures, "lines": self.lines,
            "left": {name: count / max(1, self.lines) for name, count in self.left.items()},
            "clean_pictures": self.clean / max(1, self.pictures), "told_left": self.told,
            "changed_outside": self.outside, "wall_s": float(np.median(self.wall or [0.0])),
        }  # fmt: skip


def by_truth(
    sample: Sample, fillers: Mapping[str, Inpainter], trunk: Trunk, sums: Mapping[str, Filled]
) -> None:  # fmt: skip
    """Fill the true ink with each of the engines."""
    hole = hole_of(sample.ink)
    for name, filler in fillers.items():
        watch = Stopwatch()
        made = filler.fill(sample.rgb, hole, seed=SEED)
        sums[name].wall.append(watch.read()[0])
        sums[name].pictures += 1
        sums[name].outside += _outside(sample.rgb, made, hole)
        sums[name].qualities.append(quality(made, sample.background, hole, trunk))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judges:
    """What looks again: the detector that found the lines, and one that works in another way."""

    finder: TextDetector
    independent: TextDetector


def end_to_end(
    sample: Sample, corners: Sequence[Corners], filler: Inpainter, judges: Judges, trunk: Trunk,
    total: Filled,
) -> Pixels:  # fmt: skip
    """Erase what was found, as `EraseText` does, and judge it; the picture."""
    watch = Stopwatch()
    done = erase(sample.rgb, corners, filler, judges.finder, judges.independent, SEED)
    total.wall.append(watch.read()[0])
    total.told += len(done.left)
    _judged(sample, done.rgb, done.mask, judges, trunk, total)
    return done.rgb


def once(
    sample: Sample, corners: Sequence[Corners], filler: Inpainter, judges: Judges, trunk: Trunk,
    total: Filled,
) -> None:  # fmt: skip
    """Erase what was found in one pass by another engine, and judge it."""
    watch = Stopwatch()
    mask = ink_mask(sample.rgb, corners)
    made = np.where(mask[..., None], filler.fill(sample.rgb, mask, seed=SEED), sample.rgb)
    total.wall.append(watch.read()[0])
    _judged(sample, made, mask, judges, trunk, total)


def _judged(
    sample: Sample, made: Pixels, mask: Mask, judges: Judges, trunk: Trunk, total: Filled
) -> None:  # fmt: skip
    total.pictures += 1
    total.lines += len(sample.lines)
    total.outside += _outside(sample.rgb, made, mask)
    total.qualities.append(quality(made, sample.background, hole_of(sample.ink), trunk))
    left = still(sample, made, judges.independent)
    total.clean += not left
    name = judges.independent.name
    total.left[name] = total.left.get(name, 0) + left


def still(sample: Sample, picture: Pixels, judge: TextDetector) -> int:
    """How many of the lines a judge finds in a picture."""
    found = [metrics.corners_of(line) for line in find_lettering(picture, judge, None).lines]
    return sum(metrics.hits(sample, found, metrics.LEFT))


def _outside(before: Pixels, after: Pixels, mask: Mask) -> int:
    return int(((before != after).any(2) & ~mask).sum())
