"""Noir in particular places: a container quay, a road through firs, a lane of tiled walls, a flight of stairs."""

from dataclasses import replace

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow
from pipeline.drawing.colour import mix
from pipeline.illustrator.recipes.noir_stage import EYE, Stage, backdrop, floor, radiance, shine
from pipeline.illustrator.recipes.noir_streets import street_lamp
from pipeline.illustrator.scenery import sky
from pipeline.illustrator.scenery.prop import frame, silhouette
from pipeline.illustrator.scenery.props import specimen

STEPS, RISE, TREAD = 10, 0.2, 0.36
"""The flight of stairs: how many, how high and how deep in metres."""


def quay(canvas: skia.Canvas, stage: Stage) -> None:
    """Stacked containers on the left, black water on the right, cranes in the fog."""
    backdrop(canvas, stage, 1.1)
    floor(canvas, stage, 3.0, 0.3)
    for depth, x in ((13.0, 9.0), (7.5, 6.5), (10.0, -12.0)):
        _crane(canvas, stage, x, depth)
    _basin(canvas, stage)
    rng = stage.scene.rng("containers")
    depths = [0.4 * 1.55**k for k in range(9)]
    for k in reversed(range(len(depths) - 1)):
        gap = 0.93 * depths[k + 1]
        for level in range(int(rng.integers(2, 4)) if k > 1 else 3):
            _container(canvas, stage, rng, depths[k], gap, level)
    for depth, x in ((8.0, 2.6), (4.2, 2.6), (2.4, 2.6)):
        street_lamp(canvas, stage, x, depth)
    shine(canvas, stage, 0.5)
    radiance(canvas, stage, stage.metre * 1.4, 0.6)
    sky.rain(canvas, stage.scene.rng("rain"), stage.page, stage.light, 0.14)


def _crane(canvas: skia.Canvas, stage: Stage, x: float, depth: float) -> None:
    """A gantry crane that reaches over the ships."""
    colour = stage.fog(depth * 0.55)
    parts = [(x - 4, -17, x - 3.4, EYE), (x + 3.4, -17, x + 4, EYE), (x - 4.4, -18, x + 4.4, -16.6),
             (x - 11, -21.2, x + 12, -20.2), (x - 4, -9, x + 4, -8.4), (x - 0.3, -26, x + 0.3, -17),
             (x - 1.6, -20.4, x + 1.6, -18)]  # fmt: skip
    for left, top, right, foot in parts:
        canvas.drawPath(stage.quad((left, top, depth), (right, top, depth), (right, foot, depth), (left, foot, depth)),
                        fill(colour))  # fmt: skip
    for end in (x - 10.6, x + 11.6):
        stay = stage.quad(
            (x - 0.2, -26, depth),
            (x + 0.2, -26, depth),
            (end, -20.8, depth),
            (end - 0.4, -20.8, depth),
        )
        canvas.drawPath(stay, fill(colour))
    glow(canvas, stage.at(x + 11.6, -20.6, depth), stage.metre / depth * 1.6, stage.accent, 0.8)


def _basin(canvas: skia.Canvas, stage: Stage) -> None:
    """The water beside the quay, and the far light broken in it."""
    water = stage.quad((3.0, EYE, 0.16), (40, EYE, 0.16), (40, EYE, 60), (3.0, EYE, 60))
    canvas.drawPath(water, fill(mix(stage.dark, stage.middle, 0.22)))
    edge = stage.quad((2.8, EYE, 0.16), (3.06, EYE, 0.16), (3.06, EYE, 60), (2.8, EYE, 60))
    canvas.drawPath(edge, fill(stage.dark, 0.8))
    rng = stage.scene.rng("water")
    for _ in range(70):
        depth = 1.0 / float(rng.uniform(0.03, 0.9))
        x, half = (
            float(rng.uniform(3.3, 3.3 + 2.2 * depth)),
            0.02 * depth + float(rng.uniform(0.1, 0.5)),
        )
        thick = 0.02 + 0.012 * depth
        canvas.drawPath(
            stage.quad((x - half, EYE, depth), (x, EYE, depth + thick * 6), (x + half, EYE, depth), (x, EYE, depth - thick * 2)),
            fill(stage.light, 0.3 * min(1.0, depth / 4)),
        )  # fmt: skip


def _container(
    canvas: skia.Canvas, stage: Stage, rng: np.random.Generator, near: float, far: float, level: int
) -> None:
    """One ribbed steel box of a stack, seen along the quay."""
    x, top, foot = -3.0, EYE - 2.6 * (level + 1), EYE - 2.6 * level
    tint = mix(
        stage.fog(near, 0.12 + 0.16 * float(rng.random())), stage.accent, 0.1 * float(rng.random())
    )

    def side(a: float, b: float, high: float, low: float) -> skia.Path:
        return stage.quad((x, high, a), (x, low, a), (x, low, b), (x, high, b))

    face = stage.quad((x, top, near), (x - 2.5, top, near), (x - 2.5, foot, near), (x, foot, near))
    canvas.drawPath(face, fill(mix(tint, stage.ink, 0.45)))
    canvas.drawPath(side(near, far, top, foot), fill(tint))
    span = far - near
    for k in range(9):
        a = near + span * (k + 0.3) / 9
        canvas.drawPath(side(a, a + span * 0.045, top + 0.16, foot - 0.16), fill(stage.ink, 0.32))
    for high, low in ((top, top + 0.13), (foot - 0.13, foot)):
        canvas.drawPath(side(near, far, high, low), fill(mix(tint, stage.ink, 0.5)))


def fir_road(canvas: skia.Canvas, stage: Stage) -> None:
    """A wet road between walls of firs; the fog is lit from behind."""
    backdrop(canvas, stage, 1.4)
    ground = stage.quad((-60, EYE, 0.12), (60, EYE, 0.12), (60, EYE, 40), (-60, EYE, 40))
    canvas.drawPath(ground, fill(stage.dark, 0.5))
    floor(canvas, stage, 2.2, 0.35)
    rng = stage.scene.rng("firs")
    for k in reversed(range(9)):
        depth = 0.95 * 1.4**k
        for side in (-1, 1):
            for row in range(3):
                fir = specimen("fir", int(rng.integers(4)))
                aside = 3.6 + 2.3 * row + float(rng.uniform(0, 0.8))
                foot = stage.at(side * aside, EYE + 0.2, depth * float(rng.uniform(0.92, 1.08)))
                tall = stage.metre / depth * float(rng.uniform(8.0, 12.0))
                path = silhouette(fir, frame(fir, *foot, tall), flip=bool(rng.random() < 0.5))
                canvas.drawPath(path, fill(stage.fog(depth * 1.2)))
        glow(canvas, stage.vanish, stage.metre * 2.6 / depth + stage.metre, stage.light, 0.06)
    for k in range(8):
        a = 1.75 * 1.5**k
        dash = stage.quad(
            (-0.06, EYE, a), (0.06, EYE, a), (0.06, EYE, a * 1.22), (-0.06, EYE, a * 1.22)
        )
        canvas.drawPath(dash, fill(stage.pale, 0.5))
    shine(canvas, stage, 0.4)
    radiance(canvas, stage, stage.metre * 1.2, 0.5)


def lane(canvas: skia.Canvas, stage: Stage) -> None:
    """A lane between tiled walls, the sweep of old roofs over them."""
    backdrop(canvas, stage, 1.25)
    floor(canvas, stage, 2.4, 0.3)
    rng = stage.scene.rng("roofs")
    for k in reversed(range(7)):
        depth = 1.05 * 1.5**k
        for side in (-1, 1):
            house = specimen("palace" if rng.random() < 0.2 else "hanok", int(rng.integers(4)))
            foot = stage.at(side * (7.0 + float(rng.uniform(-0.5, 0.5))), 0.2, depth)
            into = frame(house, *foot, stage.metre / depth * float(rng.uniform(3.4, 4.6)))
            canvas.drawPath(silhouette(house, into), fill(stage.fog(depth * 1.1)))
        _tiled_wall(canvas, stage, depth * (0.68 if k else 0.15), depth * 1.04, k)
    for depth, x in ((7.0, -2.2), (3.4, 2.2)):
        _paper_lantern(canvas, stage, x, depth)
    shine(canvas, stage, 0.45)
    radiance(canvas, stage, stage.metre * 1.3, 0.6)


def _tiled_wall(canvas: skia.Canvas, stage: Stage, near: float, far: float, k: int) -> None:
    """A stretch of plastered wall on both sides, with its cap of tiles and courses of stone."""
    for x in (-2.4, 2.4):
        wall = stage.quad((x, -0.45, near), (x, EYE, near), (x, EYE, far), (x, -0.45, far))
        canvas.drawPath(wall, fill(stage.fog(near, 0.16 + 0.08 * (k % 2))))
        stones = stage.quad((x, 0.75, near), (x, EYE, near), (x, EYE, far), (x, 0.75, far))
        canvas.drawPath(stones, fill(stage.fog(near, 0.05), 0.7))
        over = x * 0.86
        cap = stage.quad(
            (over, -0.4, near), (x * 1.1, -0.85, near), (x * 1.1, -0.85, far), (over, -0.4, far)
        )
        canvas.drawPath(cap, fill(stage.fog(near, 0.0)))
        lip = stage.quad(
            (over, -0.44, near), (over, -0.32, near), (over, -0.32, far), (over, -0.44, far)
        )
        canvas.drawPath(lip, fill(stage.fog(near, 0.3)))


def _paper_lantern(canvas: skia.Canvas, stage: Stage, x: float, depth: float) -> None:
    centre, size = stage.at(x, -0.15, depth), stage.metre / depth
    glow(canvas, centre, size * 1.3, stage.light, 0.6)
    canvas.drawOval(
        skia.Rect.MakeLTRB(
            centre[0] - 0.16 * size,
            centre[1] - 0.2 * size,
            centre[0] + 0.16 * size,
            centre[1] + 0.2 * size,
        ),
        fill(mix(stage.accent, stage.pale, 0.55)),
    )


def steep(stage: Stage) -> Stage:
    """The stage seen from the foot of a flight of stairs: nearer, and looking up."""
    focus = stage.scene.focus
    level = focus.top() + 0.74 * focus.height()
    return replace(stage, metre=stage.metre * 1.75, vanish=(stage.vanish[0], level))


def stairs(canvas: skia.Canvas, stage: Stage) -> None:
    """A flight of stairs between bare walls, up to a lit doorway; needs a stage `steep`."""
    backdrop(canvas, stage, 0.9)
    top, last = EYE - STEPS * RISE, 1.0 + STEPS * TREAD
    for x in (-2.0, 2.0):
        wall = stage.quad((x, -9, 0.3), (x, EYE, 0.3), (x, EYE, last), (x, -9, last))
        canvas.drawPath(wall, fill(stage.fog(1.2, 0.2)))
        for depth in (1.4, 2.2, 3.2, 4.6):
            glow(canvas, stage.at(x, top - 0.4, last), stage.metre / depth, stage.light, 0.1)
    end = stage.quad((-2, -9, last), (2, -9, last), (2, top, last), (-2, top, last))
    canvas.drawPath(end, fill(stage.fog(1.6, 0.34)))
    glow(canvas, stage.at(0, top - 1.2, last), stage.metre * 1.5, stage.light, 0.5)
    door = stage.quad(
        (-0.75, top - 2.3, last), (0.75, top - 2.3, last), (0.75, top, last), (-0.75, top, last)
    )
    canvas.drawPath(door, fill(stage.pale))
    glow(canvas, stage.at(0, top - 1.2, last), stage.metre * 1.1, stage.light, 0.8)
    for k in reversed(range(STEPS)):
        _step(canvas, stage, k)
    glow(canvas, stage.at(0, top, last), stage.metre * 0.9, stage.light, 0.55)
    below = stage.quad((-2, EYE, 0.16), (2, EYE, 0.16), (2, EYE, 1.0), (-2, EYE, 1.0))
    canvas.drawPath(below, fill(mix(stage.dark, stage.middle, 0.12)))
    for side in (-1.0, 1.0):
        rail = stage.quad((side * 1.86, EYE - 1.05, 0.9), (side * 1.86, EYE - 0.96, 0.9),
                          (side * 1.86, top - 0.92, last), (side * 1.86, top - 1.0, last))  # fmt: skip
        canvas.drawPath(rail, fill(stage.ink, 0.85))


def _step(canvas: skia.Canvas, stage: Stage, k: int) -> None:
    """The riser of step `k`, and its tread where the eye is above it."""
    depth, foot, head = 1.0 + k * TREAD, EYE - k * RISE, EYE - (k + 1) * RISE
    share = (k + 1) / STEPS
    if head > 0:
        tread = stage.quad(
            (-2, head, depth), (2, head, depth), (2, head, depth + TREAD), (-2, head, depth + TREAD)
        )
        canvas.drawPath(
            tread, fill(mix(mix(stage.dark, stage.middle, 0.3), stage.light, 0.5 * share))
        )
    riser = stage.quad((-2, head, depth), (2, head, depth), (2, foot, depth), (-2, foot, depth))
    canvas.drawPath(
        riser, fill(mix(mix(stage.dark, stage.middle, 0.08), stage.middle, 0.8 * share))
    )
    nose = stage.quad(
        (-2, head, depth), (2, head, depth), (2, head + 0.025, depth), (-2, head + 0.025, depth)
    )
    canvas.drawPath(nose, fill(mix(stage.middle, stage.light, share), 0.3 + 0.5 * share))


def landing(stage: Stage) -> tuple[tuple[float, float], float]:
    """Where somebody stands at the head of the stairs: the foot on the page, and the depth."""
    depth = 1.0 + (STEPS - 0.5) * TREAD
    return stage.at(0, EYE - STEPS * RISE, depth), depth
