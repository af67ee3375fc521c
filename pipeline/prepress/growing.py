"""Art that grows beyond its page on one side after the other, as what lies there becomes known."""

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np

from pipeline.prepress.composed import Pixels

Window = tuple[int, int, int, int]
"""Left, top, width and height in pixels, from the upper left corner of the page."""


class Side(IntEnum):
    """A side of a page: by how many quarter turns, clockwise, it comes to the left."""

    LEFT = 0
    BOTTOM = 1
    RIGHT = 2
    TOP = 3


@dataclass(slots=True)
class Grown:
    """What is known of a `sheet`, (height, width, 3): its page at `corner` (left, top), and around that.

    `known` is how far that reaches: left, top, right and bottom. It grows in place, since sheets are large.
    """

    sheet: Pixels = field(repr=False)
    corner: tuple[int, int]
    known: list[int]

    @staticmethod
    def of(page: Pixels, corner: tuple[int, int], size: tuple[int, int]) -> "Grown":
        """A sheet of a `size` (width, height) of which nothing but the `page` is known."""
        sheet = np.empty((size[1], size[0], 3), np.uint8)
        height, width = page.shape[:2]
        grown = Grown(sheet, corner, [*corner, corner[0] + width, corner[1] + height])
        grown.pixels[...] = page
        return grown

    @property
    def pixels(self) -> Pixels:
        """What is known, as a view."""
        left, top, right, bottom = self.known
        return self.sheet[top:bottom, left:right]

    def at_left(self, side: Side) -> Pixels:
        """The same turned so that a side is at the left."""
        return np.rot90(self.pixels, -side)

    def missing(self, side: Side) -> int:
        """How much of the sheet is not known beyond a side, in pixels."""
        left, top, right, bottom = self.known
        height, width = self.sheet.shape[:2]
        return {Side.LEFT: left, Side.TOP: top, Side.RIGHT: width - right,
                Side.BOTTOM: height - bottom}[side]  # fmt: skip

    def beyond(self, side: Side, room: int) -> Window:
        """What lies next to a side, `room` pixels deep."""
        (x, y), (left, top, right, bottom) = self.corner, self.known
        match side:
            case Side.LEFT:
                return left - room - x, top - y, room, bottom - top
            case Side.RIGHT:
                return right - x, top - y, room, bottom - top
            case Side.TOP:
                return left - x, top - room - y, right - left, room
            case Side.BOTTOM:
                return left - x, bottom - y, right - left, room

    def join(self, side: Side, strip: Pixels) -> None:
        """Let a `strip` on a side be known, turned as `at_left` turns it."""
        room = strip.shape[1]
        match side:
            case Side.LEFT:
                self.known[0] -= room
            case Side.TOP:
                self.known[1] -= room
            case Side.RIGHT:
                self.known[2] += room
            case Side.BOTTOM:
                self.known[3] += room
        self.at_left(side)[:, :room] = strip
