"""A strip torn out of the cover."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, linear, polygon, shaded, soft_shadow, stroke
from pipeline.drawing.colour import mix
from pipeline.illustrator.recipe import Scene


def paint_torn(canvas: skia.Canvas, scene: Scene) -> None:
    """A strip torn out of the cover: another night is under it."""
    focus = scene.focus
    if scene.bare:
        return
    upright = focus.width() < 0.7 * scene.width
    # beside the lettering the strip stands; it is drawn lying, on a turned canvas
    turn = skia.Matrix()
    if upright:
        turn.setTranslate(0, scene.height)
        turn.preRotate(-90)
        length, low, high = scene.height, focus.left(), focus.right()
    else:
        length, low, high = scene.width, focus.top(), focus.bottom()
    rng, depth = scene.rng("tear"), high - low
    x = np.arange(-30, length + 34, 4.0)
    upper = _torn_edge(rng, x, low + 0.2 * depth, 0.035 * depth, 9)
    lower = _torn_edge(rng, x, high - 0.16 * depth, 0.035 * depth, 9)
    hole = polygon([*upper.tolist(), *lower[::-1].tolist()])
    hole.transform(turn)
    canvas.save()
    canvas.clipPath(hole, doAntiAlias=True)
    _under(canvas, scene, skia.Rect.MakeLTRB(low, 0, high, scene.height) if upright else
           skia.Rect.MakeLTRB(0, low + 0.1 * depth, length, high - 0.08 * depth))  # fmt: skip
    canvas.concat(turn)
    for edge, side in ((upper, -1), (lower, 1)):
        _sheet_shadow(canvas, scene, edge, side)
    canvas.restore()
    canvas.save()
    canvas.concat(turn)
    for edge, side in ((upper, -1), (lower, 1)):
        _fibres(canvas, scene, edge, side, rng)
    canvas.restore()


def _sheet_shadow(canvas: skia.Canvas, scene: Scene, edge: np.ndarray, side: int) -> None:
    """What the paper beyond `edge` (above it: -1, below: 1) throws on the picture under it."""
    ends = [
        (edge[-1, 0] + 30, edge[-1, 1] + side * 400),
        (edge[0, 0] - 30, edge[0, 1] + side * 400),
    ]
    sheet = polygon([*edge.tolist(), *ends])
    soft_shadow(canvas, sheet, 4, 16 if side < 0 else 4, 13, scene.palette.colours[4], 0.6)


def _fibres(
    canvas: skia.Canvas, scene: Scene, edge: np.ndarray, side: int, rng: np.random.Generator
) -> None:
    """The white core of the paper along a torn edge."""
    ground, _, _, _, deep, light = scene.palette.colours
    breadth = np.abs(_torn_edge(rng, edge[:, 0], 15, 7, 9)[:, 1])
    back = edge + np.stack([np.zeros(len(edge)), side * breadth], 1)
    core = polygon([*edge.tolist(), *back[::-1].tolist()])
    canvas.drawPath(core, fill(mix(light, "#ffffff", 0.3)))
    rim = stroke(mix(ground, deep, 0.25), 1.6, 0.55)
    canvas.drawPath(polygon(back.tolist(), closed=False), rim)


def _torn_edge(
    rng: np.random.Generator, x: np.ndarray, level: float, swing: float, grain: float
) -> np.ndarray:
    """A ragged line over `x` as (n, 2): a slow sway of `swing` with fibres of `grain` units."""
    span = x[-1] - x[0]
    sway = np.zeros_like(x)
    for wave in (1, 2, 3, 5):
        sway += np.sin(x / span * 2 * math.pi * wave + rng.uniform(0, 6.28)) * swing / wave
    steps = np.convolve(rng.normal(0, 1, len(x) + 8), np.ones(9) / 9, "valid") * grain
    return np.stack([x, level + sway + steps + rng.normal(0, grain * 0.22, len(x))], 1)


def _under(canvas: skia.Canvas, scene: Scene, box: skia.Rect) -> None:
    """A night with a moon over three ridges."""
    ground, _, form, accent, deep, light = scene.palette.colours
    top, h = box.top(), box.height()
    dusk = mix(form, deep, 0.1) if not scene.palette.dark else mix(ground, deep, 0.3)
    glow = [deep, dusk, mix(accent, light, 0.35)]
    canvas.drawRect(
        box.makeOutset(30, 30),
        shaded(linear((0, top), (0, box.bottom()), glow, [0, 0.38, 0.72])),
    )
    rng = scene.rng("under")
    for _ in range(130):
        canvas.drawCircle(
            box.left() + rng.random() * box.width(),
            top + rng.random() * h * 0.55,
            float(rng.uniform(0.8, 2.4)),
            fill(light, 0.85),
        )
    size = 0.15 * min(h, box.width())
    canvas.drawCircle(box.left() + box.width() * 0.64, top + h * 0.47, size, fill(light))
    for k in range(3):
        tint = mix(mix(dusk, accent, 0.3), deep, 0.1 + 0.42 * k)
        canvas.drawPath(_ridge(rng, box, top + h * (0.62 + 0.11 * k)), fill(tint))


def _ridge(rng: np.random.Generator, box: skia.Rect, level: float) -> skia.Path:
    """A range of hills over the breadth of `box`, down to its foot."""
    x = np.linspace(box.left() - 20, box.right() + 20, 60)
    y = level + sum(
        np.sin(x / box.width() * wave * 6.28 + rng.uniform(0, 6.28))
        * box.height() * 0.05 / wave**0.8
        for wave in (1, 2.3, 4.1)
    )  # fmt: skip
    foot = box.bottom() + 60
    hills = np.stack([x, y], 1).tolist()
    return polygon([*hills, (box.right() + 20, foot), (box.left() - 20, foot)])
