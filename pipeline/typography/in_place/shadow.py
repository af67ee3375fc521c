"""What stands behind the letters of a line: a shadow beside them, or an outline round them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.drawing.light import linear_light
from pipeline.typography.in_place.matte import Light, Mask, Matte

Pixels = NDArray[np.uint8]

FARTHEST_PX, WIDEST_PX = 14, 6
"""How far off a shadow is looked for, and how wide an outline, in pixels of the view."""
LIKE = 0.4
"""How much of what stands behind must be explained: shared area by joint area."""
VARIED = 2e-4
"""The least variance of a ground, in linear light, that shows how much of it shines through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """A copy of the letters behind them, moved by (`dx`, `dy`) or fatter by `grown`, in pixels.

    `light` is its colour in linear light, and `strength` from 0 to 1 how little shines through.
    """

    dx: float
    dy: float
    grown: float
    light: Light
    strength: float


def shadow_of(taken: Matte, seen: Pixels, plain: Pixels) -> Shadow | None:
    """The shadow of lettering; None where there is none, or none that is so simple."""
    if taken.shade is None:
        return None
    ink = taken.cover > 0.5
    moves = [(dx, dy) for dx in range(-FARTHEST_PX, FARTHEST_PX + 1, 2)
             for dy in range(-FARTHEST_PX, FARTHEST_PX + 1, 2) if (dx, dy) != (0, 0)]  # fmt: skip
    best = max(moves, key=lambda move: _moved_like(ink, taken.behind, *move))
    near = [(best[0] + dx, best[1] + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    best = max(near, key=lambda move: _moved_like(ink, taken.behind, *move))
    wide = max(range(1, WIDEST_PX + 1), key=lambda by: _grown_like(ink, taken.behind, by))
    beside, round_ = _moved_like(ink, taken.behind, *best), _grown_like(ink, taken.behind, wide)
    if max(beside, round_) < LIKE:
        return None
    dx, dy, grown = (*best, 0) if beside >= round_ else (0, 0, wide)
    there = taken.behind & (_moved(ink, *best) if beside >= round_ else _fat(ink, wide))
    light, strength = _mixed(seen[there], plain[there])
    return Shadow(dx=dx, dy=dy, grown=grown, light=light, strength=strength)


def _moved_like(ink: Mask, behind: Mask, dx: int, dy: int) -> float:
    return _like(_moved(ink, dx, dy) & ~ink, behind)


def _moved(ink: Mask, dx: int, dy: int) -> Mask:
    moved = np.zeros_like(ink)
    tall, wide = ink.shape
    moved[max(0, dy) : tall + min(0, dy), max(0, dx) : wide + min(0, dx)] = ink[
        max(0, -dy) : tall + min(0, -dy), max(0, -dx) : wide + min(0, -dx)
    ]
    return moved


def _grown_like(ink: Mask, behind: Mask, by: int) -> float:
    return _like(_fat(ink, by) & ~ink, behind)


def _fat(ink: Mask, by: int) -> Mask:
    fat = Image.fromarray(ink.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(2 * by + 1))
    return np.asarray(fat) > 127


def _like(a: Mask, b: Mask) -> float:
    return float((a & b).sum()) / max(1.0, float((a | b).sum()))


def _mixed(seen: Pixels, plain: Pixels) -> tuple[Light, float]:
    """The colour of a shadow and its strength: how far it follows the ground tells what shines through."""
    there, ground = linear_light(seen), linear_light(plain)
    varies = float(ground.var(0).mean())
    if varies < VARIED:
        return _plain(np.median(there, 0)), 1.0
    off, base = there - there.mean(0), ground - ground.mean(0)
    through = float(np.clip((off * base).mean() / varies, 0.0, 0.95))
    strength = 1 - through
    return _plain((there.mean(0) - through * ground.mean(0)) / strength), strength


def _plain(light: NDArray[np.floating]) -> Light:
    red, green, blue = (float(value) for value in np.clip(light, 0.0, 1.0))
    return red, green, blue
