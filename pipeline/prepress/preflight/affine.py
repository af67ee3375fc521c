"""Matrices of PDF (ISO 32000-1, 8.3.4): six numbers, for rows that are multiplied from the left."""

import math
from collections.abc import Iterable
from typing import Any

from pipeline.domain.wrap import RectMm

Affine = tuple[float, float, float, float, float, float]
IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def six(operands: Iterable[Any]) -> Affine:
    """The matrix that six numbers of a file are."""
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def times(first: Affine, then: Affine) -> Affine:
    """What does `first` and `then` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def at(matrix: Affine, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scales(matrix: Affine) -> tuple[float, float]:
    """How long a unit across and a unit down become."""
    a, b, c, d, _, _ = matrix
    return math.hypot(a, b), math.hypot(c, d)


def spread(matrix: Affine) -> float:
    """The side of the square that a unit square becomes as large as."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def box_of(matrix: Affine, x: float, y: float, w: float, h: float) -> RectMm:
    """The upright box round a rectangle that was moved."""
    corners = [at(matrix, px, py) for px in (x, x + w) for py in (y, y + h)]
    left, top = min(c[0] for c in corners), min(c[1] for c in corners)
    right, bottom = max(c[0] for c in corners), max(c[1] for c in corners)
    return RectMm(x=left, y=top, w=right - left, h=bottom - top)
