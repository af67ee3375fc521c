"""Pictures with a line of lettering whose face, place and ground are known."""

from dataclasses import dataclass

import numpy as np
import skia

from pipeline.drawing.light import linear_light
from pipeline.typography.in_place.drawing import coverage, laid_over
from pipeline.typography.in_place.measuring import Place
from pipeline.typography.in_place.plane import homography, projected
from pipeline.typography.shaping import shape
from tests.typography.lettering import library, photograph


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words in a face, their middle at `at`, turned by `degrees` or stretched into a `quad`."""

    words: str
    face: str
    em: float = 44.0
    axes: tuple = ()
    at: tuple = (200, 150)
    degrees: float = 0.0
    quad: tuple | None = None
    colour: tuple = (250, 245, 225)


def ground(seed=0):
    """A dark part of a photograph, with the noise of a camera."""
    photo = photograph("rocket", 2 / 3).astype(np.int16)
    noise = np.random.default_rng(seed).normal(0, 3, photo.shape)
    return np.clip(photo + noise, 0, 255).astype(np.uint8)


def scene(line, plain=None, read=None):
    """A place whose picture shows the line over `plain`; `read` is what a reader made of it."""
    plain = ground() if plain is None else plain
    path = skia.Path(shape(library(), line.words, line.face, line.axes).path)
    path.transform(skia.Matrix().setScale(line.em, line.em))
    box = path.computeTightBounds()
    path.offset(line.at[0] - box.centerX(), line.at[1] - box.centerY())
    box = path.computeTightBounds()
    corners = np.array([[box.left(), box.top()], [box.right(), box.top()],
                        [box.right(), box.bottom()], [box.left(), box.bottom()]])  # fmt: skip
    way = np.eye(3) if line.quad is None else homography(corners, np.array(line.quad, float))
    if line.degrees:
        way = _turn(line.degrees, *line.at)
    matrix = skia.Matrix()
    matrix.setAll(*way.ravel().tolist())
    path.transform(matrix)
    tall, wide = plain.shape[:2]
    light = linear_light(np.array(line.colour, np.uint8))
    picture = laid_over(plain, coverage(path, wide, tall), light)
    readings = (line.words,) if read is None else (read,) if read else ()
    return Place(picture=picture, plain=plain, readings=readings,
                 corners=projected(way, corners).astype(np.float32))  # fmt: skip


def _turn(degrees, x, y):
    turn = np.deg2rad(degrees)
    cos, sin = np.cos(turn), np.sin(turn)
    return np.array([[cos, -sin, x - cos * x + sin * y], [sin, cos, y - sin * x - cos * y],
                     [0, 0, 1]])  # fmt: skip
