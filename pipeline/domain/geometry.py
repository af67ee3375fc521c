"""Rectangles in fractions of a cover, so that a layout fits every size of one ratio."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; `x` and `w` are fractions of the cover's width, `y` and `h` of its height.

    The origin is the upper left corner. A box may reach over the edge (a bleed does).
    """

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge, in fractions of the width."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge, in fractions of the height."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The middle as (x, y)."""
        return self.x + self.w / 2, self.y + self.h / 2

    @property
    def area(self) -> float:
        """The share of the cover, 0 to 1 for a box inside it."""
        return self.w * self.h

    def overlap(self, other: "Box") -> float:
        """The area that both share, in shares of the cover."""
        w = min(self.right, other.right) - max(self.x, other.x)
        h = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0.0, w) * max(0.0, h)

    def inset(self, dx: float, dy: float) -> "Box":
        """The box with `dx` taken off left and right and `dy` off top and bottom."""
        return Box(x=self.x + dx, y=self.y + dy, w=self.w - 2 * dx, h=self.h - 2 * dy)

    @staticmethod
    def edges(left: float, top: float, right: float, bottom: float) -> "Box":
        """A box from its four edges."""
        return Box(x=left, y=top, w=right - left, h=bottom - top)

    @staticmethod
    def around(boxes: Iterable["Box"]) -> "Box":
        """The smallest box that holds all of `boxes`.

        Raises:
            ValueError: when there are none.
        """
        every = tuple(boxes)
        if not every:
            raise ValueError("no boxes to surround")
        return Box.edges(
            min(box.x for box in every),
            min(box.y for box in every),
            max(box.right for box in every),
            max(box.bottom for box in every),
        )
