"""How far lettering may grow over a picture before it meets something that is drawn there.

A picture is drawn around its lettering. Beyond the room that was kept, an even ground goes on (a
sky, a wall, bare paper), or something begins (a label's border, a motif, the subject). What begins
has edges; they are counted on a small map, against those that the room itself has.
"""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.drawing.page import SHORT_SIDE

MAP = 250
"""Cells on the short side of the map: grain vanishes in them, and a frame's fine line does not."""
EDGE = 26.0
"""A step from cell to cell, of 255, that is an edge: more than shading, less than a pale motif."""
BEGUN = 0.02
"""The share of a strip that edges take where something is drawn."""
GRAIN = 1.6
"""A strip may have so many times the edges of the room itself: some grounds have a texture."""
STRIP = 3
"""Cells across a strip: a single row of them is at the mercy of a speck."""

Edges = NDArray[np.bool_]
Span = tuple[float, float]


def cleared(room: Box, wanted: Box, art: NDArray[np.uint8], air: float) -> Box:
    """`room` grown towards `wanted` where `art` stays as quiet as it is in the room.

    `art` is (height, width, 3) RGB; `air` units are kept to what is drawn, at the growing sides.
    """
    edges = _edges(art)
    cells = air * MAP / SHORT_SIDE
    top, bottom = _stretched((room.y, room.bottom), (wanted.y, wanted.bottom), cells,
                             _piece(edges, Box.edges(wanted.x, 0, wanted.right, 1)))  # fmt: skip
    left, right = _stretched((room.x, room.right), (wanted.x, wanted.right), cells,
                             _piece(edges, Box.edges(0, top, 1, bottom)).T)  # fmt: skip
    return Box.edges(left, top, right, bottom)


def _stretched(room: Span, wanted: Span, air: float, edges: Edges) -> Span:
    """Begin and end of the room along the rows of `edges`, as fractions of them."""
    shares = np.convolve(edges.mean(axis=1), np.full(STRIP, 1 / STRIP), "same")
    begin, end = room
    own = float(_piece(edges, Box.edges(0, begin, 1, end)).mean())
    drawn = shares > BEGUN + GRAIN * own
    first = 1 - _reach(1 - begin, 1 - wanted[0], air, drawn[::-1])
    return first, _reach(end, wanted[1], air, drawn)


def _reach(end: float, wanted: float, air: float, drawn: Edges) -> float:
    """How far on from `end` towards `wanted` nothing is drawn, `air` cells ahead as well."""
    if wanted <= end:
        return end
    rows = len(drawn)
    start = min(rows, int(end * rows))
    found = np.flatnonzero(drawn[start : math.ceil(wanted * rows + air)])
    if not found.size:
        return wanted
    return max(end, min(wanted, (start + float(found[0]) - air) / rows))


def _piece(field: Edges, box: Box) -> Edges:
    """The cells under `box`, one at least."""
    rows, columns = field.shape
    top = min(rows - 1, max(0, int(box.y * rows)))
    left = min(columns - 1, max(0, int(box.x * columns)))
    return field[top : max(top + 1, math.ceil(box.bottom * rows)),
                 left : max(left + 1, math.ceil(box.right * columns))]  # fmt: skip


def _edges(art: NDArray[np.uint8]) -> Edges:
    height, width = art.shape[:2]
    scale = MAP / min(height, width)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = Image.fromarray(art).resize(size, Image.Resampling.BOX)
    rgb = np.asarray(small, np.float32)
    down = np.abs(np.diff(rgb, axis=0, prepend=rgb[:1])).max(axis=2)
    across = np.abs(np.diff(rgb, axis=1, prepend=rgb[:, :1])).max(axis=2)
    return np.maximum(down, across) > EDGE
