"""Lettering that is part of a picture: where it was found, what it says, and what was done to it.

Not to be mixed up with a layout, which is set over a picture and is no part of it.
"""

from dataclasses import dataclass
from enum import StrEnum

Polygon = tuple[tuple[float, float], ...]
"""Corners as (x, y), clockwise as one sees them, the first where reading begins. `x` is a fraction of a
picture's width and `y` of its height; they may lie a little outside."""


class Script(StrEnum):
    """The writing of a line; UNKNOWN is what nobody can read, as models like to paint it."""

    LATIN = "latin"
    HANGUL = "hangul"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of lettering in a picture.

    `polygon` has four corners, its first edge along the top of the letters as they are read.
    `words` are what was read there, empty where nothing could be; `confidence` from 0 to 1 says how
    sure it is that there is lettering at all. `turned` lines do not run from left to right: they
    are turned by more than 20 degrees, or their letters stand one under the other.
    """

    polygon: Polygon
    words: str = ""
    confidence: float
    script: Script = Script.UNKNOWN
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """All lettering of a picture of `width_px` x `height_px`, in the order of reading.

    People call the lines by their numbers in this order, from 1. `detector` is what found them.
    """

    lines: tuple[TextLine, ...]
    width_px: int
    height_px: int
    detector: str

    def polygons(self, numbers: tuple[int, ...]) -> tuple[Polygon, ...]:
        """Where the lines with those numbers are.

        Raises:
            IndexError: for a number that no line has.
        """
        if any(not 1 <= number <= len(self.lines) for number in numbers):
            raise IndexError(numbers)
        return tuple(self.lines[number - 1].polygon for number in numbers)


class Detector(StrEnum):
    """What finds lettering."""

    CRAFT = "craft"
    RAPIDOCR = "rapidocr"
    KERAS_OCR = "keras-ocr"


class Eraser(StrEnum):
    """What fills the place of lettering: the model that paints, or what works on any processor."""

    PAINTER = "painter"
    BUILTIN = "builtin"


class Hand(StrEnum):
    """Who letters words into a picture: the scene-text model, or the typesetter."""

    MODEL = "model"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """`erased` lines were taken out of a picture by an `eraser`; `left` ones are still to be found.

    `tries` counts the passes that it took. `by_itself` says that nobody asked for it: a picture
    that a model had just painted.
    """

    eraser: Eraser
    erased: int
    left: int = 0
    tries: int = 1
    by_itself: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Lettering in a picture was replaced by `words`.

    `face` is the typeface that the typesetter took (empty: the model lettered). `read` is what a
    reader makes of the result, empty where there was none for its script. `fallback` says that the
    model had been tried first, and failed or wrote nothing that reads right.
    """

    hand: Hand
    words: str
    face: str = ""
    read: str = ""
    fallback: bool = False


Retouch = Erasure | Replacement
"""What was done to the pixels of a picture after it was painted or brought."""
