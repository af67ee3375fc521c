"""Words set in the place of lettering in a picture: the typesetter's whole way."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.layout import Align
from pipeline.domain.retouch_errors import RetouchError
from pipeline.drawing.colour import rgb
from pipeline.drawing.light import linear_light
from pipeline.typography.in_place.drawing import coverage, laid_over
from pipeline.typography.in_place.matte import Ink
from pipeline.typography.in_place.measuring import Lettering, Place, measured
from pipeline.typography.in_place.placing import ROOMIER, placed
from pipeline.typography.in_place.plane import Matrix, Pixels, projected
from pipeline.typography.in_place.shadow import Shadow
from pipeline.typography.library import FaceLibrary
from pipeline.typography.outlines import grown

Field = NDArray[np.float32]

CENTRED = 0.04
"""A line whose middle is so near to the middle of a picture's width stands in the middle."""
AIR = 0.07
"""Longer words keep so far from the edges of a picture, as a share of its shorter side, or as far as
the old ones, where those were nearer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The words, and what somebody wants of them: a family, a colour (`#rrggbb`); empty: as it was."""

    words: str
    family: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """A picture with other words, (height, width, 3), and the name of the face that they are in."""

    rgb: Pixels = field(repr=False)
    face: str


def set_in_place(place: Place, wish: Wish, library: FaceLibrary) -> Lettered:
    """`place.plain` with the words of `wish` as the lettering of `place.picture` stood there.

    Raises:
        RetouchError: `replace-undrawable`, `replace-typeface`, `replace-long`, `replace-small`;
            `retouch-nothing` where there is no lettering to go by.
    """
    old = measured(place, library, wish.words, wish.family)
    if old is None:
        raise RetouchError("retouch-nothing")
    align = alignment(old, place.plain.shape[1])
    made = placed(library, old, wish.words, align, _room(old, place.plain, align))
    ink = _inked(wish.colour) if wish.colour else old.ink
    drawn = draw(place.plain, old, _leant(made.path, old), ink)
    return Lettered(rgb=drawn, face=made.style.face)


def alignment(old: Lettering, width: int) -> Align:
    """The side that a line keeps when its words change, judged from where it stands in the picture."""
    corners = _frame(old)
    left, right = float(corners[:, 0].min()), float(corners[:, 0].max())
    if old.stacked:
        return Align.LEFT
    off = (left + right) / 2 / width - 0.5
    if abs(off) < CENTRED:
        return Align.CENTRE
    return Align.LEFT if off < 0 else Align.RIGHT


def _frame(old: Lettering, longer: float = 1.0, align: Align = Align.CENTRE) -> Matrix:
    """The corners of a line in the picture, were it `longer` times as long."""
    lines = old.extent
    more = (longer - 1) * (lines.bottom - lines.top if old.stacked else lines.width)
    before, after = {Align.LEFT: (0.0, more), Align.RIGHT: (more, 0.0),
                     Align.CENTRE: (more / 2, more / 2)}[align]  # fmt: skip
    left, right, top, bottom = lines.left, lines.right, lines.top, lines.bottom
    if old.stacked:
        top, bottom = top - before, bottom + after
    else:
        left, right = left - before, right + after
    points = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float64)
    return projected(old.plane.to_picture, points)


def _room(old: Lettering, picture: Pixels, align: Align) -> float:
    """How many times as long as they were words may become without crowding the picture's edges."""
    size = np.array(picture.shape[1::-1])
    air = AIR * size.min()
    was = _frame(old)
    least = np.minimum(np.minimum(was.min(0), size - was.max(0)), air)
    for longer in np.linspace(ROOMIER, 1.0, 9):
        frame = _frame(old, float(longer), align)
        if (frame.min(0) >= least - 0.5).all() and (size - frame.max(0) >= least - 0.5).all():
            return float(longer)
    return 1.0


def _leant(path: skia.Path, old: Lettering) -> skia.Path:
    """The path leaning as the old letters did, about the middle of the view as they were stood."""
    if not old.slant:
        return path
    matrix = skia.Matrix()
    matrix.setAll(1, -old.slant, old.slant * old.plane.height / 2, 0, 1, 0, 0, 0, 1)
    path.transform(matrix)
    return path


def _inked(colour: str) -> Ink:
    bytes_ = np.array([round(255 * value) for value in rgb(colour)], np.uint8)
    red, green, blue = (float(value) for value in linear_light(bytes_))
    return Ink(top=(red, green, blue), bottom=(red, green, blue))


def draw(plain: Pixels, old: Lettering, path: skia.Path, ink: Ink) -> Pixels:
    """`plain` with a path of the view in its plane, its shadow under it; a new array."""
    picture = plain.copy()
    shadow = old.shadow
    if shadow:
        _over(picture, old, _layers(path, shadow), Ink(top=shadow.light, bottom=shadow.light))
    _over(picture, old, [(path, 1.0)], ink)
    return picture


def _layers(path: skia.Path, shadow: Shadow) -> list[tuple[skia.Path, float]]:
    """The shadow as paths one inside the other whose strengths add up, the widest one first."""
    steps = [*shadow.strengths, 0.0]
    layers: list[tuple[skia.Path, float]] = []
    for by in range(len(steps) - 2, -1, -1):
        under = grown(path, by) if by else skia.Path(path)
        under.offset(shadow.dx, shadow.dy)
        layers.append((under, steps[by] - steps[by + 1]))
    return [(under, strength) for under, strength in layers if strength > 0]


def _over(
    picture: Pixels, old: Lettering, layers: Sequence[tuple[skia.Path, float]], ink: Ink
) -> None:  # fmt: skip
    """Draw into `picture` where the paths lie in it; the first one is the widest."""
    placed_ = [(old.plane.placed(path), strength) for path, strength in layers]
    bounds = placed_[0][0].computeTightBounds()
    height, width = picture.shape[:2]
    left, top = max(0, int(bounds.left()) - 1), max(0, int(bounds.top()) - 1)
    right, bottom = min(width, int(bounds.right()) + 2), min(height, int(bounds.bottom()) + 2)
    if left >= right or top >= bottom:
        return
    cover = np.zeros((bottom - top, right - left), np.float32)
    for there, strength in placed_:
        there.offset(-left, -top)
        cover += strength * coverage(there, right - left, bottom - top)
    spot = picture[top:bottom, left:right]
    spot[...] = laid_over(spot, cover, _light(ink, old, (left, top, right, bottom)))


def _light(ink: Ink, old: Lettering, box: tuple[int, int, int, int]) -> Field:
    """The ink's colour for every pixel of a box of the picture, or one for all."""
    if ink.even:
        return np.asarray(ink.top, np.float32)
    left, top, right, bottom = box
    x, y = np.meshgrid(np.arange(left, right) + 0.5, np.arange(top, bottom) + 0.5)
    into = np.linalg.inv(old.plane.to_picture)
    down = (into[1, 0] * x + into[1, 1] * y + into[1, 2]) / (into[2, 0] * x + into[2, 1] * y + into[2, 2])  # fmt: skip
    lines = old.extent
    share = np.clip((down - lines.top) / max(1.0, lines.bottom - lines.top), 0.0, 1.0)[..., None]
    return (np.asarray(ink.top) * (1 - share) + np.asarray(ink.bottom) * share).astype(np.float32)
