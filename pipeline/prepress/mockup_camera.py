"""The camera before a standing book: where its corners are on the picture.

The book stands upright and is turned about its upright axis so that the spine is seen; the lens is
shifted, as photographers of products do it, so that what is upright stays upright.
"""

import math
from dataclasses import dataclass

import skia

Point3 = tuple[float, float, float]
"""Across to the right, up from the ground, and towards the camera; in mm from the book's middle."""
Point = tuple[float, float]

TURN_DEGREES = 27.0
"""How far the book is turned: less shows too little of the spine, more foreshortens the front."""
DISTANCE = 4.2
"""From the book's middle to the camera, in diagonals of its front: a long lens."""
EYE = 1.95
"""The camera's height, in heights of the book: its head is seen, as on a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """What maps points of the room to pixels."""

    distance: float
    eye: float
    scale: float
    middle: float
    ground: float

    def seen(self, point: Point3) -> Point:
        """The pixel of a `point` of the room that turns with the book."""
        return self.on_ground(turned(point))

    def on_ground(self, point: Point3) -> Point:
        """The pixel of a point of the room that does not turn with the book."""
        x, y, z = point
        depth = self.distance / (self.distance - z)
        return (
            self.middle + self.scale * x * depth,
            self.ground - self.scale * (self.eye + (y - self.eye) * depth),
        )


def turned(point: Point3) -> Point3:
    """A point of the book in the room it stands in."""
    x, y, z = point
    sine, cosine = math.sin(math.radians(TURN_DEGREES)), math.cos(math.radians(TURN_DEGREES))
    return x * cosine + z * sine, y, z * cosine - x * sine


def camera_for(width: float, height: float, thick: float, size: tuple[int, int]) -> Camera:
    """A camera that shows a book of so many mm as large as `size` (pixels) leaves calm air for."""
    distance = DISTANCE * math.hypot(width, height)
    plain = Camera(distance=distance, eye=EYE * height, scale=1.0, middle=0.0, ground=0.0)
    corners = [
        plain.seen((x, y, z))
        for x in (-width / 2, width / 2) for y in (0.0, height) for z in (-thick / 2, thick / 2)
    ]  # fmt: skip
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    scale = min(0.72 * size[0] / (right - left), 0.76 * size[1] / (bottom - top))
    # a little more air below than above, where the shadow lies
    foot = size[1] / 2 + scale * (bottom - top) / 2 + 0.005 * size[1]
    return Camera(
        distance=distance, eye=EYE * height, scale=scale,
        middle=size[0] / 2 - scale * (left + right) / 2 + 0.012 * size[0],
        ground=foot - scale * bottom,
    )  # fmt: skip


def mapping(corners: tuple[Point, Point, Point, Point], width: float, height: float) -> skia.Matrix:
    """The perspective that lays a picture of (width, height) onto `corners`, clockwise from its upper left."""
    matrix = skia.Matrix()
    flat = [
        skia.Point(0, 0),
        skia.Point(width, 0),
        skia.Point(width, height),
        skia.Point(0, height),
    ]
    if not matrix.setPolyToPoly(flat, [skia.Point(*corner) for corner in corners]):
        raise ValueError("a face of the book has no area on the picture")
    return matrix
