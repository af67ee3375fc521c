"""What was found beside what is there: overlap of lines, ink, letters."""

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.domain.lettering import TextLine
from pipeline.ports.lettering import Corners, Mask
from tests.bench_lettering.truth import HEIGHT, WIDTH, Sample, TrueLine

HIT, READ, LEFT = 0.5, 0.3, 0.15
"""From this overlap (IoU) on a line is found, its words are judged, or it is still there."""
GROWN, GROWN_PX = 0.1, 3.0
"""Ink counts as covered under a found line that is a little grown, as any mask of it would be."""


def corners_of(line: TextLine) -> Corners:
    """A found line's corners in pixels."""
    return np.array(line.polygon, np.float32) * np.array([WIDTH, HEIGHT], np.float32)


def overlap(first: Corners, second: Corners) -> float:
    """Intersection over union of two convex quadrilaterals."""
    common, _ = cv2.intersectConvexConvex(cv2.convexHull(first), cv2.convexHull(second))
    union = (
        cv2.contourArea(cv2.convexHull(first)) + cv2.contourArea(cv2.convexHull(second)) - common
    )
    return common / union if union > 0 else 0.0


def best_of(line: TrueLine, found: Sequence[Corners]) -> tuple[float, int]:
    """The largest overlap of a line with what was found, and with which; -1 for none."""
    overlaps = [overlap(line.corners, one) for one in found]
    place = int(np.argmax(overlaps)) if overlaps else -1
    return (overlaps[place], place) if overlaps else (0.0, -1)


def hits(sample: Sample, found: Sequence[Corners], least: float = HIT) -> list[bool]:
    """Which of the true lines were found."""
    return [best_of(line, found)[0] > least for line in sample.lines]


def right(sample: Sample, found: Sequence[Corners]) -> int:
    """How many of the found lines are lines."""
    return sum(any(overlap(line.corners, one) > HIT for line in sample.lines) for one in found)


def under(found: Sequence[Corners], *, grown: bool) -> Mask:
    """The pixels under found lines."""
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    for one in found:
        place = _grown(one) if grown else one
        cv2.fillPoly(mask, [np.round(place).astype(np.int32)], 1)
    return mask > 0


def ink_covered(sample: Sample, found: Sequence[Corners]) -> float:
    """The share of the true ink under what was found."""
    return float((sample.ink & under(found, grown=True)).sum() / max(1, sample.ink.sum()))


def letters(text: str) -> str:
    """Letters and digits only, in lower case: nobody asks a reader about quotes and spaces."""
    return "".join(char for char in text.casefold() if char.isalnum())


def misread(true: str, read: str) -> int:
    """How many letters are wrong (Levenshtein), at most as many as there are."""
    first, second = letters(true), letters(read)
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return min(len(first), row[-1])


def _grown(corners: Corners) -> Corners:
    middle = corners.mean(0)
    size = np.ptp(corners, axis=0)
    more = max(GROWN_PX, GROWN * float(size.min()))
    return middle + (corners - middle) * (1 + 2 * more / np.maximum(1, size))
