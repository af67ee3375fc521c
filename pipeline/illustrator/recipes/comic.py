"""Comic burst: rays, halftone and a bold emblem in ink.

Palette: hot centre, middle, edge, ray, ink, emblem, emblem in shade, paper, spark.
"""

import skia

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.layout import Material
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill, stroke
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.calm import hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene, stage
from pipeline.illustrator.recipes.comic_ink import (
    burst,
    draw_dots,
    draw_emblem,
    draw_rays,
    inked,
    towers,
)
from pipeline.illustrator.recipes.comic_pages import paint_panels, paint_signal, paint_speed


def _burst(canvas: skia.Canvas, scene: Scene) -> None:
    """An explosion over a city, with the emblem in it."""
    colours, focus = scene.palette.colours, scene.focus
    page = skia.Rect.MakeWH(scene.width, scene.height)
    size = min(focus.width(), focus.height())
    centre = (focus.centerX(), focus.top() + 0.46 * focus.height())
    draw_rays(canvas, page, centre, colours, 26)
    if not scene.wishes.minimal:
        draw_dots(canvas, page, centre, colours[4], size * 0.42, 0.22, scene.text)
    hush(canvas, scene.text, colours[2] if scene.palette.dark else colours[0], 0.78, 190)
    if not scene.wishes.minimal:
        _city(canvas, scene)
    canvas, rng = stage(canvas, scene), scene.rng("burst")
    inked(canvas, burst(rng, centre, size * 0.49, 22, 0.3), colours[8], colours[4], 13)
    canvas.drawPath(burst(rng, centre, size * 0.38, 22, 0.3), fill(colours[7]))
    half = size * 0.235
    box = skia.Rect.MakeLTRB(centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half)
    draw_emblem(canvas, scene, box, float(scene.rng("tilt").choice([-9, 8])))


def _city(canvas: skia.Canvas, scene: Scene) -> None:
    """Two rows of towers; lettering stands on their dark foot, or on paper below them."""
    colours, short = scene.palette.colours, min(scene.width, scene.height)
    lowest = max(scene.text, key=lambda rect: rect.top(), default=skia.Rect.MakeEmpty())
    foot = scene.height if scene.palette.dark else max(lowest.top() - 30, 0.8 * scene.height)
    room = foot - max(
        (r.bottom() for r in scene.text if r.centerY() < 0.66 * scene.height), default=0.0
    )
    for k, (height, colour) in enumerate(((0.6, colours[6]), (0.4, colours[4]))):
        tall = max(short * height - (scene.height - foot), short * 0.2)
        body, lights = towers(scene.rng(f"city {k}"), scene.width, foot,
                              min(tall, room * (0.8 - 0.25 * k)), lit=0.26, grain=short * 0.11, peak=0.12 + 0.76 * k)  # fmt: skip
        canvas.drawPath(body, fill(colour))
        canvas.drawPath(body, stroke(colour, 3))
        canvas.save()
        if k == 1 and lowest.top() > 0.7 * scene.height:
            dark = skia.Rect.MakeLTRB(0, lowest.top() - 24, scene.width, scene.height)
            canvas.drawRect(dark, fill(colour))
            canvas.clipRect(dark, skia.ClipOp.kDifference, False)
        for rect in scene.text:
            canvas.clipRect(rect.makeOutset(26, 20), skia.ClipOp.kDifference, False)
        canvas.drawPath(lights, fill(colours[8] if k == 0 else colours[0]))
        canvas.restore()
    if not scene.palette.dark:
        canvas.drawRect(skia.Rect.MakeLTRB(0, foot, scene.width, scene.height), fill(colours[0]))
        canvas.drawLine(0, foot, scene.width, foot, stroke(colours[4], 13))


_PAINTERS = {"burst": _burst, "speed": paint_speed, "signal": paint_signal, "panels": paint_panels}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    _PAINTERS[scene.composition](canvas, scene)
    finish(canvas, scene.width, scene.height, grain=0.26, paper=0.22, seed=1 + scene.seed % 3)


_PALETTES = (
    Palette(name="sunfire", dark=True, inks=("#fff6cf", "#ffffff", "#ffe066"), colours=(
        "#ffbf3f", "#f4503a", "#8a1458", "#ffe38a", "#1b1030", "#18b3c4", "#0d5f80", "#fff7dc", "#ffd23f")),
    Palette(name="midnight", dark=True, inks=("#fdf8e1", "#ffe14d", "#ffffff"), colours=(
        "#3fa7ff", "#2a4fd0", "#191a5c", "#9fd6ff", "#0d0c26", "#ffd93b", "#f0762b", "#fffbe6", "#ff4f6d")),
    Palette(name="toxic", dark=True, inks=("#fbffe0", "#e4ff5a", "#ffffff"), colours=(
        "#b8f23a", "#1fa35b", "#0d3b4a", "#e9ff9a", "#0c1a22", "#e8408f", "#8d1f74", "#fbffe6", "#ffd83b")),
    Palette(name="newsprint", dark=False, inks=("#191521", "#2a2233", "#b5122e"), colours=(
        "#fff3cf", "#fbdc8f", "#f5b95c", "#fffbe9", "#191521", "#e2333f", "#8e1734", "#fffaf0", "#35a5d8")),
    Palette(name="bubblegum", dark=False, inks=("#3a0f4a", "#4a1a5c", "#22052e"), colours=(
        "#fff0f4", "#ffc3d8", "#ff93bd", "#ffffff", "#3a0f4a", "#19b8b0", "#0d6f86", "#ffffff", "#ffd84a")),
)  # fmt: skip

_TOO_SERIOUS = (
    "fantasy", "romantic-fantasy", "martial-arts", "romance", "thriller", "mystery", "horror",
    "history", "historical-fiction", "biography", "memoir", "technology", "science", "religion",
    "philosophy", "literary", "essay", "poetry", "business", "self-help", "travel", "cookbook", "art",
    "drama", "education",
)  # fmt: skip
"""Genres that nobody shouts about."""


def _letters(palette: Palette) -> Material:
    """Letters with depth where the ground is dark; on newsprint their own ink is loud enough."""
    return Material.EXTRUDE if palette.dark else Material.FLAT


def _bold_above(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, material=_letters(palette))


def _bold_below(aspect: float, palette: Palette) -> Arrangement:
    return below(aspect, palette, material=_letters(palette))


RECIPE = Recipe(
    name="comic",
    idea="rays, halftone and a bold emblem in ink",
    paint=_paint,
    compositions=(
        Composition(name="burst", far=True, arrange=_bold_above, about=(
            "magic", "fire", "nuclear", "robot", "boxing", "war", "idea")),
        Composition(name="speed", over=True, arrange=_bold_below, about=(
            "rocket", "running", "car", "horse", "pursuit", "bicycle", "soccer", "airplane", "basketball")),
        Composition(name="panels", arrange=_bold_above, about=(
            "city", "school", "childhood", "family", "cat", "dog", "theatre")),
        Composition(name="signal", far=True, arrange=_bold_below, about=(
            "city", "bat", "moon", "detective", "crime", "night-sky", "spy", "mountains", "dragon")),
    ),
    palettes=_PALETTES,
    genres=dict.fromkeys(_TOO_SERIOUS, 0.0)
    | {"comics": 1.0, "childrens": 0.35, "young-adult": 0.3, "science-fiction": 0.08},
    needs_icon=True,
)  # fmt: skip
