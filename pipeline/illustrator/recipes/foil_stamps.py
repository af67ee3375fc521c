"""What is stamped: five ways to set an emblem and its ornaments on a cover, each as one area."""

import math

import skia

from pipeline.drawing.canvas import Point, moved
from pipeline.illustrator.emblem import companions, emblem
from pipeline.illustrator.ornament import (
    TAU,
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
    stepped,
    wedge,
    wreath,
)
from pipeline.illustrator.recipe import Scene

EDGE = 36.0
"""Units from the cover's edge to a frame's outer line."""


def _page(scene: Scene, inset: float) -> skia.Rect:
    return skia.Rect.MakeWH(scene.width, scene.height).makeInset(inset, inset)


def _room(scene: Scene, gap: float = 24.0) -> skia.Rect:
    """The focus without the frame's margin and with some air towards the lettering."""
    room = scene.focus
    inside = _page(scene, EDGE + 44)
    return skia.Rect.MakeLTRB(
        max(room.left(), inside.left()), max(room.top() + gap, inside.top()),
        min(room.right(), inside.right()), min(room.bottom() - gap, inside.bottom()),
    )  # fmt: skip


def _lines(outer: skia.Path, inner: skia.Path) -> skia.Path:
    path = outlined(outer, 4.2, round_ends=False)
    path.addPath(outlined(inner, 1.6, round_ends=False))
    return path


def _notched_frame(scene: Scene) -> skia.Path:
    path = _lines(notched(_page(scene, EDGE), 40), notched(_page(scene, EDGE + 11), 40))
    page = _page(scene, EDGE + 4)
    for x, y in ((page.left(), page.top()), (page.right(), page.top()),
                 (page.left(), page.bottom()), (page.right(), page.bottom())):  # fmt: skip
        path.addCircle(x, y, 8)
    return path


def medallion(scene: Scene) -> skia.Path:
    """An emblem in rings and laurel, rays all round, in a notched frame."""
    room = _room(scene)
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
    path.addPath(in_circle(emblem(scene), centre, inner * 0.8))
    return path


def _scallops(centre: Point, radius: float, count: int) -> skia.Path:
    path = skia.Path()
    size = math.pi * radius / count
    for i in range(count):
        middle = at(centre, radius, TAU * i / count)
        arc = skia.Path()
        arc.addArc(skia.Rect.MakeXYWH(middle[0] - size, middle[1] - size, 2 * size, 2 * size),
                   math.degrees(TAU * i / count) - 180, 180)  # fmt: skip
        path.addPath(outlined(arc, radius * 0.012))
        path.addCircle(*middle, radius * 0.018)
    path.addPath(band(centre, radius * 0.9, radius * 0.008))
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
    path = _lines(_rounded(_page(scene, EDGE)), _rounded(_page(scene, EDGE + 12)))
    page = _page(scene, EDGE + 26)
    text = _text_bounds(scene)
    above, below = text.top() - page.top(), page.bottom() - text.bottom()
    side = min(text.left() - page.left(), page.right() - text.right())
    if not scene.wishes.minimal:
        size = min(330.0, max(min(above, below) * 0.92, side * 0.9), scene.width * 0.3)
        for dx, dy, x, y in ((1, 1, page.left(), page.top()), (-1, 1, page.right(), page.top()),
                             (1, -1, page.left(), page.bottom()),
                             (-1, -1, page.right(), page.bottom())):  # fmt: skip
            path.addPath(scroll((x, y), size, dx, dy))
    if above < 150:
        return _beside_text(scene, path, text, page)
    radius = min(above * 0.38, scene.width * 0.2)
    crown = (scene.width / 2, page.top() + above * 0.52)
    path.addPath(in_circle(emblem(scene), crown, radius))
    foot = (scene.width / 2, page.bottom() - below * 0.52)
    path.addPath(_fleuron(foot, min(below * 0.3, scene.width * 0.16)))
    _rules(path, text, scene.width / 2)
    return path


def _beside_text(scene: Scene, path: skia.Path, text: skia.Rect, page: skia.Rect) -> skia.Path:
    """In a flat cover the emblem stands on both sides of the lettering."""
    for middle, room in (((page.left() + text.left()) / 2, text.left() - page.left()),
                         ((page.right() + text.right()) / 2, page.right() - text.right())):  # fmt: skip
        radius = min(room * 0.46, scene.height * 0.24)
        path.addPath(in_circle(emblem(scene), (middle, scene.height / 2), radius))
    return path


def _text_bounds(scene: Scene) -> skia.Rect:
    return skia.Rect.MakeLTRB(
        min(r.left() for r in scene.text), min(r.top() for r in scene.text),
        max(r.right() for r in scene.text), max(r.bottom() for r in scene.text),
    )  # fmt: skip


def _rounded(page: skia.Rect) -> skia.Path:
    path = skia.Path()
    path.addRoundRect(page, 14, 14)
    return path


def _rules(path: skia.Path, text: skia.Rect, x: float) -> None:
    """Tapered rules with a bead, over and under the lettering."""
    reach = text.width() * 0.3
    for y in (text.top() - 34, text.bottom() + 34):
        for turn in (0.25, -0.25):
            path.addPath(blade((x, y), 14, reach, TAU * turn, 7))
        path.addCircle(x, y, 6)


def _fleuron(centre: Point, size: float) -> skia.Path:
    """A small printer's flower: a bud, four leaves and two tendrils."""
    path = skia.Path()
    for turn, length in ((0.0, 0.8), (0.13, 0.62), (-0.13, 0.62), (0.26, 0.9), (-0.26, 0.9)):
        path.addPath(
            leaf((centre[0], centre[1] + size * 0.3), TAU * turn, size * length, size * 0.22)
        )
    path.addCircle(centre[0], centre[1] + size * 0.45, size * 0.07)
    path.addPath(leaf((centre[0], centre[1] + size * 0.56), math.pi, size * 0.34, size * 0.1))
    return path


def scattered(scene: Scene) -> skia.Path:
    """Small motifs all over in diagonal rows, with a framed field for the lettering."""
    field = _text_bounds(scene).makeOutset(58, 58)
    path = _lines(notched(field, 26), notched(field.makeInset(10, 10), 26))
    lead, *others = [emblem(scene), *companions(scene, 2)]
    pitch = 210.0 if scene.wishes.minimal else 158.0
    columns, rows = round(scene.width / pitch), round(scene.height / (pitch * 0.72))
    dx, dy = scene.width / columns, scene.height / rows
    keep_out = field.makeOutset(dx * 0.3, dx * 0.3)
    for row in range(-1, rows + 2):
        for column in range(-1, columns + 2):
            x, y = dx * (column + 0.5 * (row % 2)), dy * row
            big = row % 2 == 0
            reach = dx * (0.3 if big else 0.13)
            if keep_out.makeOutset(reach - dx * 0.25, reach - dx * 0.25).contains(x, y):
                continue
            motif = lead if big and (column + row // 2) % 3 else others[row // 2 % 2]
            path.addPath(in_circle(motif, (x, y), reach) if big else _spark((x, y), reach))
    return path


def _spark(centre: Point, size: float) -> skia.Path:
    path = skia.Path()
    for i in range(8):
        path.addPath(blade(centre, 0, size * (1 if i % 2 == 0 else 0.5), TAU * i / 8, size * 0.2))
    return path


def fan(scene: Scene) -> skia.Path:
    """An art-deco sunburst that rises from the foot, the emblem in its half-disc."""
    path = _lines(stepped(_page(scene, EDGE), 22), stepped(_page(scene, EDGE + 12), 22))
    room = _room(scene)
    outer = min(room.width() / 2, room.height())
    centre = (room.centerX(), room.bottom() - (room.height() - outer) / 2)
    core = outer * 0.46
    count = 9 if scene.wishes.minimal else 17
    for i in range(count):
        angle = math.pi * ((i + 0.5) / count - 0.5)
        reach = outer * (1.0 if i % 2 == 0 else 0.88)
        path.addPath(wedge(centre, core * 1.14, reach, angle, math.pi / count * 0.46))
        path.addCircle(*at(centre, reach + outer * (-0.03 if i % 2 == 0 else 0.04), angle), 0.1)
    for radius, width in ((1.07, 0.012), (1.0, 0.026)):
        arc = skia.Path()
        r = core * radius
        arc.addArc(skia.Rect.MakeXYWH(centre[0] - r, centre[1] - r, 2 * r, 2 * r), 180, 180)
        path.addPath(outlined(arc, outer * width, round_ends=False))
    for i, y in enumerate((10.0, 20.0, 28.0)):
        path.addRect(skia.Rect.MakeXYWH(centre[0] - outer, centre[1] + y, 2 * outer, 4.5 - 1.4 * i))
    path.addPath(in_circle(emblem(scene), (centre[0], centre[1] - core * 0.46), core * 0.56))
    return path


def arch(scene: Scene) -> skia.Path:
    """A window: pointed or round arch with tracery, stars in its head, the emblem within."""
    path = _lines(_rounded(_page(scene, EDGE)), _rounded(_page(scene, EDGE + 12)))
    room = _room(scene)
    width = min(room.width(), room.height() * 0.82)
    box = skia.Rect.MakeXYWH(room.centerX() - width / 2, room.top(), width, room.height())
    pointed = bool(scene.rng("arch").integers(2))
    for inset, line in ((0.0, 6.0), (15.0, 2.0), (52.0, 3.4)):
        path.addPath(outlined(_window(box.makeInset(inset, inset), pointed=pointed), line))
    if not scene.wishes.minimal:
        _voussoirs(path, box.makeInset(33, 33), pointed=pointed)
    centre = (box.centerX(), box.bottom() - width * 0.06 - min(width, box.height()) * 0.44)
    radius = min(width * 0.36, box.height() * 0.36)
    path.addPath(in_circle(emblem(scene), centre, radius))
    path.addPath(_sky(scene, box, centre[1] - radius))
    return path


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
            path.addPath(moved(_spark((0, 0), 15), x, y))


def _sky(scene: Scene, box: skia.Rect, ceiling: float) -> skia.Path:
    """Small stars in the head of the window, none over the emblem."""
    path = skia.Path()
    rng = scene.rng("stars")
    top = box.top() + box.width() * 0.2
    for _ in range(0 if scene.wishes.minimal else 26):
        x = box.centerX() + box.width() * float(rng.normal(0, 0.16))
        y = top + (ceiling - top) * float(rng.random())
        size = float(rng.choice((5.0, 8.0, 14.0)))
        if ceiling - top > 30 and abs(x - box.centerX()) < (y - box.top()) * 0.55:
            path.addPath(_spark((x, y), size))
    return path
