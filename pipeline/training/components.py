"""Connected areas of a black-and-white picture, by the runs of its rows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


class Area(NamedTuple):
    """The box of an area (right and bottom exclusive) and how many pixels it has."""

    left: int
    top: int
    right: int
    bottom: int
    pixels: int


class _Run(NamedTuple):
    row: int
    start: int
    end: int


def areas(mask: Mask) -> list[Area]:
    """Every area whose pixels touch at a side or a corner."""
    runs = list(_runs(mask))
    parents = list(range(len(runs)))
    for one, other in _touching(runs):
        parents[_root(parents, other)] = _root(parents, one)
    members: dict[int, list[_Run]] = {}
    for index, run in enumerate(runs):
        members.setdefault(_root(parents, index), []).append(run)
    return [_area(group) for group in members.values()]


def _runs(mask: Mask) -> Iterator[_Run]:
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    for (row, start), (_, end) in zip(starts.tolist(), ends.tolist(), strict=True):
        yield _Run(row, start, end)


def _touching(runs: list[_Run]) -> Iterator[tuple[int, int]]:
    """Pairs of runs in neighbouring rows that overlap; runs are in the order of rows and columns."""
    above = 0
    for index, run in enumerate(runs):
        while runs[above].row < run.row - 1 or (
            runs[above].row == run.row - 1 and runs[above].end < run.start
        ):
            above += 1
        candidate = above
        while runs[candidate].row == run.row - 1 and runs[candidate].start <= run.end:
            yield candidate, index
            candidate += 1


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _area(runs: Iterable[_Run]) -> Area:
    group = list(runs)
    return Area(
        left=min(run.start for run in group), top=group[0].row,
        right=max(run.end for run in group), bottom=group[-1].row + 1,
        pixels=sum(run.end - run.start for run in group),
    )  # fmt: skip
