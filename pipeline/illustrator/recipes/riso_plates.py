"""The plates of five risograph prints, each about one emblem."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import Point, moved
from pipeline.drawing.halftone import Tone, Values, fade
from pipeline.illustrator.emblem import emblem
from pipeline.illustrator.ornament import TAU, in_circle, wedge
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.riso_press import SLIP, Press
from pipeline.illustrator.scenery import shapes


def _room(scene: Scene) -> skia.Rect:
    """The focus, off the cover's edge and off the lettering."""
    page = skia.Rect.MakeWH(scene.width, scene.height).makeInset(62, 62)
    focus = scene.focus
    return skia.Rect.MakeLTRB(
        max(page.left(), focus.left() + 18), max(page.top(), focus.top() + 22),
        min(page.right(), focus.right() - 18), min(page.bottom(), focus.bottom() - 22),
    )  # fmt: skip


def _subject(press: Press, path: skia.Path, ink: int) -> None:
    """A solid of `ink` under a key plate that opens towards the light."""
    box = path.computeTightBounds()
    press.solid(path, ink)
    press.screened(path, 0, fade((box.left(), box.top()), (box.right() * 0.4 + box.left() * 0.6,
                                 box.bottom()), 0.2, 1.05))  # fmt: skip


def disc(press: Press) -> None:
    """The emblem before a large screened disc."""
    room = _room(press.scene)
    radius = min(room.width(), room.height()) / 2
    centre = (room.centerX(), room.centerY())
    top, foot = (centre[0], centre[1] - radius), (centre[0], centre[1] + radius)
    press.screened(shapes.disc(*centre, radius), 1, fade(top, foot, 1.05, 0.34))
    if not press.scene.wishes.minimal:
        turn = float(press.scene.rng("moon").uniform(-0.6, 0.6))
        moon = (centre[0] + radius * 0.42 * math.sin(turn), centre[1] - radius * 0.34)
        press.solid(shapes.disc(*moon, radius * 0.34), 2, 0.9)
    _subject(press, in_circle(emblem(press.scene), centre, radius * 0.86), 2)


def echo(press: Press) -> None:
    """The emblem three times over itself, once in every ink."""
    room = _room(press.scene)
    wide = room.width() > room.height()
    step = (room.width() - room.height() if wide else room.height() - room.width()) / 2
    small = min(room.width(), room.height())
    shift = min(max(step, small * 0.1), small * 0.24)
    radius = (small if step > shift else small - 2 * shift) / 2
    along = (shift, 0.0) if wide else (shift * 0.35, -shift)
    radius = min(radius, (room.width() - 2 * abs(along[0])) / 2) - SLIP
    grown = radius * (1.3 if wide else 1.12)
    path = in_circle(emblem(press.scene), (room.centerX(), room.centerY()), grown)
    box = path.computeTightBounds()
    press.solid(moved(path, along[0], along[1]), 1)
    press.solid(path, 2)
    tone = fade((box.left(), box.top()), (box.left(), box.bottom()), 0.5, 1.05)
    press.screened(moved(path, -along[0], -along[1]), 0, tone)


def counter(press: Press) -> None:
    """Two fields of ink; the emblem is dark on the light one and light on the dark one."""
    room = _room(press.scene)
    radius = min(room.width(), room.height()) / 2
    centre = (room.centerX(), room.centerY())
    angle = float(press.scene.rng("split").choice((0.0, 0.5, -0.5, math.pi / 2)))
    bright, deep = _halves(centre, radius, angle)
    subject = in_circle(emblem(press.scene), centre, radius * 0.84)
    left = (centre[0] - radius, centre[1] - radius)
    right = (centre[0] + radius, centre[1] + radius)
    press.solid(skia.Op(deep, subject, skia.PathOp.kDifference_PathOp), 0)
    press.screened(bright, 1, fade(left, right, 1.05, 0.5))
    press.solid(skia.Op(subject, bright, skia.PathOp.kIntersect_PathOp), 0)
    press.solid(skia.Op(subject, deep, skia.PathOp.kIntersect_PathOp), 2)


def _halves(centre: Point, radius: float, angle: float) -> tuple[skia.Path, skia.Path]:
    def half(turn: float) -> skia.Path:
        return wedge(centre, 0.0, radius, angle + turn, math.pi)

    return half(-math.pi / 2), half(math.pi / 2)


def burst(press: Press) -> None:
    """Rays over the upper page, the emblem in a disc at their source."""
    scene = press.scene
    room = _room(scene)
    centre = (room.centerX(), room.centerY())
    small = min(room.width(), room.height()) / 2
    sky = skia.Path()
    sky.addRect(_sky(scene))
    count = 12 if scene.wishes.minimal else 20
    rays = skia.Path()
    for i in range(count):
        rays.addPath(wedge(centre, small * 0.8, 3000, TAU * i / count, math.pi / count * 0.92))
    rays = skia.Op(rays, sky, skia.PathOp.kIntersect_PathOp)
    press.screened(rays, 1, _ring_tone(centre, small * 2.6))
    press.solid(shapes.disc(*centre, small * 0.8), 2)
    press.screened(shapes.disc(*centre, small * 0.8), 1, fade(
        (centre[0], centre[1] - small), (centre[0], centre[1] + small), 0.1, 0.8))  # fmt: skip
    press.solid(in_circle(emblem(scene), centre, small * 0.66), 0)


def _ring_tone(centre: Point, far: float) -> Tone:
    """Dense at `centre`, open at `far` units from it."""

    def tone(x: Values, y: Values) -> Values:
        return 1.05 - 0.85 * np.hypot(x - centre[0], y - centre[1]) / far

    return tone


def _sky(scene: Scene) -> skia.Rect:
    """The page's part that the focus belongs to, out beyond the edges, without lettering."""
    focus, air, beyond = scene.focus, 30.0, 260.0
    return skia.Rect.MakeLTRB(
        -beyond if focus.left() < 80 else focus.left() + air,
        -beyond if focus.top() < 80 else focus.top() + air,
        scene.width + beyond if focus.right() > scene.width - 80 else focus.right() - air,
        scene.height + beyond if focus.bottom() > scene.height - 80 else focus.bottom() - air,
    )


def flood(press: Press) -> None:
    """A page of ink that thins out like mist round the emblem; lettering is left unprinted."""
    scene = press.scene
    room = _room(scene)
    centre = (room.centerX(), room.centerY())
    small = min(room.width(), room.height()) / 2
    page = skia.Path()
    page.addRect(skia.Rect.MakeWH(scene.width, scene.height))
    sun = shapes.disc(*centre, small * 0.86)
    start, end = _away_from_text(scene)
    if scene.bare:
        press.solid(page, 0)
        return
    press.solid(sun, 1)
    press.screened(sun, 2, fade(
        (centre[0] - small, centre[1] - small), (centre[0] + small, centre[1] + small), 0.0, 0.9))  # fmt: skip
    press.screened(
        skia.Op(page, sun, skia.PathOp.kDifference_PathOp), 0, fade(start, end, 1.5, 0.06)
    )
    press.solid(in_circle(emblem(scene), centre, small * 0.72), 0)


def _away_from_text(scene: Scene) -> tuple[Point, Point]:
    """From the edge of the lettering, across the focus, to its far side."""
    focus, text = scene.focus, scene.text[0]
    if (
        abs(text.centerX() - focus.centerX()) * scene.height
        > abs(text.centerY() - focus.centerY()) * scene.width
    ):
        right = text.centerX() > focus.centerX()
        near, far = (focus.right(), focus.left()) if right else (focus.left(), focus.right())
        return (near, focus.centerY()), (far, focus.centerY())
    under = text.centerY() > focus.centerY()
    near, far = (focus.bottom(), focus.top()) if under else (focus.top(), focus.bottom())
    return (focus.centerX(), near), (focus.centerX(), far)
