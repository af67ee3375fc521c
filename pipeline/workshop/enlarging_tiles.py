"""The parts of enlarging that a worker process does: laying a picture out, its tiles, and the result."""

import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.upscaling import Weights
from pipeline.ports.upscaler import SCALE
from pipeline.stages.crop import crops
from pipeline.stages.export import raster_png
from pipeline.stages.linear_light import LOBES, Part, Pixels, resampled
from pipeline.stages.open_picture import open_kept, open_with_alpha
from pipeline.stages.picture_kind import weights_for
from pipeline.stages.png import plain_png
from pipeline.stages.tiles import put, tiles_of
from pipeline.stages.true_colours import in_true_colours
from pipeline.stages.under_nothing import filled_under_nothing
from pipeline.workshop.scratch import Array, known_array, new_array
from pipeline.workshop.workshop import Workshop

SOURCE, RESULT = "source", "result"
"""The files of the two pictures in the folder."""
_RGB, _RGBA = 3, 4
_EXACT = 1e-6
"""Fractions of pixels are not exact."""
_STRIP = 256
"""Rows of the source whose opacity is enlarged at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A picture in a folder, ready to be enlarged.

    `width` and `height` are the pixels that are enlarged: those that the wanted `part` touches, which
    is left, top, right and bottom in them. With `channels` 4 it has an opacity. It has so many `tiles`, none longer than `side`.
    """

    width: int
    height: int
    channels: int
    part: Part
    weights: Weights
    engine: str
    at_once: int
    side: int
    tiles: int

    @property
    def part_px(self) -> tuple[float, float]:
        """Width and height of the part."""
        left, top, right, bottom = self.part
        return right - left, bottom - top

    def source(self, folder: Path) -> Array:
        """The picture, (height, width, channels)."""
        return known_array(folder / SOURCE, (self.height, self.width, self.channels))

    def result(self, folder: Path) -> Array:
        """The enlarged picture, to be written to."""
        shape = (SCALE * self.height, SCALE * self.width, self.channels)
        return known_array(folder / RESULT, shape, write=True)


def part_of_ratio(workshop: Workshop, original: bytes, size: tuple[int, int]) -> Box:
    """The largest part of a picture's file with the ratio of `size`, where least is lost, in a worker.

    Raises:
        PictureError: when it cannot be read.
    """
    rgb = open_kept(original).rgb
    return crops(rgb, size[0] / size[1], workshop.finder.subjects(rgb))[0].box


def laid_out(
    workshop: Workshop, original: bytes, folder: Path, part: Box, weights: Weights | None, *, alpha: bool
) -> Laid:  # fmt: skip
    """The `part` of a picture's file in a folder, with room for the result.

    Raises:
        PictureError: when it cannot be read (any more).
        UpscaleError: `upscale-disk`.
    """
    pixels, found = _opened(original, part, alpha=alpha)
    height, width, channels = pixels.shape
    new_array(folder / SOURCE, pixels.shape)[...] = pixels
    new_array(folder / RESULT, (SCALE * height, SCALE * width, channels))
    tools = workshop.upscaler
    return Laid(
        width=width, height=height, channels=channels, part=found,
        weights=weights or weights_for(pixels[..., :_RGB]), engine=tools.name, at_once=tools.at_once,
        side=tools.side, tiles=len(tiles_of(width, height, tools.side)),
    )  # fmt: skip


def _opened(original: bytes, part: Box, *, alpha: bool) -> tuple[Pixels, Part]:
    """The pixels that a part of a picture touches, and where exactly it is in them."""
    picture = open_with_alpha(original) if alpha else open_kept(original).rgb
    height, width = picture.shape[:2]
    left, right = part.x * width, part.right * width
    top, bottom = part.y * height, part.bottom * height
    x, y = max(0, math.floor(left + _EXACT)), max(0, math.floor(top + _EXACT))
    pixels = picture[y : math.ceil(bottom - _EXACT), x : math.ceil(right - _EXACT)]
    if pixels.shape[2] == _RGBA:
        pixels = filled_under_nothing(pixels)
    inside = (max(0.0, left - x), max(0.0, top - y),
              min(right - x, pixels.shape[1]), min(bottom - y, pixels.shape[0]))  # fmt: skip
    return pixels, inside


def tiles_enlarged(workshop: Workshop, folder: Path, laid: Laid, first: int, count: int) -> float:
    """Enlarge some tiles of a picture in a folder, after those before them; how many seconds it took.

    Raises:
        UpscaleError: what the upscaler raises.
    """
    began = time.perf_counter()
    source, result = laid.source(folder), laid.result(folder)
    tiles = tiles_of(laid.width, laid.height, laid.side)[first : first + count]
    tools = workshop.upscaler
    for start in range(0, count, laid.at_once):
        group = tiles[start : start + laid.at_once]
        ones = [np.ascontiguousarray(source[tile.pixels][..., :_RGB]) for tile in group]
        larger = tools.enlarged(ones, laid.weights)
        for tile, one, large in zip(group, ones, larger, strict=True):
            put(result[..., :_RGB], tile, in_true_colours(large, one))
    return time.perf_counter() - began


def put_together(
    _workshop: Workshop, folder: Path, laid: Laid, size: tuple[int, int], dpi: float | None
) -> bytes:
    """The wanted part of an enlarged picture at `size` (width, height), as a PNG file.

    With `dpi` the file says that and sRGB; else nothing but pixels, so that the same are the same file.
    """
    result = laid.result(folder)
    if laid.channels == _RGBA:
        _opacity(laid.source(folder), result)
    left, top, right, bottom = (SCALE * edge for edge in laid.part)
    made = resampled(result, (left, top, right, bottom), size)
    return raster_png(made) if dpi is None else plain_png(made, dpi)


def _opacity(source: Array, result: Array) -> None:
    """Write the enlarged opacity of a picture, strip by strip: an edge needs no imagination."""
    height, width = source.shape[:2]
    for start in range(0, height, _STRIP):
        end = min(height, start + _STRIP)
        first, last = max(0, start - LOBES), min(height, end + LOBES)
        strip = Image.fromarray(np.array(source[first:last, :, _RGB]))
        box = (0.0, float(start - first), float(width), float(end - first))
        large = strip.resize(
            (SCALE * width, SCALE * (end - start)), Image.Resampling.LANCZOS, box=box
        )
        result[SCALE * start : SCALE * end, :, _RGB] = np.asarray(large)
