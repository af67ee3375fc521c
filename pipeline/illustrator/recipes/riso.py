"""Risograph: an emblem in two or three transparent inks, screened and a little out of register."""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.layout import Align, Material
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill
from pipeline.drawing.finish import finish
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.riso_plates import burst, counter, disc, echo, flood
from pipeline.illustrator.recipes.riso_press import Press

PLATES = {"disc": disc, "echo": echo, "counter": counter, "burst": burst, "flood": flood}


def paint(canvas: skia.Canvas, scene: Scene) -> None:
    """Paper, then the plates ink by ink, then the paper's tooth."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(scene.palette.colours[0]))
    PLATES[scene.composition](Press.of(canvas, scene))
    finish(canvas, scene.width, scene.height, grain=0.5, paper=0.45, seed=scene.seed % 3)


def _printed(arrangement: Arrangement) -> Arrangement:
    return replace(arrangement, material=Material.RISO)


def _above(aspect: float, palette: Palette) -> Arrangement:
    return _printed(above(aspect, palette, share=0.38, align=Align.LEFT))


def _above_centred(aspect: float, palette: Palette) -> Arrangement:
    return _printed(above(aspect, palette, share=0.36))


def _below(aspect: float, palette: Palette) -> Arrangement:
    return _printed(below(aspect, palette, share=0.34, align=Align.LEFT))


def _below_centred(aspect: float, palette: Palette) -> Arrangement:
    return _printed(below(aspect, palette, share=0.34))


def _flooded(aspect: float, palette: Palette) -> Arrangement:
    """Everything stands on solid ink at the foot, in the colour of the paper."""
    paper = (palette.colours[0],)
    return replace(_below(aspect, palette), inks=paper, small_inks=paper)


def _palette(name: str, *colours: str) -> Palette:
    return Palette(name=name, colours=colours, inks=(colours[1],), dark=False)


RECIPE = Recipe(
    name="riso",
    idea="an emblem in two or three risograph inks",
    paint=paint,
    compositions=(
        Composition(name="disc", arrange=_above),
        Composition(name="echo", arrange=_below),
        Composition(name="counter", arrange=_above_centred),
        Composition(name="burst", over=True, arrange=_below_centred),
        Composition(name="flood", far=True, arrange=_flooded),
    ),
    # paper, key ink (also for lettering), second ink, third ink
    palettes=(
        _palette("primary", "#f5efe1", "#1c4c9a", "#f4bb22", "#fb5546"),
        _palette("flamingo", "#f7f1e6", "#00626c", "#ff6f9b", "#ffd452"),
        _palette("orchard", "#f3eee0", "#1d5638", "#ff8136", "#f7c9b4"),
        _palette("iris", "#f6f2ea", "#46297f", "#ff927a", "#ffd99c"),
        _palette("press", "#efe8d8", "#1d1b1b", "#e5402f", "#d9c9a0"),
        _palette("kraft", "#e6d3ae", "#1c2854", "#e5583f", "#f2e3bd"),
    ),
    genres={
        "literary": 0.9, "essay": 0.85, "poetry": 0.75, "memoir": 0.75, "young-adult": 0.7,
        "drama": 0.7, "comics": 0.5, "travel": 0.65, "cookbook": 0.65, "self-help": 0.55,
        "business": 0.4, "technology": 0.4, "biography": 0.45, "romance": 0.4, "mystery": 0.45,
        "childrens": 0.5,
    },
    needs_icon=True,
    minimal=0.9,
)  # fmt: skip
