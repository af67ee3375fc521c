"""One simple thing with a second thought: the quiet cover of essays, poems and literary novels.

Palette: ground, ground in shade, form, accent, deep, light.
"""

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below, beside, centred
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.symbol_ink import paint_enso, paint_thread
from pipeline.illustrator.recipes.symbol_paper import paint_boat, paint_discs
from pipeline.illustrator.recipes.symbol_room import paint_chair, paint_door
from pipeline.illustrator.recipes.symbol_torn import paint_torn
from pipeline.illustrator.recipes.symbol_way import paint_horizon, paint_stairs
from pipeline.illustrator.recipes.symbol_window import paint_window

_PAINTERS = {
    "horizon": paint_horizon, "door": paint_door, "enso": paint_enso, "chair": paint_chair,
    "torn": paint_torn, "thread": paint_thread, "window": paint_window, "discs": paint_discs,
    "boat": paint_boat, "stairs": paint_stairs,
}  # fmt: skip


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    colours = scene.palette.colours
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(colours[0]))
    _PAINTERS[scene.composition](canvas, scene)
    finish(canvas, scene.width, scene.height, grain=0.42, paper=0.5,
           vignette=0.22 if scene.palette.dark else 0.08, shade=colours[4],
           seed=1 + scene.seed % 3)  # fmt: skip


def _ringed(aspect: float, palette: Palette) -> Arrangement:
    """Lettering inside the ring; beside it where a ring cannot hold a line of text."""
    if aspect >= WIDE:
        return beside(aspect, palette, left=True)
    return centred(aspect, palette, width=0.5, height=0.34)


def _top_left(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, align=Align.LEFT)


_PALETTES = (
    Palette(name="bone", dark=False, inks=("#1b2b40", "#26374d", "#15202e"), colours=(
        "#efe8da", "#ddd2bd", "#20344d", "#d8492f", "#15202e", "#fffaf0")),
    Palette(name="night", dark=True, inks=("#fbf1da", "#f2c878", "#ffffff"), colours=(
        "#17253d", "#0f1a2d", "#e6d9bd", "#f0a93f", "#0a1322", "#fff3d6")),
    Palette(name="brick", dark=True, inks=("#fff1dc", "#ffe2bf", "#ffffff"), colours=(
        "#a93f2c", "#8b2f22", "#f3dfc4", "#f0b04f", "#2c1220", "#fff4e0")),
    Palette(name="sage", dark=False, inks=("#22382f", "#2c453a", "#14241d"), colours=(
        "#ccd4c2", "#b4bfa9", "#34544a", "#dd7a3d", "#1a2d26", "#f8f4e4")),
    Palette(name="mustard", dark=False, inks=("#1c2733", "#26323e", "#10171f"), colours=(
        "#e6b545", "#d29d30", "#20384c", "#c23e2b", "#17222d", "#fff3d2")),
    Palette(name="blush", dark=False, inks=("#5b1f38", "#6a2944", "#3a1224"), colours=(
        "#f2d8cd", "#e5bfb1", "#7c2d48", "#e2663f", "#3b1528", "#fff6ee")),
    Palette(name="hanji", dark=False, inks=("#22262a", "#33383c", "#101214"), colours=(
        "#e9e5da", "#d3cec0", "#2b3034", "#b4372a", "#17191b", "#fbf8ef")),
)  # fmt: skip

RECIPE = Recipe(
    alone=0.6,
    name="symbol",
    idea="one simple thing with a second thought",
    paint=_paint,
    compositions=(
        Composition(name="horizon", far=True, arrange=above, about=(
            "sun", "sunrise", "sunset", "sea", "travel", "world-travel", "island", "peace",
            "freedom", "eclipse", "balance", "border", "wanderer")),
        Composition(name="thread", arrange=below, about=(
            "letter", "love-letter", "sewing", "knitting", "mountain", "hiking", "bird", "heart-organ",
            "love", "writing", "home", "ship", "sailboat", "communication", "tightrope", "cycle")),
        Composition(name="door", arrange=_top_left, about=(
            "door", "key", "home", "secret", "prison", "captivity", "freedom", "mystery", "ghost",
            "arrest", "border")),
        Composition(name="enso", arrange=_ringed, about=(
            "prayer", "meditation", "taoism", "buddhist-temple", "infinity", "cycle", "philosophy",
            "balance", "tea", "mind", "poetry", "religion")),
        Composition(name="chair", arrange=_top_left, about=(
            "grief", "old-age", "family", "memory", "mother", "hospital", "theatre", "drama", "ghost",
            "teacher", "heartbreak")),
        Composition(name="torn", far=True, arrange=below, about=(
            "night-sky", "moon", "mountains", "war", "border", "memory", "nostalgia", "identity",
            "secret", "grief", "thriller")),
        Composition(name="window", arrange=lambda a, p: below(a, p, align=Align.LEFT), about=(
            "window", "city", "home", "rain", "nostalgia", "cafe", "hospital", "library")),
        Composition(name="discs", arrange=above, about=(
            "love", "wedding", "eclipse", "moon", "heartbreak", "identity", "physics", "planet",
            "mirror", "balance", "romance", "science")),
        Composition(name="boat", arrange=above, about=(
            "paper-boat", "ship", "sailboat", "sea", "river", "letter", "love-letter", "childhood",
            "island", "harbour", "fishing", "travel")),
        Composition(name="stairs", arrange=above, about=(
            "stairs", "work", "dream", "victory", "idea", "school", "teacher", "philosophy",
            "business", "self-help")),
    ),
    palettes=_PALETTES,
    genres={
        "literary": 1.0, "essay": 1.0, "poetry": 1.0, "memoir": 0.9, "self-help": 0.8,
        "biography": 0.65, "business": 0.6, "drama": 0.8, "mystery": 0.4, "religion": 0.45,
        "romance": 0.35, "travel": 0.4, "young-adult": 0.45, "history": 0.35, "thriller": 0.3,
    },
)  # fmt: skip
