"""What is in the sky: gradients, sun and moon, clouds, stars, rain and snow."""

import math
from collections.abc import Iterable

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR, Point, fill, glow, linear, shaded, stroke
from pipeline.drawing.colour import mix, rgb
from pipeline.drawing.noise import fbm, tinted
from pipeline.illustrator.scenery.animals import bird


def heaven(
    canvas: skia.Canvas, page: skia.Rect, colours: tuple[str, str, str], horizon: float
) -> None:
    """A sky of (zenith, middle, horizon) colours that is brightest at y = `horizon`."""
    zenith, middle, low = colours
    stops = [zenith, mix(zenith, middle, 0.5), middle, mix(middle, low, 0.6), low]
    shader = linear((0, page.top()), (0, horizon), stops, [0, 0.24, 0.5, 0.78, 1])
    canvas.drawRect(page, shaded(shader))


def stars(canvas: skia.Canvas, rng: np.random.Generator, area: skia.Rect, colour: str, count: int,
          keep_out: Iterable[skia.Rect] = ()) -> None:  # fmt: skip
    """Scattered stars of uneven brightness, thinning out towards the lower edge of `area`."""
    taken = [rect.makeOutset(8, 8) for rect in keep_out]
    for _ in range(count):
        x = area.left() + area.width() * rng.random()
        y = area.top() + area.height() * rng.random() ** 1.4
        size, bright = 0.5 + 1.5 * rng.random() ** 5, rng.uniform(0.25, 0.95)
        if any(rect.contains(x, y) for rect in taken):
            size, bright = size * 0.6, bright * 0.3
        canvas.drawCircle(x, y, size, fill(colour, bright))


def clouds(canvas: skia.Canvas, rng: np.random.Generator, area: skia.Rect, colour: str, alpha: float,
           *, cover: float = 0.45) -> None:  # fmt: skip
    """Drawn-out clouds in `area`, fading at its upper and lower edge; `cover` from 0 to 1."""
    columns = 420
    rows = max(40, min(300, round(columns * area.height() / area.width())))
    field = fbm(rng, columns, rows, base=2.4, octaves=5, gain=0.52, stretch=3.4)
    field = (field - field.mean()) / (field.std() + 1e-6)
    edge = float(np.quantile(field, 1 - cover))
    opacity = np.clip((field - edge) / 1.1, 0, 1)
    opacity *= opacity * (3 - 2 * opacity)
    fade = np.sin(np.linspace(0.01, math.pi - 0.01, rows))[:, None] ** 0.7
    canvas.drawImageRect(
        tinted(rgb(colour), (alpha * opacity * fade).astype(np.float32)), area, LINEAR
    )


def sun(
    canvas: skia.Canvas, centre: Point, radius: float, colour: str, *, halo: float = 0.5
) -> None:
    """A plain disc in a wide halo."""
    glow(canvas, centre, radius * 3.0, colour, halo)
    warm = mix(colour, "#ffffff", 0.22)
    shader = linear((0, centre[1] - radius), (0, centre[1] + radius), [warm, colour])
    canvas.drawCircle(*centre, radius, shaded(shader))


def moon(canvas: skia.Canvas, rng: np.random.Generator, centre: Point, radius: float, colour: str,
         shade: str, *, halo: float = 0.4) -> None:  # fmt: skip
    """A full moon with maria, a little darker on its lower right."""
    glow(canvas, centre, radius * 1.9, colour, halo)
    x, y = centre
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    light = mix(colour, "#ffffff", 0.35)
    shader = linear((x - radius, y - radius), (x + radius, y + radius),
                    [light, colour, mix(colour, shade, 0.3)], [0, 0.5, 1])  # fmt: skip
    canvas.drawPath(disc, shaded(shader))
    size = 200
    field = fbm(rng, size, size, base=3.2, octaves=5, gain=0.5)
    grid = np.hypot(*np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size)))
    maria = np.clip((field - field.mean() - 0.02) / 0.09, 0, 1) * np.clip((1 - grid) * 9, 0, 1)
    canvas.save()
    canvas.clipPath(disc, doAntiAlias=True)
    square = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
    canvas.drawImageRect(tinted(rgb(shade), (0.24 * maria).astype(np.float32)), square, LINEAR)
    canvas.restore()


def flock(canvas: skia.Canvas, rng: np.random.Generator, centre: Point, spread: float, colour: str,
          count: int = 7) -> None:  # fmt: skip
    """Birds in a loose line round `centre`, `spread` units wide."""
    for _ in range(count):
        x = centre[0] + spread * rng.uniform(-0.5, 0.5)
        y = centre[1] + spread * rng.uniform(-0.16, 0.16) - 0.12 * (x - centre[0])
        canvas.drawPath(bird(rng, x, y, rng.uniform(7, 13)), fill(colour))


def rain(canvas: skia.Canvas, rng: np.random.Generator, page: skia.Rect, colour: str,
         alpha: float) -> None:  # fmt: skip
    """Slanting rain: near drops long and bright, far ones short and faint."""
    for length, width, share in ((26, 0.7, 0.45), (44, 1.1, 0.7), (70, 1.6, 1.0)):
        path = skia.Path()
        for _ in range(int(page.width() * page.height() / 22000)):
            x, y = page.width() * rng.random(), page.height() * rng.random()
            path.moveTo(x, y)
            path.lineTo(x - length * 0.2, y + length)
        canvas.drawPath(path, stroke(colour, width, alpha * share))


def snowfall(canvas: skia.Canvas, rng: np.random.Generator, page: skia.Rect, colour: str,
             keep_out: Iterable[skia.Rect] = ()) -> None:  # fmt: skip
    """Falling snow of three depths; only fine flakes fall over lettering."""
    taken = [rect.makeOutset(6, 6) for rect in keep_out]
    for _ in range(int(page.width() * page.height() / 5200)):
        x, y = page.width() * rng.random(), page.height() * rng.random()
        size = 0.8 + 3.6 * rng.random() ** 4
        if any(rect.contains(x, y) for rect in taken):
            size = min(size, 1.0)
        canvas.drawCircle(x, y, size, fill(colour, float(rng.uniform(0.35, 0.9))))
