"""Botanical: drawn plants of one season that frame the lettering or grow beside it."""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Anchor, Arrangement, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import diagonal, radial, shaded
from pipeline.drawing.colour import lighter
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import below, beside, centred
from pipeline.illustrator.flora.pen import Hues, Pen
from pipeline.illustrator.flora.subjects import PLANTS, coloured, planted
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.botanical_beds import branch, corners, meadow, side, wreath

BEDS = {"corners": corners, "meadow": meadow, "branch": branch, "wreath": wreath, "side": side}


def paint(canvas: skia.Canvas, scene: Scene) -> None:
    """A softly lit ground, the plants, and paper over all."""
    ground, leaf, leaf_light, bark, *blooms, heart = scene.palette.colours
    light = radial((scene.width / 2, scene.height * 0.45), diagonal(scene.width, scene.height),
                   [lighter(ground, 0.02), ground, lighter(ground, -0.03)], [0, 0.55, 1])  # fmt: skip
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), shaded(light))
    hues = Hues(ground=ground, leaf=leaf, leaf_light=leaf_light, bark=bark,
                blooms=(blooms[0], blooms[1], blooms[2]), heart=heart)  # fmt: skip
    pen = Pen(canvas=canvas, hues=coloured(hues, scene.concepts), rng=scene.rng("plants"),
              fields=scene.text)  # fmt: skip
    BEDS[scene.composition](pen, planted(_season(scene.palette), scene.concepts), scene)
    finish(canvas, scene.width, scene.height, grain=0.36, paper=0.4, seed=scene.seed % 3)


def _season(palette: Palette) -> str:
    """By the palette's name, which may carry a suffix when its colours were changed."""
    return palette.name.split("-")[0]


def _corners(aspect: float, palette: Palette) -> Arrangement:
    return centred(aspect, palette, width=0.68 if aspect <= 1 else 0.5, height=0.42)


def _wreath(aspect: float, palette: Palette) -> Arrangement:
    if aspect > 0.8:
        return centred(aspect, palette, width=0.5 * min(max(1.0, aspect), 2.0) / max(1.0, aspect),
                       height=0.44)  # fmt: skip
    return centred(aspect, palette, width=0.56, height=(0.5 if aspect > 0.55 else 0.66) * aspect)


def _meadow(aspect: float, palette: Palette) -> Arrangement:
    """The author over the title, so that the plants have the whole foot of the cover."""
    mx, my = margin(aspect)
    if aspect >= WIDE:
        return beside(aspect, palette, left=True)
    return Arrangement(
        title=Box.edges(mx, my + 0.075, 1 - mx, 0.46), author=Box(x=mx, y=my, w=1 - 2 * mx, h=0.05),
        align=Align.CENTRE, anchor=Anchor.TOP, inks=palette.inks, small_inks=palette.inks,
    )  # fmt: skip


def _branch(aspect: float, palette: Palette) -> Arrangement:
    return below(aspect, palette, share=0.34, align=Align.LEFT)


def _side(aspect: float, palette: Palette) -> Arrangement:
    """A column of lettering on the right; in Hangul it may stand upright."""
    mx, my = margin(aspect)
    if aspect >= WIDE:
        return replace(beside(aspect, palette, left=False), vertical=True)
    return Arrangement(
        title=Box.edges(0.4, my, 1 - mx, 0.62), author=Box.edges(0.4, 0.9, 1 - mx, 1 - my),
        align=Align.RIGHT, anchor=Anchor.TOP, inks=palette.inks, small_inks=palette.inks,
        vertical=True,
    )  # fmt: skip


def _palette(
    name: str, ink: str, *colours: str, about: tuple[str, ...], dark: bool = False
) -> Palette:
    return Palette(name=name, colours=colours, inks=(ink,), dark=dark, about=about)


RECIPE = Recipe(
    alone=0.65,
    serif=True,
    shows=PLANTS,
    name="botanical",
    idea="drawn flowers and leaves of one season",
    paint=paint,
    compositions=(
        Composition(name="corners", over=True, arrange=_corners),
        Composition(name="meadow", over=True, arrange=_meadow, about=(
            "wildflower", "field", "poppy", "dandelion", "sunflower", "bee", "butterfly", "leaf")),
        Composition(name="branch", over=True, arrange=_branch, about=(
            "cherry-blossom", "plum-blossom", "tree", "ginkgo", "apple", "tangerine", "persimmon", "bird", "autumn")),
        Composition(name="wreath", over=True, arrange=_wreath, about=(
            "wedding", "love", "laurels", "cycle", "grave", "christian-faith", "prayer")),
        Composition(name="side", over=True, arrange=_side, about=("bamboo", "taoism")),
    ),
    # ground, leaf, light leaf, bark, three blooms, the hearts of flowers
    palettes=(
        _palette("spring", "#4a2036", "#f9e3dc", "#47745a", "#9dba7c", "#6b4a3d",
                 "#e5829c", "#f4b9bb", "#fdf1e8", "#d9a03a",
                 about=("cherry-blossom", "sprout", "nest", "butterfly", "baby", "wedding")),
        _palette("summer", "#22402f", "#f9edcb", "#2f6248", "#86ab5c", "#5d4634",
                 "#d8503f", "#f2a33c", "#fffaf0", "#e0a021",
                 about=("sunflower", "poppy", "sun", "bee", "apple", "tangerine", "childhood", "garden")),
        _palette("lavender", "#37225e", "#ece6f4", "#4b6b5c", "#93ad8f", "#58496b",
                 "#7a62b3", "#b59ddb", "#fbf7ff", "#e3b04b",
                 about=("dream", "grief", "memory")),
        _palette("autumn", "#4c2416", "#f3e2c4", "#6b6232", "#b09a4a", "#5a3a26",
                 "#b4441f", "#dd8a2f", "#7d2a2f", "#d8a545",
                 about=("autumn", "ginkgo", "pumpkin", "wheat", "farm", "mushroom", "vineyard", "wine", "squirrel", "bakery", "old-age")),
        _palette("winter", "#1c383e", "#e2ecef", "#2f5550", "#7fa39a", "#4e4340",
                 "#b5242f", "#f6f3ec", "#d8909a", "#d9b25a",
                 about=("snow", "polar", "pine")),
        _palette("night", "#f6ecd9", "#14232e", "#2d5c55", "#6f9f86", "#44525a",
                 "#eeb0ab", "#f7e6cf", "#97a5d8", "#f0c35a", dark=True,
                 about=("moon", "night-sky", "owl", "bat", "ghost")),
        _palette("hanji", "#241f1c", "#f0e8d6", "#3f4f47", "#7b8b76", "#2b2724",
                 "#b32d2c", "#d9776b", "#f3ddcd", "#c9962f",
                 about=("plum-blossom", "lotus", "bamboo", "buddhist-temple", "palace", "hanok", "hanbok", "taoism", "meditation", "crane")),
    ),
    genres={
        "romance": 1.0, "poetry": 1.0, "memoir": 0.8, "essay": 0.75, "literary": 0.7,
        "self-help": 0.65, "cookbook": 0.6, "religion": 0.5, "drama": 0.5, "young-adult": 0.5,
        "biography": 0.4, "travel": 0.4, "fantasy": 0.4, "childrens": 0.35, "history": 0.3,
        "mystery": 0.12, "horror": 0.08, "science-fiction": 0.05, "technology": 0.05,
        "thriller": 0.05, "business": 0.08, "comics": 0.05,
    },
    minimal=0.6,
)  # fmt: skip
