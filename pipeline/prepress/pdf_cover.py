"""What is on the page of a cover: its pictures, separated, its outlines in inks, and its solids."""

import itertools
from dataclasses import dataclass, field
from typing import assert_never

import numpy as np
import pikepdf
import skia

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.printer import FileRule
from pipeline.domain.wrap import RectMm
from pipeline.prepress.composed import BLACK, Cmyk, Composed
from pipeline.prepress.inks import (
    PER_CENT,
    Inks,
    Profile,
    inks_of,
    profile,
    separated,
    text_inks,
    total_ink,
)
from pipeline.prepress.layers import Cutout, Fill, Layers, Piece, layers_of
from pipeline.prepress.pdf_paths import clip_operators, fill_operators, number
from pipeline.prepress.pdf_pictures import Plate, picture_streams
from pipeline.prepress.placing import common, rect_of
from pipeline.typography.library import FaceLibrary

PICTURES_SHARE = 0.9
"""Of the size that is advised, what pictures may take: the rest is outlines and the profile."""
SMALL_MM = 24 / POINTS_PER_INCH * MM_PER_INCH
"""Up to this em, 24 points, black lettering is black ink alone; above, it is as deep as inks go."""
WORST = 99.9
"""The percentile of total ink that counts: below it, a few grains of a picture do not."""
_OVERPRINT = "/Over"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Press:
    """What flat fills need to know: the inks, their limit in per cent, and the ground they go on."""

    printing: Profile
    ink_most: float
    ground: Inks
    dpi: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Separated:
    """A cover in the inks of one `printing` condition, which is what takes time about a file.

    `operators` are in millimetres of the sheet and call the `plates` by `_name`.
    """

    printing: Profile
    plates: tuple[Plate, ...] = field(repr=False)
    operators: str = field(repr=False)


def separated_cover(composed: Composed, library: FaceLibrary, rule: FileRule) -> Separated:
    """`composed` in the inks that `rule` names, as large as they may be."""
    layers, printing = layers_of(composed, library), profile(rule.profile)
    seen = [layers.ground, *(piece.picture for piece in layers.pieces if isinstance(piece, Cutout))]
    plates = tuple(Plate(separated(picture, printing, rule.ink_warn)) for picture in seen)
    press = _Press(printing=printing, ink_most=min(rule.ink_warn, printing.ink_most),
                   ground=plates[0].inks, dpi=composed.dpi)  # fmt: skip
    found = [_inside("", _picture(_name(0), composed.wrap.sheet)), *_pieces(layers, press)]
    found += [fill_operators(solid.path, solid.inks) for solid in composed.solids]
    return Separated(printing=printing, plates=plates, operators="".join(found))


def put_cover(
    pdf: pikepdf.Pdf, page: pikepdf.Page, cover: Separated, advised_mb: float
) -> None:  # fmt: skip
    """What the operators of a cover call, onto `page`: its pictures are packed under that size."""
    room = int(advised_mb * MEGABYTE * PICTURES_SHARE) - len(cover.printing.icc)
    for place, stream in enumerate(picture_streams(pdf, cover.plates, room)):
        page.add_resource(stream, pikepdf.Name.XObject, pikepdf.Name(_name(place)))
    page.add_resource(_overprint(), pikepdf.Name.ExtGState, pikepdf.Name(_OVERPRINT))


def _name(place: int) -> str:
    return f"/Im{place}"


def _overprint() -> pikepdf.Dictionary:
    """Black is printed over the other inks instead of being left out of them (ISO 32000-1, 8.6.7).

    A plate that is out of register then leaves no white rim round small black letters.
    """
    return pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=True, op=True, OPM=1)


def _pieces(layers: Layers, press: _Press) -> list[str]:
    cut = map(_name, itertools.count(1))
    found: list[str] = []
    for place, piece in enumerate(layers.pieces):
        match piece:
            case Fill():
                bare = not any(_touch(piece, under) for under in layers.pieces[:place])
                found.append(_fill(piece, press, bare=bare))
            case Cutout():
                clip, picture = clip_operators(piece.path), _picture(next(cut), piece.part)
                found.append(_inside(clip, picture))
            case _:
                assert_never(piece)
    return found


def _fill(fill: Fill, press: _Press, *, bare: bool) -> str:
    """A flat fill; black ink alone on a `bare` ground with room for it is printed over the ground."""
    inks = _inks(fill, press)
    operators = fill_operators(fill.path, inks)
    if bare and inks == BLACK and _ground_ink(fill.path, press) + 100 <= press.ink_most:
        return _inside(f"{_OVERPRINT} gs\n", operators)
    return operators


def _inks(fill: Fill, press: _Press) -> Cmyk:
    named = text_inks if fill.em_mm <= SMALL_MM else inks_of
    return named(fill.colour, press.printing, press.ink_most)


def _ground_ink(path: skia.Path, press: _Press) -> float:
    """The total ink of the ground round `path`, in per cent."""
    bounds, scale = path.computeTightBounds(), press.dpi / MM_PER_INCH
    left, top, right, bottom = (int(edge * scale) for edge in bounds)
    part = press.ground[max(0, top) : bottom + 1, max(0, left) : right + 1]
    return float(np.percentile(total_ink(part), WORST)) * PER_CENT if part.size else 400.0


def _touch(one: Piece, other: Piece) -> bool:
    first, second = (rect_of(piece.path.computeTightBounds()) for piece in (one, other))
    return common(first, second) is not None


def _picture(name: str, part: RectMm) -> str:
    """A picture that fills `part`; on its own its first row is at y = 1."""
    place = " ".join(number(value) for value in (part.w, 0.0, 0.0, -part.h, part.x, part.bottom))
    return f"{place} cm\n{name} Do\n"


def _inside(state: str, operators: str) -> str:
    """`operators` with a `state` of their own."""
    return f"q\n{state}{operators}Q\n"
