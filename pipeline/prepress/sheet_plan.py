"""Where the parts of a sheet lie in pixels and millimetres, without grooves that nothing may stand in."""

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image

from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.geometry import Box
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.prepress.composed import Pixels
from pipeline.stages.print_art import WHOLE
from pipeline.stages.reformat import part_of

SAME = 1e-3
"""Proportions that differ by less than this factor are one."""
WORDLESS = 0.15
"""This share of a spine's clear width is free of words on either side."""
LOOK_PX = 1400
"""Lettering is judged on art of at most so many pixels on its long side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """A wrap at a resolution in pixels per inch."""

    wrap: Wrap
    dpi: float

    @property
    def face(self) -> RectMm:
        """What is seen of the front when the book lies there: without its hinge."""
        front = self.wrap.front
        groove = max((one.right - front.x for one in self.wrap.hinges if one.x >= front.x - 0.01),
                     default=0.0)  # fmt: skip
        return RectMm(x=front.x + groove, y=front.y, w=front.w - groove, h=front.h)

    @property
    def verso(self) -> RectMm:
        """The same of the back."""
        back = self.wrap.back
        groove = max((back.right - one.x for one in self.wrap.hinges if one.x < back.right),
                     default=0.0)  # fmt: skip
        return RectMm(x=back.x, y=back.y, w=back.w - groove, h=back.h)

    @property
    def before_words(self) -> float:
        """How far it is from the face to the words of the spine; infinite where it has none."""
        clear = self.wrap.spine_text
        if clear is None:
            return math.inf
        return self.face.x - clear.right + WORDLESS * clear.w

    @property
    def flat(self) -> bool:
        """Whether there is a front and nothing else."""
        return self.wrap.back.w <= 0

    def shown_of(self, aspect: float) -> Box:
        """What the face shows of a cover of an `aspect`: all of it where that is its own."""
        seen = self.face.w / self.face.h
        return WHOLE if abs(seen / aspect - 1) < SAME else part_of(aspect, seen)

    def px(self, mm: float) -> int:
        """A place or a length in pixels."""
        return round(mm * self.dpi / MM_PER_INCH)

    def size(self, part: RectMm) -> tuple[int, int]:
        """Width and height in pixels of a part of the sheet; neighbours meet without a gap."""
        left, top, right, bottom = self.edges(part)
        return right - left, bottom - top

    def edges(self, part: RectMm) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of a part of the sheet, in its pixels."""
        return self.px(part.x), self.px(part.y), self.px(part.right), self.px(part.bottom)

    @property
    def sheet_px(self) -> tuple[int, int]:
        """Width and height of the sheet."""
        return self.size(self.wrap.sheet)

    def piece(self, sheet: Pixels, part: RectMm) -> Pixels:
        """What a picture of the whole sheet shows of a part of it, as a view."""
        left, top, right, bottom = self.edges(part)
        return sheet[top:bottom, left:right]


def looked_at(art: Pixels) -> Pixels:
    """`art` as large as lettering on it is judged."""
    height, width = art.shape[:2]
    scale = LOOK_PX / max(height, width)
    if scale >= 1:
        return np.ascontiguousarray(art)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(art).resize(size, Image.Resampling.BOX, reducing_gap=2.0))
