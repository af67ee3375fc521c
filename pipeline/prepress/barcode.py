"""The barcode of a book as vectors: EAN-13, and the five digits that may stand beside it.

ISO/IEC 15420 and the GS1 General Specifications: modules of 0.264 to 0.66 mm, 0.33 mm at 100 %;
11 modules of white before and 7 after an EAN-13, 5 after an add-on, 7 to 12 between the two; guard
bars and add-on end 5 modules lower than the other bars. The bars of books are commonly cut shorter
than the 22.85 mm of goods, which scanners of book shops allow for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import skia

from pipeline.domain.wrap import RectMm
from pipeline.drawing.canvas import moved
from pipeline.prepress.composed import BLACK, PAPER_WHITE, Solid
from pipeline.prepress.isbn import hyphenated
from pipeline.typography.library import FaceLibrary
from pipeline.typography.outlines import merged
from pipeline.typography.shaping import Run, shape

NOMINAL_MM, LEAST_MM = 0.33, 0.264
"""The width of a module at 100 % and at 80 %, the smallest that scanners are promised."""
MOST_BARS_MM = 22.85
BEFORE, AFTER, APART, AFTER_ADDON = 11, 7, 9, 5
"""White in modules: before, after, between the two parts, and after the add-on."""
FIRST_DIGIT = -5.5
"""Where the middle of the digit before the bars is, in modules."""
DEEPER = 5
"""Modules by which guard bars are longer than the others."""
AIR_MM = 1.2
"""White at the head and foot of the zone, and between its parts."""
FACE = "dm-sans"
DIGIT_CAP = 0.7
"""The height of a digit of that face, in ems."""
HEADING_MM = 3.175
"""Nine points: what the ISBN above the bars is set in, where there is room."""
PARITY = ("BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB")
"""Of an add-on's digits, by its check digit; ISO/IEC 15420, 4.3.3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where the bars are, in mm: from `left`, `head` to `foot`, each module `module` wide."""

    left: float
    head: float
    foot: float
    module: float
    deeper: float

    def at(self, modules: float) -> float:
        """The x of so many modules from the first bar."""
        return self.left + modules * self.module


def barcode(isbn: str, zone: RectMm, library: FaceLibrary, addon: str = "") -> tuple[Solid, ...]:
    """The ISBN of 13 digits in `zone`: a white plate, the bars, and the numbers as outlines.

    `addon` are five digits or none. Everything is in mm of the sheet; bars and numbers are black
    ink alone, which prints sharpest, and the quiet zones are part of the plate.

    Raises:
        ValueError: for a zone in which a module would be narrower than `LEAST_MM`.
    """
    frame = _frame(zone, addon)
    bars, numbers = skia.Path(), skia.Path()
    for start, width, guard in _runs(_ean13(isbn)):
        _bar(bars, frame, start, width, frame.head, frame.foot + (frame.deeper if guard else 0.0))
    _ean_digits(numbers, frame, isbn, library)
    if addon:
        _add(bars, numbers, frame, addon, library)
    _heading(numbers, frame, isbn, library)
    plate = skia.Path()
    plate.addRect(skia.Rect.MakeXYWH(zone.x, zone.y, zone.w, zone.h))
    return (
        Solid(path=plate, inks=PAPER_WHITE),
        Solid(path=bars, inks=BLACK),
        Solid(path=numbers, inks=BLACK),
    )


def _frame(zone: RectMm, addon: str) -> _Frame:
    """The symbol as large as the zone allows, up to 100 %, and in its middle."""
    modules = BEFORE + 95 + (APART + 47 + AFTER_ADDON if addon else AFTER)
    module = min(NOMINAL_MM, zone.w / modules)
    if module < LEAST_MM:
        raise ValueError(f"a zone of {zone.w:.1f} mm is too narrow for a barcode")
    deeper = DEEPER * module
    digits = deeper + _digit_em(module) * DIGIT_CAP * 0.55
    heading = AIR_MM + HEADING_MM * DIGIT_CAP + AIR_MM
    bars = min(MOST_BARS_MM, zone.h - heading - digits - AIR_MM)
    spare = zone.h - heading - bars - digits - AIR_MM
    head = zone.y + heading + spare / 2
    left = zone.x + (zone.w - modules * module) / 2 + BEFORE * module
    return _Frame(left=left, head=head, foot=head + bars, module=module, deeper=deeper)


def _ean13(isbn: str) -> str:
    """The modules, 1 for a bar and G for one of a guard."""
    from barcode.ean import EuropeanArticleNumber13  # noqa: PLC0415 - where it is needed

    return EuropeanArticleNumber13(isbn, no_checksum=True, guardbar=True).build()[0]


def _ean5(addon: str) -> str:
    """The modules of an add-on of five digits."""
    from barcode.charsets.ean import CODES  # noqa: PLC0415

    check = sum(int(digit) * weight for digit, weight in zip(addon, (3, 9, 3, 9, 3), strict=True))
    sets = PARITY[check % 10]
    return "1011" + "01".join(CODES[s][int(d)] for s, d in zip(sets, addon, strict=True))


def _runs(modules: str) -> Iterator[tuple[int, int, bool]]:
    """Every bar as its first module, its width in modules, and whether it is a guard."""
    start = 0
    for kind, group in groupby(modules):
        width = len(list(group))
        if kind != "0":
            yield start, width, kind == "G"
        start += width


def _bar(path: skia.Path, frame: _Frame, start: int, width: int, head: float, foot: float) -> None:
    path.addRect(skia.Rect.MakeLTRB(frame.at(start), head, frame.at(start + width), foot))


def _digit_em(module: float) -> float:
    """The em of the digits below the bars: seven modules for each, as wide as its bars."""
    return 9.2 * module


def _ean_digits(path: skia.Path, frame: _Frame, isbn: str, library: FaceLibrary) -> None:
    """The first digit before the bars, six under either half, each under its own bars."""
    em = _digit_em(frame.module)
    base = frame.foot + 0.55 * frame.module + em * DIGIT_CAP
    places = [FIRST_DIGIT, *(6.5 + 7 * i for i in range(6)), *(53.5 + 7 * i for i in range(6))]
    for digit, place in zip(isbn, places, strict=True):
        _number(path, digit, library, em, frame.at(place), base)


def _add(
    bars: skia.Path, numbers: skia.Path, frame: _Frame, addon: str, library: FaceLibrary
) -> None:
    """The add-on to the right: its digits on top, its bars below them down to the guards' foot."""
    em = _digit_em(frame.module)
    base = frame.head + em * DIGIT_CAP
    first = 95 + APART
    for start, width, _ in _runs(_ean5(addon)):
        _bar(bars, frame, first + start, width, base + frame.module, frame.foot + frame.deeper)
    for index, digit in enumerate(addon):
        _number(numbers, digit, library, em, frame.at(first + 7.5 + 9 * index), base)


def _heading(path: skia.Path, frame: _Frame, isbn: str, library: FaceLibrary) -> None:
    """The ISBN with its hyphens over the EAN-13, from its first digit to its last bar."""
    run = _shaped(library, f"ISBN {hyphenated(isbn)}", tracking=0.02)
    left, right = frame.at(FIRST_DIGIT - 2.5), frame.at(95)
    em = min(HEADING_MM, (right - left) / run.advance)
    x = (left + right - run.advance * em) / 2
    path.addPath(moved(merged(run.path), x, frame.head - AIR_MM, em))


def _number(
    path: skia.Path, digit: str, library: FaceLibrary, em: float, middle: float, base: float
) -> None:  # fmt: skip
    run = _shaped(library, digit)
    path.addPath(moved(merged(run.path), middle - run.advance * em / 2, base, em))


def _shaped(library: FaceLibrary, text: str, tracking: float = 0.0) -> Run:
    """`text` in figures of one height and one width."""
    return shape(library, text, FACE, (("wght", 450.0),), tracking=tracking,
                 features=(("tnum", True), ("lnum", True)))  # fmt: skip
