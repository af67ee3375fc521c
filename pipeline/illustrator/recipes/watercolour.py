"""Watercolour: a few wet washes on paper.

Palette: paper, three washes from light to deep, the deepest, accent, petal, petal at its foot,
leaf, leaf in shade.
"""

import skia

from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below, centred
from pipeline.illustrator.calm import hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.watercolour_motifs import (
    paint_blossom,
    paint_frame,
    paint_hills,
    paint_strata,
)
from pipeline.illustrator.recipes.watercolour_views import paint_moon, paint_sail, paint_tree
from pipeline.illustrator.washes import granulate

_PAINTERS = {
    "hills": paint_hills, "blossom": paint_blossom, "frame": paint_frame, "strata": paint_strata,
    "sail": paint_sail, "moon": paint_moon, "tree": paint_tree,
}  # fmt: skip


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    paper = scene.palette.colours[0]
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(paper))
    _PAINTERS[scene.composition](canvas, scene)
    granulate(canvas, scene.width, scene.height, scene.rng("granules"), 0.4)
    hush(canvas, scene.text, paper, 0.3, 90)
    finish(canvas, scene.width, scene.height, grain=0.3, paper=0.62,
           vignette=0.3 if scene.palette.dark else 0.0, shade=paper, seed=1 + scene.seed % 3)  # fmt: skip


_PALETTES = (
    Palette(name="coast", about=("sea", "island", "river", "snow"), dark=False, inks=("#1f3a4d", "#274a60", "#12242f"), colours=(
        "#f8f4ea", "#bfe0e2", "#6fb1bf", "#2f7189", "#1d4960", "#ee8763",
        "#f3a184", "#cf5a45", "#8fbcae", "#2f7189")),
    Palette(name="rosewater", about=("cherry-blossom", "plum-blossom", "rose", "love", "wedding", "lotus"), dark=False, inks=("#5c2340", "#6d2c4c", "#3a1227"), colours=(
        "#fcf4ee", "#f8cfc9", "#ea9aa2", "#b9587c", "#6f3560", "#f3b04e",
        "#f3b3b5", "#bd557b", "#b3c19c", "#5f7d5c")),
    Palette(name="meadow", about=("field", "garden", "forest", "village"), dark=False, inks=("#2b4228", "#365233", "#1a2a18"), colours=(
        "#f9f6e6", "#dfe6a6", "#9dbb68", "#55884f", "#2d5a44", "#ea8f3e",
        "#f7c56b", "#dd6a2f", "#a9c472", "#3f7548")),
    Palette(name="dusk", about=("desert", "sunset", "sunrise", "autumn", "road"), dark=False, inks=("#3a2a58", "#46336a", "#241838"), colours=(
        "#faf2ec", "#f6c9a8", "#c892b8", "#7a6bb0", "#423f78", "#f0725c",
        "#f7b49a", "#c94f70", "#a29bc6", "#4c5a8a")),
    Palette(name="midnight", about=("night-sky", "moon", "moon-rabbit", "sky", "dream"), dark=True, inks=("#fbf3df", "#f3d7a0", "#ffffff"), colours=(
        "#14213d", "#6f8fb8", "#3f669a", "#2a4877", "#0d1730", "#f4c777",
        "#f8dfae", "#df936a", "#7fa9a6", "#2f5c70")),
    Palette(name="inkstone", dark=False, inks=("#23272b", "#34393e", "#101214"), colours=(
        "#f6f3ea", "#d8d9d4", "#9fa6a8", "#5b646a", "#2a3137", "#c8452f",
        "#e58f78", "#b43a2a", "#b4b9b8", "#4b545a")),
)  # fmt: skip

RECIPE = Recipe(
    alone=0.6,
    name="watercolour",
    idea="a few wet washes on paper",
    paint=_paint,
    compositions=(
        Composition(name="hills", far=True, arrange=above, about=(
            "mountains", "mountain", "hiking", "road", "wanderer", "village", "snow", "fog", "travel",
            "desert")),
        Composition(name="blossom", over=True, arrange=below, about=(
            "garden", "rose", "wildflower", "poppy", "sunflower", "lotus", "love", "heartbreak", "bee",
            "butterfly", "mother", "romance")),
        Composition(name="frame", over=True, arrange=lambda a, p: centred(a, p, width=0.68, height=0.36), about=(
            "wedding", "garden", "wildflower", "love", "love-letter", "letter", "tea", "cookbook")),
        Composition(name="strata", arrange=lambda a, p: above(a, p, align=Align.LEFT)),
        Composition(name="sail", far=True, arrange=above, about=(
            "sea", "island", "river", "sailboat", "ship", "paper-boat", "harbour", "fishing", "freedom")),
        Composition(name="moon", arrange=below, about=(
            "moon", "night-sky", "sky", "dream", "moon-rabbit", "eclipse", "owl", "grief", "prayer")),
        Composition(name="tree", arrange=above, about=(
            "tree", "forest", "autumn", "ginkgo", "cherry-blossom", "plum-blossom", "apple", "family",
            "old-age", "roots", "farm", "memoir")),
    ),
    palettes=_PALETTES,
    genres={
        "romance": 0.8, "essay": 0.85, "poetry": 0.9, "travel": 0.9, "childrens": 0.55,
        "memoir": 0.7, "literary": 0.6, "self-help": 0.5, "drama": 0.45, "cookbook": 0.5,
        "religion": 0.35, "young-adult": 0.35,
    },
)  # fmt: skip
