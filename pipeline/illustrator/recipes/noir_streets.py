"""Noir outdoors: an alley of tall houses in the rain, an avenue of bare trees in fog."""

import skia

from pipeline.drawing.canvas import fill, glow
from pipeline.drawing.colour import mix
from pipeline.illustrator.recipes.noir_stage import EYE, Stage, backdrop, floor, radiance, shine
from pipeline.illustrator.scenery import sky
from pipeline.illustrator.scenery.prop import Dyes, draw, frame, silhouette
from pipeline.illustrator.scenery.props import drawn, specimen


def alley(canvas: skia.Canvas, stage: Stage) -> None:
    """Houses of uneven height close in on a wet street; few windows are lit."""
    backdrop(canvas, stage, 1.15)
    floor(canvas, stage, 3.0, 0.3)
    rng = stage.scene.rng("houses")
    depths = [0.32 * 1.42**k for k in range(12)]
    heights = {side: [float(rng.uniform(5.0, 11.5)) for _ in depths] for side in (-1.0, 1.0)}
    for k in reversed(range(len(depths) - 1)):
        for side in (-1.0, 1.0):
            _facade(canvas, stage, side, depths[k], depths[k + 1], heights[side][k], k)
    for side in (-1.0, 1.0):
        kerb = stage.quad(
            (side * 2.15, EYE, 0.16),
            (side * 3.02, EYE, 0.16),
            (side * 3.02, EYE, 60),
            (side * 2.15, EYE, 60),
        )
        canvas.drawPath(kerb, fill(stage.dark, 0.5))
    shine(canvas, stage, 0.55)
    for depth, side in ((9.0, -1.0), (6.0, 1.0), (4.0, -1.0), (2.6, 1.0)):
        street_lamp(canvas, stage, side * 2.25, depth)
    radiance(canvas, stage, stage.metre * 1.3, 0.6)
    sky.rain(canvas, stage.scene.rng("rain"), stage.page, stage.light, 0.16)


def _facade(
    canvas: skia.Canvas, stage: Stage, side: float, near: float, far: float, tall: float, k: int
) -> None:
    """One house front along the street, with its windows and cornice."""
    x, rng = side * 3.0, stage.scene.rng(f"house {side} {k}")

    def patch(top: float, foot: float, a: float, b: float) -> skia.Path:
        return stage.quad((x, top, a), (x, foot, a), (x, foot, b), (x, top, b))

    wall = stage.fog(far, 0.1 + 0.1 * (k % 2))
    canvas.drawPath(patch(-tall, EYE, near, far), fill(wall))
    canvas.drawPath(patch(-tall - 0.35, -tall, near, far), fill(stage.fog(near, 0.0)))
    span, columns = far - near, 3
    lit_share = 0.13 if k > 1 else 0.04
    y = -0.75
    while y - 1.3 > -tall:
        for column in range(columns):
            a = near + span * (column + 0.26) / columns
            b = near + span * (column + 0.74) / columns
            lit = rng.random() < lit_share
            colour = mix(stage.accent, stage.pale, 0.45) if lit else stage.fog(near, 0.0)
            canvas.drawPath(patch(y - 1.0, y, a, b), fill(colour, 0.95 if lit else 0.5))
        y -= 1.75
    canvas.drawPath(patch(-0.28, -0.08, near, far), fill(stage.fog(near, 0.0), 0.7))


def street_lamp(canvas: skia.Canvas, stage: Stage, x: float, depth: float) -> None:
    """A lamp at the kerb and its pool of light."""
    foot = stage.at(x, EYE, depth)
    tall = 4.4 * stage.metre / depth
    prop = drawn("lamp", stage.scene.rng("lamp"))
    head = (foot[0], foot[1] - tall * 0.84)
    glow(canvas, head, tall * 0.42, stage.light, 0.5)
    draw(
        canvas, prop, frame(prop, *foot, tall), Dyes(body=stage.fog(depth * 0.7), light=stage.pale)
    )
    canvas.save()
    canvas.translate(foot[0], foot[1])
    canvas.scale(1, 0.2)
    glow(canvas, (0, 0), tall * 0.4, stage.light, 0.4)
    canvas.restore()


def avenue(canvas: skia.Canvas, stage: Stage) -> None:
    """Bare trees on both sides of a path, each pair paler than the one before it."""
    backdrop(canvas, stage, 1.5)
    rng = stage.scene.rng("avenue")
    ground = stage.quad((-40, EYE, 0.12), (40, EYE, 0.12), (40, EYE, 40), (-40, EYE, 40))
    canvas.drawPath(ground, fill(stage.dark, 0.35))
    floor(canvas, stage, 1.9, 0.4)
    for k in reversed(range(7)):
        depth = 0.9 * 1.46**k
        for side in (-1, 1):
            tree = specimen("bare-tree", int(rng.integers(3)))
            aside = rng.uniform(2.6, 3.2) + max(0.0, 1.6 - depth)
            foot = stage.at(side * aside, EYE + 0.1, depth * rng.uniform(0.94, 1.06))
            tall = stage.metre / depth * rng.uniform(7.0, 9.4)
            path = silhouette(tree, frame(tree, *foot, tall), flip=bool(rng.random() < 0.5))
            canvas.drawPath(path, fill(stage.fog(depth * 1.25)))
        veil = stage.vanish[1]
        glow(
            canvas,
            (stage.vanish[0], veil),
            stage.metre * 3.2 / depth + stage.metre,
            stage.light,
            0.07,
        )
    shine(canvas, stage, 0.35)
    radiance(canvas, stage, stage.metre * 1.2, 0.45)
