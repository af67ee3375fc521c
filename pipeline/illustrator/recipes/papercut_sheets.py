"""Sheets of cut paper: openings, hems by setting, and the soft shadow that one casts on the next."""

import math
from collections.abc import Callable

import numpy as np
import skia

from pipeline.drawing.canvas import Point, fill, soft_shadow, stroke
from pipeline.drawing.colour import mix
from pipeline.illustrator.recipes import papercut_growth as growth
from pipeline.illustrator.scenery import terrain
from pipeline.illustrator.scenery.shapes import curve, gathered
from pipeline.illustrator.scenery.terrain import Line

SHADOWS = 14
"""Strokes in a shadow: with fewer its steps can be seen."""


def lay(
    canvas: skia.Canvas, sheet: skia.Path, colour: str, shade: str, height: float = 1.0
) -> None:
    """Lay a sheet of paper on what has been drawn: shadow, face, and a bright cut edge.

    `height` is how far it floats above; the shadow is a stack of faint strokes, which costs a
    tenth of a blur and looks the same.
    """
    if sheet.countPoints() > 900:  # an intricate edge: here the blur is the cheaper one
        canvas.save()
        canvas.clipRect(_shaded_band(sheet, 40 * height))
        soft_shadow(canvas, sheet, 0, 6 * height, 8 * height, shade, 0.4)
        canvas.restore()
    else:
        canvas.save()
        canvas.translate(0, 7 * height)
        for k in range(SHADOWS):
            width = 4 + 60 * (k / SHADOWS) ** 1.2
            canvas.drawPath(sheet, stroke(shade, width * height, 0.46 / SHADOWS))
        canvas.restore()
    # the bright edge goes under the face, so that no line shows where parts of a sheet overlap
    canvas.drawPath(sheet, stroke(mix(colour, "#ffffff", 0.45), 2.6))
    canvas.drawPath(sheet, fill(colour))


DEPTH = 4000.0
"""How far below its edge a hem reaches: further than any page."""


def _shaded_band(sheet: skia.Path, reach: float) -> skia.Rect:
    """Where the shadow of a sheet can be seen: round its edge, not under all the paper below a hem."""
    bounds = sheet.getBounds().makeOutset(reach, reach)
    if bounds.height() < DEPTH / 2:
        return bounds
    levels = [point.y() for point in sheet.getPoints(sheet.countPoints())]
    lowest = max(y for y in levels if y < bounds.bottom() - DEPTH / 2)
    return skia.Rect.MakeLTRB(bounds.left(), bounds.top(), bounds.right(), lowest + reach)


def opening(
    rng: np.random.Generator, centre: Point, rx: float, ry: float, wobble: float
) -> skia.Path:
    """A hand-cut oval hole."""
    count = 11
    turn = rng.uniform(0, 2 * math.pi)
    points: list[Point] = []
    for i in range(count):
        a = turn + 2 * math.pi * i / count
        r = 1 + wobble * rng.uniform(-1, 1)
        points.append((centre[0] + rx * r * math.cos(a), centre[1] + ry * r * math.sin(a)))
    return curve(points, [])


def holed(page: skia.Rect, hole: skia.Path) -> skia.Path:
    """A sheet a little larger than the page, with a hole in it."""
    sheet = skia.Path(hole)
    sheet.addRect(page.makeOutset(60, 60))
    sheet.setFillType(skia.PathFillType.kEvenOdd)
    return sheet


def hem(
    rng: np.random.Generator, width: float, base: float, height: float, setting: str
) -> skia.Path:
    """The cut upper edge of a sheet that covers everything below y = `base`, by setting."""
    edge = _EDGES.get(setting, _meadow)
    line = edge(rng, width, base, height)
    plant = _GROWTH.get(setting, _firs if setting not in _EDGES else None)
    return gathered(
        [terrain.ground(line, base + DEPTH), *(plant(rng, line, height) if plant else [])]
    )


def _meadow(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    return terrain.hills(rng, width, base, height * 0.7, rough=0.0)


def _board(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    del rng, height
    return np.array([(-60.0, base), (width + 60, base)])


def _lace(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """Scallops, as on the paper along a kitchen shelf."""
    x = np.linspace(-60, width + 60, 700)
    pitch = height * float(rng.uniform(0.55, 0.8))
    scallop = np.sqrt(np.clip(1 - (2 * (((x + 60) / pitch) % 1) - 1) ** 2, 0, 1))
    return np.column_stack([x, base - 0.34 * height * scallop])


def _bed(rng: np.random.Generator, line: Line, height: float) -> list[skia.Path]:
    return [*_blades(rng, line, height * 0.7), *growth.flowers(rng, line, height * 1.1)]


def _waves(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """Curling crests, all running one way."""
    x = np.linspace(-40, width + 40, 500)
    period = height * rng.uniform(1.7, 2.3)
    phase = ((x + rng.uniform(0, period)) / period) % 1
    crest = np.where(
        phase < 0.7,
        (phase / 0.7) ** 2.2,
        np.clip(np.cos((phase - 0.7) / 0.3 * math.pi / 2), 0, 1) ** 1.4,
    )
    return np.column_stack(
        [x, base - 0.42 * height * crest - 0.1 * height * np.sin(x / period * 1.3)]
    )


def _roofs(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """A street of paper houses: gables, flat tops and the odd steeple, cut in one line."""
    points: list[Point] = [(-60.0, base)]
    x = -60.0
    while x < width + 60:
        w, tall = height * rng.uniform(0.4, 0.85), height * rng.uniform(0.35, 1.25)
        y, kind = base - tall, rng.random()
        points.append((x, y))
        if kind < 0.45:
            points.append((x + w / 2, y - w * rng.uniform(0.45, 0.8)))
        elif kind < 0.6:
            points += [(x + w * 0.4, y), (x + w * 0.5, y - w * 1.7), (x + w * 0.6, y)]
        elif kind < 0.75:
            points += [
                (x + w * 0.6, y),
                (x + w * 0.6, y - w * 0.3),
                (x + w * 0.8, y - w * 0.3),
                (x + w * 0.8, y),
            ]
        points.append((x + w, y))
        x += w
    return np.array([*points, (width + 60, base)])


def _blades(rng: np.random.Generator, line: Line, height: float) -> list[skia.Path]:
    """Grasses and leaves along a line."""
    blades: list[skia.Path] = []
    x = float(line[0, 0])
    while x < line[-1, 0]:
        y = terrain.height_at(line, x)
        tall = height * rng.uniform(0.35, 1.0)
        lean = tall * rng.uniform(-0.4, 0.4)
        half = tall * rng.uniform(0.07, 0.13)
        blades.append(curve([(x - half * 0.5, y + 6), (x + lean * 0.4 - half, y - tall * 0.5), (x + lean, y - tall),
                             (x + lean * 0.5 + half, y - tall * 0.45), (x + half * 0.5, y + 6)], [0, 2, 4]))  # fmt: skip
        x += height * rng.uniform(0.1, 0.5)
    return blades


def _firs(rng: np.random.Generator, line: Line, height: float) -> list[skia.Path]:
    """Firs as scissors cut them: few, large, with four swinging tiers."""
    firs: list[skia.Path] = []
    x = float(line[0, 0]) + height * rng.uniform(0, 0.6)
    while x < line[-1, 0]:
        tall = height * rng.uniform(0.75, 1.5)
        foot = terrain.height_at(line, x) + 0.1 * tall
        right: list[Point] = []
        for tier in range(1, 5):
            y, reach = foot - tall * (1 - 0.23 * tier), tall * (0.05 + 0.055 * tier)
            right += [(x + reach, y + 0.03 * tall), (x + 0.42 * reach, y)]
        left = [(2 * x - px, py) for px, py in reversed(right)]
        firs.append(curve([(x, foot - tall), *right, (x, foot), *left], [0, *range(1, 18)]))
        x += tall * rng.choice([0.34, 0.5, 1.3], p=[0.45, 0.3, 0.25]) * rng.uniform(0.9, 1.2)
    return firs


def cloud(rng: np.random.Generator, x: float, y: float, half: float) -> skia.Path:
    """One flat-bottomed paper cloud."""
    t = np.linspace(-1, 1, 81)
    top = 0.24 * np.sqrt(np.clip(1 - t**8, 0, 1))
    for at, size in ((-0.45, 0.3), (-0.02, 0.44), (0.44, 0.33)):
        r = size * rng.uniform(0.85, 1.15)
        top = np.maximum(
            top, 0.16 + np.sqrt(np.clip(r * r - (t - at) ** 2, 0, None)) * (np.abs(t - at) < r)
        )
    path = skia.Path()
    path.addPoly(
        [skia.Point(*p) for p in np.column_stack([x + half * t, y - half * top]).tolist()], True
    )
    return path


def star(x: float, y: float, radius: float) -> skia.Path:
    """A five-pointed paper star."""
    path = skia.Path()
    points: list[skia.Point] = []
    for i in range(10):
        r = radius * (1.0 if i % 2 == 0 else 0.46)
        a = -math.pi / 2 + i * math.pi / 5
        points.append(skia.Point(x + r * math.cos(a), y + r * math.sin(a)))
    path.addPoly(points, True)
    return path


def hang(
    canvas: skia.Canvas, x: float, y: float, top: float, radius: float, colour: str, shade: str
) -> None:
    """A star on a thread."""
    canvas.drawLine(x, top, x, y - radius, stroke(mix(colour, shade, 0.3), 1.0, 0.8))
    lay(canvas, star(x, y, radius), colour, shade, 0.4)


_Edge = Callable[[np.random.Generator, float, float, float], Line]
_Growth = Callable[[np.random.Generator, Line, float], list[skia.Path]]
_EDGES: dict[str, _Edge] = {
    "sea": _waves, "river": _waves, "island": _waves, "sky": terrain.cloudbank, "space": growth.craters,
    "desert": terrain.dunes, "shore": _meadow, "city": _roofs, "interior": _lace, "shelf": _board, "underwater": _meadow,
    "garden": _meadow, "field": _meadow, "road": _meadow, "village": _meadow,
}  # fmt: skip
"""How the sheets of a place are cut; a wood's where nothing else is said."""
_GROWTH: dict[str, _Growth] = {
    "underwater": growth.weeds, "shelf": growth.shelf, "garden": _bed, "field": _blades, "road": _blades,
    "village": _blades,
}  # fmt: skip
"""What grows along the edge."""
