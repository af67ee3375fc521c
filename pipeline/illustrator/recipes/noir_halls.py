"""Noir indoors: a ribbed tunnel with a platform, a corridor of doors."""

import math

import skia

from pipeline.drawing.canvas import Point, fill, glow, polygon
from pipeline.drawing.colour import mix
from pipeline.illustrator.recipes.noir_stage import EYE, Stage, backdrop, floor, radiance, shine


def _section(stage: Stage, depth: float, grow: float = 1.0) -> list[Point]:
    """The tunnel's horseshoe at a depth, from the left foot over the crown to the right foot."""
    half, spring, rise = 3.4 * grow, 0.7 * grow, 3.0 * grow
    points = [stage.at(-half, EYE, depth), stage.at(-half, -spring, depth)]
    points += [stage.at(-half * math.cos(a), -spring - rise * math.sin(a), depth)
               for a in (math.pi * k / 10 for k in range(1, 10))]  # fmt: skip
    return [*points, stage.at(half, -spring, depth), stage.at(half, EYE, depth)]


def _ring(near: list[Point], far: list[Point]) -> skia.Path:
    return polygon([*near, *reversed(far)])


def tunnel(canvas: skia.Canvas, stage: Stage) -> None:
    """Ribs of concrete, a strip of ceiling lamps, a platform with two painted edges."""
    backdrop(canvas, stage)
    depths = [0.3 * 1.24**k for k in range(22)]
    for k in reversed(range(len(depths) - 1)):
        near, far = depths[k], depths[k + 1]
        canvas.drawPath(
            _ring(_section(stage, near), _section(stage, far)),
            fill(stage.fog(far, 0.3 + 0.1 * (k % 2))),
        )
        rib = _ring(_section(stage, near), _section(stage, near, 0.93))
        canvas.drawPath(rib, fill(stage.fog(near * 1.1, 0.03)))
        if k % 2 == 0:
            _ceiling_lamp(canvas, stage, near, far)
    floor(canvas, stage, 3.4)
    for side in (-1, 1):
        trench = stage.quad(
            (side * 2.0, EYE, 0.16),
            (side * 3.42, EYE, 0.16),
            (side * 3.42, EYE, 50),
            (side * 2.0, EYE, 50),
        )
        canvas.drawPath(trench, fill(stage.dark, 0.72))
        edge = stage.quad(
            (side * 1.82, EYE, 0.16),
            (side * 1.98, EYE, 0.16),
            (side * 1.98, EYE, 50),
            (side * 1.82, EYE, 50),
        )
        canvas.drawPath(edge, fill(mix(stage.accent, stage.dark, 0.18)))
    shine(canvas, stage)
    radiance(canvas, stage, stage.metre * 1.5, 0.75)


def _ceiling_lamp(canvas: skia.Canvas, stage: Stage, near: float, far: float) -> None:
    length = near + (far - near) * 0.5
    lamp = stage.quad(
        (-0.34, -3.25, near), (0.34, -3.25, near), (0.34, -3.25, length), (-0.34, -3.25, length)
    )
    strength = min(1.0, 0.16 + (1 - 1 / max(near, 1.0)) * 0.9)
    if near > 1.4:
        glow(canvas, stage.at(0, -3.25, near), stage.metre / near * 1.4, stage.light, 0.34)
    canvas.drawPath(lamp, fill(mix(stage.middle, stage.pale, strength), 0.35 + 0.65 * strength))


def corridor(canvas: skia.Canvas, stage: Stage, *, open_door: bool) -> None:
    """A hotel corridor: doors on both sides, a runner, wall lamps; one door may stand open."""
    backdrop(canvas, stage)
    floor(canvas, stage, 2.0, 0.2)
    rng = stage.scene.rng("doors")
    ceiling = stage.quad((-2, -1.75, 0.16), (2, -1.75, 0.16), (2, -1.75, 60), (-2, -1.75, 60))
    canvas.drawPath(ceiling, fill(stage.dark, 0.5))
    for side in (-1.0, 1.0):
        _mouldings(canvas, stage, side)
    for k in reversed(range(9)):
        depth = 0.8 * 1.42**k
        for side in (-1.0, 1.0):
            lit = open_door and k == 3 and side > 0
            _door(canvas, stage, side, depth, lit=lit)
            if rng.random() < 0.8:
                _sconce(canvas, stage, side, depth * 1.36)
    for side in (-1.0, 1.0):
        runner = stage.quad(
            (side * 0.0, EYE, 0.16),
            (side * 0.95, EYE, 0.16),
            (side * 0.95, EYE, 60),
            (side * 0.0, EYE, 60),
        )
        canvas.drawPath(runner, fill(mix(stage.accent, stage.dark, 0.62), 0.55))
        stripe = stage.quad(
            (side * 0.82, EYE, 0.16),
            (side * 0.87, EYE, 0.16),
            (side * 0.87, EYE, 60),
            (side * 0.82, EYE, 60),
        )
        canvas.drawPath(stripe, fill(mix(stage.accent, stage.light, 0.2), 0.6))
    if open_door:
        _spill(canvas, stage, 0.8 * 1.42**3)
    _window(canvas, stage)
    shine(canvas, stage, 0.4)
    radiance(canvas, stage, stage.metre * 1.1, 0.7)


def _mouldings(canvas: skia.Canvas, stage: Stage, side: float) -> None:
    """Skirting, dado rail and cornice run to the vanishing point."""
    for top, foot, strength in ((-1.76, -1.6, 0.75), (0.42, 0.5, 0.5), (1.4, EYE, 0.85)):
        band = stage.quad(
            (side * 2, top, 0.2), (side * 2, foot, 0.2), (side * 2, foot, 60), (side * 2, top, 60)
        )
        canvas.drawPath(band, fill(stage.dark, strength))


def _door(canvas: skia.Canvas, stage: Stage, side: float, depth: float, *, lit: bool) -> None:
    x, far = side * 2.0, depth * 1.2

    def leaf(top: float, foot: float, a: float, b: float) -> skia.Path:
        return stage.quad((x, top, a), (x, foot, a), (x, foot, b), (x, top, b))

    span = far - depth
    canvas.drawPath(
        leaf(-0.72, EYE, depth - 0.06 * span, far + 0.06 * span), fill(stage.fog(depth, 0.02))
    )
    if lit:
        canvas.drawPath(leaf(-0.62, EYE, depth, far), fill(stage.pale))
        return
    canvas.drawPath(leaf(-0.62, EYE, depth, far), fill(stage.fog(depth, 0.3)))
    for top, foot in ((-0.5, 0.35), (0.5, 1.42)):
        canvas.drawPath(
            leaf(top, foot, depth + 0.16 * span, depth + 0.84 * span), fill(stage.fog(depth, 0.14))
        )
    canvas.drawCircle(
        *stage.at(x, 0.5, depth + 0.1 * span), 0.045 * stage.metre / depth, fill(stage.accent)
    )


def _sconce(canvas: skia.Canvas, stage: Stage, side: float, depth: float) -> None:
    centre = stage.at(side * 1.94, -0.5, depth)
    size = stage.metre / depth
    glow(canvas, centre, size * 0.75, stage.light, 0.55)
    canvas.drawCircle(*centre, size * 0.055, fill(stage.pale))


def _spill(canvas: skia.Canvas, stage: Stage, depth: float) -> None:
    """Light from the open door, across the floor and up the wall opposite."""
    far = depth * 1.2
    beam = stage.quad(
        (2.0, EYE, depth), (-1.4, EYE, depth * 0.86), (-1.4, EYE, far * 1.06), (2.0, EYE, far)
    )
    canvas.drawPath(beam, fill(stage.light, 0.5))
    glow(canvas, stage.at(1.7, 0.5, depth * 1.1), stage.metre / depth * 1.8, stage.light, 0.55)


def _window(canvas: skia.Canvas, stage: Stage) -> None:
    """The tall window at the corridor's end."""
    for left, right in ((-0.95, -0.06), (0.06, 0.95)):
        for top, foot in ((-1.3, -0.5), (-0.38, 1.1)):
            pane = stage.quad(
                (left, top, 13), (left, foot, 13), (right, foot, 13), (right, top, 13)
            )
            canvas.drawPath(pane, fill(stage.pale))
