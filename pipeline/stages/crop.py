"""Cuts a picture to a cover's ratio: as large as it goes, with its faces and subjects kept whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.geometry import Box
from pipeline.domain.subject import Subject, SubjectKind
from pipeline.stages.linear_light import resampled
from pipeline.typography.saliency import busy_map

Pixels = NDArray[np.uint8]

STEPS = 49
"""Places that are tried along the side that is cut."""
WORTH = {SubjectKind.FACE: 4.0, SubjectKind.SKIN: 2.0, SubjectKind.SALIENT: 1.0}
"""What keeping a whole subject of weight 1 is worth."""
HALVED = 0.6
"""What cutting through a subject costs, as a share of its worth."""
LIVELY = 0.8
"""What all that is lively in the picture is worth together: where nothing stands out, it counts."""
ASIDE = 0.15
"""What it costs to leave the middle for the very edge, where nothing asks for it."""
EDGE, CROWDED = 0.03, 0.25
"""The air that a subject wants to the edge, in fractions of the picture; what it costs to have none."""
MOST, APART, TOLERATED = 5, 0.12, 0.45
"""How many crops are offered, how far apart (in lengths of one), and how much worse at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """A part of a picture, in fractions of it, and how much worse it is than the best."""

    box: Box
    loss: float


@dataclass(frozen=True, slots=True)
class _Way:
    """The one direction in which a crop can move: across or down, and how long the crop is."""

    across: bool
    length: float

    def crop(self, start: float) -> Box:
        """The crop that begins at `start`."""
        if self.across:
            return Box(x=start, y=0.0, w=self.length, h=1.0)
        return Box(x=0.0, y=start, w=1.0, h=self.length)

    def span(self, box: Box) -> tuple[float, float]:
        """Where `box` begins and ends in this direction."""
        return (box.x, box.right) if self.across else (box.y, box.bottom)


def crops(rgb: Pixels, aspect: float, subjects: Sequence[Subject]) -> list[Crop]:
    """What a cover of `aspect` (width / height) may show of `rgb`, (height, width, 3); best first.

    Each is the largest crop of that ratio: nothing is stretched, no resolution given away. The
    best lies where it keeps the `subjects`, faces above all, then what is lively, then the
    middle; the others are hardly worse and leave lettering another ground.
    """
    height, width = rgb.shape[:2]
    have = width / height
    way = _Way(True, aspect / have) if have > aspect else _Way(False, have / aspect)
    if way.length >= 1 - 1e-9:
        return [Crop(box=Box(x=0.0, y=0.0, w=1.0, h=1.0), loss=0.0)]
    lively = busy_map(rgb).sum(0 if way.across else 1)
    lively = lively / max(float(lively.sum()), 1e-6)
    starts = [float(start) for start in np.linspace(0, 1 - way.length, STEPS)]
    worth = {start: _worth(way, start, subjects, lively) for start in starts}
    best = max(worth.values())
    found: list[float] = []
    for start in sorted(starts, key=lambda start: -worth[start]):
        near = any(abs(start - other) < APART * way.length for other in found)
        if best - worth[start] <= TOLERATED and not near and len(found) < MOST:
            found.append(start)
    return [Crop(box=way.crop(start), loss=best - worth[start]) for start in found]


def seen(subjects: Iterable[Subject], crop: Box) -> tuple[Subject, ...]:
    """The `subjects` of a whole picture as a crop shows them; less weight for what is cut."""
    found: list[Subject] = []
    for subject in subjects:
        box = subject.box
        share = box.overlap(crop) / max(box.area, 1e-9)
        if share > 0.1:
            inside = Box.edges(
                max(0.0, (box.x - crop.x) / crop.w), max(0.0, (box.y - crop.y) / crop.h),
                min(1.0, (box.right - crop.x) / crop.w), min(1.0, (box.bottom - crop.y) / crop.h),
            )  # fmt: skip
            found.append(replace(subject, box=inside, weight=subject.weight * share))
    return tuple(found)


def _worth(
    way: _Way, start: float, subjects: Sequence[Subject], lively: NDArray[np.floating]
) -> float:
    end = start + way.length
    kept = sum(_kept(way.span(s.box), start, end) * s.weight * WORTH[s.kind] for s in subjects)
    cells = slice(round(start * len(lively)), round(end * len(lively)))
    middle = abs((start + end) / 2 - 0.5) / max(1e-6, (1 - way.length) / 2)
    return kept + LIVELY * float(lively[cells].sum()) - ASIDE * middle


def _kept(span: tuple[float, float], start: float, end: float) -> float:
    """1 for a subject kept whole and with air, less than 0 for one that is cut in the middle."""
    low, high = span
    size = max(high - low, 1e-6)
    share = max(0.0, min(high, end) - max(low, start)) / size
    cut_through = HALVED * 4 * share * (1 - share)
    before = low - start if start > 0 else EDGE
    after = end - high if end < 1 else EDGE
    air = min(before, after, EDGE) / EDGE if share == 1 else 1.0
    return share - cut_through - CROWDED * (1 - air)


def cut(rgb: Pixels, crop: Box, size: tuple[int, int]) -> Pixels:
    """The part of `rgb` in `crop` at `size` (width, height) in pixels, by Lanczos in linear light."""
    height, width = rgb.shape[:2]
    part = (crop.x * width, crop.y * height, min(width, crop.right * width),
            min(height, crop.bottom * height))  # fmt: skip
    return resampled(rgb, part, size)


def crop_px(rgb: Pixels, crop: Box) -> tuple[int, int]:
    """Width and height in pixels of what a crop takes of `rgb`."""
    height, width = rgb.shape[:2]
    return round(crop.w * width), round(crop.h * height)
