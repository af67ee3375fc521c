"""Watercolour in vectors: washes with ragged, darker edges, blooms, and drops.

A wash is a few translucent layers of one outline, each torn a little differently, as in Tyler
Hobbs, "How to hack a painting" (2017); water leaves most pigment at the edge of a wash, hence the
darker rim. Outlines, not pixels: the edge of a wash is as crisp in print as on a screen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.canvas import LINEAR, Point, fill, linear, polygon, shaded, stroke
from pipeline.drawing.colour import lighter, mix
from pipeline.drawing.noise import fbm, image

Outline = NDArray[np.float64]
LAYERS = 4
FINEST = 5.0
"""Units between two points of a torn edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pigment:
    """Two colours that run into each other, how strongly they cover (0 to 1), and how they mix.

    Transparent watercolour multiplies; gouache on a dark ground covers.
    """

    first: str
    second: str
    strength: float = 0.8
    opaque: bool = False

    @property
    def mode(self) -> skia.BlendMode:
        """The blend mode of a layer."""
        return skia.BlendMode.kSrcOver if self.opaque else skia.BlendMode.kMultiply


def torn(outline: Outline, rng: np.random.Generator, ragged: float, rounds: int = 5) -> Outline:
    """`outline` (n, 2) with every edge broken again and again; `ragged` about 0.1 to 0.5.

    Raggedness differs along the outline: some edges stay sharp, others run.
    """
    wet = rng.uniform(0.25, 1.6, len(outline))
    for _ in range(rounds):
        after = np.roll(outline, -1, axis=0)
        edge = after - outline
        shift = rng.normal(0, 1, len(outline)) * ragged * 0.5 * wet
        middle = (outline + after) / 2 + np.stack([-edge[:, 1], edge[:, 0]], 1) * shift[:, None]
        outline = np.stack([outline, middle], 1).reshape(-1, 2)
        wet = np.repeat(wet, 2) * rng.uniform(0.75, 1.2, len(wet) * 2)
    return outline


def wash(
    canvas: skia.Canvas, outline: Outline, pigment: Pigment, rng: np.random.Generator, *,
    ragged: float = 0.3, start: Point | None = None, end: Point | None = None,
) -> None:  # fmt: skip
    """Lay one wash over `outline`; its colours run from `start` to `end` (top to foot if absent)."""
    low, high = outline.min(axis=0), outline.max(axis=0)
    run = (start or (float(low[0]), float(low[1])), end or (float(low[0]), float(high[1])))
    rounds = _rounds(outline)
    body = torn(outline, rng, ragged, rounds - rounds // 2)
    layers = LAYERS if rounds > 3 else LAYERS - 1
    share = 1 - (1 - pigment.strength) ** (1 / layers)
    for layer in range(layers):
        path = polygon(torn(body, rng, ragged * (0.55 + 0.25 * layer), rounds // 2).tolist())
        tone = linear(run[0], run[1], [pigment.first, pigment.second])
        canvas.drawPath(path, shaded(tone, share, BlendMode=pigment.mode))
        if layer == 0:
            _rim(canvas, path, pigment)


def _rounds(outline: Outline) -> int:
    """How often edges are to be broken until they are about `FINEST` units long."""
    edges = np.hypot(*(np.roll(outline, -1, axis=0) - outline).T)
    return min(6, max(2, math.ceil(math.log2(max(float(edges.mean()), 1.0) / FINEST))))


def _rim(canvas: skia.Canvas, path: skia.Path, pigment: Pigment) -> None:
    """Pigment that the drying water carried to the edge."""
    dark = mix(pigment.first, pigment.second, 0.5)
    dark = lighter(dark, 0.06) if pigment.opaque else lighter(dark, -0.06)
    canvas.save()
    canvas.clipPath(path, doAntiAlias=True)
    for width, alpha in ((26, 0.07), (13, 0.1), (5.5, 0.2), (2.4, 0.3)):
        canvas.drawPath(path, stroke(dark, width, alpha * pigment.strength, BlendMode=pigment.mode))
    canvas.restore()


def oval(centre: Point, width: float, height: float, points: int = 14) -> Outline:
    """The outline of an ellipse of half axes `width` and `height`."""
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.stack([centre[0] + width * np.cos(angle), centre[1] + height * np.sin(angle)], 1)


def bloom(
    canvas: skia.Canvas, centre: Point, radius: float, paper: str, rng: np.random.Generator
) -> None:
    """A backrun: a drop of water pushed the pigment aside; palest near its ragged edge."""
    for share in (1.0, 0.86, 0.7):
        outline = oval(centre, radius * share, radius * share * 0.7, 9)
        path = polygon(torn(outline, rng, 0.26, 4).tolist())
        canvas.drawPath(path, fill(paper, 0.05))
    canvas.drawPath(path, stroke(paper, radius * 0.1, 0.035))


def drops(
    canvas: skia.Canvas, centre: Point, reach: float, colours: Sequence[str], rng: np.random.Generator,
    pigment: Pigment, count: int = 40,
) -> None:  # fmt: skip
    """A flick of the brush: drops round `centre`, many small, few large, denser nearby."""
    for _ in range(count):
        angle, away = rng.uniform(0, 2 * np.pi), reach * rng.uniform(0.2, 1.0) ** 0.7
        size = 1.4 + rng.exponential(3.4)
        colour = colours[int(rng.integers(len(colours)))]
        paint = fill(colour, rng.uniform(0.35, 0.8), BlendMode=pigment.mode)
        canvas.drawCircle(
            centre[0] + away * np.cos(angle), centre[1] + away * np.sin(angle), size, paint
        )


def granulate(
    canvas: skia.Canvas, width: float, height: float, rng: np.random.Generator, strength: float
) -> None:
    """Clouds in the pigment over the whole page, by soft light; `strength` 0 to 1."""
    columns = 220 if width <= height else 320
    rows = max(2, round(columns * height / width))
    cloud = fbm(rng, columns, rows, base=3.5, octaves=6, gain=0.62)
    grey = np.clip(0.5 + (cloud - 0.5) * 2.2, 0, 1)
    texture = np.ones((rows, columns, 4), np.float32)
    texture[..., :3] = grey[..., None]
    paint = skia.Paint(BlendMode=skia.BlendMode.kSoftLight)
    paint.setAlphaf(strength)
    canvas.drawImageRect(image(texture), skia.Rect.MakeWH(width, height), LINEAR, paint)
