"""Motifs stamped all over the cloth, and a framed field in them."""

import itertools

import skia

from pipeline.illustrator.emblem import companions, emblem
from pipeline.illustrator.ornament import in_circle, notched, spark
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.foil_frame import double_line, text_bounds


def scattered(scene: Scene) -> skia.Path:
    """Motifs and sparks in turns all over, with a framed field for the lettering."""
    field = text_bounds(scene).makeOutset(58, 58)
    path = double_line(notched(field, 26), notched(field.makeInset(10, 10), 26))
    motifs = [emblem(scene), *companions(scene, 2)]
    pitch = 220.0 if scene.wishes.minimal else 164.0
    columns, rows = (round(side / pitch / 2 - 0.5) * 2 + 1 for side in (scene.width, scene.height))
    dx, dy = scene.width / columns, scene.height / rows
    for row, column in itertools.product(range(rows), range(columns)):
        spot = dx * (column + 0.5), dy * (row + 0.5)
        big = (row + column) % 2 == 0
        reach = min(dx, dy) * (0.58 if big else 0.2)
        if field.makeOutset(reach * 0.8 + 12, reach * 0.8 + 12).contains(*spot):
            continue
        # one motif a diagonal, the first on every second one
        turn = (row + column) // 2
        motif = motifs[0 if turn % 2 == 0 else 1 + turn // 2 % 2]
        path.addPath(in_circle(motif, spot, reach) if big else spark(spot, reach))
    return path
