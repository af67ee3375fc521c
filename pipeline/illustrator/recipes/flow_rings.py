"""Rings like a thumbprint or a cut tree, with the lettering in the calm middle."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow, stroke
from pipeline.illustrator.calm import lettering
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.streamlines import smooth

GAP = 16.5
"""Units from ring to ring; twice as many where the wish is for few elements."""
POINTS = 181


def paint_rings(canvas: skia.Canvas, scene: Scene) -> None:
    """Rings from the lettering's edge to beyond the corners, warm inside, cool outside."""
    colours = scene.palette.colours
    core = lettering(scene)
    centre = (core.centerX(), core.centerY())
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(colours[0]))
    mode = skia.BlendMode.kScreen if scene.palette.dark else skia.BlendMode.kSrcOver
    inner = math.hypot(core.width(), core.height()) / 2
    glow(canvas, centre, inner * 2.1, colours[1], 0.55, mode)
    radii = _radii(scene, core)
    rng = scene.rng("breaks")
    accent = int(rng.integers(3, 7))
    for k, ring in enumerate(radii):
        if k % 2 and k != accent and scene.wishes.minimal:
            continue
        _ring(canvas, scene, centre, ring, k, accent, rng)


def _radii(scene: Scene, core: skia.Rect) -> np.ndarray:
    """Distance from the centre as (rings, POINTS): an oval that wanders more the farther out."""
    angle = np.linspace(0, 2 * math.pi, POINTS)
    half_w, half_h = core.width() / 2 + 56, core.height() / 2 + 50
    oval = (np.abs(np.cos(angle) / half_w) ** 3.2 + np.abs(np.sin(angle) / half_h) ** 3.2) ** (
        -1 / 3.2
    )
    rings = math.ceil(math.hypot(scene.width, scene.height) * 0.7 / GAP)
    k = np.arange(rings)[:, None]
    rng = scene.rng("rings")
    wander = np.zeros((rings, POINTS))
    for wave in (1, 2, 3, 5, 8):
        phase, drift = rng.uniform(0, 2 * math.pi), rng.normal(0, 0.05)
        wander += rng.uniform(0.5, 1.2) / wave**0.8 * np.cos(wave * angle + phase + drift * k)
    pinch = 0.20 * np.cos(2 * angle + rng.uniform(0, 2 * math.pi)) + 0.1 * np.cos(
        3 * angle + rng.uniform(0, 2 * math.pi)
    )
    grow = np.minimum(1.0, k / 14)
    return oval + k * GAP * (1 + pinch * grow * 0.8) + wander * (10 * grow + 0.12 * k * GAP**0.5)


def _ring(
    canvas: skia.Canvas, scene: Scene, centre: tuple[float, float], radii: np.ndarray, k: int,
    accent: int, rng: np.random.Generator,
) -> None:  # fmt: skip
    """One ring in a few arcs, with gaps where ridges end."""
    colours = scene.palette.colours
    angle = np.linspace(0, 2 * math.pi, POINTS)
    points = np.stack([centre[0] + radii * np.cos(angle), centre[1] + radii * np.sin(angle)], 1)
    depth = k * GAP / 330
    tier = 8 - min(2, int(depth * 4 + rng.random())) if depth < 0.62 else None
    colour = (
        colours[tier]
        if tier
        else colours[2 + int(np.clip(rng.normal(2.2 - depth * 0.7, 0.6), 0, 3))]
    )
    width = rng.uniform(4.6, 7.4)
    if k == accent:
        canvas.drawPath(smooth(points.tolist()), stroke(colours[9], 9.5))
        return
    paint = stroke(colour, width, 0.92)
    start = int(rng.integers(POINTS))
    whole = np.roll(points[:-1], -start, axis=0)
    cuts = np.sort(rng.integers(0, POINTS - 1, int(rng.integers(1, 4))))
    for first, last in zip(np.r_[0, cuts], np.r_[cuts, POINTS - 1], strict=True):
        arc = whole[first : max(first, last - int(rng.integers(2, 5)))]
        if len(arc) >= 3:
            canvas.drawPath(smooth(arc.tolist()), paint)
