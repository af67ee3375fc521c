"""Cloth-bound: an emblem and ornaments stamped in metal foil on book cloth."""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Material
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import radial, shaded
from pipeline.drawing.cloth import weave
from pipeline.drawing.colour import contrast, lighter
from pipeline.drawing.foil import RAMPS, foil_colour, foil_shader, nearest_tint, stamp
from pipeline.illustrator.arrangements import above, below, beside, centred
from pipeline.illustrator.framing import inside
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.foil_fan import fan
from pipeline.illustrator.recipes.foil_field import scattered
from pipeline.illustrator.recipes.foil_stamps import medallion, ornate
from pipeline.illustrator.recipes.foil_window import arch

LEAST = 3.0
"""The contrast (WCAG) that foil must have with its cloth."""

FRAME = 104.0
"""Units from the edge within which lettering would touch the stamped frame."""

STAMPS = {"medallion": medallion, "ornate": ornate, "scattered": scattered, "fan": fan,
          "arch": arch}  # fmt: skip


def tint_for(palette: Palette) -> str:
    """The foil that the palette asks for, or the one that shows best on its cloth."""
    cloth = palette.colours[0]
    wanted = nearest_tint(palette.colours[1])
    if contrast(foil_colour(wanted), cloth) >= LEAST:
        return wanted
    return max(RAMPS, key=lambda tint: contrast(foil_colour(tint), cloth))


def paint(canvas: skia.Canvas, scene: Scene) -> None:
    """Cloth under even light, then all foil in one stamp."""
    cloth = scene.palette.colours[0]
    page = skia.Rect.MakeWH(scene.width, scene.height)
    light = radial((scene.width * 0.42, scene.height * 0.34), max(scene.width, scene.height) * 0.8,
                   [lighter(cloth, 0.035), cloth, lighter(cloth, -0.07)], [0, 0.5, 1])  # fmt: skip
    canvas.drawRect(page, shaded(light))
    _cloth(canvas, scene.width, scene.height, scene.seed)
    metal = foil_shader(scene.width, scene.height, scene.seed, tint_for(scene.palette))
    stamp(canvas, STAMPS[scene.composition](scene), metal, cloth)


def _cloth(canvas: skia.Canvas, width: float, height: float, seed: int) -> None:
    weave(canvas, width, height, strength=0.55, seed=seed)


def _stamped(arrangement: Arrangement, aspect: float, palette: Palette) -> Arrangement:
    inks = (foil_colour(tint_for(palette)),)
    framed = inside(arrangement, aspect, FRAME)
    return replace(framed, inks=inks, small_inks=inks, material=Material.FOIL)


def _above(aspect: float, palette: Palette) -> Arrangement:
    return _stamped(above(aspect, palette, share=0.4), aspect, palette)


def _below(aspect: float, palette: Palette) -> Arrangement:
    return _stamped(below(aspect, palette, share=0.34), aspect, palette)


def _panel(aspect: float, palette: Palette) -> Arrangement:
    """A field that keeps its shape: in a tall cover it would else be a long empty one."""
    height = 0.44 if aspect >= WIDE else 0.38 * min(1.0, 1.5 * aspect)
    return _stamped(centred(aspect, palette, width=0.6, height=height), aspect, palette)


def _framed(aspect: float, palette: Palette) -> Arrangement:
    """In the middle of an upright cover; low in a square one, beside the emblem in a wide one."""
    if aspect >= WIDE:
        return _stamped(beside(aspect, palette, left=False), aspect, palette)
    zones = centred(aspect, palette, width=0.76, height=0.42 * min(1.0, 1.6 * aspect))
    drop = 0.12 * max(0.0, min(1.0, (aspect - 0.66) / 0.34))
    title = replace(zones.title, y=zones.title.y + drop)
    author = replace(zones.author, y=zones.author.y + drop)
    return _stamped(replace(zones, title=title, author=author), aspect, palette)


def _palette(name: str, cloth: str, foil: str, *, dark: bool) -> Palette:
    return Palette(name=name, colours=(cloth, foil), inks=(foil,), dark=dark)


RECIPE = Recipe(
    serif=True,
    name="foil",
    idea="an emblem stamped in foil on book cloth",
    paint=paint,
    surface=_cloth,
    compositions=(
        Composition(name="medallion", arrange=_above),
        Composition(name="ornate", arrange=_framed),
        Composition(name="scattered", arrange=_panel),
        Composition(name="fan", arrange=_above),
        Composition(name="arch", arrange=_below),
    ),
    # cloth, foil
    palettes=(
        _palette("forest", "#12392f", foil_colour("gold"), dark=True),
        _palette("midnight", "#141d3c", foil_colour("silver"), dark=True),
        _palette("oxblood", "#4e1220", foil_colour("gold"), dark=True),
        _palette("linen", "#e6dcc6", foil_colour("ink"), dark=False),
        _palette("charcoal", "#212226", foil_colour("copper"), dark=True),
        _palette("plum", "#37183c", foil_colour("rose"), dark=True),
        _palette("duck-egg", "#b9d3cf", foil_colour("ink"), dark=False),
    ),
    genres={
        "fantasy": 1.0, "history": 0.9, "religion": 0.85, "poetry": 0.6, "biography": 0.6,
        "mystery": 0.6, "literary": 0.55, "romance": 0.5, "young-adult": 0.6, "drama": 0.5,
        "horror": 0.4, "memoir": 0.35, "essay": 0.35,
    },
    needs_icon=True,
    minimal=0.5,
)  # fmt: skip
