"""Where the motifs of a pattern stand, where lettering keeps them away, and which one is odd."""

import math
from dataclasses import dataclass, replace

import numpy as np
import skia

from pipeline.drawing.canvas import Point, diagonal
from pipeline.illustrator.ornament import TAU, at
from pipeline.illustrator.recipe import Scene

LABELLED = ("brick", "scattered")
"""Compositions whose lettering stands on a label in the motif's colour."""
CLEAR = 40.0
"""Units that motifs keep from lettering; a label that is drawn there has a wider border."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One motif within a circle of radius `reach` round (x, y), in units.

    `between` is a free spot next to it; `even` alternates over the pattern.
    """

    x: float
    y: float
    reach: float
    degrees: float = 0.0
    even: bool = False
    between: Point | None = None
    odd: bool = False


def calm_fields(scene: Scene, pad: float) -> list[skia.Rect]:
    """Rectangles `pad` round the lettering; those that touch are one, and a label is always one."""
    if scene.composition in LABELLED:
        whole = skia.Rect(0, 0, 0, 0)
        for text in scene.text:
            whole.join(text)
        return [whole.makeOutset(pad, pad)]
    fields: list[skia.Rect] = []
    for text in scene.text:
        field = text.makeOutset(pad, pad)
        for other in [f for f in fields if skia.Rect.Intersects(f, field)]:
            fields.remove(other)
            field.join(other)
        fields.append(field)
    return fields


def cells(scene: Scene) -> list[Cell]:
    """All motifs of the scene; exactly one is odd, and that one is whole and on the page."""
    placed = [cell for cell in GRIDS[scene.composition](scene) if _free(scene, cell)]
    return _one_odd(scene, placed or [_lonely(scene)])


def _free(scene: Scene, cell: Cell) -> bool:
    box = _box(cell, 1.0)
    if scene.composition == "radial":
        centre, radius = calm_disc(scene)
        return math.dist(centre, (cell.x, cell.y)) > radius + cell.reach
    return not any(skia.Rect.Intersects(box, field) for field in calm_fields(scene, CLEAR))


def _box(cell: Cell, share: float) -> skia.Rect:
    reach = cell.reach * share
    return skia.Rect.MakeLTRB(cell.x - reach, cell.y - reach, cell.x + reach, cell.y + reach)


def _lonely(scene: Scene) -> Cell:
    """Where lettering leaves no cell free, one motif in the focus."""
    focus = scene.focus
    reach = min(focus.width(), focus.height()) * 0.4
    return Cell(x=focus.centerX(), y=focus.centerY(), reach=reach)


def _one_odd(scene: Scene, placed: list[Cell]) -> list[Cell]:
    page = skia.Rect.MakeWH(scene.width, scene.height)
    whole = [i for i, cell in enumerate(placed) if page.contains(_box(cell, 1.1))]
    inner = [i for i in whole if page.makeInset(page.width() * 0.14, page.height() * 0.1).contains(
        _box(placed[i], 1.0))]  # fmt: skip
    in_focus = [i for i in inner if scene.focus.contains(_box(placed[i], 1.0))]
    choices = in_focus or inner or whole or [_nearest(scene, placed)]
    odd = int(scene.rng("odd place").choice(choices))
    return [replace(cell, odd=i == odd) for i, cell in enumerate(placed)]


def _nearest(scene: Scene, placed: list[Cell]) -> int:
    middle = (scene.width / 2, scene.height / 2)
    return min(range(len(placed)), key=lambda i: math.dist(middle, (placed[i].x, placed[i].y)))


def _pitch(scene: Scene) -> float:
    """Units from motif to motif on the short side: a whole number of cells."""
    low, high = (4, 6) if scene.wishes.minimal else (5, 8)
    return 1000.0 / int(scene.rng("pitch").integers(low, high))


def _square(scene: Scene) -> list[Cell]:
    pitch = _pitch(scene)
    columns, rows = round(scene.width / pitch), round(scene.height / pitch)
    dx, dy = scene.width / columns, scene.height / rows
    reach = min(dx, dy) * 0.48
    return [
        Cell(x=dx * (i + 0.5), y=dy * (j + 0.5), reach=reach, even=(i + j) % 2 == 0,
             between=(dx * i, dy * j))
        for j in range(rows) for i in range(columns)
    ]  # fmt: skip


def _brick(scene: Scene) -> list[Cell]:
    pitch = _pitch(scene)
    columns, rows = round(scene.width / pitch), round(scene.height / (pitch * 0.86))
    dx, dy = scene.width / columns, scene.height / rows
    return [
        Cell(x=dx * (i + 0.5 * (j % 2)), y=dy * (j + 0.5), reach=min(dx, dy) * 0.52,
             degrees=0.0 if j % 2 else 180.0 * (scene.seed % 2), even=j % 2 == 0,
             between=(dx * (i + 0.5 + 0.5 * (j % 2)), dy * (j + 0.5)))
        for j in range(rows) for i in range(columns + 1)
    ]  # fmt: skip


def _diagonal(scene: Scene) -> list[Cell]:
    pitch = _pitch(scene) * 0.92
    reach = math.ceil(diagonal(scene.width, scene.height) / pitch) + 1
    turn = math.radians(30)
    c, s = math.cos(turn), math.sin(turn)
    placed: list[Cell] = []
    for j in range(-reach, reach + 1):
        for i in range(-reach, reach + 1):
            x = scene.width / 2 + pitch * (i * c - j * s)
            y = scene.height / 2 + pitch * (i * s + j * c)
            near = skia.Rect.MakeWH(scene.width, scene.height).makeOutset(pitch / 2, pitch / 2)
            if near.contains(x, y):
                degrees = 30.0 if (i + j) % 2 else -60.0
                gap = (x + pitch * (c - s) / 2, y + pitch * (c + s) / 2)
                placed.append(Cell(x=x, y=y, reach=pitch * 0.48, degrees=degrees,
                                   even=(i + j) % 2 == 0, between=gap))  # fmt: skip
    return placed


def calm_disc(scene: Scene) -> tuple[Point, float]:
    """The disc round all lettering that a radial pattern leaves free."""
    field = skia.Rect(0, 0, 0, 0)
    for text in scene.text:
        field.join(text)
    return (field.centerX(), field.centerY()), diagonal(field.width(), field.height()) * 0.94 + 22


def _radial(scene: Scene) -> list[Cell]:
    centre, radius = calm_disc(scene)
    step = 172.0 if scene.wishes.minimal else 138.0
    far = math.hypot(scene.width, scene.height) / 2 + step + math.dist(
        centre, (scene.width / 2, scene.height / 2))  # fmt: skip
    placed: list[Cell] = []
    for k in range(math.ceil((far - radius) / step)):
        ring = radius + step * (k + 0.55)
        count = max(6, round(TAU * ring / (step * 1.04)))
        for i in range(count):
            angle = TAU * (i + 0.5 * (k % 2)) / count
            x, y = at(centre, ring, angle)
            placed.append(Cell(x=x, y=y, reach=step * 0.49, degrees=math.degrees(angle),
                               even=i % 2 == 0 and k % 2 == 0,
                               between=at(centre, ring, angle + TAU / count / 2)))  # fmt: skip
    return placed


def _scattered(scene: Scene) -> list[Cell]:
    """Best-candidate sampling: every new motif stands as far from the others as it can."""
    rng = scene.rng("scatter")
    pitch = _pitch(scene) * 1.04
    count = round(scene.width * scene.height / (pitch * pitch * 0.8))
    spots = np.empty((0, 2))
    for _ in range(count):
        tries = rng.random((24, 2)) * (scene.width, scene.height)
        gaps = np.linalg.norm(tries[:, None] - spots[None], axis=2).min(axis=1, initial=1e9)
        spots = np.vstack([spots, tries[int(np.argmax(gaps))]])
    turns = rng.uniform(-180, 180, count)
    nearest = [float(np.sort(np.linalg.norm(spots - spot, axis=1))[1]) for spot in spots]
    return [
        Cell(x=float(x), y=float(y), reach=min(pitch * 0.5, gap * 0.55), degrees=float(turn),
             even=i % 3 == 0)
        for i, ((x, y), turn, gap) in enumerate(zip(spots, turns, nearest, strict=True))
    ]  # fmt: skip


GRIDS = {"square": _square, "brick": _brick, "radial": _radial, "diagonal": _diagonal,
         "scattered": _scattered}  # fmt: skip
