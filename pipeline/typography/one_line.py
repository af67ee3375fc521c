"""Captions: one line of text in the sheet's face, cut with an ellipsis where room ends."""

import unicodedata
from dataclasses import dataclass

import skia

from pipeline.drawing.canvas import fill
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shaping import Run, shape

FACE = "dm-sans"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """How a caption is lettered: the em in pixels, the weight (wght axis), the colour."""

    size: float
    weight: float
    colour: str = "#1d1b18"


def write(
    canvas: skia.Canvas, library: FaceLibrary, text: str, hand: Hand, x: float, base: float, *,
    room: float, right: bool = False,
) -> float:  # fmt: skip
    """Draws `text` on the baseline `base` from `x` on (up to `x` when `right`).

    Returns the width that it took, at most `room`; 0 for no text.
    """
    if not text or room <= 0:
        return 0.0
    run = _fitted(library, text, hand, room)
    width = run.advance * hand.size
    matrix = skia.Matrix().setTranslate(x - width if right else x, base)
    matrix.preScale(hand.size, hand.size)
    path = skia.Path(run.path)
    path.transform(matrix)
    canvas.drawPath(path, fill(hand.colour))
    return width


def measured(library: FaceLibrary, text: str, hand: Hand) -> float:
    """How wide `text` is in one line, in pixels."""
    return _shaped(library, text, hand).advance * hand.size


def broken(
    library: FaceLibrary, text: str, hand: Hand, room: float, most: int
) -> list[str]:  # fmt: skip
    """`text` in at most so many lines that fit into `room`; the last may still be too long."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        fits = measured(library, longer, hand) <= room
        if lines and (fits or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(library: FaceLibrary, text: str, hand: Hand, room: float) -> Run:
    """The longest beginning of `text` that fits, with an ellipsis unless it is the whole."""
    run = _shaped(library, text, hand)
    low, high = 0, len(text) - 1
    if run.advance * hand.size <= room:
        return run
    while low < high:
        middle = (low + high + 1) // 2
        if _shaped(library, _cut(text, middle), hand).advance * hand.size <= room:
            low = middle
        else:
            high = middle - 1
    return _shaped(library, _cut(text, low), hand)


def _cut(text: str, length: int) -> str:
    """The first `length` characters and an ellipsis; a letter keeps its marks."""
    while length and unicodedata.combining(text[length]):
        length -= 1
    return text[:length].rstrip(" ,.:;·–—-") + ELLIPSIS


def _shaped(library: FaceLibrary, text: str, hand: Hand) -> Run:
    return shape(library, text, FACE, (("wght", hand.weight),))
