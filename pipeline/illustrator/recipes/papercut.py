"""Paper-cut depth: sheets of coloured paper with openings, and a small lit scene at the back.

Palette: nearest sheet, three sheets behind it, the back (sky), moon or sun, accent, second accent,
drawn things, shadow.
"""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.papercut_scenes import (
    SETTINGS,
    arcs,
    grotto,
    hero,
    papers_of,
    theatre,
)

_PLANS = {"grotto": grotto, "theatre": theatre, "arcs": arcs}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    _PLANS[scene.composition](canvas, scene)
    finish(canvas, scene.width, scene.height, grain=0.4, paper=0.75, vignette=0.14,
           shade=papers_of(scene.palette).shade)  # fmt: skip


def _grotto_lettering(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, share=0.3)


def _theatre_lettering(aspect: float, palette: Palette) -> Arrangement:
    zones = below(aspect, palette, share=0.3)
    if aspect < WIDE:
        return zones
    on_sky = palette.inks[::-1] if palette.dark else palette.inks
    return replace(zones, inks=on_sky, small_inks=palette.inks)


def _arcs_lettering(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, share=0.34, align=Align.LEFT)


RECIPE = Recipe(
    alone=0.6,
    settings=SETTINGS,
    sights=lambda scene: (hero(scene),),
    name="papercut",
    idea="sheets of cut paper with a small lit scene behind them",
    paint=_paint,
    compositions=(
        Composition(name="grotto", arrange=_grotto_lettering, about=(
            "forest", "mountains", "underwater", "interior")),
        Composition(name="theatre", far=True, arrange=_theatre_lettering, about=(
            "theatre", "circus", "puppet", "sea", "village", "city")),
        Composition(name="arcs", arrange=_arcs_lettering, about=(
            "sky", "space", "desert", "island", "snow")),
    ),
    palettes=(
        Palette(name="moonlit blue", dark=True, inks=("#ffeec2", "#12224a"),
                colours=("#1a2f66", "#2b4f93", "#4778bd", "#7ba7da", "#cfe3f5", "#fff0bf", "#e4572e", "#ffd166", "#2d2550", "#0a1330"),
                about=("night-sky", "moon", "space", "planet", "galaxy", "sea", "underwater", "snow",)),
        Palette(name="forest cream", dark=True, inks=("#fbf2d5", "#17352a"),
                colours=("#17392f", "#2f5f49", "#5c8d68", "#9cbf8c", "#eef0cf", "#fff7dc", "#d1603d", "#f2c14e", "#3b2a24", "#081a14"),
                about=("forest", "bamboo", "leaf", "frog", "field", "farm", "river",)),
        Palette(name="coral dawn", dark=False, inks=("#4a1c33", "#fff3e4"),
                colours=("#f9d5c2", "#f4a58f", "#e77a73", "#c9556b", "#ffeeda", "#fff8e6", "#f2b134", "#ffffff", "#5b2245", "#6e1f3e"),
                about=("love", "cherry-blossom", "rose", "garden", "wedding", "desert", "sunrise",)),
        Palette(name="plum dusk", dark=True, inks=("#ffe9d0", "#331242"),
                colours=("#38184c", "#672a6b", "#a2457c", "#df7b82", "#ffd3b0", "#fff1cc", "#f26d4f", "#ffd27a", "#2b1440", "#180724"),
                about=("magic", "fairy", "dream", "sunset", "witch", "theatre", "circus",)),
        Palette(name="paper white", dark=False, inks=("#24384a", "#ffffff"),
                colours=("#f7f4ec", "#e4e6e2", "#c8d3d6", "#9fb4be", "#dcebee", "#ffe9b8", "#d8573f", "#f0b848", "#2b4258", "#33485c"),
                about=("snow", "polar", "penguin", "cloud", "sky", "peace",)),
    ),
    genres={"childrens": 1.0, "fantasy": 0.55, "poetry": 0.4, "romance": 0.35, "literary": 0.35, "essay": 0.3,
            "science-fiction": 0.3, "mystery": 0.25, "religion": 0.3},
)  # fmt: skip
