"""What stands at both sides of a stamped emblem where its room is much longer than it."""

import skia

from pipeline.drawing.canvas import Point
from pipeline.illustrator.emblem import companions
from pipeline.illustrator.ornament import TAU, at, band, blade, dots, in_circle, leaf
from pipeline.illustrator.recipe import Scene

NEAR = 0.3
"""The gap, in radii of the emblem, from which it looks forgotten rather than like air."""
SMALL = 62.0
"""The least radius in units of a medallion; smaller gaps get a printer's flower."""


def flanks(scene: Scene, room: skia.Rect, radius: float) -> skia.Path:
    """Ornaments along the longer way of `room`, whose middle an emblem of `radius` takes.

    Nothing where the gaps are small or few elements are wished for.
    """
    path = skia.Path()
    upright = room.height() > room.width()
    gap = (max(room.height(), room.width()) - 2 * radius) / 2
    if gap < radius * NEAR or scene.wishes.minimal:
        return path
    small = min(gap * 0.4, radius * 0.5)
    others = companions(scene, 2)
    # angles from the middle to both ends: up and down, or left and right
    for other, angle in zip(
        others, (0.0, TAU / 2) if upright else (-TAU / 4, TAU / 4), strict=True
    ):
        spot = at((room.centerX(), room.centerY()), radius + gap * 0.5, angle)
        if small < SMALL:
            path.addPath(flower(spot, gap * 0.8, upright=upright))
            continue
        path.addPath(small_medallion(spot, small, other))
        for way in (angle, angle + TAU / 2):
            path.addPath(blade(at(spot, small * 1.16, way), 0, gap * 0.5 - small * 1.3, way, 9))
    return path


def small_medallion(centre: Point, radius: float, motif: skia.Path) -> skia.Path:
    """A motif in two rings with beads between."""
    path = band(centre, radius, radius * 0.03)
    path.addPath(band(centre, radius * 0.86, radius * 0.014))
    path.addPath(dots(centre, radius * 0.93, 36, radius * 0.018))
    path.addPath(in_circle(motif, centre, radius * 0.76))
    return path


def flower(centre: Point, size: float, *, upright: bool = False) -> skia.Path:
    """A printer's flower: a quatrefoil with beads between two tapered rules, `size` long."""
    path = skia.Path()
    half = size / 2
    for i in range(4):
        path.addPath(leaf(centre, TAU * (i + 0.5) / 4, half * 0.37, half * 0.19))
        path.addCircle(*at(centre, half * 0.29, TAU * i / 4), half * 0.036)
    for turn in (0.0, 0.5) if upright else (0.25, -0.25):
        path.addPath(blade(centre, half * 0.44, half, TAU * turn, half * 0.072))
    return path
