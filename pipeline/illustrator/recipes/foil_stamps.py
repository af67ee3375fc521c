"""What is stamped: five ways to set an emblem and its ornaments on a cover, each as one area."""

import math

import skia

from pipeline.drawing.canvas import Point, polygon
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
    spark,
    stepped,
    wedge,
    wreath,
)
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.foil_frame import (
    EDGE,
    double_line,
    free_room,
    page_inside,
    rounded,
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
    text = _text_bounds(scene)
    above, below = text.top() - page.top(), page.bottom() - text.bottom()
    if not scene.wishes.minimal:
        size = min(330.0, max(min(above, below) * 0.92, scene.height * 0.2), scene.width * 0.3)
        path.addPath(_flourishes(scene, page, size))
    if text.left() > scene.width * 0.45:
        room = free_room(scene)
        centre = (room.centerX(), room.centerY())
        radius = min(room.width(), room.height()) / 2
        if not scene.wishes.minimal:
            path.addPath(wreath(centre, radius * 0.74, radius * 0.17))
        path.addPath(in_circle(emblem(scene), centre, radius * 0.6))
        return path
    radius = min(above * 0.38, scene.width * 0.2)
    crown = (scene.width / 2, page.top() + above * 0.52)
    path.addPath(in_circle(emblem(scene), crown, radius))
    foot = (scene.width / 2, page.bottom() - below * 0.52)
    path.addPath(_fleuron(foot, min(below * 0.3, scene.width * 0.16)))
    _rules(path, text, scene.width / 2)
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


def _text_bounds(scene: Scene) -> skia.Rect:
    return skia.Rect.MakeLTRB(
        min(r.left() for r in scene.text), min(r.top() for r in scene.text),
        max(r.right() for r in scene.text), max(r.bottom() for r in scene.text),
    )  # fmt: skip


def _rules(path: skia.Path, text: skia.Rect, x: float) -> None:
    """Tapered rules with a bead, over and under the lettering."""
    reach = text.width() * 0.3
    for y in (text.top() - 34, text.bottom() + 34):
        for turn in (0.25, -0.25):
            path.addPath(blade((x, y), 14, reach, TAU * turn, 7))
        path.addCircle(x, y, 6)


def _fleuron(centre: Point, size: float) -> skia.Path:
    """A small printer's flower: a quatrefoil with beads between two tapered rules."""
    path = skia.Path()
    for i in range(4):
        path.addPath(leaf(centre, TAU * (i + 0.5) / 4, size * 0.46, size * 0.24))
        path.addCircle(*at(centre, size * 0.36, TAU * i / 4), size * 0.045)
    for turn in (0.25, -0.25):
        path.addPath(blade(centre, size * 0.55, size * 1.25, TAU * turn, size * 0.09))
    return path


def scattered(scene: Scene) -> skia.Path:
    """Small motifs all over in diagonal rows, with a framed field for the lettering."""
    field = _text_bounds(scene).makeOutset(58, 58)
    path = double_line(notched(field, 26), notched(field.makeInset(10, 10), 26))
    lead, *others = [emblem(scene), *companions(scene, 2)]
    pitch = 220.0 if scene.wishes.minimal else 150.0
    columns, rows = round(scene.width / pitch), round(scene.height / (pitch * 0.72))
    dx, dy = scene.width / columns, scene.height / rows
    keep_out = field.makeOutset(dx * 0.3, dx * 0.3)
    for row in range(-1, rows + 2):
        for column in range(-1, columns + 2):
            x, y = dx * (column + 0.5 * (row % 2)), dy * row
            big = row % 2 == 0
            reach = dx * (0.37 if big else 0.15)
            if keep_out.makeOutset(reach - dx * 0.25, reach - dx * 0.25).contains(x, y):
                continue
            motif = lead if big and (column + row // 2) % 3 else others[row // 2 % 2]
            path.addPath(in_circle(motif, (x, y), reach) if big else spark((x, y), reach))
    return path


def fan(scene: Scene) -> skia.Path:
    """An art-deco sunburst that rises from the foot, the emblem in its half-disc."""
    path = double_line(
        stepped(page_inside(scene, EDGE), 22), stepped(page_inside(scene, EDGE + 12), 22)
    )
    room = free_room(scene)
    core = min(room.width() * 0.31, room.height() * 0.5)
    centre = (room.centerX(), room.bottom() - core * 0.12)
    path.addPath(_sunburst(scene, room, centre, core))
    for radius, width in ((1.13, 0.014), (1.04, 0.05), (0.95, 0.014)):
        arc = skia.Path()
        arc.addArc(around(centre, core * radius), 180, 180)
        path.addPath(outlined(arc, core * width, round_ends=False))
    for y, thick in ((0.03, 0.03), (0.085, 0.014), (0.12, 0.008)):
        path.addRect(skia.Rect.MakeXYWH(room.left(), centre[1] + core * y, room.width(),
                                        core * thick))  # fmt: skip
    path.addPath(in_circle(emblem(scene), (centre[0], centre[1] - core * 0.45), core * 0.6))
    return path


def _sunburst(scene: Scene, room: skia.Rect, centre: Point, core: float) -> skia.Path:
    """Rays out to an oval that fills the room, each stepped in length and split by a fine line."""
    path = skia.Path()
    count = 11 if scene.wishes.minimal else 21
    wide, high = room.width() / 2, min(centre[1] - room.top(), core * 3.4)
    step = math.pi / count
    for i in range(count):
        angle = step * (i + 0.5) - math.pi / 2
        oval = math.hypot(math.sin(angle) / wide, math.cos(angle) / high)
        reach = (1.0, 0.86, 0.93)[abs(i - count // 2) % 3] / oval
        if i % 2 == 0:
            path.addPath(wedge(centre, core * 1.22, reach, angle, step * 0.52))
        else:
            path.addPath(wedge(centre, core * 1.22, reach * 0.9, angle, step * 0.1))
            path.addPath(_lozenge(at(centre, reach * 0.9 + core * 0.07, angle), core * 0.05, angle))
    return path


def _lozenge(centre: Point, size: float, angle: float) -> skia.Path:
    return polygon([at(centre, size * (1.5 if i % 2 == 0 else 0.8), angle + TAU * i / 4)
                    for i in range(4)])  # fmt: skip
