"""A stamped window: an arch with beads, rays behind the emblem that stands in it."""

import skia

from pipeline.drawing.canvas import Point, moved
from pipeline.illustrator.emblem import companions, emblem
from pipeline.illustrator.ornament import TAU, at, blade, in_circle, outlined, spark
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.foil_frame import (
    EDGE,
    double_line,
    free_room,
    page_inside,
    rounded,
)

AISLE = 30.0
"""Units between a window and those at its sides."""
LEAST = 130.0
"""Units that a side window must have in width."""


def arch(scene: Scene) -> skia.Path:
    """A window: pointed or round arch with tracery, stars in its head, the emblem within."""
    path = double_line(rounded(page_inside(scene, EDGE)), rounded(page_inside(scene, EDGE + 12)))
    room = free_room(scene)
    width = min(room.width(), room.height() * 0.82)
    box = skia.Rect.MakeXYWH(room.centerX() - width / 2, room.top(), width, room.height())
    pointed = bool(scene.rng("arch").integers(2))
    path.addPath(_side_windows(scene, room, box, pointed=pointed))
    for inset, line in ((0.0, 6.0), (15.0, 2.0), (52.0, 3.4)):
        path.addPath(outlined(_window(box.makeInset(inset, inset), pointed=pointed), line))
    if not scene.wishes.minimal:
        _voussoirs(path, box.makeInset(33, 33), pointed=pointed)
    if not scene.wishes.minimal:
        path.addPath(_glory(box.makeInset(66, 66), pointed=pointed))
    centre = _sill(box)
    radius = min(width * 0.34, (box.bottom() - centre[1]) * 0.92)
    path.addPath(in_circle(emblem(scene), centre, radius))
    return path


def _side_windows(
    scene: Scene, room: skia.Rect, box: skia.Rect, *, pointed: bool
) -> skia.Path:  # fmt: skip
    """A lower window at each side of `box`, where the room is wide enough for three."""
    path = skia.Path()
    width = min((room.width() - box.width()) / 2 - AISLE, box.width() * 0.56)
    if width < LEAST or scene.wishes.minimal:
        return path
    height = min(box.height() * 0.74, width * 1.75)
    for motif, side in zip(companions(scene, 2), (-1, 1), strict=True):
        x = box.centerX() + side * (box.width() / 2 + AISLE + width / 2)
        small = skia.Rect.MakeXYWH(x - width / 2, box.bottom() - height, width, height)
        for inset, line in ((0.0, 4.0), (12.0, 1.8)):
            path.addPath(outlined(_window(small.makeInset(inset, inset), pointed=pointed), line))
        path.addPath(in_circle(motif, (x, small.bottom() - height * 0.42), width * 0.52))
    return path


def _glory(box: skia.Rect, *, pointed: bool) -> skia.Path:
    """Rays from the emblem to the window's frame, with beads between them."""
    path = skia.Path()
    window = _window(box, pointed=pointed)
    centre, count = _sill(box.makeOutset(66, 66)), 40
    inner = box.width() * 0.47
    for i in range(count):
        angle = TAU * i / count
        outer = _reach(window, centre, angle)
        if outer - inner > 12:
            path.addPath(blade(centre, inner, outer if i % 2 == 0 else
                               inner + (outer - inner) * 0.62, angle, 6))  # fmt: skip
    return path


def _reach(window: skia.Path, centre: Point, angle: float) -> float:
    """How far one can go from `centre` before leaving `window`, by bisection."""
    near, far = 0.0, 3000.0
    for _ in range(14):
        middle = (near + far) / 2
        near, far = (middle, far) if window.contains(*at(centre, middle, angle)) else (near, middle)
    return near


def _sill(box: skia.Rect) -> Point:
    """Where the emblem stands in a window: a little under the middle of its upright part."""
    return box.centerX(), box.bottom() - min(box.height() * 0.42, box.width() * 0.56)


def _window(box: skia.Rect, *, pointed: bool) -> skia.Path:
    half = box.width() / 2
    spring = box.top() + min(box.height() * 0.6, half * (1.25 if pointed else 1.0))
    path = skia.Path()
    path.moveTo(box.left(), box.bottom())
    path.lineTo(box.left(), spring)
    if pointed:
        path.cubicTo(box.left(), spring - half * 0.6, box.centerX() - half * 0.4,
                     box.top() + half * 0.2, box.centerX(), box.top())  # fmt: skip
        path.cubicTo(box.centerX() + half * 0.4, box.top() + half * 0.2, box.right(),
                     spring - half * 0.6, box.right(), spring)  # fmt: skip
    else:
        path.arcTo(skia.Rect.MakeLTRB(box.left(), box.top(), box.right(),
                                      2 * spring - box.top()), 180, 180, False)  # fmt: skip
    path.lineTo(box.right(), box.bottom())
    path.close()
    return path


def _voussoirs(path: skia.Path, box: skia.Rect, *, pointed: bool) -> None:
    """Beads and lozenges in turns along the arch."""
    measure = skia.PathMeasure(_window(box, pointed=pointed), True)
    count = max(16, round(measure.getLength() / 52))
    for i in range(count):
        position, _ = measure.getPosTan(measure.getLength() * i / count)
        x, y = position.x(), position.y()
        if i % 2:
            path.addCircle(x, y, 4)
        else:
            path.addPath(moved(spark((0, 0), 15), x, y))
