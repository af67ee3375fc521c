"""What a cover shows of a picture, at a size that can be worked on, and changes of it put back.

Nothing but what a mask names changes in the picture, to the bit; inside the mask's edge the new
pixels fade in.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Polygon
from pipeline.ports.lettering import Corners, Mask, Pixels
from pipeline.stages.quadrilateral import Window

MOST_PX = 1536
"""The long side of what is worked on: that of a preview, in which lettering is found."""
FADE_PX = 1
"""What was filled from its surroundings goes over into them by itself, and fading would bring the rims
of letters back: only what is enlarged fades in, over what was one pixel."""
_LONGEST_FADE_PX = 12
_QUAD = 4
_EXACT = 1e-6
"""Fractions of pixels are not exact."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShownPart:
    """The part of a picture in its `window`: `rgb` is (height, width, 3), as large or smaller.

    `crop` is what the cover shows, in fractions of the picture of `whole` (width, height) pixels;
    the window has these pixels and the ones that the crop's edge cuts through.
    """

    rgb: Pixels = field(repr=False)
    window: Window
    crop: Box
    whole: tuple[int, int]

    @property
    def reduced(self) -> bool:
        """Whether `rgb` has fewer pixels than the picture has there."""
        return self.rgb.shape[1] < self.window.right - self.window.left

    def corners(self, polygon: Polygon) -> Corners:
        """Fractions of the cover as corners in pixels of `rgb`; what has not four gets its box's."""
        given = np.array(polygon, np.float64)
        quad = given if len(given) == _QUAD else _box_of(given)
        offset, size = self._frame()
        inner = (
            np.array((self.crop.x, self.crop.y)) + quad * (self.crop.w, self.crop.h)
        ) * self.whole
        rows, columns = self.rgb.shape[:2]
        return ((inner - offset) * (columns, rows) / size).astype(np.float32)

    def polygon(self, corners: Corners) -> Polygon:
        """The other way round: corners in pixels of `rgb` as fractions of the cover."""
        offset, size = self._frame()
        rows, columns = self.rgb.shape[:2]
        inner = (corners.astype(np.float64) * size / (columns, rows) + offset) / self.whole
        found = (inner - (self.crop.x, self.crop.y)) / (self.crop.w, self.crop.h)
        return tuple((float(x), float(y)) for x, y in found)

    def in_picture(self, window: Window) -> Window:
        """A window of `rgb` as one of the picture: all pixels that it touches."""
        offset, size = self._frame()
        rows, columns = self.rgb.shape[:2]
        per = size / (columns, rows)
        low = np.floor((window.left, window.top) * per + offset + _EXACT)
        high = np.ceil((window.right, window.bottom) * per + offset - _EXACT)
        return Window(int(low[0]), int(low[1]), int(high[0]), int(high[1]))

    def _frame(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Where the window begins in the picture, and its size."""
        one = self.window
        return (np.array((one.left, one.top), np.float64),
                np.array((one.right - one.left, one.bottom - one.top), np.float64))  # fmt: skip


def shown_part(rgb: Pixels, crop: Box, most_px: int = MOST_PX) -> ShownPart:
    """What a cover shows of `rgb`, (height, width, 3), with a long side of at most `most_px`."""
    height, width = rgb.shape[:2]
    left = min(width - 1, max(0, int(crop.x * width + _EXACT)))
    top = min(height - 1, max(0, int(crop.y * height + _EXACT)))
    right = min(width, math.ceil(crop.right * width - _EXACT))
    bottom = min(height, math.ceil(crop.bottom * height - _EXACT))
    window = Window(left, top, max(left + 1, right), max(top + 1, bottom))
    return ShownPart(rgb=reduced(rgb[window.slices], most_px), window=window, crop=crop,
                     whole=(width, height))  # fmt: skip


def reduced(rgb: Pixels, most_px: int = MOST_PX) -> Pixels:
    """A picture whose long side is at most `most_px`; one that is small enough stays as it is."""
    height, width = rgb.shape[:2]
    if max(height, width) <= most_px:
        return np.ascontiguousarray(rgb)
    scale = most_px / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    # sharper filters ring: round letters there would be a rim that is in no mask
    small = Image.fromarray(rgb).resize(size, Image.Resampling.HAMMING, reducing_gap=3.0)
    return np.asarray(small)


def put_back(
    picture: Pixels, window: Window, changed: Pixels, mask: Mask, fade_px: int = FADE_PX
) -> None:
    """Put `changed` into a `window` of `picture`, which is written to, where `mask` is True.

    `changed` and `mask` are as large as the window or smaller, and are then enlarged. Inside the
    mask's edge the new pixels fade in over `fade_px` of `changed`.
    """
    if not mask.any():
        return
    size = (window.right - window.left, window.bottom - window.top)
    new = Image.fromarray(changed)
    if new.size != size:
        new = new.resize(size, Image.Resampling.BICUBIC)
    enlarged = max(1.0, size[0] / changed.shape[1])
    weight = _faded(enlarged_mask(mask, size), round(fade_px * enlarged))
    spot = picture[window.slices]
    spot[...] = np.asarray(Image.composite(new, Image.fromarray(spot), weight))


def enlarged_mask(mask: Mask, size: tuple[int, int]) -> Mask:
    """A mask at another `size` (width, height), with smooth edges."""
    if (mask.shape[1], mask.shape[0]) == size:
        return mask
    grey = Image.fromarray(mask.astype(np.uint8) * 255).resize(size, Image.Resampling.BILINEAR)
    return np.asarray(grey) >= 128


def _faded(mask: Mask, width_px: int) -> Image.Image:
    """Grey that is 0 outside the mask, and 255 from `width_px` inside its edge on.

    It counts how often a pixel survives the mask's erosion: strokes keep their full weight in the
    middle, however thin they are, up to twice the width.
    """
    steps = max(1, min(width_px, _LONGEST_FADE_PX))
    left = Image.fromarray(mask.astype(np.uint8) * 255)
    weight = np.zeros(mask.shape, np.uint16)
    for _ in range(steps):
        weight += np.asarray(left)
        # beyond the picture's edge everything counts as mask: nothing fades in there
        left = left.filter(ImageFilter.MinFilter(3))
    return Image.fromarray((weight // steps).astype(np.uint8))


def _box_of(points: NDArray[np.float64]) -> NDArray[np.float64]:
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
