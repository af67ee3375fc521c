"""A strict grid, and one thing in it that does not obey.

Palette: ground, four colours from dark to pale, the anomaly's colour.
"""

import skia

from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.grid_dots import paint_dots
from pipeline.illustrator.recipes.grid_modules import paint_modules
from pipeline.illustrator.recipes.grid_network import paint_network
from pipeline.illustrator.recipes.grid_solids import paint_cubes, paint_lines

_PAINTERS = {
    "modules": paint_modules, "dots": paint_dots, "network": paint_network, "cubes": paint_cubes,
    "lines": paint_lines,
}  # fmt: skip


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(scene.palette.colours[0]))
    _PAINTERS[scene.composition](canvas, scene)
    finish(canvas, scene.width, scene.height, grain=0.3, paper=0.38, seed=1 + scene.seed % 3)


_PALETTES = (
    Palette(name="harbour", dark=False, inks=("#12203f", "#1d2f55", "#0a1226"), colours=(
        "#f3eee1", "#14213f", "#2a6c98", "#8dbad2", "#dcd5c2", "#e63b47")),
    Palette(name="console", dark=True, inks=("#eef4f2", "#8fe0c8", "#ffffff"), colours=(
        "#0e1a24", "#17303c", "#1f5560", "#3f9a94", "#b9e0d4", "#ff6a3d")),
    Palette(name="bauhaus", dark=False, inks=("#1c1b19", "#2c2a27", "#000000"), colours=(
        "#f1e7d3", "#1f1e1c", "#245a9c", "#efb62d", "#d9ccb2", "#d8372a")),
    Palette(name="orchard", dark=False, inks=("#1f3a33", "#2a4a41", "#12241f"), colours=(
        "#eef0e2", "#1f4038", "#4d8a6a", "#a9c79a", "#d6dcc2", "#f0653b")),
    Palette(name="cobalt", dark=True, inks=("#fff6e6", "#ffd9a8", "#ffffff"), colours=(
        "#2036a8", "#141f6b", "#4a66d8", "#8fa5f0", "#dfe4fb", "#ffb01f")),
    Palette(name="plum", dark=True, inks=("#fbeee6", "#f4b8a4", "#ffffff"), colours=(
        "#33163a", "#1f0c26", "#6b2f63", "#b0607c", "#efc0ad", "#ffd23f")),
)  # fmt: skip

RECIPE = Recipe(
    alone=0.55,
    name="grid",
    idea="a strict grid, and one thing in it that does not obey",
    paint=_paint,
    compositions=(
        Composition(name="modules", arrange=lambda a, p: above(a, p, align=Align.LEFT), about=(
            "puzzle", "art", "photography", "cinema", "education", "school", "identity", "library")),
        Composition(name="network", arrange=lambda a, p: below(a, p, align=Align.LEFT), about=(
            "technology", "programming", "network", "ai", "data", "robot", "maze", "communication",
            "conspiracy", "surveillance", "seoul-subway", "mind", "machine", "spy")),
        Composition(name="dots", arrange=lambda a, p: above(a, p, align=Align.LEFT, share=0.33), about=(
            "science", "physics", "chemistry", "biology", "data", "rain", "music", "water", "idea",
            "night-sky", "vote")),
        Composition(name="cubes", arrange=above, about=(
            "city", "factory", "machine", "data", "work", "shop", "money")),
        Composition(name="lines", arrange=lambda a, p: below(a, p, align=Align.LEFT), about=(
            "business", "investment", "money", "saving", "crossroads", "self-help", "freedom",
            "piano", "music", "strategy")),
    ),
    palettes=_PALETTES,
    genres={
        "technology": 1.0, "business": 0.95, "self-help": 0.55, "biography": 0.35, "essay": 0.4,
        "science-fiction": 0.4, "literary": 0.35, "thriller": 0.25, "mystery": 0.3, "history": 0.25,
    },
)  # fmt: skip
