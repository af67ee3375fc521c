"""What a book stands on for its picture: a calm backdrop in a tint of the cover, and its shadows."""

import math

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawing.canvas import fill, linear, polygon, radial, shaded
from pipeline.drawing.colour import lighter, oklch
from pipeline.drawing.light import oklab_planes
from pipeline.prepress.mockup_camera import Camera, Point, turned

Pixels = NDArray[np.uint8]

CALM = 0.034
"""The most chroma of a backdrop: a tint, not a colour that speaks."""
LIGHT, DEEP = 0.885, 0.7
"""Lightness of the backdrop behind most covers, and behind those that are nearly white."""
NEUTRAL, WARM_GREY = 0.01, 80.0
"""Below so much chroma a cover leans nowhere; then the hue of the ground, in degrees of OKLCH."""
PALE = 0.83
"""From this mean lightness on, a cover wants the deeper backdrop."""
SUN = (-0.62, -0.34)
"""Where the shadow of something one mm high falls: to the left and backwards."""
SHADOW = "#14110e"


def backdrop_colour(front: Pixels) -> str:
    """A calm tint of the hue that a cover's colours lean to, which its edges stand out from."""
    small = np.asarray(Image.fromarray(front).resize((48, 72), Image.Resampling.BOX))
    lightness, a, b = oklab_planes(small)
    chroma = np.hypot(a, b)
    weight = chroma**2 + 1e-6
    lean_a, lean_b = float((a * weight).sum()), float((b * weight).sum())
    strength = float(np.hypot(lean_a, lean_b) / weight.sum())
    hue = math.degrees(math.atan2(lean_b, lean_a)) if strength > NEUTRAL else WARM_GREY
    level = DEEP if float(lightness.mean()) > PALE else LIGHT
    return oklch(level, min(CALM, 0.35 * strength), hue)


def draw_backdrop(canvas: skia.Canvas, size: tuple[int, int], colour: str, foot: float) -> None:
    """A seamless backdrop: a wall that is lit behind the book, and a floor that comes forward.

    `foot` is the y in pixels where the book stands.
    """
    width, height = size
    area = skia.Rect.MakeWH(width, height)
    wall = linear((0, 0), (0, height),
                  [lighter(colour, -0.035), colour, lighter(colour, 0.022), lighter(colour, -0.012),
                   lighter(colour, -0.06)],
                  [0.0, 0.45, foot / height - 0.06, foot / height + 0.03, 1.0])  # fmt: skip
    canvas.drawRect(area, shaded(wall))
    lit = radial((0.56 * width, 0.42 * height), 0.62 * height,
                 [lighter(colour, 0.075)] * 5, [0, 0.25, 0.5, 0.75, 1],
                 [0.75, 0.52, 0.27, 0.09, 0.0])  # fmt: skip
    canvas.drawRect(area, shaded(lit))
    vignette = radial((width / 2, 0.48 * height), 0.78 * height, [SHADOW] * 4,
                      [0, 0.55, 0.8, 1], [0, 0, 0.05, 0.16])  # fmt: skip
    canvas.drawRect(area, shaded(vignette))


def draw_shadows(
    canvas: skia.Canvas, camera: Camera, width: float, height: float, thick: float
) -> None:
    """The shadows of a book of so many mm: where it touches, near it, and far."""
    base = [
        turned((x, 0.0, z))
        for x, z in ((-width / 2, -thick / 2), (width / 2, -thick / 2),
                     (width / 2, thick / 2), (-width / 2, thick / 2))
    ]  # fmt: skip
    for reach, blur, alpha in ((0.66, 0.07, 0.2), (0.32, 0.034, 0.22), (0.11, 0.012, 0.26)):
        corners = [*base, *((x + SUN[0] * reach * height, 0.0, z + SUN[1] * reach * height)
                            for x, _, z in base)]  # fmt: skip
        outline = _hull([camera.on_ground(corner) for corner in corners])
        _blurred(canvas, outline, blur * height * camera.scale, alpha)
    touch = [camera.on_ground((x * 1.004, 0.0, z * 1.004)) for x, _, z in base]
    _blurred(canvas, touch, 0.0065 * height * camera.scale, 0.55)
    _blurred(canvas, touch, 0.0018 * height * camera.scale, 0.6)


def _blurred(canvas: skia.Canvas, outline: list[Point], sigma: float, alpha: float) -> None:
    paint = fill(SHADOW, alpha)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, sigma))
    canvas.drawPath(polygon(outline), paint)


def _hull(points: list[Point]) -> list[Point]:
    """The convex outline of `points` (Andrew's monotone chain)."""
    ordered = sorted(points)
    return [*_chain(ordered), *_chain(ordered[::-1])]


def _chain(ordered: list[Point]) -> list[Point]:
    found: list[Point] = []
    for x, y in ordered:
        while len(found) > 1 and _turns_right(found[-2], found[-1], (x, y)):
            found.pop()
        found.append((x, y))
    return found[:-1]


def _turns_right(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
