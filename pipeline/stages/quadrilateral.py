"""Four corners in a picture: their frame, size, and what of a picture lies in them.

Corners are (4, 2) arrays of (x, y) in pixels, clockwise as one sees them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from pipeline.domain.lettering import Polygon
from pipeline.ports.lettering import Corners, Mask, Pixels

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture in pixels: columns from `left` to `right`, rows from `top` to `bottom`."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns, as arrays are indexed."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    @property
    def empty(self) -> bool:
        """No pixel lies in it."""
        return self.right <= self.left or self.bottom <= self.top

    def joined(self, other: "Window") -> "Window":
        """The smallest one round both."""
        return Window(min(self.left, other.left), min(self.top, other.top),
                      max(self.right, other.right), max(self.bottom, other.bottom))  # fmt: skip

    def touches(self, other: "Window") -> bool:
        """They share a pixel."""
        return (self.left < other.right and other.left < self.right
                and self.top < other.bottom and other.top < self.bottom)  # fmt: skip


def sides(corners: Corners) -> tuple[float, float]:
    """How long the first edge is, along the letters, and how long the second; in pixels."""
    along, across = edges(corners)
    return float(np.hypot(*along)), float(np.hypot(*across))


def edges(corners: Corners) -> tuple[Vector, Vector]:
    """Along the letters, and from their top to their foot; each the mean of two edges."""
    first, second, third, fourth = np.asarray(corners, np.float64)
    return (second - first + third - fourth) / 2, (fourth - first + third - second) / 2


def area(corners: Corners) -> float:
    """In square pixels, whichever way round they go."""
    x, y = np.asarray(corners, np.float64).T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def grown(corners: Corners, by_px: float) -> Corners:
    """The same place with every edge moved out by about `by_px`."""
    along, across = edges(corners)
    length, height = max(1.0, float(np.hypot(*along))), max(1.0, float(np.hypot(*across)))
    out = along / length * by_px, across / height * by_px
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    moved = [
        corner + a * out[0] + b * out[1] for corner, (a, b) in zip(corners, signs, strict=True)
    ]
    return np.asarray(moved, np.float32)


def window_of(corners: Corners, shape: tuple[int, ...], margin_px: float = 0.0) -> Window:
    """The pixels of a picture of `shape` round the corners, with a margin; it may be empty."""
    low = np.floor(corners.min(axis=0) - margin_px).astype(int)
    high = np.ceil(corners.max(axis=0) + margin_px).astype(int) + 1
    height, width = shape[:2]
    return Window(max(0, int(low[0])), max(0, int(low[1])),
                  min(width, int(high[0])), min(height, int(high[1])))  # fmt: skip


def inside(corners: Corners, window: Window) -> Mask:
    """Which pixels of `window` lie in the corners or on their edges."""
    size = (window.right - window.left, window.bottom - window.top)
    drawn = Image.new("1", size, 0)
    points = [(float(x) - window.left, float(y) - window.top) for x, y in corners]
    ImageDraw.Draw(drawn).polygon(points, fill=1, outline=1)
    return np.array(drawn, np.bool_)


def straightened(rgb: Pixels, corners: Corners, margin_px: float = 0.0) -> Pixels:
    """What lies in the corners as an upright picture, the first edge along its top."""
    wider = grown(corners, margin_px)
    length, height = sides(wider)
    size = (max(1, round(length)), max(1, round(height)))
    # the corners in the order that PIL wants them: top left, bottom left, bottom right, top right
    quad = [float(value) for index in (0, 3, 2, 1) for value in wider[index]]
    picture = Image.fromarray(rgb).transform(
        size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=None
    )
    return np.asarray(picture.convert("RGB"))


def as_polygon(corners: Corners, shape: tuple[int, ...]) -> Polygon:
    """The corners as fractions of a picture of `shape`."""
    height, width = shape[:2]
    return tuple((float(x) / width, float(y) / height) for x, y in corners)


def as_corners(polygon: Polygon, shape: tuple[int, ...]) -> Corners:
    """A polygon of fractions as corners in a picture of `shape`."""
    height, width = shape[:2]
    return np.asarray([(x * width, y * height) for x, y in polygon], np.float32)
