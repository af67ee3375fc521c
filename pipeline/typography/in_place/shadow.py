"""What stands behind the letters of a line: a shadow beside them, an outline or a glow round them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.drawing.light import linear_light, oklab_planes
from pipeline.typography.in_place.matte import Field, Light, Mask, Matte

Pixels = NDArray[np.uint8]

FARTHEST_PX = 14
"""How far off a shadow is looked for, in pixels of the view."""
WIDEST_PX = 24
"""How far from the letters, or from their shadow, it may end."""
LIKE = 0.4
"""How much of what stands behind must be explained by a shadow: shared area by joint area."""
AGREED = 0.7
"""So many of the pixels next to letters must be off their ground the same way to be a halo."""
ROUND = 0.5
"""On each side of the letters a halo is at least so strong, by its mean strength."""
SEEN = 0.045
"""The least distance in OKLab between a halo and the ground."""
FAINTEST = 0.04
"""Weaker than this it has ended."""
SOFT_EDGE = 0.95, 6
"""What is off its ground as the ink is (by the cosine) is but a soft edge, if it ends so near."""
THICK = 0.8
"""What is thicker than strokes by half and more is no shadow of them: its ground was badly guessed.
So many widths of strokes is the radius of a brush that cannot paint shadows."""
VARIED = 2e-4
"""The least variance of a ground, in linear light, that shows how much of it shines through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """A copy of the letters behind them, moved by (`dx`, `dy`) pixels of the view.

    `light` is its colour in linear light. `strengths` say how little shines through, from 0 to 1: at
    the letters, and so many pixels away from them as is their place.
    """

    dx: float
    dy: float
    light: Light
    strengths: tuple[float, ...]


def shadow_of(taken: Matte, seen: Pixels, plain: Pixels, soft_px: float = 1.0) -> Shadow | None:
    """The shadow, outline or glow of lettering; None where there is none, or none that is so simple.

    `soft_px` is how wide the edges of letters are that were enlarged for the view.
    """
    ink = taken.cover > 0.5
    return _halo(ink, seen, plain, soft_px) or _beside(taken, ink, seen, plain)


def _halo(ink: Mask, seen: Pixels, plain: Pixels, soft_px: float) -> Shadow | None:
    """What surrounds letters on all sides."""
    first = 1 + round(soft_px)
    rings = list(_rings(ink, WIDEST_PX))
    near = rings[first] | rings[first + 1]
    if near.sum() < 20 or _apart(seen[near], plain[near]) < SEEN:
        return None
    gone = linear_light(seen) - linear_light(plain)
    way = np.median(gone[near], 0)
    along = gone @ way / float(way @ way)
    if (along[near] > 0.3).mean() < AGREED:
        return None
    sides = [near & _moved(ink, dx, dy) for dx, dy in _four(first + 2)]
    if min(float(np.median(along[side])) if side.any() else 0.0 for side in sides) < ROUND:
        return None
    light, strength = _mixed(seen[near], plain[near])
    strengths = _fading(rings[first:], seen, plain, light, strength)
    if strengths is None or _is_edge(seen[ink], plain[near], way, first + len(strengths)):
        return None
    return Shadow(dx=0, dy=0, light=light, strengths=(strengths[0],) * first + strengths)


def _four(by: int) -> tuple[tuple[int, int], ...]:
    return (by, 0), (-by, 0), (0, by), (0, -by)


def _is_edge(ink: Pixels, ground: Pixels, way: Field, wide: int) -> bool:
    """Whether it is nothing but a soft edge of the ink."""
    inked = np.median(linear_light(ink), 0) - np.median(linear_light(ground), 0)
    cosine = float(inked @ way) / max(1e-6, float(np.linalg.norm(inked) * np.linalg.norm(way)))
    return cosine > SOFT_EDGE[0] and wide < SOFT_EDGE[1]


def _beside(taken: Matte, ink: Mask, seen: Pixels, plain: Pixels) -> Shadow | None:
    """A copy of the letters that lies beside them."""
    if taken.shade is None:
        return None
    behind = taken.behind & ~_thick(taken.behind, max(2, round(THICK * _stroke_px(ink))))
    moves = [(dx, dy) for dx in range(-FARTHEST_PX, FARTHEST_PX + 1, 2)
             for dy in range(-FARTHEST_PX, FARTHEST_PX + 1, 2) if (dx, dy) != (0, 0)]  # fmt: skip
    best = max(moves, key=lambda move: _moved_like(ink, behind, *move))
    near = [(best[0] + dx, best[1] + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    dx, dy = max(near, key=lambda move: _moved_like(ink, behind, *move))
    if _moved_like(ink, behind, dx, dy) < LIKE:
        return None
    free = ~_fat(ink, 1)
    copied = _moved(ink, dx, dy)
    rings = [ring & free for ring in _rings(copied, FARTHEST_PX)]
    there = behind & rings[0]
    around = (seen == plain).all(-1)
    if there.sum() < 20 or (around.sum() > 200 and _apart(seen[there], seen[around]) < SEEN):
        return None  # what looks like its surroundings is a ground that was badly guessed
    light, strength = _mixed(seen[there], plain[there])
    strengths = _fading(rings, seen, plain, light, strength)
    return Shadow(dx=dx, dy=dy, light=light, strengths=strengths or (strength,))


def _rings(mask: Mask, far: int) -> Iterator[Mask]:
    """The mask, and what lies 1, 2, 3 ... pixels from it."""
    inside = mask
    yield mask
    for step in range(far):
        # a square and a cross in turn come near to a circle
        grown = _fat(inside, 1) if step % 2 else inside | _crossed(inside)
        yield grown & ~inside
        inside = grown


def _fading(
    rings: list[Mask], seen: Pixels, plain: Pixels, light: Light, strength: float
) -> tuple[float, ...] | None:
    """How strong `light` is from ring to ring until it ends; None where it is not the letters'.

    What is left of it at the last ring is a ground that was badly guessed.
    """
    there, ground = linear_light(seen), linear_light(plain)
    shares: list[float] = []
    for ring in rings:
        if ring.sum() < 8:
            shares.append(shares[-1] if shares else strength)
            continue
        base = np.median(ground[ring], 0)
        way = np.asarray(light) - base
        share = float((np.median(there[ring], 0) - base) @ way / max(1e-4, float(way @ way)))
        shares.append(min(1.0, max(0.0, share)))
    rest = float(np.median(shares[-4:]))
    if shares[0] - rest < 0.4 * shares[0] or shares[0] < 2 * FAINTEST:
        return None
    fading = np.minimum.accumulate((np.array(shares) - rest) / (1 - rest))
    fading = fading / max(1e-6, fading[0]) * shares[0]
    ended = int((fading > FAINTEST).sum())
    return tuple(float(one) for one in fading[:ended]) or None


def _thick(mask: Mask, radius: int) -> Mask:
    """The parts of a mask that a square brush of that radius can paint, and their rim."""
    core = _counted(mask, radius) == (2 * radius + 1) ** 2
    return _counted(core, radius + 1) > 0


def _counted(mask: Mask, radius: int) -> NDArray[np.intp]:
    """How many pixels of the mask are no farther than `radius` in rows and columns."""
    padded = np.pad(mask, ((radius + 1, radius), (radius + 1, radius))).astype(np.intp)
    sums = padded.cumsum(0).cumsum(1)
    side = 2 * radius + 1
    return sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]


def _stroke_px(ink: Mask) -> float:
    """The mean width of strokes: twice their area by the length of their edges."""
    edges = (ink[1:] != ink[:-1]).sum() + (ink[:, 1:] != ink[:, :-1]).sum()
    return 2 * float(ink.sum()) / max(1.0, float(edges) * np.pi / 4)


def _moved_like(ink: Mask, behind: Mask, dx: int, dy: int) -> float:
    return _like(_moved(ink, dx, dy) & ~ink, behind)


def _moved(ink: Mask, dx: int, dy: int) -> Mask:
    moved = np.zeros_like(ink)
    tall, wide = ink.shape
    moved[max(0, dy) : tall + min(0, dy), max(0, dx) : wide + min(0, dx)] = ink[
        max(0, -dy) : tall + min(0, -dy), max(0, -dx) : wide + min(0, -dx)
    ]
    return moved


def _crossed(mask: Mask) -> Mask:
    return _moved(mask, 1, 0) | _moved(mask, -1, 0) | _moved(mask, 0, 1) | _moved(mask, 0, -1)


def _fat(ink: Mask, by: int) -> Mask:
    fat = Image.fromarray(ink.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(2 * by + 1))
    return np.asarray(fat) > 127


def _like(a: Mask, b: Mask) -> float:
    return float((a & b).sum()) / max(1.0, float((a | b).sum()))


def _apart(seen: Pixels, plain: Pixels) -> float:
    """How far two lists of pixels are apart by their medians, in OKLab."""
    one, other = (np.median(np.stack(oklab_planes(pixels[None]), -1)[0], 0)
                  for pixels in (seen, plain))  # fmt: skip
    return float(np.linalg.norm(one - other))


def _mixed(seen: Pixels, plain: Pixels) -> tuple[Light, float]:
    """The colour of a shadow and its strength: how far it follows the ground tells what shines through."""
    there, ground = linear_light(seen), linear_light(plain)
    varies = float(ground.var(0).mean())
    if varies < VARIED:
        return _plain(np.median(there, 0)), 1.0
    off, base = there - there.mean(0), ground - ground.mean(0)
    through = float(np.clip((off * base).mean() / varies, 0.0, 0.95))
    strength = 1 - through
    return _plain((np.median(there, 0) - through * np.median(ground, 0)) / strength), strength


def _plain(light: NDArray[np.floating]) -> Light:
    red, green, blue = (float(value) for value in np.clip(light, 0.0, 1.0))
    return red, green, blue
