"""A stamped sunrise in the manner of art deco, and its mirror image where there is room."""

import math

import skia

from pipeline.drawing.canvas import Point, polygon
from pipeline.illustrator.emblem import emblem
from pipeline.illustrator.ornament import TAU, at, band, blade, in_circle, stepped, wedge
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.foil_frame import EDGE, double_line, free_room, page_inside

RISEN = 0.62
"""How far the middle of the sun stands over the horizon, in radii."""


def fan(scene: Scene) -> skia.Path:
    """An art-deco sun that rises over the foot, with the emblem in its disc."""
    path = double_line(
        stepped(page_inside(scene, EDGE), 22), stepped(page_inside(scene, EDGE + 12), 22)
    )
    room = free_room(scene)
    core = min(room.width() * 0.32, room.height() * 0.34)
    # a long room is shared between the sky and the water that mirrors the sun
    mirror = min(core * 0.9, max(0.0, room.height() - core * 4.2))
    horizon = room.bottom() - core * 0.16 - mirror
    centre = (room.centerX(), horizon - core * RISEN)
    sun = _sunburst(scene, skia.Rect.MakeLTRB(room.left(), room.top(), room.right(), horizon),
                    centre, core)  # fmt: skip
    for radius, width in ((1.15, 0.014), (1.06, 0.05), (0.98, 0.014)):
        sun.addPath(band(centre, core * radius, core * width))
    sky = skia.Path()
    sky.addRect(room.left(), room.top() - 40, room.right(), horizon)
    path.addPath(skia.Op(sun, sky, skia.PathOp.kIntersect_PathOp))
    path.addPath(in_circle(emblem(scene), (centre[0], centre[1] - core * 0.04), core * 0.84))
    path.addPath(_water(room, horizon, core, mirror))
    return path


def _water(room: skia.Rect, horizon: float, core: float, depth: float) -> skia.Path:
    """Lines of the horizon, and under them the sun's mirror image, narrower line by line."""
    path = skia.Path()
    for y, thick in ((0.03, 0.03), (0.085, 0.014), (0.12, 0.008)):
        path.addRect(skia.Rect.MakeXYWH(room.left(), horizon + core * y, room.width(),
                                        core * thick))  # fmt: skip
    lines = round(depth / (core * 0.1))
    for i in range(lines):
        half = room.width() * (0.36 - 0.3 * i / lines) * (1.0 if i % 2 else 0.8)
        x, y = room.centerX(), horizon + core * 0.2 + depth * i / lines
        for turn in (0.25, -0.25):
            path.addPath(blade((x, y), core * 0.03, half, TAU * turn, core * 0.045))
    return path


def _sunburst(scene: Scene, room: skia.Rect, centre: Point, core: float) -> skia.Path:
    """Rays out to an oval that fills the room, each stepped in length and split by a fine line."""
    path = skia.Path()
    count = 13 if scene.wishes.minimal else 25
    wide, high = room.width() / 2, min(centre[1] - room.top(), core * 4.2)
    # rays start a little under the middle of the disc, where the horizon still leaves them room
    spread = math.pi * 1.16
    for i in range(count):
        angle = spread * ((i + 0.5) / count - 0.5)
        oval = math.hypot(math.sin(angle) / wide, math.cos(angle) / high)
        reach = (1.0, 0.86, 0.93)[abs(i - count // 2) % 3] / oval
        width = spread / count
        if i % 2 == 0:
            path.addPath(wedge(centre, core * 1.24, reach, angle, width * 0.52))
        else:
            path.addPath(wedge(centre, core * 1.24, reach * 0.9, angle, width * 0.1))
            path.addPath(
                _lozenge(at(centre, reach * 0.9 + core * 0.06, angle), core * 0.045, angle)
            )
    return path


def _lozenge(centre: Point, size: float, angle: float) -> skia.Path:
    return polygon([at(centre, size * (1.5 if i % 2 == 0 else 0.8), angle + TAU * i / 4)
                    for i in range(4)])  # fmt: skip
