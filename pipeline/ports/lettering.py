"""What finds, reads and fills lettering in pictures, as the workshop asks it.

Pictures are (height, width, 3) RGB arrays of uint8 as one sees them: turned, without transparency.
Everything here is loaded when it is first asked, and belongs to one thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.lettering import Script

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
"""(height, width), True where something is to be done."""
Corners = NDArray[np.float32]
"""(4, 2) corners as (x, y) in pixels, clockwise, the first edge along the top of the letters."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fragment:
    """A word or a part of one, and how sure it is that it is one, from 0 to 1."""

    corners: Corners
    confidence: float


class TextDetector(Protocol):
    """Finds where lettering is; recall matters more than precision."""

    @property
    def name(self) -> str:
        """What it is called in settings and results."""
        ...

    def fragments(self, rgb: Pixels) -> Sequence[Fragment]:
        """Words, parts of words or whole lines, as it finds them.

        Raises:
            RetouchError: `detector-extra`, `detector-damaged`, `detector-lost`, `detector-failed`.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a line says, how sure that is from 0 to 1, and its script."""

    words: str
    confidence: float
    script: Script


UNREAD = Reading(words="", confidence=0.0, script=Script.UNKNOWN)


class TextReader(Protocol):
    """Reads single lines."""

    def read(self, lines: Sequence[Pixels]) -> Sequence[Reading]:
        """What each picture of one upright line says; UNREAD where nothing can be read."""
        ...


class Inpainter(Protocol):
    """Fills a part of a picture with what surrounds it."""

    def fill(self, rgb: Pixels, mask: Mask, *, seed: int) -> Pixels:
        """The picture with other pixels where the mask is True, and the same ones elsewhere."""
        ...
