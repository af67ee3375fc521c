"""A picture with the lettering in it framed and numbered, for people who pick lines by number.

The numbers stand beside the picture, on plain ground, each tied to its line: so they can be read
on any picture, cover nothing, and never run into each other, however close the lines are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from PIL import Image

from pipeline.domain.lettering import FoundText
from pipeline.drawing.canvas import fill, pixels, polygon, stroke
from pipeline.ports.lettering import Corners, Pixels
from pipeline.stages.quadrilateral import as_corners, grown
from pipeline.typography.library import FaceLibrary
from pipeline.typography.one_line import Hand, measured, write

LONGEST_PX = 1280
SHORTEST_PX = 640
"""A picture is shown no larger, and no smaller, whichever side is meant."""
GROUND = "#16181d"
COLOURS = ("#ffd23f", "#4cc9f0", "#ff7eb6", "#8ce563", "#ff9f43", "#c3a6ff")
"""Light ones that no colour-blind eye takes for each other beside their neighbour."""
DIGIT = 0.105
"""The height of a number's place in short sides: ten pixels in a thumbnail of a hundred."""
SIDE = 1.75
"""The width of the strip of numbers, in heights of a number."""


def numbered(rgb: Pixels, found: FoundText, library: FaceLibrary) -> Pixels:
    """`rgb` (height, width, 3) with its lines framed, and their numbers from 1 beside it."""
    shown = _shown(rgb)
    if not found.lines:
        return shown
    places = [grown(as_corners(line.polygon, shown.shape), 3) for line in found.lines]
    plan = _plan(places, shown.shape)
    height, width = shown.shape[:2]
    surface = skia.Surface(plan.left + width + plan.right, height)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*bytes.fromhex(GROUND[1:])))
    opaque = np.dstack([shown, np.full((height, width), 255, np.uint8)])
    canvas.drawImage(skia.Image.fromarray(opaque, skia.kRGBA_8888_ColorType), plan.left, 0)
    for tag in plan.tags:
        _frame(canvas, places[tag.number - 1], tag.colour, plan)
    for tag in plan.tags:
        _tie(canvas, tag, plan)
    for tag in plan.tags:
        _number(canvas, tag, plan, library)
    return pixels(surface)


@dataclass(frozen=True, slots=True)
class _Tag:
    """A number from 1 on: where the middle of its place is, and where it touches its line."""

    number: int
    at: tuple[float, float]
    end: tuple[float, float]

    @property
    def colour(self) -> str:
        return COLOURS[(self.number - 1) % len(COLOURS)]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Widths of the strips left and right of a picture, its own, the height of a number, and all."""

    left: int
    width: int
    right: int
    size: float
    tags: tuple[_Tag, ...]


def _shown(rgb: Pixels) -> Pixels:
    """The picture at the size at which people look at it in a chat."""
    height, width = rgb.shape[:2]
    longest = max(height, width)
    scale = min(1.0, LONGEST_PX / longest)
    if longest < SHORTEST_PX:
        scale = SHORTEST_PX / longest
    if scale == 1.0:
        return rgb
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.LANCZOS))


def _plan(places: Sequence[Corners], shape: tuple[int, ...]) -> _Plan:
    height, width = shape[:2]
    size = min(DIGIT * min(height, width), height)
    lefts, rights = _columns(places, width, most=int(height / size))
    size = min(size, height / max(len(lefts), len(rights), 1))
    strip = round(SIDE * size)
    left, right = strip if lefts else 0, strip if rights else 0
    tags = _tags(places, lefts, size, x=left - strip * 0.58, height=height, towards=-1, offset=left)
    tags += _tags(places, rights, size, x=left + width + strip * 0.58, height=height, towards=1,
                  offset=left)  # fmt: skip
    return _Plan(left, width, right, size, tuple(sorted(tags, key=lambda tag: tag.number)))


def _columns(
    places: Sequence[Corners], width: int, most: int
) -> tuple[list[int], list[int]]:  # fmt: skip
    """Which lines are numbered on the left: all, until they are too many for one strip."""
    if len(places) <= most:
        return list(range(len(places))), []
    columns: tuple[list[int], list[int]] = ([], [])
    for index, place in enumerate(places):
        middle = float(place[:, 0].mean()) / width
        fewer = int(len(columns[1]) < len(columns[0]))
        columns[int(middle > 0.5) if abs(middle - 0.5) > 0.12 else fewer].append(index)
    return columns


def _tags(
    places: Sequence[Corners], chosen: Sequence[int], size: float, *, x: float, height: int,
    towards: int, offset: int,
) -> list[_Tag]:  # fmt: skip
    """Numbers at the heights of their lines, moved apart as little as need be."""
    ends = {index: _end(places[index], towards) for index in chosen}
    order = sorted(chosen, key=lambda index: ends[index][1])
    heights = apart([ends[index][1] for index in order], size, size / 2, height - size / 2)
    return [
        _Tag(index + 1, (x, y), (ends[index][0] + offset, ends[index][1]))
        for index, y in zip(order, heights, strict=True)
    ]


def _end(place: Corners, towards: int) -> tuple[float, float]:
    """The middle of the edge of a line that looks to the left (-1) or to the right (1)."""
    two = place[np.argsort(towards * place[:, 0])[-2:]]
    return float(two[:, 0].mean()), float(two[:, 1].mean())


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Ascending places from `low` to `high`, nowhere nearer than `gap`, as near to `wanted` as can be.

    `wanted` ascends. Neighbours that would collide share their displacement (pooled adjacent
    violators). Where there is no room for all, they are spread evenly.
    """
    room = high - gap * (len(wanted) - 1)
    if room <= low:
        step = (high - low) / max(1, len(wanted) - 1)
        return [low + index * step for index in range(len(wanted))]
    pools: list[list[float]] = []
    for index, value in enumerate(wanted):
        pools.append([value - index * gap])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1].extend(last)
    flat = [min(room, max(low, _mean(pool))) for pool in pools for _ in pool]
    return [value + index * gap for index, value in enumerate(flat)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _line_px(plan: _Plan) -> float:
    return max(2.0, plan.size * 0.045)


def _frame(canvas: skia.Canvas, place: Corners, colour: str, plan: _Plan) -> None:
    path = polygon([(float(x) + plan.left, float(y)) for x, y in place])
    wide = _line_px(plan)
    canvas.drawPath(path, stroke(GROUND, wide * 2.6, 0.75))
    canvas.drawPath(path, stroke(colour, wide))


def _tie(canvas: skia.Canvas, tag: _Tag, plan: _Plan) -> None:
    """From the number to its line: level over the picture, slanted only beside it."""
    (x, y), (end_x, end_y) = tag.at, tag.end
    edge = plan.left if x < end_x else plan.left + plan.width
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(edge, end_y)
    path.lineTo(end_x, end_y)
    wide = _line_px(plan)
    canvas.drawPath(path, stroke(GROUND, wide * 2.6, 0.75))
    canvas.drawPath(path, stroke(tag.colour, wide))


def _number(canvas: skia.Canvas, tag: _Tag, plan: _Plan, library: FaceLibrary) -> None:
    """Dark digits on a light plate."""
    text = str(tag.number)
    hand = Hand(size=plan.size * (0.92 if len(text) < 3 else 0.6), weight=800, colour=GROUND)
    inked = measured(library, text, hand)
    high = plan.size * 0.9
    wide = max(high, inked + plan.size * 0.24)
    x, y = tag.at
    plate = skia.Rect.MakeXYWH(x - wide / 2, y - high / 2, wide, high)
    canvas.drawRoundRect(plate, high * 0.2, high * 0.2, fill(tag.colour))
    write(canvas, library, text, hand, x - inked / 2, y + hand.size * 0.35, room=wide)
