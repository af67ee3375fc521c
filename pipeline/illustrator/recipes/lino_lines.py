"""What is carved in lines: swelling sky and water, and wood grain that flows round a knot."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import Point, polygon
from pipeline.drawing.noise import Field, fbm
from pipeline.illustrator.emblem import emblem
from pipeline.illustrator.ornament import in_circle
from pipeline.illustrator.recipes.lino_cuts import Block, carved_emblem
from pipeline.illustrator.scenery.shapes import disc

Values = np.ndarray


def grain(block: Block) -> None:
    """Wood grain down the whole block, parted by the emblem's disc and by a label."""
    room = block.room(30)
    centre = (room.centerX(), room.centerY())
    radius = min(room.width(), room.height()) / 2 * 0.84
    label = block.label(28)
    block.print(_grain_lines(block, centre, radius, label), block.mark, 0.7)
    ground = block.scene.palette.colours[0]
    block.print(disc(*centre, radius * 1.06), ground, 1.5)
    block.print(disc(*centre, radius), block.accent, 2.0)
    panel = skia.Path()
    panel.addRect(label)
    block.print(panel, ground, 2.2)
    path = in_circle(emblem(block.scene), centre, radius * 0.94)
    carved_emblem(block, path, block.ink, block.accent)


def _grain_lines(block: Block, centre: Point, radius: float, label: skia.Rect) -> skia.Path:
    scene = block.scene
    field = fbm(scene.rng("grain"), 96, 128, base=2, octaves=3)
    pitch = 34.0 if scene.wishes.minimal else 27.0
    ys = np.arange(-20.0, scene.height + 40, 16.0)
    v = ys / scene.height
    lines: list[Values] = []
    tones: list[Values] = []
    for column in range(math.ceil(scene.width / pitch) + 1):
        sway = look(field, np.full_like(ys, pitch * column / scene.width), v)
        xs = _parted(pitch * column + 90 * (sway - 0.5), ys, centre, radius * 1.2, radius * 1.5)
        lines.append(_parted(xs, ys, (label.centerX(), label.centerY()), label.width() * 0.62,
                             label.height() * 0.85))  # fmt: skip
        tones.append(0.3 + 0.5 * np.abs(np.sin(9 * sway + 0.37 * column)))
    path = skia.Path()
    # lines thin out where they crowd, or they would run together
    room = np.abs(np.gradient(np.array(lines), axis=0)).clip(0, pitch * 1.5)
    for xs, tone, gap in zip(lines, tones, room, strict=True):
        swelling(path, ys, xs, tone * gap * 0.46, upright=True)
    return path


def _parted(xs: Values, ys: Values, knot: Point, rx: float, ry: float) -> Values:
    """A line pushed aside by an oval knot: most where it would have gone through its middle."""
    dx, dy = (xs - knot[0]) / rx, (ys - knot[1]) / ry
    side = np.where(dx.mean() >= 0, 1.0, -1.0)
    # flat along the knot, so that the lines clear a label's corners as well
    push = np.exp(-np.abs(dx) * 0.9) / (1 + dy**4)
    return xs + side * rx * 0.86 * push


def engraved(block: Block) -> None:
    """Sky and water in swelling lines, lit by an accent disc behind the emblem."""
    room = block.room(10)
    centre = (room.centerX(), room.top() + room.height() * 0.48)
    radius = min(room.width(), room.height()) / 2 * 0.74
    scene = block.scene
    if scene.focus.width() > scene.width * 0.8:
        area = skia.Rect.MakeLTRB(0, scene.focus.top() + 24, scene.width, scene.focus.bottom() - 24)
    else:
        area = skia.Rect.MakeLTRB(scene.focus.left(), 0, scene.focus.right(), scene.height)
    block.print(_lines(block, area, centre, radius), block.mark, 0.7)
    block.print(disc(*centre, radius * 1.07), scene.palette.colours[0], 1.5)
    block.print(disc(*centre, radius), block.accent, 2.0)
    path = in_circle(emblem(scene), centre, radius * 0.94)
    carved_emblem(block, path, block.ink, block.accent)


def _lines(block: Block, area: skia.Rect, centre: Point, radius: float) -> skia.Path:
    scene = block.scene
    rng = scene.rng("lines")
    rows = max(32, round(96 / scene.aspect))
    sky = fbm(rng, 96, rows, base=3, octaves=4, stretch=2.2)
    sway = fbm(rng, 96, rows, base=2, octaves=3)
    pitch = 24.0 if scene.wishes.minimal else 17.0
    path = skia.Path()
    xs = np.arange(area.left() - 20, area.right() + 20, 14.0)
    for row in range(math.ceil(area.height() / pitch)):
        y = area.top() + pitch * (row + 0.5)
        u, v = xs / scene.width, np.full_like(xs, y / scene.height)
        ys = y + 46 * (look(sway, u, v) - 0.5)
        cloud = look(sky, u, v) - 0.5
        tone = _sky_or_water(xs, y, cloud, centre, radius)
        if scene.palette.dark:
            tone = 0.95 - tone
        tone *= np.clip((ys - area.top()) / 30, 0, 1) * np.clip((area.bottom() - ys) / 30, 0, 1)
        tone *= _inland(xs, area, scene.width)
        swelling(path, xs, ys, np.clip(tone, 0, 0.86) * pitch * 0.5)
    return path


def _inland(xs: np.ndarray, area: skia.Rect, width: float) -> np.ndarray:
    """1 within `area`, 0 well before a side that is not the page's own: lettering stands there."""
    left = np.clip((xs - area.left() - 24) / 90, 0, 1) if area.left() > 1 else 1.0
    right = np.clip((area.right() - 24 - xs) / 90, 0, 1) if area.right() < width - 1 else 1.0
    return np.ones_like(xs) * left * right


def _sky_or_water(
    xs: np.ndarray, y: float, cloud: np.ndarray, centre: Point, radius: float
) -> np.ndarray:
    """How dark the lines are along `y`: sky darkens away from the disc, water glitters under it."""
    horizon = centre[1] + radius * 0.52
    if y < horizon:
        near = np.hypot(xs - centre[0], y - centre[1]) / radius
        return 0.1 + 0.62 * np.clip((near - 1.0) / 1.6, 0, 1) + 1.5 * cloud
    depth = (y - horizon) / radius
    glitter = np.exp(-(((xs - centre[0]) / (radius * (0.34 + 0.5 * depth))) ** 2))
    return 0.74 - 0.95 * glitter * (0.55 + 4.0 * np.abs(cloud)) + 2.2 * cloud


def look(field: Field, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """The field's values at fractions (u, v) of its width and height, linear along u."""
    rows, columns = field.shape
    y = np.clip((v * (rows - 1)).astype(int), 0, rows - 1)
    x = np.clip(u, 0, 1) * (columns - 1)
    left = np.minimum(x.astype(int), columns - 2)
    return field[y, left] + (field[y, left + 1] - field[y, left]) * (x - left)


def swelling(
    path: skia.Path, xs: Values, ys: Values, half: Values, *, upright: bool = False
) -> None:
    """Adds a line that is twice `half` thick and breaks where it would be a hair.

    `xs` run along the line and `ys` across it; an `upright` line has them change places.
    """
    on = half > 0.9
    edges = np.flatnonzero(np.diff(np.concatenate(([False], on, [False])).astype(int)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start < 3:
            continue
        x, y, h = xs[start:end], ys[start:end], half[start:end].copy()
        h[0] = h[-1] = 0.2
        upper = list(zip(x.tolist(), (y - h).tolist(), strict=True))
        lower = list(zip(x[::-1].tolist(), (y + h)[::-1].tolist(), strict=True))
        points = upper + lower
        path.addPath(polygon([(b, a) for a, b in points] if upright else points))
