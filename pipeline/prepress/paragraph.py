"""Running text in lines: every paragraph broken as a whole, ragged, the measure nearly filled."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.fonts import FaceUse
from pipeline.domain.layout import Align
from pipeline.typography.breaking import Piece, Widths, as_lines, line_widths, pieces
from pipeline.typography.casing import Style
from pipeline.typography.fitting import Setting, ink_of, measured
from pipeline.typography.hyphenation import split_long
from pipeline.typography.library import FaceLibrary

SAFETY = 0.995
"""Kerning over a space may add a little to a line."""
SHORT_LAST = 0.22
"""A last line below this share of the measure is a leftover."""
LEFTOVER, WEAK = 0.35, 0.05
"""What a leftover costs, and what a weak line end does, in squared shares of the measure."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph with the widths of its parts, all in ems: it can be broken at any measure."""

    setting: Setting
    parts: tuple[Piece, ...]
    widths: Widths


def prose(library: FaceLibrary, words: str, use: FaceUse, language: str, align: Align,
          longest: int) -> Prose:  # fmt: skip
    """`words` ready to be broken; a word of more than `longest` characters may be divided."""
    setting = Setting(library, words, Style.of(use), align, language)
    parts = split_long(pieces(words, language), longest, language)
    return Prose(setting, parts, measured(setting, parts))


def broken(text: Prose, measure: float) -> tuple[str, ...] | None:
    """The lines of a paragraph at a `measure` in ems; None where a part is wider than it.

    After Knuth and Plass, Breaking paragraphs into lines (1981): the sum of the squared spaces at
    the ends of all lines but the last is least.
    """
    count, room = len(text.parts), measure * SAFETY
    best = [0.0] + [math.inf] * count
    origin = [0] * (count + 1)
    for start in range(count):
        if math.isinf(best[start]):
            continue
        for offset, width in enumerate(line_widths(text.parts, text.widths, start)):
            if width > room:
                break
            end = start + offset + 1
            cost = best[start] + _cost(text.parts, start, end, width / room)
            if cost < best[end]:
                best[end], origin[end] = cost, start
    return None if math.isinf(best[count]) else as_lines(text.parts, _ends(origin, count))


def _cost(parts: Sequence[Piece], start: int, end: int, filled: float) -> float:
    if end < len(parts):
        return (1 - filled) ** 2 + WEAK * parts[end - 1].cost + 0.001
    return LEFTOVER * (start > 0 and (filled < SHORT_LAST or end - start == 1))


def _ends(origin: Sequence[int], count: int) -> list[int]:
    ends = [count]
    while origin[ends[-1]] > 0:
        ends.append(origin[ends[-1]])
    return ends[::-1]


def ink_top(text: Prose, lines: tuple[str, ...]) -> float:
    """How far the ink of the first line reaches over its baseline, in ems; negative is upwards."""
    return ink_of(text.setting, lines[:1], 1.0).top()


def ink_foot(text: Prose, lines: tuple[str, ...]) -> float:
    """How far the ink of the last line reaches under its baseline, in ems."""
    return ink_of(text.setting, lines[-1:], 1.0).bottom()
