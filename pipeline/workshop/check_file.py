"""A file of anybody's, checked for a printer: read, looked at for lettering, and judged."""

from dataclasses import replace
from pathlib import Path

from pipeline.domain.errors import RetouchError
from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.lettering import TextLine
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Report
from pipeline.domain.shop import Shop
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import Found, Line, Source
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from pipeline.prepress.preflight.seen_ink import ink_edges
from pipeline.prepress.preflight.shop_checks import as_shown, judged_for_shop
from pipeline.stages.find_lettering import find_lettering
from pipeline.workshop.workshop import Workshop

SURE = 0.6
"""How sure a detector is at least of words that can be relied on."""
EM = 1.24
"""Measured on covers of ours: the em of a line's letters, in heights of the box that detectors draw."""


def checked_file(
    workshop: Workshop, path: Path, target: PrintTarget, book: Book | None
) -> Report:  # fmt: skip
    """What a printer will say to a file, in a worker.

    Where no lettering can be taken from the file, it is looked for in how the page looks; where
    nothing finds lettering here, the report says what it could not check.

    Raises:
        PrintError: when the file cannot be read, or the book not be made.
        PictureError: when it is a picture that is damaged or too large.
    """
    found = read_file(path)
    return judged(found if found.lines else looked_at(workshop, found), target, book)


def checked_for_shop(workshop: Workshop, path: Path, shop: Shop) -> Report:
    """What a shop of eBooks will say to a picture, in a worker.

    Raises:
        PrintError: when the file cannot be read.
        PictureError: when it is a picture that is damaged or too large.
    """
    found = as_shown(read_file(path))
    return judged_for_shop(looked_at(workshop, found) if found.picture else found, shop)


def looked_at(workshop: Workshop, found: Found) -> Found:
    """`found` with the lettering that is seen on the page."""
    tools = workshop.retoucher
    try:
        seen = find_lettering(found.view, tools.detector, tools.reader)
    except RetouchError:
        return found
    return replace(found, lines=tuple(_line(one, found) for one in seen.lines))


def _line(line: TextLine, found: Found) -> Line:
    """A line that was seen, in millimetres, without the room that detectors leave round its ink."""
    height, width = found.view.shape[:2]
    across, down = [x * width for x, _ in line.polygon], [y * height for _, y in line.polygon]
    box = (max(0, round(min(across))), max(0, round(min(down))),
           min(width, round(max(across))), min(height, round(max(down))))  # fmt: skip
    mm = MM_PER_INCH / found.view_dpi
    left, top, right, bottom = (edge * mm for edge in ink_edges(found.view, box))
    wide, tall = max(across) - min(across), max(down) - min(down)
    size_pt = min(wide, tall) * mm / EM * POINTS_PER_INCH / MM_PER_INCH
    return Line(box=RectMm(x=left, y=top, w=right - left, h=bottom - top), size_pt=size_pt,
                source=Source.SEEN, turned=tall > wide,
                sure=bool(line.words) and line.confidence >= SURE)  # fmt: skip
