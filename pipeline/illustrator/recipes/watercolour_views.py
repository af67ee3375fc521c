"""More for the washes to show: a boat on the sea, the moon in a night of its own, a tree."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import Point, fill, polygon, stroke
from pipeline.illustrator.recipe import Scene, stage
from pipeline.illustrator.recipes.watercolour_land import draw_birds, pigment, ridge, shore
from pipeline.illustrator.washes import Outline, Pigment, bloom, drops, oval, torn, wash

BLOTS = 26
"""Washes in a tree's crown; half as many where the wish is for few elements."""
BLOSSOMING = frozenset(
    {"cherry-blossom", "plum-blossom", "rose", "love", "wedding", "autumn", "ginkgo"}
)
"""Concepts whose tree has the colours of petals, not of leaves."""
_HULL = ((-0.52, -0.02), (-0.1, 0.03), (0.3, 0.02), (0.58, -0.06), (0.4, 0.15), (-0.36, 0.16))
_MAIN = ((0.03, -1.0), (0.2, -0.62), (0.42, -0.3), (0.5, -0.1), (0.03, -0.07))
_JIB = ((-0.03, -0.84), (-0.2, -0.44), (-0.42, -0.09), (-0.03, -0.09))
Limb = tuple[Point, float, float, float]


def paint_sail(canvas: skia.Canvas, scene: Scene) -> None:
    """A small boat before a low sun, between two strokes of sea."""
    focus, rng = scene.focus, scene.rng("sail")
    size = 0.42 * min(focus.width(), 0.86 * focus.height())
    x = focus.centerX() + float(rng.uniform(-0.1, 0.1)) * focus.width()
    water = focus.top() + 0.62 * focus.height()
    air = ridge(scene, rng, focus.top() + 0.12 * focus.height(), 16, water + 10)
    wash(canvas, air, pigment(scene, 0, 1, 0.7), rng, ragged=0.14)
    side = 1.0 if rng.random() < 0.5 else -1.0
    sun_x = min(max(x + side * size * 0.72, focus.left() + 0.4 * size), focus.right() - 0.42 * size)
    sun = (sun_x, water - size * float(rng.uniform(0.62, 0.85)))
    front = stage(canvas, scene)
    wash(front, oval(sun, size * 0.3, size * 0.3, 22), pigment(scene, 5, 5, 0.85), rng, ragged=0.06)
    tones = ((1, 2), (3, 4)) if scene.wishes.minimal else ((1, 2), (2, 3), (3, 4))
    for k, (upper, lower) in enumerate(tones):
        if k == 1:
            _boat(front, scene, (x, water), size, -side)
        near = k / (len(tones) - 1)
        level = water + (shore(scene) - water) * 0.55 * near
        foot = shore(scene) if near == 1 else level + 0.3 * focus.height()
        sea = ridge(scene, rng, level, 9, max(level + 50, min(foot, shore(scene))))
        wash(canvas, sea, pigment(scene, lower, upper, 0.8), rng, ragged=0.15)
    draw_birds(front, scene, (x - side * size * 0.9, water - size * 1.05))


def _boat(canvas: skia.Canvas, scene: Scene, at: Point, size: float, way: float) -> None:
    """Hull, mast and two sails; the sails' place is left white, as a painter would."""
    rng, paper = scene.rng("boat"), scene.palette.colours[0]
    for shape, first, second in ((_MAIN, 6, 7), (_JIB, 0, 6), (_HULL, 4, 4)):
        points = np.array(shape) * (way * size, size) + at
        outline = torn(points, rng, 0.03, 2)
        canvas.drawPath(polygon(outline.tolist()), fill(paper))
        wash(canvas, outline, pigment(scene, first, second, 0.85), rng, ragged=0.06)
    mast = stroke(scene.palette.colours[4], size * 0.016, 0.9)
    canvas.drawLine(at[0], at[1] - size * 1.02, at[0], at[1], mast)


def paint_moon(canvas: skia.Canvas, scene: Scene) -> None:
    """One dark wash that is the night, and a moon left out of it, over hills."""
    focus, rng, colours = scene.focus, scene.rng("moon"), scene.palette.colours
    short = min(focus.width(), focus.height())
    half_w = min(0.43 * focus.width(), 0.8 * short)
    half_h = min(0.43 * focus.height(), 0.8 * short)
    centre = (focus.centerX(), focus.top() + 0.5 * focus.height())
    wash(canvas, _pane(centre, half_w, half_h), pigment(scene, 4, 2, 0.93), rng, ragged=0.11)
    light = colours[5] if scene.palette.dark else colours[0]
    if not scene.wishes.minimal:
        _stars(canvas, scene, centre, half_w, half_h, light)
    radius = 0.52 * min(half_w, half_h)
    moon = (centre[0] + half_w * float(rng.uniform(-0.28, 0.28)), centre[1] - half_h * 0.2)
    disc = torn(oval(moon, radius, radius, 26), rng, 0.04, 2)
    canvas.drawPath(polygon(disc.tolist()), fill(light))
    wash(canvas, disc, Pigment(first=colours[0], second=colours[5], strength=0.5), rng, ragged=0.04)
    for _ in range(3):
        turn, away = float(rng.uniform(0, 6.28)), radius * float(rng.uniform(0.1, 0.55))
        bloom(canvas, (moon[0] + away * math.cos(turn), moon[1] + away * math.sin(turn)),
              radius * 0.3, colours[2], rng)  # fmt: skip
    _night_hills(canvas, scene, centre, half_w, half_h, rng)


def _pane(centre: Point, half_w: float, half_h: float) -> Outline:
    """A rectangle with points along its edges, so that all of them tear alike."""
    along = np.linspace(-1, 1, 7)[:-1]
    one = np.ones(6)
    x = np.concatenate([along, one, -along, -one]) * half_w + centre[0]
    y = np.concatenate([-one, along, one, -along]) * half_h + centre[1]
    return np.stack([x, y], 1)


def _stars(
    canvas: skia.Canvas, scene: Scene, centre: Point, half_w: float, half_h: float, light: str
) -> None:
    """Splashes of white gouache in the upper part of the night."""
    rng = scene.rng("stars")
    for _ in range(42):
        x, y = rng.uniform(-0.9, 0.9) * half_w, rng.uniform(-0.9, 0.35) * half_h
        size = float(1.2 + min(rng.exponential(1.3), 5.0))
        canvas.drawCircle(centre[0] + x, centre[1] + y, size, fill(light, 0.85))


def _night_hills(
    canvas: skia.Canvas, scene: Scene, centre: Point, half_w: float, half_h: float,
    rng: np.random.Generator,
) -> None:  # fmt: skip
    """Two ridges at the foot of the night, within its edges."""
    for k, tone in enumerate((3, 4)):
        x = np.linspace(centre[0] - half_w * 0.97, centre[0] + half_w * 0.97, 14)
        crest = np.sin((x - x[0]) / half_w * (1.3 + 0.5 * k) + float(rng.uniform(0, 6.28)))
        y = centre[1] + half_h * (0.5 + 0.2 * k) - crest * half_h * 0.13
        foot = np.stack([x, np.full(14, centre[1] + half_h * 0.97)], 1)[::-1]
        hill = np.concatenate([np.stack([x, y], 1), foot])
        wash(canvas, hill, pigment(scene, tone, tone, 0.8), rng, ragged=0.1)


def paint_tree(canvas: skia.Canvas, scene: Scene) -> None:
    """A tree in a meadow: limbs with one brush, a crown of wet blots, leaves in the wind."""
    focus, rng = scene.focus, scene.rng("tree")
    size = min(0.9 * focus.height(), 1.08 * focus.width())
    root = (focus.centerX() + float(rng.uniform(-0.06, 0.06)) * focus.width(),
            focus.centerY() + 0.46 * size)  # fmt: skip
    petals = any(concept.name in BLOSSOMING for concept in scene.concepts)
    tones = ((6, 7), (5, 6)) if petals else ((8, 9), (8, 8))
    meadow = oval((root[0], root[1]), 0.5 * size, 0.035 * size, 12)
    wash(canvas, meadow, pigment(scene, 8, 9, 0.7), rng, ragged=0.25)
    tips = _limbs(canvas, scene, root, size, rng)
    count = BLOTS // 2 if scene.wishes.minimal else BLOTS
    for k in range(count):
        tip = tips[k % len(tips)]
        at = (
            tip[0] + float(rng.normal(0, 0.06)) * size,
            tip[1] + float(rng.normal(0, 0.05)) * size,
        )
        reach = size * float(rng.uniform(0.075, 0.14))
        first, second = tones[k % 3 == 0]
        blot = oval(at, reach, reach * float(rng.uniform(0.7, 0.95)), 9)
        wash(canvas, blot, pigment(scene, first, second, 0.55), rng, ragged=0.28)
    colours = [scene.palette.colours[tone] for tone in tones[0]]
    drops(
        canvas, (root[0], root[1] - 0.5 * size), 0.56 * size, colours, rng, pigment(scene, 8, 9), 46
    )


def _limbs(
    canvas: skia.Canvas, scene: Scene, root: Point, size: float, rng: np.random.Generator
) -> list[Point]:
    """Trunk and boughs as tapering strokes; answers where the boughs end."""
    bark = scene.palette.colours[1 if scene.palette.dark else 4]
    wood, tips = skia.Path(), list[Point]()
    wood.addPath(_taper((root[0], root[1] + 0.012 * size), (root[0], root[1] - 0.07 * size),
                        size * 0.085, size * 0.042))  # fmt: skip
    open_limbs: list[Limb] = [(root, -math.pi / 2 + float(rng.normal(0, 0.06)), 0.32, 0.05)]
    while open_limbs:
        start, heading, length, breadth = open_limbs.pop(0)
        end = (start[0] + size * length * math.cos(heading),
               start[1] + size * length * math.sin(heading))  # fmt: skip
        wood.addPath(_taper(start, end, size * breadth, size * breadth * 0.62))
        if length < 0.3:
            tips.append(end)
        if length < 0.16:
            continue
        for turn in (-0.62, 0.0, 0.6) if length > 0.3 else (-0.46, 0.44):
            turned = heading + turn + float(rng.normal(0, 0.12))
            open_limbs.append((end, turned, length * float(rng.uniform(0.6, 0.72)), breadth * 0.6))
    canvas.drawPath(wood, fill(bark, 0.85))
    return tips


def _taper(start: Point, end: Point, first: float, last: float) -> skia.Path:
    """A limb with round ends, `first` and `last` broad."""
    across = math.atan2(end[1] - start[1], end[0] - start[0]) + math.pi / 2
    dx, dy = math.cos(across) / 2, math.sin(across) / 2
    limb = polygon(((start[0] - dx * first, start[1] - dy * first), (end[0] - dx * last, end[1] - dy * last),
                    (end[0] + dx * last, end[1] + dy * last), (start[0] + dx * first, start[1] + dy * first)))  # fmt: skip
    limb.addCircle(*end, last / 2)
    limb.setFillType(skia.PathFillType.kWinding)
    return limb
