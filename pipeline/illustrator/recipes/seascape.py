"""A flat, airy sea: much quiet sky, a sun and its path on the water, one thing to look at.

Palette: sky above, sky at the horizon, sun, sea far, sea near, glints, land, accent, walls and
sails, lit windows.
"""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.finish import finish
from pipeline.illustrator import cast
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.calm import hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.seascape_scenes import (
    headland,
    island,
    open_water,
    sights,
    tints_of,
)
from pipeline.illustrator.scenery import sky
from pipeline.illustrator.scenery.prop import Place

_PLANS = {"headland": headland, "open water": open_water, "island": island}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    tints = tints_of(scene.palette)
    _PLANS[scene.composition](canvas, scene)
    page = skia.Rect.MakeWH(scene.width, scene.height)
    falling = cast.weather(scene)
    if falling == "rain":
        sky.rain(canvas, scene.rng("rain"), page, tints.glint, 0.26)
    elif falling == "snow":
        sky.snowfall(canvas, scene.rng("flakes"), page, "#ffffff", scene.text)
    wide = scene.aspect >= WIDE
    for i, rect in enumerate(scene.text):
        on_sea = not wide and (i == 1 or scene.composition == "open water")
        hush(
            canvas,
            [rect],
            tints.near if on_sea or i == 1 else tints.high,
            0.4 if i == 0 else 0.55,
            reach=80,
        )
    finish(canvas, scene.width, scene.height, grain=0.42, paper=0.5,
           vignette=0.25 if scene.palette.dark else 0.06, shade=tints.near)  # fmt: skip


def _sea_inks(palette: Palette) -> tuple[str, ...]:
    """The inks for the water, which is dark in every palette."""
    return palette.inks if palette.dark else palette.inks[::-1]


def _in_sky(
    aspect: float, palette: Palette, align: Align, *, vertical: bool = False
) -> Arrangement:
    zones = above(aspect, palette, share=0.38, align=align, vertical=vertical)
    return replace(zones, small_inks=_sea_inks(palette))


def _headland_lettering(aspect: float, palette: Palette) -> Arrangement:
    return _in_sky(aspect, palette, Align.LEFT)


def _open_lettering(aspect: float, palette: Palette) -> Arrangement:
    zones = below(aspect, palette, share=0.4)
    return replace(
        zones,
        inks=palette.inks if aspect >= WIDE else _sea_inks(palette),
        small_inks=_sea_inks(palette),
    )


def _island_lettering(aspect: float, palette: Palette) -> Arrangement:
    return _in_sky(aspect, palette, Align.CENTRE, vertical=True)


RECIPE = Recipe(
    alone=0.3,
    name="seascape",
    idea="a quiet sea under much sky, with one thing to look at",
    paint=_paint,
    compositions=(
        Composition(name="headland", arrange=_headland_lettering, carries=frozenset({Place.LAND, Place.WATER}), about=(
            "lighthouse", "castle", "tower", "ruins", "church", "home", "village", "windmill")),
        Composition(name="open water", arrange=_open_lettering, carries=frozenset({Place.WATER}), about=(
            "ship", "sailboat", "paper-boat", "pirate", "viking", "fishing", "whale", "travel", "storm")),
        Composition(name="island", arrange=_island_lettering, carries=frozenset({Place.LAND}), about=(
            "island", "palm", "pine", "tangerine", "river", "swan", "crane")),
    ),
    palettes=(
        Palette(name="peach evening", dark=False, inks=("#1f3440", "#fdf3e2"),
                colours=("#f7ecd9", "#f6c3ac", "#e2573d", "#8cb6ba", "#1f5068", "#e9f3ee", "#21403d", "#d9493a", "#f8f1e4", "#f4b445"),
                about=("sunset", "seashell", "swan",)),
        Palette(name="moonlit navy", dark=True, inks=("#f4ecd2", "#cfe0ee"),
                colours=("#0b1630", "#41618c", "#f5ecc9", "#2b4d74", "#081124", "#bcd3e6", "#060c19", "#a8443c", "#9fb1c6", "#ffd27a"),
                about=("moon", "night-sky", "ghost", "lighthouse", "shooting-star", "dream",)),
        Palette(name="winter glass", dark=False, inks=("#26404b", "#f7faf8"),
                colours=("#f1f4f2", "#d9e5e6", "#f0a88e", "#b9d0d4", "#3f6c7a", "#ffffff", "#2d4750", "#c9604a", "#fdfdfa", "#f2c063"),
                about=("snow", "polar", "penguin",)),
        Palette(name="citrus morning", dark=False, inks=("#0f4449", "#fff6dd"),
                colours=("#fbe6ae", "#fbbd7c", "#fff8e2", "#5fb0a6", "#0f5459", "#f6f6da", "#12433f", "#e0592f", "#fff7e6", "#ffd873"),
                about=("tangerine", "sunrise", "palm", "island", "sun", "seashell", "haenyeo",)),
        Palette(name="storm", dark=True, inks=("#f1eee2", "#d8c9a0"),
                colours=("#323d47", "#93a09c", "#e6dcba", "#5f7377", "#141d23", "#c9d4d1", "#10171b", "#93402f", "#c3c8c0", "#f0bb62"),
                about=("storm", "rain", "pirate", "shark", "sea-monster", "viking", "war",)),
        Palette(name="rose dusk", dark=True, inks=("#fff0e6", "#ffd5bd"),
                colours=("#4a3a63", "#e79a93", "#ffe0b8", "#9a6f8c", "#2a2146", "#ffd9c4", "#1f1834", "#d8574f", "#f3dcd0", "#ffcf7d"),
                about=("love", "wedding", "heartbreak", "sunset", "cherry-blossom",)),
    ),
    genres={"essay": 1.0, "poetry": 0.9, "literary": 0.85, "romance": 0.7, "childrens": 0.5, "biography": 0.6,
            "history": 0.5, "mystery": 0.5, "religion": 0.5, "fantasy": 0.4, "horror": 0.25},
    settings=("sea", "island", "river"),
    sights=sights,
)  # fmt: skip
