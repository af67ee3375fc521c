"""The strokes of letters, told apart from whatever is behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations
from operator import or_

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Corners, Mask
from pipeline.stages.clusters import Colours, centres, nearest
from pipeline.stages.morphology import blurred, dilated, opened
from pipeline.stages.quadrilateral import Vector, Window, edges, grown, inside, sides

GROUPS = 5
MORE_COMMON = 1.3
"""A colour is ink when it has so many times the share in the line that it has round it."""
LEAST, MUCH, MOST = 0.04, 0.5, 0.72
"""The share of a line that ink has; anything else was not told apart, and much of a line seldom."""
RING = 0.35
"""How wide the ground round a line is looked at, in its heights."""
THICKEST = 0.19
"""The radius of the thickest stroke, in heights of a line: what is thicker is no letter."""
THIN = 0.4
"""Of a colour of letters, at least this share lies in strokes."""
CLEAR = 5.0
"""Edges over which colours differ by so much in Lab are half as clear as any."""
SURE = 0.76
"""Ink that is like letters to this degree need not be looked at in parts."""
ALIKE = 0.85
"""What has at least this share of the best likeness, and is close to it, belongs to the letters."""
CLOSE = 0.12
"""In heights of a line."""
PART = 1.5
"""Sure ink is all there is, unless what belongs to it is so many times as much: then it was a shadow."""
BARE = 0.025
"""A part of a line with less ink than this share has no letter."""
PEAK = 9.0
"""Colours that are nearer to a peak than this, in Lab, are of it."""
BIN, BINS = 5.0, (22, 48, 48)
OFFSET = np.array([5.0, 120.0, 120.0], np.float32)
"""Cubes of Lab in which colours are counted: their side, how many, and where they begin."""
GOOD = 0.15
"""Ink that is less like letters than this is not told apart; see `_likeness`."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A line in a window: the colours there (rows, columns, 3), and what lies where.

    `area` is the line, hardly grown; `wider` what is masked where ink is not told apart; `band`
    what it has more; `ring` the ground farther out. `cells` numbers parts along the line, for what
    lies beside it as well. `height` is the line's, in pixels. `others` is where other lines lie:
    they are no ground.
    """

    colours: Colours
    area: Mask
    wider: Mask
    band: Mask
    ring: Mask
    cells: NDArray[np.int32]
    height: float
    others: Mask

    def part(self, where: Mask) -> "Place":
        """A part of the line, with its own surroundings."""
        return replace(self, area=self.area & where, wider=self.wider & where,
                       band=self.band & where, ring=self.ring & where)  # fmt: skip


def place_of(colours: Colours, corners: Corners, others: Sequence[Corners] = ()) -> Place:
    """The line in `corners`, in pixels of the window whose colours are given; `others` are known too."""
    window = Window(0, 0, colours.shape[1], colours.shape[0])
    height = max(1.0, min(sides(corners)))
    area = inside(grown(corners, max(2.0, 0.06 * height)), window)
    wider = inside(grown(corners, max(4.0, 0.16 * height)), window)
    ring = inside(grown(corners, (RING + 0.16) * height + 4), window) & ~wider
    near = [inside(grown(other, 2.0), window) for other in others]
    taken = np.logical_or.reduce([np.zeros_like(area), *near]) & ~area
    return Place(colours=colours, area=area, wider=wider, band=wider & ~area & ~taken,
                 ring=ring & ~taken, cells=_cells(corners, colours.shape), height=height,
                 others=taken)  # fmt: skip


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
    return _ink_and_likeness(place)[0]


def _ink_and_likeness(place: Place) -> tuple[Mask | None, float]:
    best, likeness = _best(place)
    there = place.cells[place.area]
    if likeness >= SURE or not there.size or int(there.max()) - int(there.min()) < 2:
        return best, likeness
    middle = (int(there.min()) + int(there.max()) + 1) // 2
    halves = [_ink_and_likeness(place.part(half))
              for half in (place.cells < middle, place.cells >= middle)]  # fmt: skip
    found = [(ink, alike) for ink, alike in halves if ink is not None]
    parted = float(np.mean([alike for _, alike in halves]))
    # ink of one half alone leaves the other one's letters where they are
    if len(found) < len(halves) and best is None:
        return None, 0.0
    clear = [ink for ink, alike in found if best is None or alike > likeness]
    if len(clear) == len(halves):
        return np.logical_or.reduce(clear), parted
    return np.logical_or.reduce([*clear, *([] if best is None else [best])]), max(likeness, parted)


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
    tried = [(_likeness(place, group), group) for group in _candidates(place)]
    most, best = max(tried, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or most < GOOD:
        return None, 0.0
    # letters may have been told apart by their shadows alone, or in parts
    inks = [group.ink for likeness, group in tried if likeness >= ALIKE * most]
    near = dilated(best.ink, CLOSE * place.height)
    whole = best.ink | (np.logical_or.reduce(inks) & near)
    if most >= SURE and whole.sum() <= PART * best.ink.sum():
        return best.ink, most
    return whole, most


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Strokes of some colours, and the share that these have in the line and round it."""

    ink: Mask
    share: float
    around: float

    def __or__(self, other: "_Group") -> "_Group":
        return _Group(self.ink | other.ink, self.share + other.share, self.around + other.around)

    @property
    def rare(self) -> float:
        """From 0 to 1: how little of the colours is round the line."""
        return max(0.0, 1 - self.around / self.share)


def _candidates(place: Place) -> Iterator[_Group]:
    """Ink by colour, and by how colour differs from what is round about: for a ground that changes."""
    ground = blurred(place.colours, place.height * 0.6)
    for colours in (place.colours, place.colours - ground):
        groups = _groups(place, colours, centres(colours[place.area], GROUPS))
        yield from groups
        for first, second in combinations(groups, 2):
            yield first | second
        if len(groups) > 2:
            yield reduce(or_, groups)
    peak = _peak(place)
    if peak is not None:
        yield peak


def _peak(place: Place) -> _Group | None:
    """The strokes of the one colour that the line has most more of than its surroundings."""
    places = [place.area, *_grounds(place)]
    inside, *outside = (_histogram(place.colours[where]) for where in places)
    more = blurred((inside - MORE_COMMON * np.minimum.reduce(outside)).astype(np.float32), 1)
    middle = (np.array(np.unravel_index(int(more.argmax()), more.shape)) + 0.5) * BIN - OFFSET
    near = [((place.colours[where] - middle) ** 2).sum(axis=-1) < PEAK**2 for where in places]
    share, *around = (float(one.mean()) for one in near)
    if share <= MORE_COMMON * min(around):
        return None
    return _strokes(place, near[0], share, min(around))


def _grounds(place: Place) -> list[Mask]:
    """Near the line and farther out, as far as there is something to see.

    Of letters nearby that nobody found, less is in one of them.
    """
    both = [place.ring, place.band]
    return [ground for ground in both if ground.sum() >= 20] or [place.ring | place.band]


def _histogram(colours: Colours) -> Vector:
    """The share of the colours (n, 3) that each cube of Lab has."""
    places = np.clip((colours + OFFSET) // BIN, 0, np.array(BINS) - 1).astype(np.int64)
    flat = np.asarray(np.ravel_multi_index(tuple(places.T), BINS))
    counts = np.bincount(flat, minlength=int(np.prod(BINS))).reshape(BINS)
    return counts / max(1, flat.size)


def _groups(place: Place, colours: Colours, middles: Colours) -> list[_Group]:
    """The strokes of each colour that the line has and its surroundings have less of."""
    labels = nearest(colours[place.area], middles)
    shares = _shares(labels, len(middles))
    around = np.minimum.reduce(
        [_shares(nearest(colours[ground], middles), len(middles)) for ground in _grounds(place)]
    )
    found = [_strokes(place, labels == index, float(shares[index]), float(around[index]))
             for index in np.flatnonzero(shares > MORE_COMMON * around)]  # fmt: skip
    return [group for group in found if group is not None]


def _strokes(place: Place, chosen: Mask, share: float, around: float) -> _Group | None:
    """What is thin of the pixels `chosen` among those of a line; None where most is not."""
    group = np.zeros(place.area.shape, np.bool_)
    group[place.area] = chosen
    thin = group & ~opened(group, max(2.0, THICKEST * place.height))
    return _Group(thin, share, around) if thin.sum() >= THIN * group.sum() else None


def _shares(labels: NDArray[np.intp], count: int) -> Vector:
    return np.bincount(labels, minlength=count) / max(1, len(labels))


def _likeness(place: Place, group: _Group) -> float:
    """From 0 to 1.

    Letters stand all along a line, take up a part of it, and have clear edges and colours that the
    ground does not have.
    """
    ink = group.ink
    share = float(ink.sum() / place.area.sum())
    if not LEAST <= share <= MOST:
        return 0.0
    sizes = np.bincount(place.cells[place.area]) / place.area.sum()
    counts = np.bincount(place.cells[ink], minlength=len(sizes)) / ink.sum()
    spread = float(np.minimum(1.0, counts / (0.4 * np.maximum(sizes, 1e-9))) @ sizes)
    edge = _edge(place.colours, ink, place.height)
    seldom = min(1.0, (MOST - share) / (MOST - MUCH))
    return spread * edge / (edge + CLEAR) * group.rare * seldom


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
