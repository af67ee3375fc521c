"""Planet and nebula: one huge lit world, its moons, and a speck of a ship to measure it by.

Palette: sky above, sky below, two nebula colours, four surface colours from dark to light, rim
light, metal light, metal dark.
"""

import math

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import glow, radial, shaded
from pipeline.drawing.colour import mix
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below, centred
from pipeline.illustrator.calm import beside_text, hush
from pipeline.illustrator.globe import Globe, draw_gas_giant, draw_ring, draw_rocky
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.planet_orbits import paint_orbits
from pipeline.illustrator.space import draw_liner, draw_sky, draw_stars, draw_station


def _page(scene: Scene) -> skia.Rect:
    return skia.Rect.MakeWH(scene.width, scene.height)


def _side(scene: Scene) -> float:
    """-1 when the picture's weight should lean left, 1 for right: away from lettering, or by chance."""
    if scene.focus.left() > 0.3 * scene.width:
        return 1.0
    if scene.focus.right() < 0.7 * scene.width:
        return -1.0
    return 1.0 if scene.rng("side").random() < 0.5 else -1.0


def _globe(scene: Scene, centre: tuple[float, float], radius: float,
           light: tuple[float, float, float], tilt: float = -18.0) -> Globe:  # fmt: skip
    colours = scene.palette.colours
    # in a pale sky a dark side that took the sky's colour would leave half a world
    shade = 0.16 if scene.palette.dark else 0.8
    return Globe(centre=centre, radius=radius, light=light, tilt_degrees=tilt,
                 night=mix(mix(colours[0], colours[1], 0.5), colours[4], shade), rim=colours[8])  # fmt: skip


def _air(canvas: skia.Canvas, globe: Globe, alpha: float) -> None:
    """A thin shine outside the lit edge."""
    reach = globe.radius * 1.09
    offset = globe.radius * 0.03
    length = math.hypot(globe.light[0], globe.light[1]) or 1.0
    centre = (globe.centre[0] + offset * globe.light[0] / length,
              globe.centre[1] + offset * globe.light[1] / length)  # fmt: skip
    start = globe.radius * 0.95 / reach
    shine = radial(centre, reach, [globe.rim] * 4, [0, start, (start + 1) / 2, 1],
                   [0, alpha, alpha * 0.28, 0])  # fmt: skip
    canvas.drawCircle(*centre, reach, shaded(shine))


def _rising(canvas: skia.Canvas, scene: Scene) -> None:
    focus, side = scene.focus, _side(scene)
    radius = 0.64 * max(focus.width(), 0.92 * focus.height())
    x = focus.centerX() + side * 0.16 * radius
    y = focus.top() + 0.16 * focus.height() + radius
    globe = _globe(scene, (x, y), radius, (-0.62 * side, -0.72, 0.5), -14 * side)
    _air(canvas, globe, 0.55)
    draw_gas_giant(canvas, _page(scene), globe, scene.palette.colours[4:8], scene.rng("bands"))
    moon = 0.075 * min(focus.width(), focus.height())
    angle = -math.pi / 2 - side * 0.62
    at = (x + radius * 1.0 * math.cos(angle), y + radius * 1.0 * math.sin(angle))
    _moon(canvas, scene, at, moon, globe.light, "moon")
    craft = (x - side * radius * 0.18, y - radius * 0.62)
    _craft(canvas, scene, craft, side, 0.16 * min(focus.width(), focus.height()))


def _moon(canvas: skia.Canvas, scene: Scene, at: tuple[float, float], radius: float,
          light: tuple[float, float, float], stream: str) -> None:  # fmt: skip
    colours = scene.palette.colours
    moon = _globe(scene, at, radius, light)
    grey = [mix(colours[10], colours[9], t) for t in (0.15, 0.5, 0.8, 1.0)]
    draw_rocky(canvas, _page(scene), moon, grey, scene.rng(stream), relief=0.8)


def _craft(
    canvas: skia.Canvas, scene: Scene, at: tuple[float, float], side: float, size: float
) -> None:
    colours = scene.palette.colours
    if scene.rng("craft").random() < 0.5:
        draw_station(canvas, at, size, colours[9], colours[10])
    else:
        draw_liner(canvas, at, size, -14 if side < 0 else 194, colours[9], colours[10], colours[8])


def _crescent(canvas: skia.Canvas, scene: Scene) -> None:
    focus, side = scene.focus, _side(scene)
    radius = 0.54 * min(1.12 * focus.height(), 1.15 * focus.width())
    x = focus.centerX() + side * 0.3 * focus.width()
    y = focus.top() + 0.4 * focus.height()
    light = (-side * 0.86, -0.42, -0.28)
    globe = _globe(scene, (x, y), radius, light)
    sun = math.atan2(light[1], light[0])
    limb = (x + radius * math.cos(sun), y + radius * math.sin(sun))
    glow(canvas, limb, radius * 1.5, scene.palette.colours[8], 0.5)
    _air(canvas, globe, 0.8)
    draw_rocky(canvas, _page(scene), globe, scene.palette.colours[4:8], scene.rng("ground"))
    _flare(canvas, scene, limb, radius)
    for k, (dx, dy, size) in enumerate(((-0.98, 0.62, 0.10), (-1.22, 0.2, 0.045))):
        _moon(canvas, scene, (x + side * dx * radius, y + dy * radius), size * radius,
              (light[0], light[1], 0.25), f"moon {k}")  # fmt: skip
    _craft(canvas, scene, (x - side * radius * 0.3, y + radius * 0.12), side, radius * 0.22)


def _flare(canvas: skia.Canvas, scene: Scene, at: tuple[float, float], radius: float) -> None:
    """The sun at the edge of a world."""
    warm = scene.palette.colours[8]
    glow(canvas, at, radius * 0.5, warm, 0.9)
    glow(canvas, at, radius * 0.16, "#ffffff", 1.0)
    canvas.save()
    canvas.translate(*at)
    canvas.scale(1, 0.018)
    glow(canvas, (0, 0), radius * 0.8, mix(warm, "#ffffff", 0.4), 0.9)
    canvas.restore()


def _ringed(canvas: skia.Canvas, scene: Scene) -> None:
    focus, side = scene.focus, _side(scene)
    # over a title the ring may leave the page; beside one it must not reach the words
    share = 0.215 if beside_text(scene) else 0.27
    radius = min(focus.width() * share, focus.height() * 0.34)
    centre = (focus.centerX(), focus.top() + 0.52 * focus.height())
    globe = _globe(scene, centre, radius, (-0.75 * side, -0.5, 0.42), -20 * side)
    colours = scene.palette.colours
    bands = [
        mix(colours[6], colours[9], 0.3),
        colours[6],
        mix(colours[5], colours[7], 0.5),
        colours[7],
    ]
    glow(canvas, centre, radius * 2.6, colours[3], 0.5)
    draw_ring(canvas, globe, bands, scene.rng("ring"), front=False)
    _air(canvas, globe, 0.5)
    draw_gas_giant(canvas, _page(scene), globe, colours[4:8], scene.rng("bands"))
    draw_ring(canvas, globe, bands, scene.rng("ring"), front=True)
    for k, (dx, dy, size) in enumerate(((1.5, -1.0, 0.1), (-1.55, 0.95, 0.065), (1.0, 1.25, 0.04))):
        at = (centre[0] + side * dx * radius, centre[1] + dy * radius)
        _moon(canvas, scene, at, radius * size, globe.light, f"moon {k}")
    _craft(
        canvas,
        scene,
        (centre[0] + side * radius * 0.72, centre[1] + radius * 0.98),
        side,
        radius * 0.34,
    )


def _encircled(aspect: float, palette: Palette) -> Arrangement:
    """Lettering below the middle of the page, or right of it in a wide one, as wide as high."""
    if aspect >= WIDE:
        return centred(aspect, palette, width=0.84 / aspect, height=0.62, middle=(0.58, 0.5))
    height = min(0.4, 0.85 * 0.68 * aspect)
    return centred(aspect, palette, width=0.68, height=height, middle=(0.5, 0.55))


_PAINTERS = {"rising": _rising, "crescent": _crescent, "ringed": _ringed}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    colours = scene.palette.colours
    if scene.composition == "orbits":
        paint_orbits(canvas, scene)
    else:
        amount = 0.35 if scene.wishes.minimal else 0.85
        draw_sky(canvas, scene, colours[0], colours[1], (colours[2], colours[3]), amount)
        draw_stars(
            canvas, scene, mix(colours[8], "#ffffff", 0.6), 160 if scene.wishes.minimal else 700
        )
        _PAINTERS[scene.composition](canvas, scene)
        hush(canvas, scene.text, colours[0], 0.32, 90)
    finish(canvas, scene.width, scene.height, grain=0.5, vignette=0.55 if scene.palette.dark else 0.0,
           shade=colours[0], seed=1 + scene.seed % 3)  # fmt: skip


_PALETTES = (
    Palette(name="rust", dark=True, inks=("#fbefdc", "#f3c88c", "#ffffff"), colours=(
        "#0a1020", "#171a2a", "#7a3b2a", "#2a3b5c", "#6b331c", "#b8622c", "#e6a868", "#ffe0b0",
        "#ffd9a0", "#d5dde6", "#1c2836")),
    Palette(name="violet", dark=True, inks=("#f4eaff", "#ffc4dc", "#ffffff"), colours=(
        "#0d0a24", "#241445", "#8a2f7a", "#2b4fa0", "#3a1f6b", "#8a3f96", "#e07fa6", "#ffd0c4",
        "#ffc0e0", "#e0d8f4", "#221a44")),
    Palette(name="ice", dark=True, inks=("#eef8fb", "#a8e0e6", "#ffffff"), colours=(
        "#06141d", "#0f2b38", "#1d6a78", "#2a4666", "#0f3c4e", "#2f7d8e", "#8fcdd0", "#f2fbf6",
        "#c8f4f4", "#e2edf0", "#12303c")),
    Palette(name="jade", dark=True, inks=("#f5f1dc", "#d8e08a", "#ffffff"), colours=(
        "#0a1512", "#14271f", "#356b3c", "#7a6a24", "#1d3a24", "#5c7a34", "#b9b85c", "#f4edb4",
        "#f1f0a4", "#e4e6d4", "#1b2a22")),
    Palette(name="daylight", dark=False, inks=("#5a1f2e", "#3c1a34", "#2a1024"), colours=(
        "#f9dcc0", "#f3ad86", "#fdf1e2", "#e8855f", "#5a1c2e", "#b03a32", "#e9804a", "#ffdda0",
        "#fff1d6", "#fff6ea", "#5e2232")),
)  # fmt: skip

RECIPE = Recipe(
    alone=0.75,
    settings=("space",),
    name="planet",
    idea="one huge lit world, its moons, and a speck of a ship to measure it by",
    paint=_paint,
    compositions=(
        Composition(name="rising", over=True, arrange=lambda a, p: above(a, p, align=Align.LEFT), about=(
            "planet", "earth", "rocket", "astronaut", "war", "border", "storm")),
        Composition(name="crescent", over=True, arrange=below, about=(
            "moon", "eclipse", "sunrise", "meteor", "astronaut", "night-sky", "planet", "rocket")),
        Composition(name="ringed", over=True, arrange=lambda a, p: above(a, p, share=0.33), about=(
            "planet", "galaxy", "satellite", "shooting-star", "romance", "young-adult")),
        Composition(name="orbits", over=True, arrange=_encircled, about=(
            "astronomy", "time", "clock", "cycle", "compass", "map", "satellite", "physics", "science")),
    ),
    palettes=_PALETTES,
    genres={"science-fiction": 1.0, "young-adult": 0.35, "fantasy": 0.25, "technology": 0.3, "horror": 0.1, "mystery": 0.1, "cookbook": 0.05},
)  # fmt: skip
