"""Trim sizes and ratios: what a cover measures on paper, on a screen, and while it is made."""

import difflib
import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.errors import FormatError

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72
PRINT_DPI = 300
PREVIEW_SHORT_PX = 1024
"""The short side of a preview: 2:3 is made at 1024 x 1536."""
RATIO_SHORT_MM = 6 * MM_PER_INCH
"""The short side of a bare ratio on paper, so that 2:3 prints as 6 x 9 in."""
NEAR = 1.035
"""Formats whose ratios differ by less than this factor can stand in for one another."""
STEEPEST = 2.5
"""Covers go from 1:2.5 to 2.5:1, both included."""
INCHES = (3.0, 13.0)
MILLIMETRES = (75.0, 330.0)
"""What a side of a book may measure. The ranges do not meet, so a bare `127x188` needs no unit."""

_NUMBER = r"(\d{1,5}(?:\.\d{1,6})?)"
_RATIO = re.compile(rf"{_NUMBER}[:/∶]{_NUMBER}")
_SIZE = re.compile(
    rf"{_NUMBER}(mm|cm|in|inch|인치|\"|″)?[x×*]{_NUMBER}(mm|cm|in|inch|inches|인치|\"|″)?"
)
_TO_MM = {"mm": 1.0, "cm": 10.0, "in": MM_PER_INCH}


class FormatKind(StrEnum):
    """What a format's measures stand for."""

    TRIM = "trim"
    """A book cut to this size."""
    SCREEN = "screen"
    """A picture of a fixed number of pixels, which is what 300 DPI gives."""
    RATIO = "ratio"
    """A proportion; the size on paper is only where one has to be assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A shape that a cover can have.

    `width_mm` and `height_mm` are the size on paper without bleed. `english` and `korean` say it
    to a person; `aliases` are further spellings that `find_format` understands.
    """

    name: str
    english: str
    korean: str
    width_mm: float
    height_mm: float
    kind: FormatKind = FormatKind.TRIM
    aliases: tuple[str, ...] = ()

    @property
    def aspect(self) -> float:
        """Width / height."""
        return self.width_mm / self.height_mm

    @property
    def trim_mm(self) -> tuple[float, float] | None:
        """Width and height that the printer cuts to; None where no book is cut."""
        return (self.width_mm, self.height_mm) if self.kind is FormatKind.TRIM else None

    def is_near(self, other: "Format") -> bool:
        """Whether a cover of this format can be printed in the other, hardly cut or extended."""
        return abs(math.log(self.aspect / other.aspect)) <= math.log(NEAR)

    @property
    def preview_px(self) -> tuple[int, int]:
        """Width and height of a preview: the short side is `PREVIEW_SHORT_PX`."""
        if self.aspect <= 1:
            return PREVIEW_SHORT_PX, round(PREVIEW_SHORT_PX / self.aspect)
        return round(PREVIEW_SHORT_PX * self.aspect), PREVIEW_SHORT_PX

    def print_px(self, dpi: int = PRINT_DPI) -> tuple[int, int]:
        """Width and height at `dpi`, rounded to whole pixels, without bleed."""
        return (
            round(self.width_mm / MM_PER_INCH * dpi),
            round(self.height_mm / MM_PER_INCH * dpi),
        )

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in PostScript points, the unit of a PDF page."""
        scale = POINTS_PER_INCH / MM_PER_INCH
        return self.width_mm * scale, self.height_mm * scale


def find_format(text: str, formats: Iterable[Format]) -> Format:
    """The format that `text` names.

    Understands the names and aliases of `formats` in any case and spacing, a ratio such as
    `16:9`, and a trim size such as `127x188mm`, `6.5 x 9.5 in`, `128x182`.

    Raises:
        FormatError: `format-unknown` with the nearest names, `format-ratio-range` or
            `format-size-range` with what is allowed.
    """
    known = tuple(formats)
    asked = _key(text)
    spellings = {_key(word): entry for entry in known for word in (entry.name, *entry.aliases)}
    if asked in spellings:
        return spellings[asked]
    if match := _RATIO.fullmatch(asked):
        return _ratio(text, float(match[1]), float(match[2]))
    if match := _SIZE.fullmatch(asked):
        return _size(text, match, known)
    raise FormatError("format-unknown", asked=_shown(text), near=_near(asked, spellings))


def _key(text: str) -> str:
    """The spelling that counts: no case, no spaces, full-width signs as plain ones."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).strip("\"'“”‘’")


def _shown(text: str) -> str:
    return " ".join(text.split())[:60]


def _ratio(text: str, width: float, height: float) -> Format:
    if not _allowed(width, height):
        raise _too_steep(text)
    short = RATIO_SHORT_MM / min(width, height)
    name = f"{_digits(width)}:{_digits(height)}"
    return Format(
        name=name, english=name, korean=name, width_mm=width * short, height_mm=height * short,
        kind=FormatKind.RATIO,
    )  # fmt: skip


def _allowed(width: float, height: float) -> bool:
    """Whether the ratio is one that covers have; both ends are included, as `1.2:3` must be."""
    short, long = sorted((width, height))
    return short > 0 and long <= STEEPEST * short * (1 + 1e-9)


def _too_steep(text: str) -> FormatError:
    return FormatError(
        "format-ratio-range", asked=_shown(text), narrowest=f"1:{STEEPEST:g}",
        widest=f"{STEEPEST:g}:1",
    )  # fmt: skip


def _size(text: str, match: re.Match[str], known: Iterable[Format]) -> Format:
    """The trim size of a match of `_SIZE`; a size in the catalogue is that entry."""
    width, height = float(match[1]), float(match[3])
    unit = _unit(match[4] or match[2], width, height)
    if unit is None:
        raise _out_of_range(text)
    across, down = width * _TO_MM[unit], height * _TO_MM[unit]
    low, high = MILLIMETRES
    if not (low <= across <= high and low <= down <= high):
        raise _out_of_range(text)
    if not _allowed(across, down):
        raise _too_steep(text)
    for entry in known:
        if entry.trim_mm and abs(across - entry.width_mm) < 0.01 > abs(down - entry.height_mm):
            return entry
    sides = (_digits(width), _digits(height))
    label = f"{' × '.join(sides)} {unit}"
    return Format(
        name="x".join(sides) + unit, english=label, korean=label, width_mm=across, height_mm=down
    )


def _digits(number: float) -> str:
    """All that was typed and no more, so that a name finds its format again."""
    return f"{number:.12g}"


def _unit(written: str | None, width: float, height: float) -> str | None:
    """The unit as `_TO_MM` names it; where none is written, the one that makes a book."""
    if written:
        return written if written in _TO_MM else "in"
    for unit, (low, high) in (("in", INCHES), ("mm", MILLIMETRES)):
        if low <= width <= high and low <= height <= high:
            return unit
    return None


def _out_of_range(text: str) -> FormatError:
    return FormatError(
        "format-size-range", asked=_shown(text), low_mm=MILLIMETRES[0], high_mm=MILLIMETRES[1],
        low_in=INCHES[0], high_in=INCHES[1],
    )  # fmt: skip


def _near(asked: str, spellings: dict[str, Format]) -> str:
    """Up to three names that look like `asked`; Hangul is compared letter by letter."""
    apart = {unicodedata.normalize("NFD", word): entry.name for word, entry in spellings.items()}
    close = difflib.get_close_matches(unicodedata.normalize("NFD", asked), apart, n=6, cutoff=0.6)
    return ", ".join(dict.fromkeys(apart[word] for word in close))
