"""Linocut: a carved block and one accent colour round an emblem."""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Material
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill
from pipeline.drawing.colour import luminance
from pipeline.drawing.finish import finish
from pipeline.drawing.roughen import roughened, specks
from pipeline.illustrator.arrangements import above, below, centred
from pipeline.illustrator.framing import inside
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.lino_cuts import Block, halo, radiant, stamped
from pipeline.illustrator.recipes.lino_lines import engraved, grain

BORDER = 34.0
"""Units of bare paper round the block."""

CUTS = {"halo": halo, "engraved": engraved, "radiant": radiant, "stamped": stamped, "grain": grain}


def paint(canvas: skia.Canvas, scene: Scene) -> None:
    """Paper, the inked block, its cuts, and the spots where the ink did not take."""
    ground, mark, accent = scene.palette.colours
    paper = max((ground, mark), key=luminance)
    ink = min((ground, mark), key=luminance)
    page = skia.Rect.MakeWH(scene.width, scene.height)
    canvas.drawRect(page, fill(paper))
    face = page.makeInset(BORDER, BORDER)
    _block(canvas, face, ink, scene)
    canvas.save()
    canvas.clipRect(face.makeInset(9, 9))
    CUTS[scene.composition](Block(canvas, scene, ink, mark, accent))
    canvas.restore()
    specks(canvas, face, paper, 0.85, scene.seed)
    finish(canvas, scene.width, scene.height, grain=0.34, paper=0.5, seed=scene.seed % 3)


def _block(canvas: skia.Canvas, face: skia.Rect, ink: str, scene: Scene) -> None:
    """A dark block is inked all over; a light one keeps only a rim."""
    area = skia.Path()
    area.addRect(face)
    canvas.drawPath(roughened(area, 9, 2.4, scene.seed), fill(ink))
    if not scene.palette.dark:
        core = skia.Path()
        core.addRect(face.makeInset(7, 7))
        canvas.drawPath(roughened(core, 9, 2.0, scene.seed + 1), fill(scene.palette.colours[0]))


def _carved(arrangement: Arrangement, aspect: float) -> Arrangement:
    return replace(inside(arrangement, aspect, BORDER + 56), material=Material.LINO)


def _above(aspect: float, palette: Palette) -> Arrangement:
    return _carved(above(aspect, palette, share=0.4), aspect)


def _below(aspect: float, palette: Palette) -> Arrangement:
    return _carved(below(aspect, palette, share=0.34), aspect)


def _labelled(aspect: float, palette: Palette) -> Arrangement:
    """A label under the emblem; at its side in a wide cover."""
    if aspect >= WIDE:
        return _below(aspect, palette)
    zones = centred(aspect, palette, width=0.6, height=0.32)
    moved = replace(zones, title=_lowered(zones.title), author=_lowered(zones.author))
    return _carved(moved, aspect)


def _lowered(box: Box) -> Box:
    return replace(box, y=box.y + 0.12)


def _palette(name: str, *colours: str, dark: bool) -> Palette:
    return Palette(name=name, colours=colours, inks=(colours[1],), dark=dark)


RECIPE = Recipe(
    name="lino",
    idea="a carved block and one accent colour",
    paint=paint,
    compositions=(
        Composition(name="halo", arrange=_above),
        Composition(name="engraved", arrange=_above),
        Composition(name="radiant", arrange=_below),
        Composition(name="stamped", arrange=_below),
        Composition(name="grain", arrange=_labelled),
    ),
    # ground, marks and lettering, accent
    palettes=(
        _palette("bone", "#1e2023", "#ede3cd", "#bd2a20", dark=True),
        _palette("harbour", "#f0e8d5", "#1b2d4e", "#dd643b", dark=False),
        _palette("pine", "#1c3a31", "#efe7cf", "#dd9c2c", dark=True),
        _palette("wine", "#f1e4d4", "#421d33", "#d4505c", dark=False),
        _palette("sepia", "#ead9b6", "#3b2617", "#2d7d78", dark=False),
        _palette("night", "#1b2547", "#f0e6cc", "#e9b93c", dark=True),
    ),
    genres={
        "horror": 0.8, "history": 0.7, "mystery": 0.5, "drama": 0.55, "poetry": 0.5,
        "literary": 0.5, "fantasy": 0.45, "travel": 0.5, "biography": 0.45, "memoir": 0.45,
        "cookbook": 0.4, "religion": 0.45, "thriller": 0.35, "essay": 0.5, "childrens": 0.3,
    },
    needs_icon=True,
    minimal=0.55,
)  # fmt: skip
