"""New words where a line stood: as large, at the same side, a little narrower if they must be."""

import math
from dataclasses import dataclass, replace

import skia

from pipeline.domain.layout import Align
from pipeline.domain.retouch_errors import RetouchError
from pipeline.domain.words import Writing, writing_of
from pipeline.typography.casing import Style
from pipeline.typography.in_place.matching import path_of
from pipeline.typography.in_place.measuring import Lettering
from pipeline.typography.library import FaceLibrary

ROOMIER = 1.2
"""New words may be so much longer than the old ones were."""
HARDLY_LONGER = 1.04
"""So much longer they are as long."""
A_LITTLE_SMALLER = 0.88
"""Before they become longer still they become smaller, which one hardly sees."""
TIGHTER = -0.025
"""Tracking is taken down to this, in ems, before letters are condensed."""
CONDENSED = 0.88
SMALLEST = 0.5
"""How narrow and how small words become before they are too long."""
HANGUL_BY_CAPITAL = 1.22
"""Syllables look as large as capitals when they are so much higher."""
LEAST_PX = 9.0
"""Smaller letters cannot be read."""
STRETCH = (0.68, 1.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Words as a `path` in pixels of the view, with the style that they ended up in."""

    path: skia.Path
    style: Style
    em: float


def placed(
    library: FaceLibrary, old: Lettering, words: str, align: Align, room: float = ROOMIER
) -> Set:
    """`words` where `old` stood; they may take `room` times its length.

    Raises:
        RetouchError: `replace-long`, `replace-small`.
    """
    em = _em(library, old, words)
    stretch = min(STRETCH[1], max(STRETCH[0], old.fit.stretch)) if old.fit else 1.0
    length = (old.extent.bottom - old.extent.top) if old.stacked else old.extent.width
    style, narrow, em = _squeezed(library, old, words, em, stretch, room * length)
    path = path_of(library, words, style, stacked=old.stacked)
    path.transform(skia.Matrix().setScale(em * (1 if old.stacked else stretch * narrow), em))
    _demand_size(old, path)
    if old.stacked:
        _stand(path, old, align)
    else:
        _lie(library, path, old, words, style, em, align)
    return Set(path=path, style=style, em=em)


def _em(library: FaceLibrary, old: Lettering, words: str) -> float:
    """The size of an em in pixels of the view."""
    lines = old.extent
    if old.fit:
        return old.fit.em * (lines.bottom - lines.top)
    if old.stacked:
        ink = path_of(library, "한" if writing_of(words) is Writing.KOREAN else "H", old.style)
        return lines.width / max(1e-3, ink.computeTightBounds().width())
    tall = lines.base - lines.top
    return tall * _by_writing(old, words) / _height(library, words, old.style)


def _by_writing(old: Lettering, words: str) -> float:
    """How much higher letters of one writing must be to look as large as those of another."""
    before, after = old.writing, writing_of(words)
    if before is after:
        return 1.0
    return HANGUL_BY_CAPITAL if after is Writing.KOREAN else 1 / HANGUL_BY_CAPITAL


def _height(library: FaceLibrary, words: str, style: Style) -> float:
    """The height of a capital, or of a syllable, in ems."""
    letter = "한" if writing_of(words) is Writing.KOREAN else "H"
    return max(1e-3, path_of(library, letter, style).computeTightBounds().height())


def _squeezed(
    library: FaceLibrary, old: Lettering, words: str, em: float, stretch: float, room: float
) -> tuple[Style, float, float]:
    """The style, how far letters are condensed, and the em, with which words fit into `room`."""
    style = old.style
    length = _length(library, old, words, style)
    was = HARDLY_LONGER * (old.extent.bottom - old.extent.top if old.stacked else old.extent.width)
    em *= min(1.0, max(A_LITTLE_SMALLER, was / (length * em * (1 if old.stacked else stretch))))
    if old.stacked:
        return style, 1.0, em * _smaller(room / (length * em), words)
    length *= em * stretch
    gaps = max(1, len(words) - 1) * em * stretch
    if length > room:
        tracking = max(min(TIGHTER, style.tracking), style.tracking - (length - room) / gaps)
        style = replace(style, tracking=tracking)
        length = _length(library, old, words, style) * em * stretch
    if length <= room:
        return style, 1.0, em
    narrow = max(CONDENSED, room / length)
    return style, narrow, em * _smaller(room / (length * narrow), words)


def _length(library: FaceLibrary, old: Lettering, words: str, style: Style) -> float:
    ink = path_of(library, words, style, stacked=old.stacked).computeTightBounds()
    return max(1e-3, ink.height() if old.stacked else ink.width())


def _smaller(fits: float, words: str) -> float:
    """By what words are made smaller to fit.

    Raises:
        RetouchError: `replace-long`.
    """
    if fits < SMALLEST:
        limit = max(1, math.floor(len(words) * fits / SMALLEST))
        raise RetouchError("replace-long", length=len(words), limit=limit)
    return min(1.0, fits)


def _demand_size(old: Lettering, path: skia.Path) -> None:
    lines = old.extent
    middle = (lines.left + lines.right) / 2, (lines.top + lines.bottom) / 2
    ink = path.computeTightBounds()
    height = (ink.width() if old.stacked else ink.height()) * old.plane.scale_at(*middle)
    if height < LEAST_PX:
        raise RetouchError("replace-small", least_px=round(LEAST_PX))


def _lie(
    library: FaceLibrary, path: skia.Path, old: Lettering, words: str, style: Style, em: float,
    align: Align,
) -> None:  # fmt: skip
    """Move a path that starts at (0, 0) to its baseline and its side."""
    lines, ink = old.extent, path.computeTightBounds()
    base = _baseline(library, old, words, style, em)
    x = {Align.LEFT: lines.left - ink.left(), Align.RIGHT: lines.right - ink.right(),
         Align.CENTRE: (lines.left + lines.right) / 2 - ink.centerX()}[align]  # fmt: skip
    path.offset(x, base)


def _baseline(
    library: FaceLibrary, old: Lettering, words: str, style: Style, em: float
) -> float:  # fmt: skip
    lines = old.extent
    if old.fit:
        was = path_of(library, old.words, old.fit.style).computeTightBounds()
        first = old.fit.em * (lines.bottom - lines.top)
        base = (lines.top + lines.bottom) / 2 - was.centerY() * first
        # smaller words stand where they were in the line, not at its foot
        return base if em >= first else base - 0.35 * (first - em)
    korean = writing_of(words) is Writing.KOREAN
    if old.writing is writing_of(words) and not korean:
        return lines.base
    letter = "한" if korean else "H"
    ink = path_of(library, letter, style).computeTightBounds()
    return (lines.top + lines.base) / 2 - ink.centerY() * em


def _stand(path: skia.Path, old: Lettering, align: Align) -> None:
    lines, ink = old.extent, path.computeTightBounds()
    y = {Align.LEFT: lines.top - ink.top(), Align.RIGHT: lines.bottom - ink.bottom(),
         Align.CENTRE: (lines.top + lines.bottom) / 2 - ink.centerY()}[align]  # fmt: skip
    path.offset((lines.left + lines.right) / 2 - ink.centerX(), y)
