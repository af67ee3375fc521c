"""Files for a printer, good and bad, written by hand: one page of a small book's cover."""

from dataclasses import replace
from functools import cache

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.printer import Book
from pipeline.domain.printing import find_target
from pipeline.domain.wrapping import wrap_of
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file

POINTS = 72 / MM_PER_INCH
BOOK = Book(pages=200, paper="100g")
FONT = b"/F1 %g Tf"


@cache
def target(*, strict=False, own=True, **rule):
    """A trim of 80 x 110 mm at a printer that takes what it gets, or its standard only."""
    found = find_target("offset-80x110mm", load_printers(), load_formats())
    printer = found.printer
    file = replace(printer.file, strict=strict, **rule)
    return replace(found, printer=replace(
        printer, file=file, barcode=replace(printer.barcode, own=own)
    ))  # fmt: skip


def wrap():
    return wrap_of(target(), BOOK)


def ground(inks=(120, 60, 30, 0), dpi=100, size=None):
    """Flat art of the whole sheet, (height, width, inks)."""
    sheet = size or (wrap().sheet.w, wrap().sheet.h)
    shape = (round(sheet[1] / MM_PER_INCH * dpi), round(sheet[0] / MM_PER_INCH * dpi), len(inks))
    return np.broadcast_to(np.array(inks, np.uint8), shape)


def pdf(content=b"", *, art=None, size=None, place=None, boxes=None, space="/DeviceCMYK", image=None,
        resources=None, change=None, pages=1):  # fmt: skip
    """A PDF: `art` at `place` (x, y, w, h in mm from below), else flat; then `content`.

    `resources` and `change` get the file.
    """
    width, height = size or (wrap().sheet.w, wrap().sheet.h)
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(width * POINTS, height * POINTS))
    page.Resources = Dictionary(XObject=Dictionary(), ExtGState=Dictionary(), Font=Dictionary(),
                                ColorSpace=Dictionary())  # fmt: skip
    painted = b"0.5 0.2 0.1 0 k 0 0 5000 5000 re f "
    if art is not None:
        page.Resources.XObject["/Im0"] = stream(made, art, space, **(image or {}))
        x, y, w, h = place or (0, 0, width, height)
        painted = b"q %f 0 0 %f %f %f cm /Im0 Do Q\n" % (
            w * POINTS,
            h * POINTS,
            x * POINTS,
            y * POINTS,
        )
    for name, value in (resources(made) if resources else {}).items():
        for key, entry in value.items():
            page.Resources[name][key] = entry
    page.Contents = pikepdf.Stream(made, painted + content)
    for name, box in (boxes or {}).items():
        page.obj[name] = Array([value * POINTS for value in box])
    for _ in range(pages - 1):
        made.add_blank_page()
    if change:
        change(made)
    return made


def stream(made, art, space, **more):
    return made.make_indirect(pikepdf.Stream(
        made, np.ascontiguousarray(art).tobytes(), Type=Name.XObject, Subtype=Name.Image,
        Width=art.shape[1], Height=art.shape[0], BitsPerComponent=8,
        ColorSpace=Name(space) if isinstance(space, str) else space(made), **more,
    ))  # fmt: skip


def helvetica(made):
    return {"/Font": {"/F1": made.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))}}  # fmt: skip


def text(words, x, y, size=12.0, inks=b"0 0 0 1 k", turned=False):
    """`words` with their baseline from (x, y) in mm from the lower left corner."""
    matrix = b"0 -1 1 0" if turned else b"1 0 0 1"
    place = b"%s %f %f Tm" % (matrix, x * POINTS, y * POINTS)
    return b" BT %s /F1 %g Tf %s (%s) Tj ET " % (inks, size, place, words)


def found(folder, made, **how):
    path = folder / "cover.pdf"
    made.save(path, **how)
    return read_file(path)


def report(folder, made, to=None, book=BOOK, **how):
    return judged(found(folder, made, **how), to or target(), book)


def check(report, code):
    return next((one for one in report.checks if one.code == code), None)


def verdicts(report):
    """What did not pass, by code."""
    return {one.code: str(one.verdict) for one in report.checks if one.verdict != "pass"}
