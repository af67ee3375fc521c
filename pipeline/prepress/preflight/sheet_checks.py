"""Checks of the file and its sheet: kind, pages, size, boxes, bleed, marks, what else is in it.

Sizes: a printer's plates are cut to a sixteenth of an inch (KDP help G201953020). Boxes: ISO 15930-1,
6.5. Nothing but the page itself may be in a file for print: no notes, forms, scripts and layers.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.report import Check, Verdict
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import FileKind, PdfFound
from pipeline.prepress.preflight.judging import at_least, at_most, said, sized
from pipeline.prepress.preflight.placing import Part, Placed, has_marks, own_trim

EXACT_MM, ROUGH_MM = 0.5, MM_PER_INCH / 16
WHITE, COLOURED = 250, 242
INSIDE_MM = 1.0
EDGE_MM = 0.35
"""Where a page or an image ends between two pixels, the last of them is pale."""
SLACK_MM = 0.2
"""3 mm are as good as an eighth of an inch: no knife is nearer to its mark."""
BLANK = 0.04
"""So much of a side may be white beyond the knife where the cover is not: an edge is never sharp."""


def sheet_checks(file: Placed) -> Iterator[Check]:
    """What there is to say of the file as such and of its sheet."""
    pdf = file.found.pdf
    yield _kind(file)
    yield _pages(file)
    if file.found.view.min() >= WHITE:
        yield said("blank", "", "", Verdict.FAIL)
    yield _size(file)
    yield from _bleed(file)
    if pdf is not None:
        yield from _inside(file, pdf)
    rule = file.target.printer.file
    if pdf is not None:
        size = file.found.size_bytes / MEGABYTE
        yield at_most("file-pdf", size, rule.advised_mb, rule.allowed_mb, "MB")


def _kind(file: Placed) -> Check:
    """Whoever has sizes of its own has a form for uploads, which takes a cover as PDF only."""
    printer = file.target.printer
    form = file.has_back and bool(printer.trims)
    other = Verdict.FAIL if form or printer.file.strict else Verdict.WARN
    right = file.found.kind is FileKind.PDF
    return said("file-kind", str(file.found.kind), "PDF", None if right else other)


def _pages(file: Placed) -> Check:
    pages = file.found.pdf.pages if file.found.pdf else 1
    frames = file.found.picture.frames if file.found.picture else 1
    count = max(pages, frames)
    return said("page-count", float(count), 1.0, Verdict.FAIL if count > 1 else None)


def _size(file: Placed) -> Check:
    """The page, or what its own boxes say of it, against the sheet that the printer wants."""
    wanted, page = file.wrap.sheet, whole_page(file)
    if file.part is Part.FRONT_UNBLED:
        wanted = file.wrap.trim
    off = max(abs(page.w - wanted.w), abs(page.h - wanted.h))
    verdict = (
        None if off <= EXACT_MM else Verdict.WARN if off <= ROUGH_MM else Verdict.FAIL
    )  # fmt: skip
    return said("page-size", sized(page.w, page.h), sized(wanted.w, wanted.h), verdict, "mm")


def whole_page(file: Placed) -> RectMm:
    """What the printer gets of the page: with its bleed, without marks."""
    if own_trim(file.found) is not None:
        return file.trim.inset(-file.wrap.trim.x)
    if has_marks(file.page, file.wrap):
        return file.wrap.sheet
    return file.page


def _bleed(file: Placed) -> Iterator[Check]:
    """How far the page goes beyond the knife on the side where it is least, and whether the art does."""
    if file.part is Part.FRONT_UNBLED:
        edge = file.target.printer.bleed_mm
        yield at_least("bleed", 0.0, edge, edge - EXACT_MM, "mm")
        return
    wanted = file.wrap.trim.x - file.wrap.sheet.x
    reached, place = _reach(file)
    found = at_least("bleed", reached + SLACK_MM, wanted, wanted - EXACT_MM, "mm", place)
    yield replace(found, measured=round(min(reached, wanted), 2))


def _reach(file: Placed) -> tuple[float, RectMm | None]:
    """Millimetres of bleed on the worst side, and that side as a strip along the trim."""
    page, trim, pdf = file.page, file.trim, file.found.pdf
    most = pdf.bleed if pdf is not None and pdf.bleed is not None and pdf.trim is not None else page
    free = {
        "left": trim.x - most.x, "top": trim.y - most.y, "right": most.right - trim.right,
        "bottom": most.bottom - trim.bottom,
    }  # fmt: skip
    for side, room in free.items():
        free[side] = max(0.0, room - _blank(file, side, room))
    worst = min(free, key=lambda side: free[side])
    return free[worst], _strip(trim, worst)


def _strip(trim: RectMm, side: str) -> RectMm:
    deep = 3.0
    match side:
        case "left":
            return RectMm(x=trim.x, y=trim.y, w=deep, h=trim.h)
        case "top":
            return RectMm(x=trim.x, y=trim.y, w=trim.w, h=deep)
        case "right":
            return RectMm(x=trim.right - deep, y=trim.y, w=deep, h=trim.h)
        case _:
            return RectMm(x=trim.x, y=trim.bottom - deep, w=trim.w, h=deep)


def _blank(file: Placed, side: str, room: float) -> float:
    """Millimetres beside a side, from the outside, that stay white where the cover within is not."""
    pixels = file.found.view
    scale = file.found.view_dpi / MM_PER_INCH
    turned = {"left": pixels, "right": pixels[:, ::-1], "top": pixels.swapaxes(0, 1),
              "bottom": pixels[::-1].swapaxes(0, 1)}[side]  # fmt: skip
    outer = {"left": file.trim.x - file.page.x, "top": file.trim.y - file.page.y,
             "right": file.page.right - file.trim.right,
             "bottom": file.page.bottom - file.trim.bottom}[side]  # fmt: skip
    knife, first = round(outer * scale), round((outer - room) * scale)
    within = turned[:, knife + round(INSIDE_MM * scale) : knife + round(2 * INSIDE_MM * scale) + 1]
    if room <= 0 or knife <= first or not within.size:
        return 0.0
    coloured = (within.min(axis=2) < COLOURED).all(axis=1)
    if coloured.mean() < BLANK:
        return 0.0
    beyond: NDArray[np.bool_] = turned[coloured, max(0, first) : knife].min(axis=2) >= WHITE
    bare = beyond.mean(axis=0) > BLANK
    # one pixel is where the edge of the page falls
    last = int(np.flatnonzero(bare[1:])[-1]) + 2 if bare[1:].any() else 0
    return last / scale if last / scale > EDGE_MM else 0.0


def _inside(file: Placed, pdf: PdfFound) -> Iterator[Check]:
    """Boxes, marks, and what no page for print has."""
    rule = file.target.printer.file
    wrong = Verdict.FAIL if not pdf.nested else Verdict.WARN if pdf.cropped else None
    yield said("boxes", "0" if wrong else "1", "", wrong)
    marked = _margin(file)
    if marked > EXACT_MM:
        wrong = None if rule.marks else Verdict.FAIL
        yield said("marks", round(marked, 1), 0.0, wrong, "mm")
    if pdf.encrypted:
        yield said("encryption", "1", "", Verdict.FAIL)
    extras = pdf.annotations + int(pdf.scripts)
    if extras:
        yield said("extras", float(extras), 0.0, Verdict.FAIL if rule.strict else Verdict.WARN)
    if pdf.layers:
        yield said("layers", float(pdf.layers), 0.0, Verdict.FAIL if rule.strict else Verdict.WARN)


def _margin(file: Placed) -> float:
    """How far the page goes beyond the bleed, as it does to have marks."""
    if own_trim(file.found) is None and not has_marks(file.page, file.wrap):
        return 0.0
    bleed = file.wrap.trim.x - file.wrap.sheet.x
    return max(file.trim.x - file.page.x, file.page.right - file.trim.right) - bleed
