"""Planets as lit spheres: cloud bands, craters, and rings with the planet's shadow on them.

A globe's texture covers only the part that is on the page (`Window`), so that a planet ten times
as wide as the cover is as fine as a small one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.canvas import LINEAR, Point, linear, radial, shaded
from pipeline.drawing.colour import rgb
from pipeline.drawing.noise import Field, fbm, image

TEXTURE = (96, 480)
"""Fewest and most texels along the longer side of a globe's texture; one a unit between them."""
NOISE = 384
MOON_NOISE = 96
MOON_RADIUS = 130.0
"""Up to this radius in units a coarser terrain will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Globe:
    """A sphere on the page: `centre` and `radius` in units, `light` towards the sun (x, y, z).

    z points to the reader. `night` is the colour of the dark side, `rim` of the lit air.
    """

    centre: Point
    radius: float
    light: tuple[float, float, float]
    night: str
    rim: str
    tilt_degrees: float = -18.0


Ramp = Sequence[str]
Floats = NDArray[np.floating]


def draw_gas_giant(
    canvas: skia.Canvas, page: skia.Rect, globe: Globe, bands: Ramp, rng: np.random.Generator
) -> None:
    """Belts and zones with a storm; `bands` from dark to light."""
    window = _window(globe, page)
    x, y, z = _sphere(window, globe.radius)
    turn = math.radians(globe.tilt_degrees)
    across, along = x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)
    latitude, longitude = np.arcsin(np.clip(along, -1, 1)), np.arctan2(across, z)
    value = _bands(latitude, longitude, rng)
    _draw(canvas, globe, window, _lit(globe, _ramp(bands, value), x, y, z, 0.0))


def draw_rocky(
    canvas: skia.Canvas, page: skia.Rect, globe: Globe, ground: Ramp, rng: np.random.Generator,
    relief: float = 0.5,
) -> None:  # fmt: skip
    """Plains, highlands and craters; `ground` from dark to light, `relief` 0 to 1."""
    window = _window(globe, page)
    x, y, z = _sphere(window, globe.radius)
    size = NOISE if globe.radius > MOON_RADIUS else MOON_NOISE
    height = _terrain(rng, size)
    reach = np.hypot(x, y)
    bulge = 0.25 + 0.13 * np.arcsin(np.clip(reach, 0, 1)) / (reach + 1e-6)
    u = np.clip((0.5 + x * bulge) * (size - 2), 0, size - 2)
    v = np.clip((0.5 + y * bulge) * (size - 2), 0, size - 2)
    slope_x: Floats = np.gradient(height, axis=1)
    slope_y: Floats = np.gradient(height, axis=0)
    bump = -(_bilinear(slope_x, u, v) * globe.light[0] + _bilinear(slope_y, u, v) * globe.light[1])
    value = np.clip(_bilinear(height, u, v), 0, 1)
    _draw(
        canvas,
        globe,
        window,
        _lit(globe, _ramp(ground, value), x, y, z, bump * (0.068 * size) * relief),
    )


def draw_ring(
    canvas: skia.Canvas, globe: Globe, colours: Ramp, rng: np.random.Generator, *, front: bool,
    inner: float = 1.3, outer: float = 2.25, squash: float = 0.26,
) -> None:  # fmt: skip
    """The half of a ring before (`front`) or behind the globe; radii in globe radii.

    Call with the same random stream for both halves. The globe's shadow falls on the far half.
    """
    canvas.save()
    canvas.translate(*globe.centre)
    canvas.rotate(globe.tilt_degrees)
    canvas.scale(globe.radius, globe.radius * squash)
    edge = outer * 1.05
    half = (-edge, 0.0, edge, edge) if front else (-edge, -edge, edge, 0.0)
    canvas.clipRect(skia.Rect.MakeLTRB(*half), doAntiAlias=True)
    stops = [i / 63 for i in range(64)]
    grain = np.convolve(rng.random(70), [0.2, 0.6, 0.2], "valid")[:64]
    gap = int(rng.integers(34, 44))
    alphas = [0.0 if t * outer < inner or abs(i - gap) < 2 or i > 61 else 0.25 + 0.7 * float(g)
              for i, (t, g) in enumerate(zip(stops, grain, strict=True))]  # fmt: skip
    tints = [colours[int(g * len(colours)) % len(colours)] for g in rng.random(64)]
    canvas.drawCircle(0, 0, outer, shaded(radial((0, 0), outer, tints, stops, alphas)))
    if not front:
        _ring_shadow(canvas, globe, inner, outer)
    canvas.restore()


def _ring_shadow(canvas: skia.Canvas, globe: Globe, inner: float, outer: float) -> None:
    """The strip behind the globe, away from the light, in the ring's own plane."""
    turn = math.radians(-globe.tilt_degrees)
    lx, ly = globe.light[0], globe.light[1] - globe.light[2]
    away = math.degrees(math.atan2(-ly, -lx) + turn)
    annulus = skia.Path()
    annulus.addCircle(0, 0, outer)
    annulus.addCircle(0, 0, inner)
    annulus.setFillType(skia.PathFillType.kEvenOdd)
    canvas.clipPath(annulus, doAntiAlias=True)
    canvas.rotate(away)
    shade = linear((0, -1.06), (0, 1.06), [globe.night] * 4, [0, 0.12, 0.88, 1], [0, 0.93, 0.93, 0])
    canvas.drawRect(skia.Rect.MakeLTRB(0, -1.06, outer * 1.1, 1.06), shaded(shade))


def _window(globe: Globe, page: skia.Rect) -> skia.Rect:
    """The part of the globe's square that is on the page, in globe radii."""
    (x, y), r = globe.centre, globe.radius
    seen = skia.Rect.MakeLTRB(
        (page.left() - x) / r, (page.top() - y) / r, (page.right() - x) / r, (page.bottom() - y) / r
    )
    square = skia.Rect.MakeLTRB(-1.02, -1.02, 1.02, 1.02)
    square.intersect(seen)
    return square


def _sphere(window: skia.Rect, radius: float) -> tuple[Field, Field, Field]:
    """Normals (x, y, z) over the window; beyond the edge they stay at the edge."""
    longer = max(window.width(), window.height())
    texels = min(TEXTURE[1], max(TEXTURE[0], longer * radius))
    columns = max(2, round(texels * window.width() / longer))
    rows = max(2, round(texels * window.height() / longer))
    x, y = np.meshgrid(
        np.linspace(window.left(), window.right(), columns, dtype=np.float32),
        np.linspace(window.top(), window.bottom(), rows, dtype=np.float32),
    )
    inside = np.minimum(1.0, 0.999 / np.maximum(np.hypot(x, y), 1e-6))
    x, y = x * inside, y * inside
    return x, y, np.sqrt(np.maximum(1 - x * x - y * y, 1e-4))


def _bilinear(field: Floats, u: Floats, v: Floats) -> Field:
    i, j = u.astype(np.int32), v.astype(np.int32)
    s, t = (u - i).astype(np.float32), (v - j).astype(np.float32)
    i, j = i % (field.shape[1] - 1), j % (field.shape[0] - 1)
    top = field[j, i] * (1 - s) + field[j, i + 1] * s
    low = field[j + 1, i] * (1 - s) + field[j + 1, i + 1] * s
    return (top * (1 - t) + low * t).astype(np.float32)


def _bands(latitude: Field, longitude: Field, rng: np.random.Generator) -> Field:
    """0 to 1: a random profile over latitude, torn by currents along the belts."""
    currents = fbm(rng, NOISE, NOISE, base=5, octaves=6, gain=0.6, stretch=2.2) - 0.5
    streaks = fbm(rng, NOISE, NOISE, base=2, octaves=4, gain=0.6, stretch=14) - 0.5
    u = (longitude / math.pi + 1) * (NOISE / 2 - 1)
    v = (latitude / math.pi + 0.5) * (NOISE - 2)
    storm = (float(rng.uniform(-0.4, 0.35)), float(rng.uniform(0.12, 0.4)))
    dx, dy = (longitude - storm[0]) / 0.30, (latitude - storm[1]) / 0.12
    near = np.exp(-(dx * dx + dy * dy))
    warped = (
        latitude + 0.3 * _bilinear(currents, u, v) + 0.10 * near * np.sign(dy) * np.abs(dy) ** 0.5
    )
    knots = rng.random(24)
    knots[1::2] = 0.25 * knots[1::2] + 0.75 * (1 - knots[::2])
    profile = np.interp(warped, np.linspace(-1.6, 1.6, 24), knots)
    spiral = 0.5 + 0.5 * np.cos(7 * np.sqrt(dx * dx + dy * dy) + np.arctan2(dy, dx))
    value = profile + 0.5 * _bilinear(streaks, u, v) + 0.22 * _bilinear(currents, v, u)
    return np.clip(value * (1 - 0.8 * near) + near * (0.55 + 0.35 * spiral), 0, 1).astype(
        np.float32
    )


def _terrain(rng: np.random.Generator, size: int) -> Field:
    """Height 0 to 1 with craters, (size, size)."""
    height = fbm(rng, size, size, base=4, octaves=6, gain=0.55)
    j, i = np.mgrid[0:size, 0:size].astype(np.float32)
    for _ in range(46):
        cx, cy = rng.uniform(0, size, 2)
        wide = size * (0.012 + 0.07 * float(rng.random()) ** 4)
        box = np.s_[max(0, int(cy - 2 * wide)) : int(cy + 2 * wide) + 1,
                    max(0, int(cx - 2 * wide)) : int(cx + 2 * wide) + 1]  # fmt: skip
        t = np.hypot(i[box] - cx, j[box] - cy) / wide
        bowl = np.where(t < 1, 0.5 * t**4 - 0.34, 0.16 * np.exp(-((t - 1) ** 2) * 9))
        height[box] += bowl * 0.3
    return height


def _ramp(colours: Ramp, value: Field) -> NDArray[np.float32]:
    """(rows, columns, 3) floats from a field 0 to 1."""
    table = np.array([rgb(colour) for colour in colours], np.float32)
    places = np.linspace(0, 1, len(colours))
    steps = np.linspace(0, 1, 256)
    lookup = np.stack([np.interp(steps, places, table[:, c]) for c in range(3)], 1).astype(
        np.float32
    )
    return lookup[(value * 255).astype(np.uint8)]


def _lit(
    globe: Globe, surface: NDArray[np.float32], x: Field, y: Field, z: Field, bump: Floats | float
) -> NDArray[np.float32]:
    """The surface under one sun: soft terminator, darker limb, and light in the air."""
    lx, ly, lz = globe.light
    norm = math.sqrt(lx * lx + ly * ly + lz * lz)
    sun = (x * lx + y * ly + z * lz) / norm
    day = np.clip((sun + bump * np.clip(sun + 0.2, 0, 1) + 0.06) / 0.75, 0, 1)
    day = (day * day * (3 - 2 * day))[..., None]
    night, rim = (np.array(rgb(c), np.float32) for c in (globe.night, globe.rim))
    colour = surface * (0.66 + 0.34 * z)[..., None]
    air = (np.clip(1 - z, 0, 1) ** 2.6 * np.clip(sun + 0.12, 0, 1))[..., None]
    lit = night * (1 - day) + colour * day
    return (lit + (rim - lit) * np.clip(1.15 * air, 0, 0.95)).astype(np.float32)


def _draw(
    canvas: skia.Canvas, globe: Globe, window: skia.Rect, colours: NDArray[np.float32]
) -> None:
    rows, columns = colours.shape[:2]
    texture = np.ones((rows, columns, 4), np.float32)
    texture[..., :3] = colours
    matrix = skia.Matrix()
    (x, y), r = globe.centre, globe.radius
    matrix.setTranslate(x + window.left() * r, y + window.top() * r)
    matrix.preScale(window.width() * r / columns, window.height() * r / rows)
    shader = image(texture).makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, LINEAR, matrix)
    canvas.drawCircle(x, y, r, shaded(shader))
