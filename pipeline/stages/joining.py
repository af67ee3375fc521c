"""Which fragments belong to one line.

Pairs that may follow each other are taken from the nearest to the farthest; a run keeps the
direction that its first pair gave it. So a stack of letters does not swallow the row beside it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from pipeline.ports.lettering import Fragment
from pipeline.stages.quadrilateral import Vector, edges

LONG = 1.5
"""A fragment that is so many times longer than high knows its own direction."""
STEEP_DEGREES = 60.0
GAP = 1.2
"""Words of a line are no farther apart, in heights of the higher one: spaced capitals stand an em apart."""
STACK_GAP = 0.6
"""Letters of a stack are no farther apart, in widths of the wider one."""
HEIGHTS, WIDTHS = 2.0, 1.7
"""So many times higher may one word of a line be than another: with ascenders and descenders it is not
twice as high as without. So many times wider, one letter of a stack."""
BEND_DEGREES = 15.0
SQUARE = 1.25
LEAST_STACK = 3
"""Fewer square letters over each other are short words of several lines."""


class _Way(Enum):
    ROW = 0
    COLUMN = 1


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Corners of the fragments of one line, (n, 2), and the direction of reading as a unit vector."""

    points: Vector
    axis: Vector
    confidence: float
    stacked: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    points: Vector
    axis: Vector
    length: float
    height: float
    confidence: float

    @property
    def long(self) -> bool:
        return self.length >= LONG * self.height

    @property
    def steep(self) -> bool:
        return self.long and abs(_degrees(self.axis)) >= STEEP_DEGREES

    @property
    def square(self) -> bool:
        return self.length <= SQUARE * self.height


@dataclass(frozen=True, slots=True)
class _Pair:
    cost: float
    first: int
    second: int
    way: _Way


def runs(fragments: Sequence[Fragment]) -> list[Run]:
    """Every fragment in one run, those alone as well."""
    pieces = [_piece(one) for one in fragments]
    groups = _joined(pieces, [_Way.ROW, _Way.COLUMN])
    loose = [group for group, way in groups if way is _Way.COLUMN and _no_stack(pieces, group)]
    if loose:
        again = [index for group in loose for index in group]
        groups = [one for one in groups if one[0] not in loose]
        some = [pieces[index] for index in again]
        groups += [([again[i] for i in group], way) for group, way in _joined(some, [_Way.ROW])]
    return [_run([pieces[index] for index in group], way) for group, way in groups]


def _piece(fragment: Fragment) -> _Piece:
    along, across = edges(fragment.corners)
    length, height = float(np.hypot(*along)), float(np.hypot(*across))
    if height > length * LONG or (height > length and abs(along[1]) > abs(along[0])):
        along, length, height = across, height, length
    axis = _unit(along)
    # reading goes to the right, and down where it goes neither way
    if axis[0] < -1e-3 or (abs(axis[0]) <= 1e-3 and axis[1] < 0):
        axis = -axis
    if length < LONG * height and abs(_degrees(axis)) > 45:
        axis = np.array([axis[1], -axis[0]]) if axis[1] > 0 else np.array([-axis[1], axis[0]])
    points = np.asarray(fragment.corners, np.float64)
    return _Piece(points, axis, length, height, fragment.confidence)


def _joined(pieces: Sequence[_Piece], ways: Sequence[_Way]) -> list[tuple[list[int], _Way]]:
    home = list(range(len(pieces)))
    groups: dict[int, list[int]] = {index: [index] for index in home}
    kinds: dict[int, _Way | None] = dict.fromkeys(home)
    for pair in sorted(_pairs(pieces, ways), key=lambda pair: pair.cost):
        one, two = home[pair.first], home[pair.second]
        if one == two or any(kinds[at] not in (None, pair.way) for at in (one, two)):
            continue
        groups[one] += groups.pop(two)
        kinds[one] = pair.way
        for index in groups[one]:
            home[index] = one
    return [(sorted(group), kinds[at] or _alone(pieces[at])) for at, group in groups.items()]


def _alone(piece: _Piece) -> _Way:
    return _Way.COLUMN if piece.steep else _Way.ROW


def _pairs(pieces: Sequence[_Piece], ways: Sequence[_Way]) -> Iterator[_Pair]:
    for i, first in enumerate(pieces):
        for j in range(i + 1, len(pieces)):
            for way in ways:
                cost = _cost(first, pieces[j], way)
                if cost is not None:
                    yield _Pair(cost, i, j, way)


def _cost(first: _Piece, second: _Piece, way: _Way) -> float | None:
    """How far apart they are along a line of that way, in its height; None where they are in none."""
    if not _may(first, second, way):
        return None
    axis = _common(first, second, way)
    (a, b), (c, d) = (_extent(piece.points @ axis) for piece in (first, second))
    across = np.array([-axis[1], axis[0]])
    (e, f), (g, h) = (_extent(piece.points @ across) for piece in (first, second))
    low, high = sorted((f - e, h - g))
    gap = max(a, c) - min(b, d)
    most, ratio = (GAP, HEIGHTS) if way is _Way.ROW else (STACK_GAP, WIDTHS)
    if way is _Way.COLUMN and first.steep and second.steep:
        most = GAP
    if min(f, h) - max(e, g) <= 0.5 * low or high >= ratio * low or gap >= most * high:
        return None
    return gap / high + (0.1 if way is _Way.COLUMN else 0.0)


def _may(first: _Piece, second: _Piece, way: _Way) -> bool:
    if way is _Way.COLUMN:
        return all(piece.steep or piece.square for piece in (first, second))
    if first.steep and second.steep:
        return False
    if first.long and second.long and not (first.steep or second.steep):
        return abs(_degrees(first.axis) - _degrees(second.axis)) <= BEND_DEGREES
    return True


def _common(first: _Piece, second: _Piece, way: _Way) -> Vector:
    longer = max(first, second, key=lambda piece: piece.length if piece.long else 0.0)
    if way is _Way.COLUMN:
        return _down(longer.axis) if longer.steep else np.array([0.0, 1.0])
    if longer.steep:
        return min(first, second, key=lambda piece: piece.steep).axis
    return longer.axis


def _run(members: Sequence[_Piece], way: _Way) -> Run:
    points = np.concatenate([piece.points for piece in members])
    confidence = max(piece.confidence for piece in members)
    if way is _Way.COLUMN:
        steep = [piece for piece in members if piece.steep]
        axis = _mean(steep, down=True) if steep else np.array([0.0, 1.0])
        stacked = len(members) >= LEAST_STACK and len(steep) <= len(members) / 2
        return Run(points, axis, confidence, stacked)
    flat = [piece for piece in members if piece.long and not piece.steep]
    axis = _mean(flat) if flat else _through(members)
    return Run(points, axis, confidence, stacked=False)


def _mean(pieces: Sequence[_Piece], *, down: bool = False) -> Vector:
    axes = [piece.length * (_down(piece.axis) if down else piece.axis) for piece in pieces]
    return _unit(np.sum(axes, axis=0))


def _through(members: Sequence[_Piece]) -> Vector:
    """Along the middles of letters that are too square to have a direction, or a lone one's own."""
    middles = np.array([piece.points.mean(axis=0) for piece in members])
    if len(members) < LEAST_STACK:
        return members[0].axis
    away = middles[middles[:, 0].argmax()] - middles[middles[:, 0].argmin()]
    # letters that were found one on another have no direction between them
    return _unit(away) if math.hypot(away[0], away[1]) >= 1 else members[0].axis


def _unit(vector: Vector) -> Vector:
    return vector / max(math.hypot(vector[0], vector[1]), 1e-6)


def _no_stack(pieces: Sequence[_Piece], group: Sequence[int]) -> bool:
    members = [pieces[index] for index in group]
    return len(members) < LEAST_STACK and not any(piece.steep for piece in members)


def _down(axis: Vector) -> Vector:
    return axis if axis[1] >= 0 else -axis


def _degrees(axis: Vector) -> float:
    """From -90 to 90: a direction without an arrow."""
    angle = math.degrees(math.atan2(axis[1], axis[0]))
    return angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle


def _extent(values: Vector) -> tuple[float, float]:
    return float(values.min()), float(values.max())
