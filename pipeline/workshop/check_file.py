"""A file of anybody's, checked for a printer: read, looked at for lettering, and judged."""

from dataclasses import replace
from pathlib import Path

from pipeline.domain.errors import RetouchError
from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.lettering import TextLine
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Report
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import Found, Line, Source
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from pipeline.stages.find_lettering import find_lettering
from pipeline.workshop.workshop import Workshop

SURE = 0.6
"""How sure a detector is at least of words that can be relied on."""
ALONG, BESIDE, EM = 0.2, 0.12, 1.24
"""Measured on covers of ours: the room that detectors leave at the ends of a line and above and below
it, and the em of its letters, in heights of the box that they draw."""


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


def looked_at(workshop: Workshop, found: Found) -> Found:
    """`found` with the lettering that is seen on the page."""
    tools = workshop.retoucher
    try:
        seen = find_lettering(found.view, tools.detector, tools.reader)
    except RetouchError:
        return found
    height, width = found.view.shape[:2]
    mm = MM_PER_INCH / found.view_dpi
    return replace(found, lines=tuple(_line(one, width * mm, height * mm) for one in seen.lines))


def _line(line: TextLine, width_mm: float, height_mm: float) -> Line:
    """A line that was seen, in millimetres, without the room that detectors leave round its ink."""
    across = [x * width_mm for x, _ in line.polygon]
    down = [y * height_mm for _, y in line.polygon]
    box = RectMm(x=min(across), y=min(down), w=max(across) - min(across), h=max(down) - min(down))
    turned = box.h > box.w
    high = box.w if turned else box.h
    along, beside = min(ALONG * high, 0.4 * max(box.w, box.h)), BESIDE * high
    wide, tall = (beside, along) if turned else (along, beside)
    ink = RectMm(x=box.x + wide, y=box.y + tall, w=box.w - 2 * wide, h=box.h - 2 * tall)
    size_pt = high / EM * POINTS_PER_INCH / MM_PER_INCH
    return Line(box=ink, size_pt=size_pt, source=Source.SEEN, turned=turned,
                sure=bool(line.words) and line.confidence >= SURE)  # fmt: skip
