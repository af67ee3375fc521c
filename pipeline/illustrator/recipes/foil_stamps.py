"""What is stamped: an emblem with its ornaments in a ring, or as the crown of the lettering."""

import math

import skia

from pipeline.drawing.canvas import Point
from pipeline.illustrator.emblem import companions, emblem
from pipeline.illustrator.ornament import (
    TAU,
    around,
    at,
    band,
    blade,
    dots,
    in_circle,
    leaf,
    notched,
    outlined,
    rays,
    scroll,
    wreath,
)
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.foil_flanks import flanks, flower, small_medallion
from pipeline.illustrator.recipes.foil_frame import (
    EDGE,
    double_line,
    free_room,
    page_inside,
    rounded,
    text_bounds,
)


def _notched_frame(scene: Scene) -> skia.Path:
    path = double_line(
        notched(page_inside(scene, EDGE), 40), notched(page_inside(scene, EDGE + 11), 40)
    )
    page = page_inside(scene, EDGE + 4)
    for x, y in ((page.left(), page.top()), (page.right(), page.top()),
                 (page.left(), page.bottom()), (page.right(), page.bottom())):  # fmt: skip
        path.addCircle(x, y, 8)
    return path


def medallion(scene: Scene) -> skia.Path:
    """An emblem in rings and laurel, rays all round, in a notched frame."""
    room = free_room(scene)
    centre = (room.centerX(), room.centerY())
    radius = min(room.width(), room.height()) / 2
    path = _notched_frame(scene)
    if scene.wishes.minimal:
        path.addPath(band(centre, radius * 0.8, radius * 0.012))
        path.addPath(in_circle(emblem(scene), centre, radius * 0.62))
        return path
    path.addPath(flanks(scene, room, radius))
    dressing = int(scene.rng("dressing").integers(3))
    path.addPath(rays(centre, radius * 0.86, radius, 72, radius * 0.014, 0.5))
    if dressing == 0:
        path.addPath(wreath(centre, radius * 0.7, radius * 0.165))
        inner = radius * 0.54
    elif dressing == 1:
        path.addPath(_scallops(centre, radius * 0.76, 24))
        inner = radius * 0.62
    else:
        path.addPath(_petals(centre, radius * 0.62, radius * 0.82, 32))
        inner = radius * 0.58
    path.addPath(band(centre, inner, radius * 0.016))
    path.addPath(band(centre, inner * 0.955, radius * 0.005))
    path.addPath(dots(centre, inner * 0.9, 60, radius * 0.0055))
    path.addPath(in_circle(emblem(scene), centre, inner * 0.86))
    return path


def _scallops(centre: Point, radius: float, count: int) -> skia.Path:
    """Two rows of fans set against each other, with beads between, like a lace edge."""
    path = skia.Path()
    size = math.pi * radius / count
    for i in range(count):
        angle = TAU * i / count
        middle = at(centre, radius, angle)
        for reach, width in ((1.0, 0.016), (0.66, 0.009)):
            arc = skia.Path()
            arc.addArc(around(middle, size * reach), math.degrees(angle) - 180, 180)
            path.addPath(outlined(arc, radius * width))
        path.addPath(leaf(middle, angle, size * 0.5, size * 0.3))
        path.addCircle(*at(centre, radius + size * 0.62, angle + TAU / count / 2), radius * 0.014)
    path.addPath(band(centre, radius, radius * 0.018))
    path.addPath(dots(centre, radius * 0.915, count * 2, radius * 0.012))
    return path


def _petals(centre: Point, inner: float, outer: float, count: int) -> skia.Path:
    path = skia.Path()
    for i in range(count):
        angle = TAU * i / count
        path.addPath(leaf(at(centre, inner, angle), angle, outer - inner, inner * 0.12))
        path.addCircle(*at(centre, outer * 0.985, angle + TAU / count / 2), inner * 0.011)
    return path


def ornate(scene: Scene) -> skia.Path:
    """Frame and corner flourishes over the whole cover; the emblem crowns the lettering."""
    path = double_line(rounded(page_inside(scene, EDGE)), rounded(page_inside(scene, EDGE + 12)))
    page = page_inside(scene, EDGE + 26)
    text = text_bounds(scene)
    above, below = text.top() - page.top(), page.bottom() - text.bottom()
    size = 0.0
    if not scene.wishes.minimal:
        size = min(330.0, max(min(above, below) * 0.92, scene.height * 0.2), scene.width * 0.3)
        path.addPath(_flourishes(scene, page, size))
    if text.left() > scene.width * 0.45:
        path.addPath(_wreathed(scene, free_room(scene)))
        return path
    middle = scene.width / 2
    # in a tall cover the ornaments stand between the flourishes and the lettering
    taken = size * 0.74 if min(above, below) > 560 else 0.0
    crown, foot = (above - taken) * 0.52, (below - taken) * 0.52
    path.addPath(in_circle(emblem(scene), (middle, page.top() + taken + crown),
                           min(crown * (0.8 if taken else 0.73), scene.width * 0.27)))  # fmt: skip
    spot = (middle, page.bottom() - taken - foot)
    if taken:
        path.addPath(small_medallion(spot, min(foot * 0.68, scene.width * 0.2),
                                     companions(scene, 1)[0]))  # fmt: skip
    else:
        path.addPath(flower(spot, 2.5 * min(below * 0.3, scene.width * 0.16)))
    _rules(path, text, middle)
    return path


def _wreathed(scene: Scene, room: skia.Rect) -> skia.Path:
    """The emblem in laurel, and what else the room can hold."""
    centre = (room.centerX(), room.centerY())
    radius = min(room.width(), room.height()) / 2
    path = in_circle(emblem(scene), centre, radius * 0.6)
    if not scene.wishes.minimal:
        path.addPath(wreath(centre, radius * 0.74, radius * 0.17))
        path.addPath(flanks(scene, room, radius))
    return path


def _flourishes(scene: Scene, page: skia.Rect, size: float) -> skia.Path:
    """Four equal corner flourishes of at most `size`, smaller where lettering comes near."""
    path = skia.Path()
    corners = ((1, 1, page.left(), page.top()), (-1, 1, page.right(), page.top()),
               (1, -1, page.left(), page.bottom()), (-1, -1, page.right(), page.bottom()))  # fmt: skip
    air = [text.makeOutset(12, 12) for text in scene.text]
    while size > 60 and any(
        skia.Rect.Intersects(field, _corner(x, y, dx * size, dy * size))
        for field in air for dx, dy, x, y in corners
    ):  # fmt: skip
        size *= 0.85
    for dx, dy, x, y in corners if size > 60 else ():
        path.addPath(scroll((x, y), size, dx, dy))
    return path


def _corner(x: float, y: float, dx: float, dy: float) -> skia.Rect:
    return skia.Rect.MakeLTRB(min(x, x + dx), min(y, y + dy), max(x, x + dx), max(y, y + dy))


def _rules(path: skia.Path, text: skia.Rect, x: float) -> None:
    """Tapered rules with a bead, over and under the lettering."""
    reach = text.width() * 0.3
    for y in (text.top() - 34, text.bottom() + 34):
        for turn in (0.25, -0.25):
            path.addPath(blade((x, y), 14, reach, TAU * turn, 7))
        path.addCircle(x, y, 6)
