"""Where the motifs of a pattern stand, where lettering keeps them away, and which one is odd."""

import math
from dataclasses import dataclass, replace

import skia

from pipeline.drawing.canvas import Point, diagonal
from pipeline.illustrator.ornament import TAU, at
from pipeline.illustrator.recipe import Scene

LABELLED = ("brick", "stray")
"""Compositions whose lettering stands on a label in the motif's colour."""
EDGING = 1000.0 / 6
"""Units from motif to motif in a border."""
LONGEST = 1.8
"""How many times as long as wide the panel in a border may be."""
TILT = 9.0
"""Degrees that a motif may lean: more looks thrown."""
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
    if scene.composition in {"diagonal", "brick"}:
        placed = _in_company(placed)
    marked = _one_odd(scene, placed or [_lonely(scene)])
    return _stepped_out(marked) if scene.composition == "stray" else marked


def _free(scene: Scene, cell: Cell) -> bool:
    box = _box(cell, 1.0)
    if scene.composition == "radial":
        centre, radius = calm_disc(scene)
        clear = not any(skia.Rect.Intersects(box, text) for text in scene.text)
        return clear and math.dist(centre, (cell.x, cell.y)) > radius + cell.reach
    return not any(skia.Rect.Intersects(box, field) for field in calm_fields(scene, CLEAR))


def _in_company(placed: list[Cell]) -> list[Cell]:
    """Without the motifs that have at most one other near them: they look left over."""

    def near(cell: Cell) -> int:
        reach = cell.reach * 2.9
        return sum(math.dist((cell.x, cell.y), (one.x, one.y)) < reach for one in placed) - 1

    return [cell for cell in placed if near(cell) > 1] or placed


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
    whole = [i for i, cell in enumerate(placed) if page.contains(_box(cell, 1.0))]
    inner = [i for i in whole if page.makeInset(page.width() * 0.14, page.height() * 0.1).contains(
        _box(placed[i], 1.0))]  # fmt: skip
    in_focus = [i for i in inner if scene.focus.contains(_box(placed[i], 1.0))]
    choices = in_focus or inner or whole or [_nearest(scene, placed)]
    odd = int(scene.rng("odd place").choice(choices))
    return [replace(cell, odd=i == odd) for i, cell in enumerate(placed)]


def _nearest(scene: Scene, placed: list[Cell]) -> int:
    middle = (scene.width / 2, scene.height / 2)
    return min(range(len(placed)), key=lambda i: math.dist(middle, (placed[i].x, placed[i].y)))


def _stepped_out(placed: list[Cell]) -> list[Cell]:
    """The odd motif half way to its neighbour in the column, which makes room for it."""
    odd = next(cell for cell in placed if cell.odd)
    column = [cell for cell in placed if cell.x == odd.x and cell is not odd]
    near = min(column, key=lambda cell: abs(cell.y - odd.y), default=None)
    if near is None or abs(near.y - odd.y) > 3 * odd.reach:
        return placed
    moved = replace(odd, y=(odd.y + near.y) / 2)
    return [moved if cell is odd else cell for cell in placed if cell is not near]


def _pitch(scene: Scene) -> float:
    """Units from motif to motif on the short side: a whole number of cells."""
    low, high = (3, 5) if scene.wishes.minimal else (4, 7)
    # a low page needs more rows to be a pattern at all beside its lettering
    few = 1 if scene.aspect > 0.85 else 0
    return 1000.0 / int(scene.rng("pitch").integers(low + few, high + few))


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
    """Rows set off by half a step, leaning to and fro in turns or all upright."""
    pitch = _pitch(scene)
    columns, rows = round(scene.width / pitch), round(scene.height / (pitch * 0.9))
    dx, dy = scene.width / columns, scene.height / rows
    lean = TILT * (scene.seed % 2)
    return [
        Cell(x=dx * (i + 0.5 * (j % 2)), y=dy * (j + 0.5), reach=min(dx, dy) * 0.49,
             degrees=lean if j % 2 else -lean, even=j % 2 == 0,
             between=(dx * (i + 0.5 + 0.5 * (j % 2)), dy * (j + 0.5)))
        for j in range(rows) for i in range(columns + 1 - j % 2)
    ]  # fmt: skip


def _diagonal(scene: Scene) -> list[Cell]:
    """Rows that climb over the page; a motif is on it with at least half of itself."""
    pitch = _pitch(scene) * 0.96
    reach = math.ceil(diagonal(scene.width, scene.height) / pitch) + 1
    turn = math.radians(-30)
    c, s = math.cos(turn), math.sin(turn)
    page = skia.Rect.MakeWH(scene.width, scene.height)
    placed: list[Cell] = []
    for j in range(-reach, reach + 1):
        for i in range(-reach, reach + 1):
            x = scene.width / 2 + pitch * (i * c - j * s)
            y = scene.height / 2 + pitch * (i * s + j * c)
            if page.contains(x, y):
                gap = (x + pitch * (c - s) / 2, y + pitch * (c + s) / 2)
                placed.append(Cell(x=x, y=y, reach=pitch * 0.47, degrees=-TILT,
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
    step = 215.0 if scene.wishes.minimal else 168.0
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


def _stray(scene: Scene) -> list[Cell]:
    """Columns set off by half a step, with a free margin: one motif will step out of its place."""
    pitch = 1000.0 / (4 if scene.wishes.minimal else 5)
    margin = pitch * 0.16
    columns = round((scene.width - 2 * margin) / (pitch * 0.92))
    rows = round((scene.height - 2 * margin) / pitch)
    dx, dy = (scene.width - 2 * margin) / columns, (scene.height - 2 * margin) / rows
    return [
        Cell(x=margin + dx * (i + 0.5), y=margin + dy * (j + 0.5 + 0.5 * (i % 2)),
             reach=min(dx, dy) * 0.48, even=i % 2 == 0)
        for i in range(columns) for j in range(rows - i % 2)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edging:
    """A border of motifs: so many across and down, of which `left` and `top` lie on each side."""

    columns: int
    rows: int
    left: int
    top: int
    dx: float
    dy: float


def edging(width: float, height: float) -> Edging:
    """The border of a page, with more rows at the ends where a long panel would be left empty."""
    columns, rows = round(width / EDGING), round(height / EDGING)
    left = top = 1
    while (rows - 2 * top) > LONGEST * (columns - 2 * left):
        top += 1
    while (columns - 2 * left) > LONGEST * (rows - 2 * top):
        left += 1
    return Edging(columns, rows, left, top, width / columns, height / rows)


def _border(scene: Scene) -> list[Cell]:
    """Motifs along the edges, none cut; corners are shared by both sides."""
    edge = edging(scene.width, scene.height)
    inner_columns = range(edge.left, edge.columns - edge.left)
    inner_rows = range(edge.top, edge.rows - edge.top)
    return [
        Cell(x=edge.dx * (i + 0.5), y=edge.dy * (j + 0.5), reach=min(edge.dx, edge.dy) * 0.47,
             even=(i + j) % 2 == 0)
        for j in range(edge.rows) for i in range(edge.columns)
        if i not in inner_columns or j not in inner_rows
    ]  # fmt: skip


GRIDS = {"square": _square, "brick": _brick, "radial": _radial, "diagonal": _diagonal,
         "stray": _stray, "border": _border}  # fmt: skip
