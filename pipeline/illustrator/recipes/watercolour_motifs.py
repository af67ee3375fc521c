"""What the washes show: hills under a sun, a blossom, a frame of petals, sea and sky."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, polygon, stroke
from pipeline.drawing.colour import hue_distance, mix, to_oklch
from pipeline.illustrator.calm import beside_text, clearance
from pipeline.illustrator.recipe import Scene, stage
from pipeline.illustrator.recipes.watercolour_land import draw_birds, pigment, ridge, shore
from pipeline.illustrator.washes import Outline, Pigment, bloom, drops, oval, torn, wash

SMALL = 90.0
"""Up to this radius in units a flower has one ring of petals."""


def paint_hills(canvas: skia.Canvas, scene: Scene) -> None:
    """Five ridges that grow deeper as they come near, a sun, and birds."""
    focus, rng = scene.focus, scene.rng("hills")
    sky = ridge(
        scene, rng, focus.top() + 0.16 * focus.height(), 14, focus.top() + 0.62 * focus.height()
    )
    wash(canvas, sky, pigment(scene, 0, 1, 0.7), rng, ragged=0.16)
    size = 0.13 * min(focus.width(), focus.height())
    sun = (
        focus.left() + focus.width() * float(rng.uniform(0.34, 0.7)),
        focus.top() + 0.27 * focus.height(),
    )
    front = stage(canvas, scene)
    wash(front, oval(sun, size, size, 22), pigment(scene, 5, 5, 0.85), rng, ragged=0.07)
    pairs = ((1, 1), (1, 2), (2, 2), (2, 3), (3, 4))
    ridges = pairs[1:4:2] if scene.wishes.minimal else pairs
    for k, (upper, lower) in enumerate(ridges):
        near = k / max(1, len(ridges) - 1)
        level = focus.top() + focus.height() * (0.40 + 0.36 * near)
        deep = 0.5 if scene.wishes.minimal else 0.3
        foot = min(scene.height + 60, level + focus.height() * deep) if near < 1 else shore(scene)
        outline = ridge(scene, rng, level, 0.06 * focus.height(), max(foot, level + 60))
        wash(canvas, outline, pigment(scene, lower, upper, 0.75 + 0.1 * near), rng, ragged=0.2)
        if k % 2:
            at = (scene.width * float(rng.uniform(0.15, 0.85)), level + 0.1 * focus.height())
            bloom(canvas, at, 60 + 50 * float(rng.random()), scene.palette.colours[0], rng)
    draw_birds(front, scene, (sun[0] + size * 1.8, sun[1] + size * 0.2))


def _petal(foot: tuple[float, float], angle: float, length: float, breadth: float) -> Outline:
    """A petal from its foot outwards, a little heavier to the tip, with a notch."""
    t = np.array([0.0, 0.14, 0.36, 0.6, 0.8, 0.94, 1.0])
    half = np.array([0.06, 0.34, 0.72, 0.98, 0.94, 0.6, 0.16]) * breadth / 2
    along = np.concatenate([t, [0.95], t[::-1]]) * length
    across = np.concatenate([half, [0.0], -half[::-1]])
    return _laid(along, across, foot, angle)


def _blade(foot: tuple[float, float], angle: float, length: float, breadth: float) -> Outline:
    """A pointed leaf with a short stalk."""
    t = np.array([0.0, 0.12, 0.24, 0.42, 0.6, 0.78, 0.91, 1.0])
    half = np.array([0.04, 0.12, 0.62, 0.98, 0.94, 0.62, 0.28, 0.0]) * breadth / 2
    along, across = np.concatenate([t, t[-2::-1]]) * length, np.concatenate([half, -half[-2::-1]])
    return _laid(along, across, foot, angle)


def _laid(
    along: np.ndarray, across: np.ndarray, foot: tuple[float, float], angle: float
) -> Outline:
    """An outline drawn along its own axis, put at `foot` and turned to `angle`."""
    x = foot[0] + along * math.cos(angle) - across * math.sin(angle)
    y = foot[1] + along * math.sin(angle) + across * math.cos(angle)
    return np.stack([x, y], 1)


def _flower(canvas: skia.Canvas, scene: Scene, centre: tuple[float, float], radius: float,
            tones: tuple[int, int], rng: np.random.Generator) -> None:  # fmt: skip
    # broad petals as a poppy's, or many narrow ones as a daisy's
    count, first = int(scene.rng("petals").choice((5, 6, 6, 9, 12))), float(rng.uniform(0, 6.28))
    # a painter leaves the flower's place white, or its petals would be muddy
    canvas.drawPath(polygon(torn(oval(centre, 0.86 * radius, 0.86 * radius), rng, 0.2, 3).tolist()),
                    fill(scene.palette.colours[0], 0.8))  # fmt: skip
    rings = (1.0, 0.66) if radius > SMALL else (1.0,)
    for ring, share in enumerate(rings):
        for k in range(count):
            angle = first + 2 * math.pi * (k + 0.5 * ring) / count + float(rng.normal(0, 0.07))
            length = radius * share * float(rng.uniform(0.88, 1.06))
            tip = (centre[0] + length * math.cos(angle), centre[1] + length * math.sin(angle))
            petal = _petal(centre, angle, length, length * (5.2 if count < 9 else 4.0) / count)
            wash(canvas, petal, pigment(scene, tones[1], tones[0], 0.62 + 0.14 * ring), rng,
                 ragged=0.15, start=centre, end=tip)  # fmt: skip
    _stamens(canvas, scene, centre, radius, rng)


def _blooms(scene: Scene) -> tuple[tuple[int, int], tuple[int, int]]:
    """The colours of large and of small flowers, as places in the palette: warm, or also cool."""
    pairs = (((6, 7), (6, 5)), ((5, 7), (6, 5)), ((2, 3), (6, 5)), ((6, 7), (1, 3)))
    _, chroma, hue = to_oklch(scene.palette.colours[2])
    # no flower is as green as its leaves, or grey
    if chroma < 0.04 or hue_distance(hue, to_oklch(scene.palette.colours[8])[2]) < 35:
        pairs = pairs[:2]
    return pairs[int(scene.rng("blooms").integers(len(pairs)))]


def _stamens(
    canvas: skia.Canvas,
    scene: Scene,
    centre: tuple[float, float],
    radius: float,
    rng: np.random.Generator,
) -> None:
    colours = scene.palette.colours
    wash(
        canvas,
        oval(centre, radius * 0.13, radius * 0.12),
        Pigment(first=colours[5], second=colours[5], strength=0.9, opaque=True),
        rng,
        ragged=0.2,
    )
    for _ in range(26 if radius > SMALL else 12):
        angle, away = rng.uniform(0, 6.28), radius * rng.uniform(0.15, 0.36)
        tip = (centre[0] + away * math.cos(angle), centre[1] + away * math.sin(angle))
        canvas.drawLine(*centre, *tip, stroke(colours[4], radius * 0.006, 0.6))
        canvas.drawCircle(*tip, radius * 0.018, fill(mix(colours[5], colours[4], 0.2)))


def _leaf(
    canvas: skia.Canvas,
    scene: Scene,
    foot: tuple[float, float],
    angle: float,
    length: float,
    rng: np.random.Generator,
) -> None:
    leaf = _blade(foot, angle, length, length * 0.34)
    tip = (foot[0] + length * math.cos(angle), foot[1] + length * math.sin(angle))
    wash(canvas, leaf, pigment(scene, 9, 8, 0.8), rng, ragged=0.12, start=foot, end=tip)
    vein = stroke(scene.palette.colours[0], length * 0.012, 0.5)
    canvas.drawLine(
        *foot, foot[0] + (tip[0] - foot[0]) * 0.9, foot[1] + (tip[1] - foot[1]) * 0.9, vein
    )


def paint_blossom(canvas: skia.Canvas, scene: Scene) -> None:
    """One large flower, two companions and leaves, wet in wet."""
    focus, rng = scene.focus, scene.rng("blossom")
    size = min(focus.width(), focus.height())
    centre = (focus.centerX(), focus.top() + 0.48 * focus.height())
    stain = oval(centre, 0.46 * focus.width(), 0.42 * focus.height(), 12)
    wash(canvas, stain, pigment(scene, 1, 0, 0.55), rng, ragged=0.3)
    side = 1 if rng.random() < 0.5 else -1
    for angle, share in (
        (0.2, 0.46),
        (0.75, 0.58),
        (2.35, 0.56),
        (2.95, 0.46),
        (4.2, 0.5),
        (5.6, 0.44),
    ):
        foot = (
            centre[0] + size * 0.16 * math.cos(angle),
            centre[1] + size * 0.16 * math.sin(angle),
        )
        _leaf(canvas, scene, foot, angle + float(rng.normal(0, 0.15)), size * share * 0.8, rng)
    if not scene.wishes.minimal:
        for dx, dy, share in ((0.29, 0.27, 0.16), (-0.31, -0.25, 0.13)):
            at = (centre[0] + side * dx * size, centre[1] + dy * size)
            _flower(canvas, scene, at, share * size, _blooms(scene)[1], rng)
    large, small = _blooms(scene)
    _flower(canvas, scene, centre, 0.32 * size, large, rng)
    colours = [scene.palette.colours[tone] for tone in (*large, *small)]
    drops(canvas, centre, size * 0.5, colours, rng, pigment(scene, 6, 7))


def paint_frame(canvas: skia.Canvas, scene: Scene) -> None:
    """Bouquets that grow in from the corners; the lettering stands on bare paper."""
    rng = scene.rng("frame")
    short = min(scene.width, scene.height)
    large = int(rng.integers(2))
    for k, (cx, cy) in enumerate(((0, 0), (1, 0), (1, 1), (0, 1))):
        corner = np.array([cx * scene.width, cy * scene.height])
        reach = min(float(clearance(corner, scene.text)) * 0.92, 0.7 * short)
        if k % 2 != large:
            if scene.wishes.minimal:
                continue
            reach *= 0.78
        _bouquet(canvas, scene, (float(corner[0]), float(corner[1])), reach, rng)


def _bouquet(
    canvas: skia.Canvas,
    scene: Scene,
    corner: tuple[float, float],
    reach: float,
    rng: np.random.Generator,
) -> None:
    """Leaves in a fan, one large flower near the corner and small ones along both edges."""
    inward = math.atan2(scene.height / 2 - corner[1], scene.width / 2 - corner[0])
    stain = oval(corner, reach * 0.8, reach * 0.8, 12)
    wash(canvas, stain, pigment(scene, 1, 0, 0.5), rng, ragged=0.25)

    def place(turn: float, share: float) -> tuple[float, float]:
        return (
            corner[0] + share * reach * math.cos(inward + turn),
            corner[1] + share * reach * math.sin(inward + turn),
        )

    for turn in (-0.86, -0.52, -0.2, 0.16, 0.5, 0.84):
        bend = turn + float(rng.normal(0, 0.06))
        _leaf(
            canvas,
            scene,
            place(bend, 0.34),
            inward + bend * 1.15,
            reach * float(rng.uniform(0.46, 0.62)),
            rng,
        )
    for turn, share in ((-0.7, 0.72), (0.66, 0.66)):
        _flower(canvas, scene, place(turn, share), reach * 0.17, _blooms(scene)[1], rng)
    _flower(canvas, scene, place(0.0, 0.34), reach * 0.36, _blooms(scene)[0], rng)
    drops(canvas, corner, reach, scene.palette.colours[6:8], rng, pigment(scene, 6, 7), 22)


def paint_strata(canvas: skia.Canvas, scene: Scene) -> None:
    """Sea and sky in broad strokes of a flat brush, and a small sun in its own light."""
    focus, rng = scene.focus, scene.rng("strata")
    left, right = focus.left() - 10, focus.right() + 10
    if beside_text(scene):
        # a torn edge must not touch the words beside it
        left, right = left + 60 * (left > 0), right - 60 * (right < scene.width)
    if focus.width() > 0.7 * scene.width:
        left, right = 0.07 * scene.width, 0.93 * scene.width
    y, room = focus.top() + 0.05 * focus.height(), 0.86 * focus.height()
    for first, second, weight in _strata(scene, rng):
        height = weight * room
        a, b = left + float(rng.uniform(-14, 40)), right - float(rng.uniform(-14, 40))
        x = np.linspace(a, b, 9)
        top = y + rng.normal(0, 3, 9)
        foot = y + height * 1.04 + rng.normal(0, 3, 9)
        outline = np.concatenate([np.stack([x, top], 1), np.stack([x, foot], 1)[::-1]])
        wash(canvas, outline, pigment(scene, first, second, 0.8), rng, ragged=0.13)
        if weight > 0.18 and not scene.wishes.minimal:
            bloom(
                canvas,
                (float(rng.uniform(a + 80, b - 80)), y + height * 0.5),
                height * 0.5,
                scene.palette.colours[0],
                rng,
            )
        y += height
    size = 0.075 * min(focus.width(), focus.height())
    sun = (left + (right - left) * float(rng.choice([0.3, 0.7])), focus.top() + room * 0.28)
    opaque = Pigment(
        first=scene.palette.colours[5], second=scene.palette.colours[5], strength=0.92, opaque=True
    )
    wash(canvas, oval(sun, size, size, 20), opaque, rng, ragged=0.06)


def _strata(scene: Scene, rng: np.random.Generator) -> list[tuple[int, int, float]]:
    """From the top down: two colours of the palette for each stroke, and its share of the height."""
    tones, shares = ((1, 1), (1, 2), (5, 1), (2, 3), (3, 4)), [0.32, 0.2, 0.12, 0.2, 0.16]
    if scene.palette.dark:
        # the deepest wash would be lost in a dark ground
        tones = (*tones[:3], (2, 3), (3, 3))
    if scene.wishes.minimal:
        tones, shares = ((1, 1), (2, 3)), [0.6, 0.3]
    weights = np.array(shares) + rng.uniform(0, 0.05, len(shares))
    weights /= weights.sum()
    return [
        (first, second, weight)
        for (first, second), weight in zip(tones, weights.tolist(), strict=True)
    ]
