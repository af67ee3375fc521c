"""Frames near the cover's edge, and the room that they and the lettering leave."""

import skia

from pipeline.illustrator.ornament import outlined
from pipeline.illustrator.recipe import Scene

EDGE = 36.0
"""Units from the cover's edge to a frame's outer line."""


def page_inside(scene: Scene, inset: float) -> skia.Rect:
    """The page without `inset` units on every side."""
    return skia.Rect.MakeWH(scene.width, scene.height).makeInset(inset, inset)


def free_room(scene: Scene, gap: float = 24.0) -> skia.Rect:
    """The focus without the frame's margin and with some air towards the lettering."""
    room = scene.focus
    inside = page_inside(scene, EDGE + 44)
    return skia.Rect.MakeLTRB(
        max(room.left() + gap, inside.left()), max(room.top() + gap, inside.top()),
        min(room.right() - gap, inside.right()), min(room.bottom() - gap, inside.bottom()),
    )  # fmt: skip


def double_line(outer: skia.Path, inner: skia.Path) -> skia.Path:
    """A strong line along `outer` and a fine one along `inner`."""
    path = outlined(outer, 4.2, round_ends=False)
    path.addPath(outlined(inner, 1.6, round_ends=False))
    return path


def rounded(page: skia.Rect) -> skia.Path:
    """A rectangle with softened corners."""
    path = skia.Path()
    path.addRoundRect(page, 14, 14)
    return path


def text_bounds(scene: Scene) -> skia.Rect:
    """The rectangle round all lettering."""
    return skia.Rect.MakeLTRB(
        min(r.left() for r in scene.text), min(r.top() for r in scene.text),
        max(r.right() for r in scene.text), max(r.bottom() for r in scene.text),
    )  # fmt: skip
