"""Old towns as rows of roofs along a line: tiled hanok, gabled houses, mud walls with domes."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import skia

from pipeline.illustrator.scenery.ancient import dome, minaret
from pipeline.illustrator.scenery.props import specimen
from pipeline.illustrator.scenery.shapes import arch, box, shape
from pipeline.illustrator.scenery.terrain import Line, height_at

TOWNS = ("hanok", "gables", "domes")


@dataclass(slots=True)
class Row:
    """A street as three areas in units: walls and all, the roofs on them, lit windows."""

    body: skia.Path = field(default_factory=skia.Path)
    roofs: skia.Path = field(default_factory=skia.Path)
    lights: skia.Path = field(default_factory=skia.Path)

    def add(self, part: skia.Path, *, roof: bool = False) -> None:
        """A wall, or a roof, which is part of the silhouette as well."""
        self.body.addPath(part)
        if roof:
            self.roofs.addPath(part)


@dataclass(frozen=True, slots=True)
class Plot:
    """Where one building stands: its middle, its foot and its breadth, in units."""

    x: float
    foot: float
    breadth: float


def town(rng: np.random.Generator, kind: str, line: Line, grain: float, *, lit: float = 0.4) -> Row:
    """Houses along `line`, about `grain` units broad, `lit` (0 to 1) of the windows alight.

    Raises:
        KeyError: for a kind that is not one of `TOWNS`.
    """
    build, overlap = _BUILDERS[kind]
    row = Row()
    x = float(line[0, 0]) - grain * rng.random()
    while x < line[-1, 0]:
        breadth = grain * float(rng.uniform(0.72, 1.3))
        middle = x + breadth / 2
        if rng.random() > 0.1:  # here and there a yard
            build(row, rng, Plot(middle, height_at(line, middle) + 0.12 * breadth, breadth), lit)
        x += breadth * float(rng.uniform(*overlap))
    return row


def _set(row: Row, name: str, variant: int, plot: Plot, lit: float) -> None:
    """A drawn prop as one house of the row; somebody is up if `lit` is above a half."""
    prop = specimen(name, variant)
    matrix = skia.Matrix()
    matrix.setTranslate(plot.x, plot.foot)
    matrix.preScale(plot.breadth, plot.breadth)
    matrix.preTranslate(-0.5, -1.0)
    row.body.addPath(prop.body, matrix)
    row.roofs.addPath(prop.accent, matrix)
    if lit > 0.5:
        row.lights.addPath(prop.lights, matrix)


def _hanok(row: Row, rng: np.random.Generator, plot: Plot, lit: float) -> None:
    """A tiled house; now and then the hall of somebody of rank, and a wall along the lane."""
    rank = rng.random() < 0.04
    grown = Plot(plot.x, plot.foot, plot.breadth * (1.5 if rank else 1.12))
    _set(
        row,
        "palace" if rank else "hanok",
        int(rng.integers(4)),
        grown,
        lit + float(rng.uniform(-0.1, 0.5)),
    )
    half, top = plot.breadth * 0.62, plot.foot - 0.2 * plot.breadth
    row.add(box(plot.x - half, top, plot.x + half, plot.foot + plot.breadth * 0.2))
    row.add(shape(plot.x - half * 1.04, top + plot.breadth * 0.03, plot.x - half, top - plot.breadth * 0.05,
                  plot.x + half, top - plot.breadth * 0.05, plot.x + half * 1.04, top + plot.breadth * 0.03),
            roof=True)  # fmt: skip


def _panes(row: Row, rng: np.random.Generator, area: skia.Rect, lit: float, columns: int) -> None:
    """Small windows in storeys, some of them lit."""
    pitch = area.width() / columns
    rows = int(area.height() / (pitch * 1.5))
    for k in range(rows):
        for column in range(columns):
            if rng.random() < lit:
                x, y = area.left() + pitch * (column + 0.28), area.top() + pitch * (0.4 + 1.5 * k)
                row.lights.addPath(box(x, y, x + pitch * 0.42, y + pitch * 0.72))


def _gabled(row: Row, rng: np.random.Generator, plot: Plot, lit: float) -> None:
    """A narrow burgher's house under a steep roof, or a parish church."""
    x, foot, w = plot.x, plot.foot, plot.breadth * 0.62
    if rng.random() < 0.09:
        _steeple(row, plot)
        return
    tall = w * float(rng.uniform(0.85, 1.7))
    left, right, top = x - w / 2, x + w / 2, foot - tall
    row.add(box(left, top, right, foot + w * 0.6))
    _panes(row, rng, skia.Rect.MakeLTRB(left, top, right, foot), lit, int(rng.integers(2, 4)))
    kind = rng.random()
    if kind < 0.42:
        row.add(shape(left - w * 0.06, top, x, top - w * float(rng.uniform(0.7, 1.05)), right + w * 0.06, top),
                roof=True)  # fmt: skip
    elif kind < 0.62:
        steps = [(0.5, 0.0), (0.5, 0.22), (0.34, 0.22), (0.34, 0.46), (0.18, 0.46), (0.18, 0.7)]
        points = [(x - a * w, top - b * w) for a, b in steps]
        points += [(x + a * w, top - b * w) for a, b in reversed(steps)]
        row.add(shape(*(value for point in points for value in point)), roof=True)
    else:
        ridge = top - w * float(rng.uniform(0.5, 0.75))
        row.add(shape(left - w * 0.05, top, left + w * 0.16, ridge, right - w * 0.1, ridge, right + w * 0.05, top),
                roof=True)  # fmt: skip
        row.add(box(right - w * 0.34, ridge - w * 0.2, right - w * 0.2, ridge + w * 0.3))


def _steeple(row: Row, plot: Plot) -> None:
    """A church over the roofs: nave, square tower, spire."""
    x, foot, w = plot.x, plot.foot, plot.breadth
    row.add(box(x - 0.15 * w, foot - 1.7 * w, x + 0.15 * w, foot + 0.4 * w))
    row.add(
        shape(x - 0.2 * w, foot - 1.68 * w, x, foot - 2.9 * w, x + 0.2 * w, foot - 1.68 * w),
        roof=True,
    )
    row.add(box(x - 0.012 * w, foot - 3.08 * w, x + 0.012 * w, foot - 2.8 * w))
    row.add(box(x - 0.05 * w, foot - 3.0 * w, x + 0.05 * w, foot - 2.97 * w))
    row.add(box(x, foot - 0.75 * w, x + 0.8 * w, foot + 0.4 * w))
    row.add(shape(x, foot - 0.72 * w, x + 0.1 * w, foot - 1.25 * w, x + 0.74 * w, foot - 1.25 * w,
                  x + 0.86 * w, foot - 0.72 * w), roof=True)  # fmt: skip
    for k in range(3):
        row.lights.addPath(
            arch(x + (0.28 + 0.19 * k) * w, foot - 0.58 * w, 0.07 * w, foot - 0.22 * w)
        )
    row.lights.addPath(arch(x, foot - 1.52 * w, 0.08 * w, foot - 1.3 * w))


def _mud(row: Row, rng: np.random.Generator, plot: Plot, lit: float) -> None:
    """A flat-roofed house, a domed one, or a minaret between them."""
    x, foot, w = plot.x, plot.foot, plot.breadth * 0.8
    tall, kind = w * float(rng.uniform(0.45, 0.95)), rng.random()
    left, right, top = x - w / 2, x + w / 2, foot - tall
    row.add(box(left, top, right, foot + w * 0.5))
    if kind < 0.2:
        row.add(box(x - w * 0.34, top - w * 0.14, x + w * 0.34, top + 1))
        row.add(dome(x, top - w * 0.12, w * 0.32), roof=True)
    elif kind < 0.3:
        for part in minaret(x, foot, w * 0.1, w * float(rng.uniform(1.9, 2.5))):
            row.add(part)
    elif kind < 0.6:
        row.add(box(left, top - w * 0.26, x - w * 0.08, top + 1))
    for k in range(3):
        if rng.random() < lit:
            at = left + w * (0.24 + 0.26 * k)
            row.lights.addPath(arch(at, foot - tall * 0.72, w * 0.09, foot - tall * 0.44))


_Builder = Callable[[Row, np.random.Generator, Plot, float], None]
_BUILDERS: dict[str, tuple[_Builder, tuple[float, float]]] = {
    "hanok": (_hanok, (0.86, 1.25)),
    "gables": (_gabled, (0.6, 0.72)),
    "domes": (_mud, (0.7, 0.9)),
}
"""For each kind who builds, and how far on the next building stands, in breadths."""
