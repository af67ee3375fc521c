"""A square of a picture round a line, as scene-text models want it, and its way back.

The model works at 256 x 256 pixels. The square is cut so that the line lies in its middle and runs
from left to right as far as lines on covers do; what comes back is put where the line was, and
nothing outside its place changes.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from pipeline.ports.lettering import Corners, Mask, Pixels
from pipeline.stages.quadrilateral import Window, edges, grown, sides

SIDE_PX = 256
AROUND = 1.25
"""The square is so much longer than the line: the model takes the style from what is round it."""
TALLEST = 0.5
"""A line is at most so high in its square, however short it is."""
LEVEL_DEGREES = 20.0
"""A line that is turned by less is shown as it stands; the model knows lettering that tilts."""
PLACE = 0.08
"""The place that is written anew is so much larger than the line, in its heights."""
FADE = 0.1
"""Over so much of its height the new picture fades in, inside the place."""
_LONGEST_FADE_PX = 24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SceneCrop:
    """A square of `rgb`, (256, 256, 3), with a `mask` of the same size: True is written anew.

    `to_picture` takes its pixels to those of the picture, as (2, 3) of an affine map; `corners` are
    those of the place in the picture.
    """

    rgb: Pixels = field(repr=False)
    mask: Mask = field(repr=False)
    to_picture: NDArray[np.float64] = field(repr=False)
    corners: Corners = field(repr=False)

    def line(self) -> Corners:
        """The corners of the place in the square."""
        inverse = _inverse(self.to_picture)
        points = np.asarray(self.corners, np.float64)
        return (points @ inverse[:, :2].T + inverse[:, 2]).astype(np.float32)


def scene_crop(picture: Pixels, corners: Corners) -> SceneCrop:
    """The square round a line with those `corners` in `picture`, (height, width, 3).

    What lies outside the picture is filled with its edge.
    """
    place = grown(corners, max(2.0, PLACE * min(sides(corners))))
    way = _way(place)
    rgb = _square(picture, way)
    found = SceneCrop(rgb=rgb, mask=np.zeros(rgb.shape[:2], bool), to_picture=way, corners=place)
    drawn = Image.new("1", (SIDE_PX, SIDE_PX), 0)
    ImageDraw.Draw(drawn).polygon(
        [(float(x), float(y)) for x, y in found.line()], fill=1, outline=1
    )
    return SceneCrop(rgb=rgb, mask=np.asarray(drawn), to_picture=way, corners=place)


def put_in_scene(picture: Pixels, crop: SceneCrop, painted: Pixels) -> Pixels:
    """`picture` with what was `painted`, (256, 256, 3), in the crop's place; a new array.

    It fades in inside the place: outside it not one bit changes. Where the place is larger than the
    square, it is enlarged.
    """
    height, width = picture.shape[:2]
    low, high = np.floor(crop.corners.min(0)).astype(int), np.ceil(crop.corners.max(0)).astype(int)
    window = Window(max(0, int(low[0])), max(0, int(low[1])),
                    min(width, int(high[0]) + 1), min(height, int(high[1]) + 1))  # fmt: skip
    made = picture.copy()
    if window.empty:
        return made
    back = _inverse(crop.to_picture)
    back[:, 2] += back[:, :2] @ np.array([window.left, window.top], np.float64)
    size = (window.right - window.left, window.bottom - window.top)
    new = Image.fromarray(_sampled(painted, back, size))
    spot = made[window.slices]
    spot[...] = np.asarray(Image.composite(new, Image.fromarray(spot), _weight(crop, window)))
    return made


def _weight(crop: SceneCrop, window: Window) -> Image.Image:
    """Grey that is 0 outside the place, and 255 a little inside its edge."""
    drawn = Image.new("L", (window.right - window.left, window.bottom - window.top), 0)
    points = [(float(x) - window.left, float(y) - window.top) for x, y in crop.corners]
    ImageDraw.Draw(drawn).polygon(points, fill=255)
    steps = max(1, min(_LONGEST_FADE_PX, round(FADE * min(sides(crop.corners)))))
    weight, left = np.zeros((drawn.height, drawn.width), np.uint16), drawn
    for _ in range(steps):
        weight += np.asarray(left)
        left = left.filter(ImageFilter.MinFilter(3))
    return Image.fromarray((weight // steps).astype(np.uint8))


def _way(place: Corners) -> NDArray[np.float64]:
    """From pixels of the square to those of the picture, as (2, 3)."""
    along, _ = edges(place)
    length, height = sides(place)
    turn = math.atan2(along[1], along[0])
    if abs(math.degrees(turn)) < LEVEL_DEGREES:
        turn = 0.0
        span = np.ptp(np.asarray(place, np.float64), axis=0)
        length, height = float(span[0]), float(span[1])
    side = max(length * AROUND, height / TALLEST) / SIDE_PX
    middle = np.asarray(place, np.float64).mean(0)
    turned = side * np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    return np.column_stack([turned, middle - turned @ np.array([SIDE_PX / 2, SIDE_PX / 2])])


def _square(picture: Pixels, way: NDArray[np.float64]) -> Pixels:
    """What the square shows: shrunk before its edges are drawn out, which may be far larger than it."""
    times = max(1, int(math.hypot(way[0, 0], way[1, 0])))
    low, high = (np.array([int(value) for value in edge]) for edge in _bounds(way))
    low, high = low - 2, high + 3
    size = np.array([picture.shape[1], picture.shape[0]])
    begin = np.clip(low, 0, size - 1)
    end = np.clip(high, begin + 1, size)
    seen = Image.fromarray(picture[begin[1] : end[1], begin[0] : end[0]])
    before, after = ((np.maximum(0, gap) + times - 1) // times for gap in (begin - low, high - end))
    drawn_out = np.pad(np.asarray(seen.reduce(times) if times > 1 else seen),
                       ((before[1], after[1]), (before[0], after[0]), (0, 0)), "edge")  # fmt: skip
    inner = way.copy()
    inner[:, 2] -= begin
    inner /= times
    inner[:, 2] += before
    return _sampled(drawn_out, inner, (SIDE_PX, SIDE_PX))


def _bounds(way: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    square = np.array([[0, 0], [SIDE_PX, 0], [SIDE_PX, SIDE_PX], [0, SIDE_PX]], np.float64)
    there = square @ way[:, :2].T + way[:, 2]
    return there.min(0), there.max(0)


def _sampled(rgb: Pixels, way: NDArray[np.float64], size: tuple[int, int]) -> Pixels:
    """`rgb` put through an affine map from the result to it; shrunk first where it is larger."""
    shrunk = max(1, int(math.hypot(way[0, 0], way[1, 0])))
    image = Image.fromarray(rgb)
    if shrunk > 1:
        image = image.reduce(shrunk)
    return np.asarray(image.transform(
        size, Image.Transform.AFFINE, (way / shrunk).ravel().tolist(), Image.Resampling.BICUBIC
    ))  # fmt: skip


def _inverse(way: NDArray[np.float64]) -> NDArray[np.float64]:
    turned = np.linalg.inv(way[:, :2])
    return np.column_stack([turned, -turned @ way[:, 2]]).astype(np.float64)
