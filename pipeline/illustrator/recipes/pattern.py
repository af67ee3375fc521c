"""A repeated motif with one that differs: the pattern is the world, the odd one is the story."""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Anchor, Arrangement, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill
from pipeline.drawing.finish import finish
from pipeline.drawing.page import page
from pipeline.illustrator.emblem import emblem, second
from pipeline.illustrator.ornament import in_circle, spark
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.pattern_grid import (
    CLEAR,
    LABELLED,
    TILT,
    Cell,
    calm_fields,
    cells,
    edging,
)


def paint(canvas: skia.Canvas, scene: Scene) -> None:
    """Ground, motifs, the odd one, and a calm field for the lettering."""
    ground, ink, accent, tint = scene.palette.colours
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(ground))
    placed = cells(scene)
    regular = emblem(scene)
    if not scene.wishes.minimal:
        _undertone(canvas, scene, placed, tint)
    for cell in placed:
        if not cell.odd:
            canvas.drawPath(_motif(regular, cell), fill(ink))
    if scene.composition in LABELLED:
        _label(canvas, scene, ink, ground)
    _odd_one(canvas, scene, next(cell for cell in placed if cell.odd), accent)
    finish(canvas, scene.width, scene.height, grain=0.34, paper=0.25, seed=scene.seed % 3)


def _motif(path: skia.Path, cell: Cell) -> skia.Path:
    return in_circle(path, (cell.x, cell.y), cell.reach, cell.degrees)


def _odd_one(canvas: skia.Canvas, scene: Scene, cell: Cell, accent: str) -> None:
    """It has another colour, and another pose, or it is another motif of the same book."""
    other, rng = second(scene), scene.rng("odd")
    turn = float(rng.choice((0.0, -2 * TILT, 180.0)))
    if scene.composition == "stray":
        turn = TILT if scene.seed % 2 else -TILT
    path = emblem(scene)
    if other is not None and rng.random() < 0.4:
        path, turn = other, 0.0
    turned = replace(cell, reach=cell.reach * 1.08, degrees=cell.degrees + turn)
    canvas.drawPath(_motif(path, turned), fill(accent))


def _undertone(canvas: skia.Canvas, scene: Scene, placed: list[Cell], tint: str) -> None:
    """A quiet second layer: discs under every second motif or all, or sparks between."""
    layer = skia.Path()
    style = int(scene.rng("undertone").integers(3))
    for cell in placed:
        if style == 0 and cell.even:
            layer.addCircle(cell.x, cell.y, cell.reach * 1.02)
        elif style == 1:
            layer.addCircle(cell.x, cell.y, cell.reach * 0.98)
        elif style == 2 and cell.between is not None:
            layer.addPath(spark(cell.between, cell.reach * 0.3))
    canvas.drawPath(layer, fill(tint))


def _label(canvas: skia.Canvas, scene: Scene, colour: str, line: str) -> None:
    for field in calm_fields(scene, CLEAR - 2):
        canvas.drawRect(field, fill(colour))
        frame = fill(line, 0.9, Style=skia.Paint.kStroke_Style, StrokeWidth=2.2)
        canvas.drawRect(field.makeInset(10, 10), frame)


def _panel(zone: Box, palette: Palette, align: Align, *, label: bool = False,
           anchor: Anchor = Anchor.BOTTOM) -> Arrangement:  # fmt: skip
    """Title and author together in one zone, so that one hole in the pattern holds both."""
    foot = min(0.2 * zone.h, 0.07)
    ink = palette.colours[0] if label else palette.inks[0]
    return Arrangement(
        title=Box(x=zone.x, y=zone.y, w=zone.w, h=zone.h - foot * 1.45),
        author=Box(x=zone.x, y=zone.bottom - foot, w=zone.w, h=foot),
        align=align, anchor=anchor, inks=(ink,), small_inks=(ink,),
    )  # fmt: skip


def _square(aspect: float, palette: Palette) -> Arrangement:
    mx, my = margin(aspect)
    zone = (Box.edges(mx * 1.2, my * 1.6, 0.5, 1 - my * 1.6) if aspect >= WIDE
            else Box.edges(mx * 1.2, max(0.1, my), 0.86, 0.52))  # fmt: skip
    return _panel(zone, palette, Align.LEFT)


def _diagonal(aspect: float, palette: Palette) -> Arrangement:
    mx, my = margin(aspect)
    zone = (Box.edges(0.52, my * 1.6, 1 - mx, 1 - my * 1.6) if aspect >= WIDE
            else Box.edges(mx * 1.2, 0.56, 0.9, 1 - my * 1.1))  # fmt: skip
    return _panel(zone, palette, Align.LEFT)


def _brick(aspect: float, palette: Palette) -> Arrangement:
    _, my = margin(aspect)
    zone = (Box.edges(0.1, 0.2, 0.52, 0.8) if aspect >= WIDE
            else Box.edges(0.16, 0.54, 0.84, 1 - 1.9 * my))  # fmt: skip
    return _panel(zone, palette, Align.CENTRE, label=True)


def _radial(aspect: float, palette: Palette) -> Arrangement:
    # a disc must hold the zone and leave room for a ring of motifs on the short side
    half = 0.31
    w, h = (half * 2, half * 2 * 0.8 * aspect) if aspect <= 1 else (half * 2 / aspect, half * 1.7)
    return _panel(Box(x=0.5 - w / 2, y=0.5 - h / 2, w=w, h=h), palette, Align.CENTRE)


def _stray(aspect: float, palette: Palette) -> Arrangement:
    zone = (Box.edges(0.28, 0.24, 0.72, 0.76) if aspect >= WIDE
            else Box.edges(0.17, 0.13, 0.83, 0.47))  # fmt: skip
    return _panel(zone, palette, Align.CENTRE, label=True)


def _border(aspect: float, palette: Palette) -> Arrangement:
    """A panel within the border, with some air round it."""
    width, height = page(aspect)
    edge = edging(width, height)
    dx, dy = (edge.left * edge.dx + 66) / width, (edge.top * edge.dy + 76) / height
    return _panel(Box.edges(dx, dy, 1 - dx, 1 - dy), palette, Align.CENTRE, anchor=Anchor.MIDDLE)


def _palette(name: str, colours: tuple[str, ...], *, dark: bool = False) -> Palette:
    return Palette(name=name, colours=colours, inks=(colours[1],), dark=dark)


RECIPE = Recipe(
    name="pattern",
    idea="a repeated motif, and one that differs",
    paint=paint,
    compositions=(
        Composition(name="square", over=True, arrange=_square),
        Composition(name="brick", over=True, arrange=_brick, label=True),
        Composition(name="radial", over=True, arrange=_radial),
        Composition(name="diagonal", over=True, arrange=_diagonal),
        Composition(name="stray", over=True, arrange=_stray, label=True),
        Composition(name="border", arrange=_border),
    ),
    # ground, motif and lettering, the odd one, undertone
    palettes=(
        _palette("mustard", ("#f0b91c", "#1c1a16", "#d3302a", "#e0a60f")),
        _palette("ink", ("#14233d", "#ece2cb", "#f4683a", "#22385c"), dark=True),
        _palette("blush", ("#f5d5cb", "#74193a", "#11807a", "#eebfb2")),
        _palette("mint", ("#cde6d7", "#174a41", "#e2512b", "#b4d6c4")),
        _palette("brick", ("#b23a26", "#f9e8cc", "#ffc022", "#9a2e1d"), dark=True),
        _palette("lilac", ("#ddd5ef", "#35265f", "#e8590c", "#c9bde4")),
        _palette("soot", ("#1d2027", "#86bcc0", "#f9d232", "#2a2f38"), dark=True),
    ),
    genres={
        "mystery": 1.0, "literary": 0.75, "comics": 0.35, "essay": 0.7, "business": 0.6,
        "thriller": 0.55, "self-help": 0.7, "cookbook": 0.75, "technology": 0.5, "memoir": 0.5,
        "young-adult": 0.6, "drama": 0.5, "childrens": 0.5, "travel": 0.5,
    },
    needs_icon=True,
    minimal=0.8,
)  # fmt: skip
