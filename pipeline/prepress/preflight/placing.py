"""What a file is of a target: the whole sheet, or a front with bleed or without, and where on it."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.domain.wrapping import flat_of, front_of, wrap_of
from pipeline.prepress.preflight.evidence import Found, Line, SeenBarcode

WIDE = 1.5
"""A sheet so many times as wide as the trim has a back and a spine as well."""
MARKS_MM = (4.0, 60.0)
"""A page that is so much larger all around has room for marks."""
EVEN_MM = 2.0
NEAR_MM = 1.5
"""A spine that was guessed is a whole number of leaves; so far off it is still the one that is meant."""


ROUNDED_MM = 0.1
"""So far apart are boxes that are meant to be one, as programs round them."""


class Part(StrEnum):
    """What of a cover a file has."""

    WRAP = "wrap"
    FRONT = "front"
    FRONT_UNBLED = "front-unbled"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A file on the sheet that it should have: `found` with the sheet's origin.

    `page` is the file's own page there, and `trim` where the knife goes by the file. `told` says
    whether the book is known; else `book` is guessed by the width of the sheet.
    """

    found: Found
    target: PrintTarget
    part: Part
    wrap: Wrap
    page: RectMm
    trim: RectMm
    book: Book | None
    told: bool

    @property
    def has_back(self) -> bool:
        """Whether it is all of a cover."""
        return self.part is Part.WRAP


def placed(found: Found, target: PrintTarget, book: Book | None) -> Placed:
    """`found` as a file for `target`, on the sheet that it is nearest to.

    Raises:
        PrintError: `print-pages`, `print-paper` for a book that the printer does not make.
    """
    own = own_trim(found)
    sheet = own or found.sheet
    whole = sheet.w / sheet.h > WIDE * target.trim.width_mm / target.trim.height_mm
    if whole:
        known = book or _guessed(target, sheet, trimmed=own is not None)
        wrap = wrap_of(target, known)
        if book is None and found.pdf is not None:
            wrap = _widened(wrap, sheet.w - (wrap.trim.w if own else wrap.sheet.w))
        return _aligned(found, target, Part.WRAP, wrap, known, told=book is not None)
    bled = front_of(target)
    bare = flat_of(target.trim, 0.0, target.printer.safe_mm)
    nearer = own is not None or _off(sheet, bled.sheet, found) <= _off(sheet, bare.sheet, found)
    part, wrap = (Part.FRONT, bled) if nearer else (Part.FRONT_UNBLED, bare)
    return _aligned(found, target, part, wrap, book, told=book is not None)


def own_trim(found: Found) -> RectMm | None:
    """Where the file itself says that the knife goes; a trim box that is the whole page says nothing."""
    trim, page = found.pdf.trim if found.pdf else None, found.sheet
    if trim is None or trim.w <= 0 or trim.h <= 0:
        return None
    edges = (trim.x - page.x, trim.y - page.y, page.right - trim.right, page.bottom - trim.bottom)
    return None if max(map(abs, edges)) <= ROUNDED_MM else trim


def _off(sheet: RectMm, wanted: RectMm, found: Found) -> float:
    """How far a sheet is from the wanted one; of a picture only its shape counts."""
    if found.pdf is None:
        return abs(math.log((sheet.w / sheet.h) / (wanted.w / wanted.h)))
    return abs(sheet.w - wanted.w) + abs(sheet.h - wanted.h)


def _guessed(target: PrintTarget, sheet: RectMm, *, trimmed: bool) -> Book:
    """A book whose spine is what the width of the sheet leaves for one."""
    printer = target.printer
    edge = 0.0 if trimmed else printer.edge_mm
    boards = 2 * (target.trim.width_mm + printer.overhang_mm[0])
    height = target.trim.height_mm + printer.overhang_mm[1] + 2 * edge
    width = sheet.w * (height / sheet.h if abs(sheet.h - height) > EVEN_MM else 1.0)
    paper = printer.papers[0]
    spine = width - boards - 2 * edge - printer.spine.extra_mm
    fewest, most = printer.pages
    pages = round(spine / paper.page_mm / printer.pages_step) * printer.pages_step
    return Book(pages=min(most - most % printer.pages_step, max(fewest, pages)), paper=paper.name)


def _widened(wrap: Wrap, by: float) -> Wrap:
    """A wrap whose spine is as wide as the sheet says, where that is about what pages make it."""
    if abs(by) > NEAR_MM:
        return wrap
    spine, room = wrap.spine, wrap.spine_text
    return replace(
        wrap, sheet=_wider(wrap.sheet, by), trim=_wider(wrap.trim, by), spine=_wider(spine, by),
        spine_text=_wider(room, by) if room else None, front=_by(wrap.front, by, 0.0),
        safe_front=_by(wrap.safe_front, by, 0.0),
        hinges=tuple(_by(one, by if one.x > spine.x else 0.0, 0.0) for one in wrap.hinges),
    )  # fmt: skip


def _wider(box: RectMm, by: float) -> RectMm:
    return replace(box, w=box.w + by)


def _aligned(
    found: Found, target: PrintTarget, part: Part, wrap: Wrap, book: Book | None, *, told: bool
) -> Placed:  # fmt: skip
    """The file's measures moved so that both trims begin at the same corner."""
    own = own_trim(found)
    if found.pdf is None:
        found = _scaled(found, wrap.sheet)
        page, trim = found.sheet, wrap.trim
        moved = found
    else:
        corner = (own.x, own.y) if own else _corner(found.sheet, wrap)
        moved = _moved(found, wrap.trim.x - corner[0], wrap.trim.y - corner[1])
        page = moved.sheet
        trim = replace(own, x=wrap.trim.x, y=wrap.trim.y) if own else wrap.trim
    return Placed(found=moved, target=target, part=part, wrap=wrap, page=page, trim=trim, book=book,
                  told=told)  # fmt: skip


def has_marks(sheet: RectMm, wrap: Wrap) -> bool:
    """Whether a page without boxes is larger all around, as one with marks is."""
    wide, tall = sheet.w - wrap.sheet.w, sheet.h - wrap.sheet.h
    least, most = MARKS_MM
    return abs(wide - tall) <= 2 * EVEN_MM and least <= min(wide, tall) and max(wide, tall) <= most


def _corner(sheet: RectMm, wrap: Wrap) -> tuple[float, float]:
    """Where the trim begins on a page that has no boxes: in its middle, whatever its size is."""
    return (sheet.w - wrap.trim.w) / 2, (sheet.h - wrap.trim.h) / 2


def _moved(found: Found, x: float, y: float) -> Found:
    """All measures moved."""
    lines = None if found.lines is None else tuple(_line(line, x, y) for line in found.lines)
    pdf = found.pdf
    if pdf is not None:
        pdf = replace(
            pdf, images=tuple(replace(one, box=_by(one.box, x, y)) for one in pdf.images),
            inks=replace(pdf.inks, place=_by(pdf.inks.place, x, y)) if pdf.inks else None,
            bleed=_by(pdf.bleed, x, y) if pdf.bleed else None,
            trim=_by(pdf.trim, x, y) if pdf.trim else None,
        )  # fmt: skip
    return replace(found, sheet=_by(found.sheet, x, y), lines=lines, pdf=pdf,
                   barcode=_barcode(found.barcode, x, y))  # fmt: skip


def _by(box: RectMm, x: float, y: float) -> RectMm:
    return RectMm(x=box.x + x, y=box.y + y, w=box.w, h=box.h)


def _line(line: Line, x: float, y: float) -> Line:
    return replace(line, box=_by(line.box, x, y))


def _barcode(barcode: SeenBarcode | None, x: float, y: float) -> SeenBarcode | None:
    return None if barcode is None else replace(barcode, box=_by(barcode.box, x, y))


def _scaled(found: Found, sheet: RectMm) -> Found:
    """A picture as large as the sheet that it is for, as wide as that."""
    factor = sheet.w / found.sheet.w

    def by(box: RectMm) -> RectMm:
        return RectMm(x=box.x * factor, y=box.y * factor, w=box.w * factor, h=box.h * factor)

    lines = found.lines
    if lines is not None:
        lines = tuple(replace(one, box=by(one.box), size_pt=one.size_pt * factor) for one in lines)
    code, picture = found.barcode, found.picture
    if code is not None:
        code = replace(code, box=by(code.box), module_mm=code.module_mm * factor)
    if picture is not None and picture.inks is not None:
        inks = replace(picture.inks, place=by(picture.inks.place))
        picture = replace(picture, inks=inks)
    height, width = found.view.shape[:2]
    return replace(
        found, sheet=by(found.sheet), lines=lines, barcode=code, picture=picture,
        view_dpi=width / sheet.w * MM_PER_INCH if height else found.view_dpi,
    )  # fmt: skip
