"""How well a part that was painted into a picture goes over into what is around it."""

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Mask, Pixels
from pipeline.stages.morphology import dilated

RING_PX = 12
LIVELY, OFF = 0.5, 0.25
"""What it weighs to be livelier than the surroundings, and to be of another colour."""

Floats = NDArray[np.float32]


def seam(rgb: Pixels, mask: Mask) -> float:
    """What can be seen of the part under `mask`, in grey levels; 0 is nothing.

    That is the step at its edge, as far as the surroundings have none as large, how much livelier
    it is than they are (things that a model has put there), and how far its colour is off.
    """
    ring = dilated(mask, RING_PX) & ~mask
    if not ring.any() or not mask.any():
        return 0.0
    levels = rgb.astype(np.float32)
    step = max(0.0, _step(levels, mask, ~mask) - _step(levels, ring, ring))
    inside, around = levels[mask], levels[ring]
    lively = max(0.0, float((inside.std(axis=0) - around.std(axis=0)).mean()))
    off = float(np.abs(inside.mean(axis=0) - around.mean(axis=0)).mean())
    return step + LIVELY * lively + OFF * off


def _step(levels: Floats, one: Mask, other: Mask) -> float:
    """The mean difference of neighbours of which one lies in `one` and the next in `other`."""
    total, count = 0.0, 0
    for axis in (0, 1):
        here, there = _pairs(levels, axis)
        first, second = _pairs(one, axis), _pairs(other, axis)
        both = (first[0] & second[1]) | (first[1] & second[0])
        total += float(np.abs(here - there)[both].sum())
        count += int(both.sum()) * levels.shape[2]
    return total / max(1, count)


def _pairs(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    if axis:
        return values[:, :-1], values[:, 1:]
    return values[:-1], values[1:]
