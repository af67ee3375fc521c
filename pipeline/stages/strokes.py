"""The strokes of letters, told apart from whatever is behind them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Corners, Mask
from pipeline.stages.clusters import Colours, centres, nearest
from pipeline.stages.morphology import blurred, dilated, opened
from pipeline.stages.quadrilateral import Vector, Window, edges, grown, inside, sides

GROUPS = 5
MORE_COMMON = 1.3
"""A colour is ink when it has so many times the share in the line that it has round it."""
LEAST, MOST = 0.04, 0.72
"""The share of a line that ink has; anything else was not told apart."""
RING = 0.35
"""How wide the ground round a line is looked at, in its heights."""
THICKEST = 0.19
"""The radius of the thickest stroke, in heights of a line: what is thicker is no letter."""
THIN = 0.4
"""Of a colour of letters, at least this share lies in strokes."""
CLEAR = 30.0
"""Edges over which colours differ by so much in Lab are as clear as any."""
SURE = 0.8
"""Ink that is like letters to this degree need not be looked at in parts."""
ALIKE = 0.7
"""What has at least this share of the best likeness, and is close to it, belongs to the letters."""
CLOSE = 0.12
"""In heights of a line."""
BARE = 0.025
"""A part of a line with less ink than this share has no letter."""
GOOD = 0.15
"""Ink that is less like letters than this is not told apart; see `_likeness`."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A line in a window: the colours there (rows, columns, 3), and what lies where.

    `area` is the line, hardly grown; `wider` what is masked where ink is not told apart; `band`
    what it has more; `ring` the ground farther out. `cells` numbers parts along the line, for what
    lies beside it as well. `height` is the line's, in pixels.
    """

    colours: Colours
    area: Mask
    wider: Mask
    band: Mask
    ring: Mask
    cells: NDArray[np.int32]
    height: float

    def part(self, where: Mask) -> "Place":
        """A part of the line, with its own surroundings."""
        return replace(self, area=self.area & where, wider=self.wider & where,
                       band=self.band & where, ring=self.ring & where)  # fmt: skip


def place_of(colours: Colours, corners: Corners) -> Place:
    """The line in `corners`, in pixels of the window whose colours are given."""
    window = Window(0, 0, colours.shape[1], colours.shape[0])
    height = max(1.0, min(sides(corners)))
    area = inside(grown(corners, max(2.0, 0.06 * height)), window)
    wider = inside(grown(corners, max(4.0, 0.16 * height)), window)
    ring = inside(grown(corners, (RING + 0.16) * height + 4), window) & ~wider
    return Place(colours, area, wider, wider & ~area, ring, _cells(corners, colours.shape), height)


def _cells(corners: Corners, shape: tuple[int, ...]) -> NDArray[np.int32]:
    """Which part along its longer edge each pixel lies in or beside; parts are nearly square."""
    axis = max(edges(corners), key=lambda edge: float(np.hypot(*edge)))
    length = max(1.0, float(np.hypot(*axis)))
    count = max(1, round(length / (0.8 * max(1.0, min(sides(corners))))))
    start = corners.mean(axis=0) - axis / 2
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    along = ((columns - start[0]) * axis[0] + (rows - start[1]) * axis[1]) / length**2
    return np.clip(np.floor(along * count), 0, count - 1).astype(np.int32)


def ink_of(place: Place) -> Mask | None:
    """The ink of a line, without its edges; None where it does not stand apart.

    A line whose letters do not stand out all along is looked at in halves as well: each half has
    a simpler ground.
    """
    best, likeness = _best(place)
    there = place.cells[place.area]
    if likeness < SURE and there.size and int(there.max()) - int(there.min()) >= 2:
        middle = (int(there.min()) + int(there.max()) + 1) // 2
        parts = [ink_of(place.part(half)) for half in (place.cells < middle, place.cells >= middle)]
        found = [part for part in parts if part is not None]
        # ink of one half alone leaves the other one's letters where they are
        if best is not None or len(found) == len(parts):
            best = np.logical_or.reduce([*found, *([] if best is None else [best])])
    return best


def bare_parts(place: Place, ink: Mask) -> Mask:
    """Parts of a line that must have letters, and in which no ink was told apart: all of them.

    A line begins and ends with a letter, and the space between two words is one part wide at most.
    """
    sizes = np.bincount(place.cells[place.area])
    bare = np.bincount(place.cells[ink], minlength=len(sizes)) < BARE * sizes
    alone = ~np.r_[True, bare[:-1]] & ~np.r_[bare[1:], True]
    return place.area & (bare & ~alone)[np.minimum(place.cells, len(sizes) - 1)]


def _best(place: Place) -> tuple[Mask | None, float]:
    if place.area.sum() < 20 or place.ring.sum() + place.band.sum() < 20:
        return None, 0.0
    tried = [(_likeness(place, ink), ink) for ink in _candidates(place)]
    most, best = max(tried, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or most < GOOD:
        return None, 0.0
    # an outline or a shadow is as clear as the letters that it hangs on
    alike = np.logical_or.reduce([ink for likeness, ink in tried if likeness >= ALIKE * most])
    return best | (alike & dilated(best, CLOSE * place.height)), most


def _candidates(place: Place) -> Iterator[Mask]:
    """Ink by colour, and by how colour differs from what is round about: for a ground that changes."""
    ground = blurred(place.colours, place.height * 0.6)
    for colours in (place.colours, place.colours - ground):
        groups = _groups(place, colours)
        yield from groups
        for first, second in combinations(groups, 2):
            yield first | second
        if len(groups) > 2:
            yield np.logical_or.reduce(groups)


def _groups(place: Place, colours: Colours) -> list[Mask]:
    """The strokes of each colour that the line has and its surroundings have less of."""
    here = colours[place.area]
    middles = centres(here, GROUPS)
    labels = nearest(here, middles)
    shares = _shares(labels, len(middles))
    around = np.minimum(
        *(_shares(nearest(colours[ground], middles), len(middles))
          for ground in (place.ring, place.band))
    )  # fmt: skip
    found: list[Mask] = []
    for index in np.flatnonzero(shares > MORE_COMMON * around):
        group = np.zeros(place.area.shape, np.bool_)
        group[place.area] = labels == index
        thin = group & ~opened(group, max(2.0, THICKEST * place.height))
        if thin.sum() >= THIN * group.sum():
            found.append(thin)
    return found


def _shares(labels: NDArray[np.intp], count: int) -> Vector:
    return np.bincount(labels, minlength=count) / max(1, len(labels))


def _likeness(place: Place, ink: Mask) -> float:
    """From 0 to 1: letters stand all along a line, take up a part of it, and have clear edges."""
    share = float(ink.sum() / place.area.sum())
    if not LEAST <= share <= MOST:
        return 0.0
    sizes = np.bincount(place.cells[place.area]) / place.area.sum()
    counts = np.bincount(place.cells[ink], minlength=len(sizes)) / ink.sum()
    spread = float(np.minimum(1.0, counts / (0.4 * np.maximum(sizes, 1e-9))) @ sizes)
    return spread * min(1.0, _edge(place.colours, ink, place.height) / CLEAR)


def _edge(colours: Colours, ink: Mask, height: float) -> float:
    """How far the two sides of the ink's edge are apart, in Lab, nearly everywhere along it."""
    step = max(2, round(0.05 * height))
    steps: list[Vector] = []
    for axis in (0, 1):
        before, after = (np.s_[:-step], np.s_[step:]) if axis == 0 else (
            np.s_[:, :-step], np.s_[:, step:])  # fmt: skip
        crosses = ink[before] != ink[after]
        apart = colours[before][crosses] - colours[after][crosses]
        steps.append(np.sqrt((apart**2).sum(axis=-1)))
    both = np.concatenate(steps)
    return float(np.percentile(both, 25)) if len(both) else 0.0


def stroke_width_px(ink: Mask) -> float:
    """The mean width of the strokes: twice their area over the length of their edges."""
    padded = np.pad(ink, 1)
    edge = (padded[1:, :] != padded[:-1, :]).sum() + (padded[:, 1:] != padded[:, :-1]).sum()
    # steps along a slanted edge are longer than the edge: by 4 / pi on the average
    return 2 * float(ink.sum()) / max(1.0, float(edge) * np.pi / 4)
