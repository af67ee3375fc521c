"""Connected regions of a small mask."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.geometry import Box

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Region:
    """A connected region: its bounds and cells, and the size of the mask that it lies in."""

    left: int
    top: int
    width: int
    height: int
    cells: int
    columns: int
    rows: int

    @property
    def fullness(self) -> float:
        """The share of its bounds that it fills, 0 to 1."""
        return self.cells / (self.width * self.height)

    @property
    def area_share(self) -> float:
        """The share of the mask that it fills, 0 to 1."""
        return self.cells / (self.columns * self.rows)

    def box(self) -> Box:
        """Its bounds in fractions of the mask."""
        return Box(
            x=self.left / self.columns,
            y=self.top / self.rows,
            w=self.width / self.columns,
            h=self.height / self.rows,
        )


def regions(mask: Mask, *, least: int) -> list[Region]:
    """The regions of `mask` with at least `least` cells that touch side by side, largest first."""
    labels = labelled(mask)
    rows, columns = mask.shape
    found: list[Region] = []
    names, counts = np.unique(labels[mask], return_counts=True)
    for name, count in zip(names, counts, strict=True):
        if count < least:
            continue
        ys, xs = np.nonzero(labels == name)
        left, top = int(xs.min()), int(ys.min())
        width, height = int(xs.max()) - left + 1, int(ys.max()) - top + 1
        found.append(Region(left, top, width, height, int(count), columns, rows))
    return sorted(found, key=lambda region: -region.cells)


def labelled(mask: Mask) -> NDArray[np.int32]:
    """Each cell of a region with the same number: the greatest index in it, spread until still."""
    labels = np.where(mask, np.arange(1, mask.size + 1, dtype=np.int32).reshape(mask.shape), 0)
    while True:
        before = labels.copy()
        for axis in (0, 1):
            for backwards in (False, True):
                labels = _spread(labels, mask, axis, backwards=backwards)
        if np.array_equal(labels, before):
            return labels.astype(np.int32)


def _spread(
    labels: NDArray[np.int32], mask: Mask, axis: int, *, backwards: bool
) -> NDArray[np.int32]:
    """Carries the greatest number along every unbroken run of `mask` in one direction."""
    turned = labels if axis == 0 else labels.T
    open_ = mask if axis == 0 else mask.T
    rows = range(turned.shape[0] - 2, -1, -1) if backwards else range(1, turned.shape[0])
    step = 1 if backwards else -1
    for row in rows:
        better = np.maximum(turned[row], turned[row + step])
        turned[row] = np.where(open_[row] & open_[row + step], better, turned[row])
    return labels
