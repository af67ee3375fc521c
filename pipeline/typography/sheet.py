"""What the parts of a composition share: the page, and a stack of sized texts in a zone."""

from dataclasses import dataclass, replace

import skia

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.fonts import FaceUse, Pairing
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Case, Role
from pipeline.domain.words import CoverWords
from pipeline.drawing.page import page
from pipeline.typography.casing import Style
from pipeline.typography.fitting import Setting, Sized
from pipeline.typography.library import FaceLibrary

SMALLEST = 22.0
"""The smallest em of any text, in units: 2.2 % of the short side."""
SMALLEST_TITLE = 45.0
READABLE = 32.0
"""What a subtitle and an author get beside a small title, if they fit."""
SUBTITLE_SHARE = 1 / 2.4
LARGEST_SUBTITLE = 50.0
SERIES_SHARE = 0.26
SMALLEST_SERIES, LARGEST_SERIES = 28.0, 36.0
SMALL_LEADING = 0.16
"""What small text in several lines gets on top of the leading of a title, in ems."""
LONG_LINE = 60
"""Above this many characters small text is not set in capitals."""


@dataclass(frozen=True, slots=True)
class Page:
    """What every block of one cover needs to know; sizes in units."""

    library: FaceLibrary
    words: CoverWords
    arrangement: Arrangement
    pairing: Pairing
    aspect: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return page(self.aspect)

    def rect(self, box: Box) -> skia.Rect:
        """A box in fractions as a rectangle in units."""
        width, height = self.size
        return skia.Rect.MakeXYWH(box.x * width, box.y * height, box.w * width, box.h * height)

    def setting(self, words: str, use: FaceUse, leading: float = SMALL_LEADING) -> Setting:
        """The setting of `words` in the language and alignment of this cover."""
        return Setting(self.library, words, Style.of(use), self.arrangement.align,
                       self.words.language, leading)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a stack: its place from the zone's upper left corner, and the room across."""

    role: Role
    words: str
    use: FaceUse
    text: Sized
    x: float
    y: float
    width: float
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts packed together; `height` is from the first ink to the last, in units."""

    items: tuple[Item, ...]
    height: float
    title_em: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """The gaps (between inks) and the sizes that go with a title of one size, in units."""

    above: float
    below: float
    series: float
    subtitle: float

    @staticmethod
    def of(title: float) -> "Sizes":
        """What suits a title of `title` units."""
        return Sizes(
            above=26.0 + 0.14 * title,
            below=28.0 + 0.21 * title,
            series=max(SMALLEST_SERIES, min(LARGEST_SERIES, title * SERIES_SHARE)),
            subtitle=max(READABLE, min(LARGEST_SUBTITLE, title * SUBTITLE_SHARE)),
        )


def name_use(pairing: Pairing, words: str) -> FaceUse:
    """How a name or a series is set: as the pairing says, but no long list in capitals."""
    use = pairing.small
    if len(words) <= LONG_LINE or use.case is not Case.UPPER:
        return use
    return replace(use, case=Case.AS_TYPED, tracking=use.tracking * 0.15)


def sentence_use(pairing: Pairing) -> FaceUse:
    """How a subtitle is set: as typed, hardly tracked, because it is read as a sentence."""
    use = pairing.small
    if use.case is Case.AS_TYPED:
        return use
    return replace(use, case=Case.AS_TYPED, tracking=min(use.tracking, 0.015))
