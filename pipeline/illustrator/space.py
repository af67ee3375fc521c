"""Empty space: a sky with nebula and stars, and a craft in it."""

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR, fill, glow, linear, shaded, stroke
from pipeline.drawing.colour import rgb
from pipeline.drawing.noise import fbm, image
from pipeline.illustrator.calm import clearance
from pipeline.illustrator.recipe import Scene

COLUMNS = 260
"""Texels of the sky over the page's width."""


def draw_sky(
    canvas: skia.Canvas, scene: Scene, top: str, foot: str, clouds: tuple[str, str], amount: float
) -> None:
    """A gradient with two interwoven clouds that thin out under lettering; `amount` 0 to 1."""
    rng = scene.rng("sky")
    columns = COLUMNS if scene.aspect <= 1 else round(COLUMNS * min(2.0, scene.aspect))
    rows = round(columns / scene.aspect)
    warp = fbm(rng, columns, rows, base=2.2, octaves=4)
    first = fbm(rng, columns, rows, base=3.0, octaves=6, gain=0.58)
    second = fbm(rng, columns, rows, base=2.2, octaves=6, gain=0.56)
    i, j = np.meshgrid(np.arange(columns), np.arange(rows))
    shift = ((warp - 0.5) * columns * 0.6).astype(int)
    bent = first[np.clip(j + shift, 0, rows - 1), np.clip(i - shift, 0, columns - 1)]
    points = np.stack([(i + 0.5) * scene.width / columns, (j + 0.5) * scene.height / rows], 2)
    calm = np.clip(clearance(points, scene.text) / 190, 0.22, 1)
    down = (j / (rows - 1))[..., None]
    sky = np.array(rgb(top)) * (1 - down) + np.array(rgb(foot)) * down
    for colour, field, low in (
        (clouds[0], bent, 0.48),
        (clouds[1], second * 0.5 + bent * 0.5, 0.53),
    ):
        share = (np.clip((field - low) * 5.4, 0, 1) ** 1.2 * calm * amount)[..., None]
        sky = sky + (np.array(rgb(colour)) - sky) * share
    texture = np.ones((rows, columns, 4), np.float32)
    texture[..., :3] = sky
    # skia scales a picture three times as fast when it dithers
    page, paint = skia.Rect.MakeWH(scene.width, scene.height), skia.Paint(Dither=True)
    canvas.drawImageRect(image(texture), page, LINEAR, paint)


def draw_stars(canvas: skia.Canvas, scene: Scene, colour: str, count: int = 700) -> None:
    """Stars of four sizes, none under lettering; `count` for a page of 1000 x 1500 units."""
    rng = scene.rng("stars")
    count = round(count * scene.width * scene.height / 1.5e6)
    places = rng.uniform((0, 0), (scene.width, scene.height), (count, 2))
    places = places[clearance(places, scene.text) > 16]
    size = np.clip(rng.pareto(2.6, len(places)), 0, 3.2)
    for low, width, alpha in ((0.0, 2.0, 0.6), (0.5, 3.0, 0.8), (1.2, 4.2, 0.95), (2.4, 6.0, 1.0)):
        chosen = places[(size >= low)] if low else places
        dots = [skia.Point(x, y) for x, y in chosen.tolist()]
        if dots:
            canvas.drawPoints(skia.Canvas.kPoints_PointMode, dots, stroke(colour, width, alpha))
    for x, y in places[size >= 2.4].tolist():
        glow(canvas, (x, y), 26, colour, 0.5)


def draw_station(
    canvas: skia.Canvas, at: tuple[float, float], size: float, light: str, dark: str
) -> None:
    """A wheel with hub, spokes and solar wings, seen from the side; `size` across its wings."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(-16)
    canvas.scale(size / 100, size / 100)
    metal = linear((0, -22), (0, 22), [light, dark], [0.2, 0.85])
    for side in (-1, 1):
        for y in (-6.5, 1.0):
            wing = skia.Rect.MakeXYWH(21 if side > 0 else -50, y, 29, 5.5)
            canvas.drawRect(
                wing, shaded(linear((wing.left(), 0), (wing.right(), 0), [dark, light, dark]))
            )
            for k in range(1, 5):
                x = wing.left() + k * 5.8
                canvas.drawLine(x, y, x, y + 5.5, stroke(dark, 0.5))
    canvas.drawRect(skia.Rect.MakeXYWH(-50, -0.6, 100, 1.2), shaded(metal))
    wheel = skia.Rect.MakeLTRB(-9, -24, 9, 24)
    canvas.drawOval(wheel, stroke(dark, 5.2))
    canvas.drawOval(wheel, stroke("#000000", 3.4, Shader=metal))
    for x0, y0 in ((-6, -16), (6, -16), (-6, 16), (6, 16)):
        canvas.drawLine(0, 0, x0, y0, stroke(light, 0.9, 0.8))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(-16, -4, 32, 8), 3, 3, shaded(metal))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(-4, -6.5, 8, 13), 2, 2, shaded(metal))
    for k in range(7):
        canvas.drawRect(skia.Rect.MakeXYWH(-13 + 4 * k, -1.2, 1.5, 1.2), fill("#fff0b8", 0.95))
    canvas.drawLine(16, 0, 22, -9, stroke(light, 0.7))
    canvas.restore()


def draw_liner(
    canvas: skia.Canvas, at: tuple[float, float], size: float, degrees: float, light: str, dark: str,
    flame: str,
) -> None:  # fmt: skip
    """A long ship on its way: drive, tanks, fins and a lit bow; it flies along `degrees`."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(degrees)
    canvas.scale(size / 100, size / 100)
    trail = linear((-50, 0), (-190, 0), [flame, flame], None, [0.85, 0.0])
    wake = skia.Path()
    wake.moveTo(-48, -2.6)
    wake.lineTo(-190, 0)
    wake.lineTo(-48, 2.6)
    canvas.drawPath(wake, shaded(trail))
    glow(canvas, (-50, 0), 20, flame, 0.95)
    metal = linear((0, -7), (0, 7), [light, dark], [0.25, 0.8])
    canvas.drawPath(_liner_hull(), shaded(metal))
    for k in range(6):
        canvas.drawRect(skia.Rect.MakeXYWH(20.5 + 3.2 * k, -0.8, 1.4, 1.0), fill("#fff0b8"))
    canvas.restore()


def _liner_hull() -> skia.Path:
    """Spine, drive, bow, tanks and fins, 100 units long, flying to the right."""
    hull = skia.Path()
    hull.addRect(skia.Rect.MakeLTRB(-40, -1.3, 34, 1.3))
    for left, right, half in ((-40, -28, 5.4), (10, 18, 3.6), (19, 27, 4.4)):
        hull.addRoundRect(skia.Rect.MakeLTRB(left, -half, right, half), 1.6, 1.6)
    hull.moveTo(-40, -4)
    hull.lineTo(-48, -6)
    hull.lineTo(-48, 6)
    hull.lineTo(-40, 4)
    hull.moveTo(28, -4)
    hull.lineTo(40, -2.6)
    hull.quadTo(50, -0.6, 51, 0.6)
    hull.lineTo(40, 3)
    hull.lineTo(28, 4)
    for x in (-22, -13.5, -5):
        hull.addCircle(x, 0, 4.1)
    for sign in (-1, 1):
        hull.moveTo(-38, sign * 4)
        hull.lineTo(-44, sign * 15)
        hull.lineTo(-34, sign * 15)
        hull.lineTo(-27, sign * 4)
    hull.setFillType(skia.PathFillType.kWinding)
    return hull
