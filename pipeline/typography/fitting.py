"""Words into a width: the candidates for a title's lines, and small text at its best size."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from pipeline.domain.layout import Align
from pipeline.typography.breaking import Piece, Widths, as_lines, balanced, pieces
from pipeline.typography.casing import Style, line_run
from pipeline.typography.hyphenation import split_long
from pipeline.typography.library import FaceLibrary
from pipeline.typography.stacking import leading_for, rows, union, wanted_leading

RAGGED = {Align.CENTRE: 1.1, Align.LEFT: 0.75, Align.RIGHT: 0.9}
"""How many steps of size (natural logarithms) a unit of bad breaking is worth."""
EVERY_LINE = 0.012
MOST_PIECES = 600
"""More words than this fit on no cover at any size; not to try them keeps the time bounded."""
MANY_LINES = 5
TOO_MANY = 0.06
"""What each line costs, and what each beyond `MANY_LINES` costs more."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same while words are tried in different lines; `leading` is in ems."""

    library: FaceLibrary
    words: str
    style: Style
    align: Align
    language: str
    leading: float = 0.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to break words; sizes are in ems. `cost` is in natural logarithms of size.

    `ink` bounds the lines where their optical edge (or middle) lies at x = 0.
    """

    lines: tuple[str, ...]
    leading: float
    ink: skia.Rect
    cost: float

    @property
    def width(self) -> float:
        """The width of the ink."""
        return self.ink.width()

    @property
    def height(self) -> float:
        """The height of the ink."""
        return self.ink.height()


def measured(setting: Setting, parts: Sequence[Piece]) -> Widths:
    """The advance widths of `parts` in ems."""

    def advance(text: str) -> float:
        return line_run(setting.library, text, setting.style, setting.words).advance

    tracking = setting.style.tracking
    return Widths(tuple(advance(part.text) for part in parts),
                  advance("x x") - 2 * advance("x"), advance("-") + tracking)  # fmt: skip


def sketches(setting: Setting, parts: Sequence[Piece], most: int) -> list[Proposal]:
    """For every number of lines a proposal with estimated sizes; nothing is stacked yet."""
    if not 0 < len(parts) <= MOST_PIECES:
        return []
    widths = measured(setting, parts)
    leading = wanted_leading(setting.library, setting.style, setting.words) + setting.leading
    found: list[Proposal] = []
    for count, (cost, ends) in balanced(parts, widths, most).items():
        lines = as_lines(parts, ends)
        width = max(_advance(setting, line) for line in lines)
        crowd = EVERY_LINE * count + TOO_MANY * max(0, count - MANY_LINES)
        ragged = RAGGED[setting.align] * cost / math.sqrt(count)
        ink = skia.Rect.MakeWH(width, (count - 1) * leading + 0.8)
        found.append(Proposal(lines, leading, ink, ragged + crowd))
    return found


def _advance(setting: Setting, line: str) -> float:
    return line_run(setting.library, line, setting.style, setting.words).advance


def exact(setting: Setting, sketch: Proposal) -> Proposal:
    """The proposal with its leading free of collisions, and the size of its ink."""
    key = ("exact", setting.words, setting.style, setting.align, setting.leading, sketch.lines)
    return setting.library.remembered(key, lambda: _exact(setting, sketch))


def _exact(setting: Setting, sketch: Proposal) -> Proposal:
    leading = leading_for(setting.library, sketch.lines, setting.style, setting.align,
                          setting.words, setting.leading)  # fmt: skip
    ink = ink_of(setting, sketch.lines, leading)
    return Proposal(sketch.lines, leading, ink, sketch.cost)


def ink_of(setting: Setting, lines: Sequence[str], leading: float) -> skia.Rect:
    """The bounds of all ink of `lines`, in ems."""
    stacked = rows(setting.library, lines, setting.style, setting.align, leading, setting.words)
    return union(bounds for _, bounds in stacked)


@dataclass(frozen=True, slots=True)
class Sized:
    """A proposal at a size; `em`, `width` and `height` (of the ink) are in units."""

    proposal: Proposal
    em: float

    @property
    def width(self) -> float:
        """The width of the ink in units."""
        return self.proposal.width * self.em

    @property
    def height(self) -> float:
        """The height of the ink in units."""
        return self.proposal.height * self.em


LINE_BREAK = 0.3
"""How much smaller (natural logarithm) small text may get to save a line."""
STEP = 0.96


def small_text(setting: Setting, width: float, largest: float, smallest: float,
               most: int = 14) -> Sized | None:  # fmt: skip
    """Small text in at most `width` units, between two sizes in units; None when it cannot be.

    A slightly smaller size is preferred to one more line.
    """
    longest = int(width / max(smallest, 1e-6) / 0.6)
    key = ("sketches", setting.words, setting.style, setting.align, setting.language, longest, most)
    found = setting.library.remembered(key, lambda: _cut(setting, longest, most))
    choices: list[tuple[float, Proposal, float]] = []
    for sketch in found:
        em = min(largest, width / max(sketch.width, 1e-6))
        if em >= smallest:
            lines = len(sketch.lines)
            choices.append((math.log(largest / em) + LINE_BREAK * lines + sketch.cost, sketch, em))
    for _, sketch, em in sorted(choices, key=lambda choice: choice[0]):
        proposal = exact(setting, sketch)
        fitted = min(em, width / max(proposal.width, 1e-6))
        if fitted >= smallest:
            return Sized(proposal, fitted)
    return None


def _cut(setting: Setting, longest: int, most: int) -> list[Proposal]:
    parts = pieces(setting.words, setting.language)
    return sketches(setting, split_long(parts, longest, setting.language), most)
