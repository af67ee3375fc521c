"""What is in the sky: gradients, sun and moon, clouds, stars, rain and snow."""

import math
from collections.abc import Iterable

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR, Point, fill, glow, linear, shaded, stroke
from pipeline.drawing.colour import mix
from pipeline.drawing.noise import fbm, stencil
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
    canvas.drawImageRect(stencil(alpha * opacity * fade), area, LINEAR, fill(colour))


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
    canvas.drawImageRect(stencil(0.24 * maria), square, LINEAR, fill(shade))
    canvas.restore()


def crescent(canvas: skia.Canvas, centre: Point, radius: float, colour: str) -> None:
    """A young moon, open to the upper right."""
    glow(canvas, centre, radius * 2.2, colour, 0.34)
    path = skia.Path()
    x, y = centre
    turn = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
    path.addArc(turn, 35.0, 250.0)
    inner = radius * 0.82
    start, end = (math.radians(35.0), math.radians(285.0))
    cx, cy = x + radius * 0.36, y - radius * 0.26
    first = math.degrees(
        math.atan2(y + radius * math.sin(end) - cy, x + radius * math.cos(end) - cx)
    )
    last = math.degrees(
        math.atan2(y + radius * math.sin(start) - cy, x + radius * math.cos(start) - cx)
    )
    sweep = (last - first) % 360 - 360
    path.arcTo(
        skia.Rect.MakeLTRB(cx - inner, cy - inner, cx + inner, cy + inner), first, sweep, False
    )
    path.close()
    canvas.drawPath(path, fill(colour))


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


def milky_way(canvas: skia.Canvas, rng: np.random.Generator, area: skia.Rect, colour: str,
              alpha: float) -> None:  # fmt: skip
    """A slanting band of cloudy light with a dark rift and dust of small stars."""
    columns, rows = 210, max(60, min(260, round(210 * area.height() / area.width())))
    lean = float(rng.choice([-1, 1]) * rng.uniform(0.45, 0.75))
    x, y = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(-1, 1, rows))
    across = x + lean * y + 0.16 * np.sin(2.4 * y + 1)
    dust = fbm(rng, columns, rows, base=5, octaves=5, gain=0.58)
    dust = (dust - dust.mean()) / dust.std()
    band = np.exp(-((across / 0.36) ** 2)) * (0.62 + 0.3 * dust)
    rift = np.exp(-(((across - 0.05) / 0.1) ** 2)) * np.clip(0.5 + 0.6 * dust, 0, 1)
    opacity = np.clip(band - 0.55 * rift, 0, 1) * np.clip((1 - y) * 1.6, 0, 1)
    canvas.drawImageRect(stencil(alpha * opacity), area, LINEAR, fill(colour))
    for _ in range(260):
        t, away = rng.uniform(-1, 1), float(rng.normal(0, 0.2))
        px = area.left() + area.width() * (
            0.5 + 0.5 * (away - lean * t - 0.16 * math.sin(2.4 * t + 1))
        )
        py = area.top() + area.height() * (0.5 + 0.5 * t)
        faint = float(rng.uniform(0.2, 0.8) * min(1.0, (1 - t) * 1.6))
        canvas.drawCircle(px, py, float(rng.uniform(0.4, 1.1)), fill(colour, faint))


def aurora(canvas: skia.Canvas, rng: np.random.Generator, area: skia.Rect,
           colours: tuple[str, str], alpha: float) -> None:  # fmt: skip
    """Curtains of light: bright along their folded lower hem (first colour), fading upward (second)."""
    columns, rows = 260, 150
    x, y = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    low, high = np.zeros((rows, columns)), np.zeros((rows, columns))
    for k in range(3):
        a, b = rng.uniform(0, 6.3, 2)
        hem = 0.86 - 0.2 * k + 0.1 * np.sin(4.2 * x + a) + 0.035 * np.sin(13 * x + b)
        ray = 0.66 + 0.34 * np.sin(46 * x + 6 * np.sin(7 * x + a) + b)
        lift = np.clip(hem - y, -1, 1)
        glow_up = np.where(lift > 0, np.exp(-lift / 0.2), np.exp(lift / 0.016)) * ray
        fade = 0.35 + 0.65 * np.sin(math.pi * np.clip(x * 0.9 + 0.1 * k, 0, 1))
        low += glow_up * fade * np.exp(-np.abs(lift) / 0.1) * (1 - 0.22 * k)
        high += glow_up * fade * (1 - 0.22 * k)
    edge = np.clip(y * 5, 0, 1)
    for field, colour, strength in ((high, colours[1], 0.75), (low, colours[0], 1.0)):
        opacity = np.clip(alpha * strength * field * edge, 0, 0.85)
        canvas.drawImageRect(stencil(opacity), area, LINEAR, fill(colour))


def falling_star(canvas: skia.Canvas, head: Point, length: float, colour: str) -> None:
    """A streak that falls to the lower left, bright at its head."""
    tail = (head[0] + length * 0.86, head[1] - length * 0.5)
    path = skia.Path()
    path.addPoly([skia.Point(head[0] - 1.4, head[1] - 1.4), skia.Point(*tail),
                  skia.Point(head[0] + 1.4, head[1] + 1.8)], True)  # fmt: skip
    canvas.drawPath(path, shaded(linear(head, tail, [colour, colour], None, [0.95, 0.0])))
    glow(canvas, head, 16, colour, 0.8)
