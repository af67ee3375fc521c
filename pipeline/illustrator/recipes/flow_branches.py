"""Fibres that leave one light together and part again and again: a tree, a delta, a nerve."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow, stroke
from pipeline.illustrator.calm import clearance, hush
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.streamlines import draw_lines, kept_steps

STRANDS = 1150
"""A third of them, without buds, where the wish is for few elements."""
STEPS = 44
LEVELS = 8
"""How often fibres part; two times less where the wish is for few elements."""


def paint_branches(canvas: skia.Canvas, scene: Scene) -> None:
    """A luminous tree that rises from the foot of the focus."""
    colours = scene.palette.colours
    focus = scene.focus
    root = (focus.centerX(), focus.bottom() - 0.05 * focus.height())
    size = min(focus.height() * 0.9, focus.width() * 1.25)
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(colours[0]))
    mode = skia.BlendMode.kScreen if scene.palette.dark else skia.BlendMode.kSrcOver
    glow(canvas, (root[0], root[1] - size * 0.42), size * 0.95, colours[1], 0.6, mode)
    lines, spread = _strands(scene, root, size)
    rng, count = scene.rng("fibres"), len(lines)
    lengths = np.minimum(rng.integers(round(STEPS * 0.62), STEPS, count),
                         kept_steps(clearance(lines, scene.text) > 14))  # fmt: skip
    tier = np.clip(np.abs(spread) * 3.1 + rng.normal(0, 0.55, count), 0, 4).astype(int)
    paints = [stroke(c, w, 0.8) for c in (colours[8], colours[7], colours[6], colours[5], colours[4])
              for w in (1.9, 2.7, 3.7)]  # fmt: skip
    draw_lines(canvas, lines, lengths, paints, tier * 3 + rng.integers(0, 3, count))
    if not scene.wishes.minimal:
        _buds(canvas, scene, lines, lengths, rng)
    glow(canvas, root, size * 0.26, colours[9], 0.85, mode)
    hush(canvas, scene.text, colours[0], 0.4, 50)


def _strands(scene: Scene, root: tuple[float, float], size: float) -> tuple[np.ndarray, np.ndarray]:
    """All fibres as (count, STEPS + 1, 2), and how far each strays to the side (-1 to 1).

    A fibre's name is a row of left/right choices; fibres with the same first choices run together
    until they differ, so that boughs come out of bundles.
    """
    rng = scene.rng("strands")
    count, levels = (STRANDS // 3, LEVELS - 2) if scene.wishes.minimal else (STRANDS, LEVELS)
    choices = rng.integers(0, 2, (count, levels))
    time = np.linspace(0, 1, STEPS)
    heading = np.full((count, STEPS), -math.pi / 2)
    code = np.zeros(count, dtype=int)
    for level in range(levels):
        code = code * 2 + choices[:, level]
        turns = rng.normal(0, 0.13, 2 ** (level + 1)) + np.where(
            np.arange(2 ** (level + 1)) % 2, 1, -1
        ) * (0.6 * 0.83**level)
        begin = 0.10 + 0.80 * level / levels + rng.normal(0, 0.03, 2 ** (level + 1))
        ramp = np.clip((time[None, :] - begin[code][:, None]) / 0.16, 0, 1)
        back = np.clip((time[None, :] - begin[code][:, None] - 0.16) / 0.3, 0, 1)
        heading += turns[code][:, None] * (ramp - 0.55 * back)
        bends = rng.normal(0, 0.22, 2 ** (level + 1))
        heading += bends[code][:, None] * np.sin((time[None, :] - begin[code][:, None]) * 9) * ramp
    stride = size / STEPS * 1.12
    step = np.stack([np.cos(heading), np.sin(heading)], 2) * stride
    start = np.array(root) + np.stack([rng.normal(0, size * 0.012, count), np.zeros(count)], 1)
    lines = np.concatenate([start[:, None], start[:, None] + np.cumsum(step, axis=1)], axis=1)
    fringe = rng.normal(0, 1, (count, 1)) * np.linspace(0.2, 1, STEPS + 1) * size * 0.006
    flare = rng.normal(0, 1, (count, 1)) * np.clip(1 - np.arange(STEPS + 1) / 7, 0, 1) ** 2
    lines[..., 0] += fringe + flare * size * 0.075
    return lines, (lines[:, -1, 0] - root[0]) / (size * 0.6)


def _buds(
    canvas: skia.Canvas, scene: Scene, lines: np.ndarray, lengths: np.ndarray,
    rng: np.random.Generator,
) -> None:  # fmt: skip
    """Points of light at the end of some fibres."""
    colours = scene.palette.colours
    for index in rng.choice(len(lines), 150, replace=False):
        if lengths[index] > STEPS * 0.55:
            x, y = lines[index, lengths[index] - 1].tolist()
            canvas.drawCircle(
                x, y, rng.uniform(1.8, 5.2), fill(colours[int(rng.integers(6, 10))], 0.95)
            )
