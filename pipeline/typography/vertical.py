"""Hangul, kana and Chinese characters in a column, read downwards."""

import re
from collections.abc import Sequence
from itertools import pairwise

import skia

from pipeline.typography.casing import Style, cased, line_run
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shaping import Run
from pipeline.typography.stacking import Row, placed

WORD_SPACE = 0.34
"""The height of a space in a column, in ems."""
CELL_GAP = 0.06
"""Air between the tallest syllables of a column, in ems."""
LEAST_PITCH = 0.92
"""The least distance between syllables, as a share of their advance in a line."""
COMMA_CELL = 0.42
"""The height of a comma or full stop; it stands at the upper right, as in vertical books."""
TURNED = "()[]{}<>「」『』《》〈〉【】―—–-~〜…‥:;·ー"
_CELLS = re.compile(
    r"\s|\d{1,2}(?!\d)|[A-Z](?=[A-Z]{0,3}(?![A-Za-z]))|[A-Za-zÀ-ɏ0-9'’.&-]*[A-Za-zÀ-ɏ0-9]|."
)


def columns(library: FaceLibrary, lines: Sequence[str], style: Style, distance: float,
            context: str) -> list[Row]:  # fmt: skip
    """Columns from right to left in ems, all starting at y = 0, the first with its axis at x = 0."""
    found: list[Row] = []
    for index, line in enumerate(lines):
        path = column(library, line, style, context)
        found.append(placed(path, path.computeTightBounds(), -index * distance, 0.0))
    return found


def column(library: FaceLibrary, line: str, style: Style, context: str) -> skia.Path:
    """`line` as a column in ems: its axis at x = 0, starting at y = 0.

    Syllables and short capitals stand upright, up to two digits stand side by side; longer
    foreign words, dashes and brackets lie turned clockwise.
    """
    path, y = skia.Path(), 0.0
    upright = Style(style.face, style.axes, 0.0, style.case)
    pitch = _pitch(library, upright, context)
    for cell in _CELLS.findall(cased(line, style.case)):
        if cell.isspace():
            y += WORD_SPACE
            continue
        run = line_run(library, cell, upright, context)
        y += _draw(path, cell, run, y, pitch) + max(0.0, style.tracking)
    return path


def _pitch(library: FaceLibrary, style: Style, context: str) -> float:
    """From one syllable to the next, in ems: even, and wide enough for any two neighbours.

    Faces drawn for horizontal lines give their syllables less height than they need in a column.
    """
    text = cased(context, style.case)
    inks = {char: line_run(library, char, style, context).ink for char in text if _full(char)}
    needed = [
        inks[upper].bottom() - inks[lower].top()
        for upper, lower in pairwise(text)
        if upper in inks and lower in inks
    ]
    advance = line_run(library, "한", style, context + "한").advance
    return max([advance * LEAST_PITCH, *(height + CELL_GAP for height in needed)])


def _draw(path: skia.Path, cell: str, run: Run, y: float, pitch: float) -> float:
    """Adds one cell at height `y`; returns how high it is."""
    ink = run.ink
    if cell in ".,、。":
        path.addPath(run.path, pitch * 0.42 - ink.right(), y + 0.06 - ink.top())
        return COMMA_CELL
    if cell in TURNED or (len(cell) > 1 and not cell.isdigit()):
        turned = skia.Matrix().setRotate(90)
        turned.postTranslate(_axis(run), y + 0.06 - ink.left())
        path.addPath(run.path, turned)
        return ink.width() + 0.12
    squeeze = min(1.0, pitch / max(ink.width(), 1e-6))
    middle = y + pitch / 2
    # Upright cells keep their baseline, so that syllables of different heights stay in step.
    lift = 0.36 if _full(cell) else -ink.centerY()
    place = skia.Matrix().setScale(squeeze, 1.0)
    x = run.advance / 2 if _full(cell) else ink.centerX()
    place.postTranslate(-x * squeeze, middle + lift)
    path.addPath(run.path, place)
    return pitch


def _full(cell: str) -> bool:
    return len(cell) == 1 and cell > "⺀"


def _axis(run: Run) -> float:
    """The height that lies on the axis once the run is turned: the middle of its ink."""
    return run.ink.centerY()
