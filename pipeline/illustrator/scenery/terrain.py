"""Ground: ridge lines by setting, what grows on them, lakes and paths."""

import functools
import math

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.illustrator.scenery.props import specimen
from pipeline.illustrator.scenery.trees import fir_outline

Line = NDArray[np.float64]
"""Points (n, 2) in units, from left to right."""

SAMPLES = 513


def _noise(rng: np.random.Generator, knots: int, octaves: int, gain: float) -> NDArray[np.float64]:
    """One-dimensional value noise on SAMPLES points, about -1 to 1."""
    x = np.linspace(0, 1, SAMPLES)
    total, weight = np.zeros(SAMPLES), 1.0
    for octave in range(octaves):
        count = knots * 2**octave
        values = rng.uniform(-1, 1, count + 2)
        at = x * count + rng.random()
        i = np.minimum(at.astype(int), count)
        t = at - i
        t = t * t * (3 - 2 * t)
        total += weight * (values[i] * (1 - t) + values[np.minimum(i + 1, count + 1)] * t)
        weight *= gain
    return total / np.max(np.abs(total))


def peaks(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """Alpine peaks: one massif taller than the rest, broken flanks, saddles between."""
    x = np.linspace(0, 1, SAMPLES)
    y = np.zeros(SAMPLES)
    summits = rng.uniform(-0.05, 1.05, 7)
    for i, at in enumerate(summits.tolist()):
        tall = 1.0 if i == 0 else rng.uniform(0.35, 0.8)
        left, right = rng.uniform(0.16, 0.34), rng.uniform(0.16, 0.34)
        away = np.where(x < at, (at - x) / left, (x - at) / right)
        y = np.maximum(y, tall * np.maximum(0, 1 - away) ** 1.18)
    y = 0.86 * y + 0.1 * _noise(rng, 9, 6, 0.6) * (0.35 + y) + 0.05 * _noise(rng, 4, 2, 0.5)
    y = (y - y.min()) / (y.max() - y.min())
    return np.column_stack([x * (width + 8) - 4, base - height * y])


def hills(rng: np.random.Generator, width: float, base: float, height: float, *,
          rough: float = 0.05) -> Line:  # fmt: skip
    """Rolling ground; `rough` from 0 (meadow) to 0.2 (rocks)."""
    y = 0.5 + 0.5 * _noise(rng, 2, 3, 0.36) + rough * _noise(rng, 24, 4, 0.55)
    return np.column_stack([np.linspace(-4, width + 4, SAMPLES), base - height * y])


def dunes(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """Wind-blown sand: long windward slopes, short lee sides, knife-edge crests."""
    x = np.linspace(0, 1, SAMPLES)
    count = rng.uniform(1.5, 2.6)
    phase = (x * count + rng.random() + 0.06 * _noise(rng, 2, 1, 0.5)) % 1
    rise = np.where(phase < 0.64, (phase / 0.64) ** 1.6, ((1 - phase) / 0.36) ** 1.1)
    y = rise * (0.7 + 0.3 * _noise(rng, 2, 1, 0.5)) + 0.12 * _noise(rng, 2, 1, 0.5)
    return np.column_stack([np.linspace(-4, width + 4, SAMPLES), base - height * y])


def cloudbank(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """The billowing upper edge of a bank of cumulus."""
    x = np.linspace(-4, width + 4, SAMPLES)
    y = np.zeros(SAMPLES)
    swell = 0.5 + 0.5 * _noise(rng, 3, 2, 0.5)
    for _ in range(46):
        at, r = rng.uniform(0, SAMPLES - 1), height * rng.uniform(0.14, 0.42)
        cx, lift = x[int(at)], height * 0.62 * swell[int(at)]
        y = np.maximum(y, lift + np.sqrt(np.maximum(0, r * r - (x - cx) ** 2)) - r * 0.2)
    return np.column_stack([x, base - y])


def seated(rng: np.random.Generator, line: Line, x: float, half: float, top: float) -> Line:
    """The line with a rough knoll at `x` for something about 2 x `half` wide whose foot is at y = `top`.

    The knoll rises a little over the foot, unevenly, so that nothing stands on it like a sticker.
    """
    copy = line.copy()
    away = np.abs(copy[:, 0] - x) / max(half, 1e-6)
    share = np.clip((2.1 - away) / 1.25, 0, 1)
    share = share * share * (3 - 2 * share)
    cover = half * (
        0.035 + 0.03 * _noise(rng, 40, 3, 0.6) - 0.11 * np.clip(away - 0.35, 0, 1.4) ** 2
    )
    copy[:, 1] = copy[:, 1] * (1 - share) + (top - cover) * share
    return copy


def shrubs(rng: np.random.Generator, line: Line, x: float, half: float, size: float) -> skia.Path:
    """Bushes about `size` units high at both ends of something 2 x `half` wide at `x`, few before it."""
    path = skia.Path()
    for _ in range(16):
        side = float(rng.choice([-1.0, 1.0]))
        at = x + side * half * float(
            rng.uniform(0.62, 1.3) if rng.random() < 0.82 else rng.uniform(0.25, 0.6)
        )
        foot, tall = height_at(line, at), size * float(rng.uniform(0.45, 1.0))
        for dx, dy, r in (
            (-0.62, 0.16, 0.42),
            (0.0, 0.42, 0.52),
            (0.6, 0.2, 0.44),
            (0.2, 0.05, 0.6),
        ):
            grow = tall * float(rng.uniform(0.85, 1.15))
            path.addOval(
                skia.Rect.MakeXYWH(
                    at + (dx - r) * grow, foot - (dy + r * 0.8) * grow, 2 * r * grow, 1.8 * r * grow
                )
            )
    return path


def rocks(rng: np.random.Generator, line: Line, x: float, half: float, size: float) -> skia.Path:
    """Boulders about `size` units high strewn round the foot of something 2 x `half` wide at `x`."""
    path = skia.Path()
    for _ in range(13):
        at = x + half * float(rng.choice([-1, 1]) * rng.uniform(0.4, 1.35))
        foot, tall = height_at(line, at), size * float(rng.uniform(0.3, 1.0))
        w = tall * float(rng.uniform(0.8, 1.5))
        j = rng.uniform(-0.12, 0.12, 4) * tall
        points = [(at - w, foot + 4), (at - 0.8 * w, foot - 0.5 * tall + j[0]), (at - 0.25 * w + j[1], foot - tall),
                  (at + 0.4 * w, foot - 0.86 * tall + j[2]), (at + 0.9 * w, foot - 0.3 * tall + j[3]), (at + w, foot + 4)]  # fmt: skip
        path.addPoly([skia.Point(px, py) for px, py in points], True)
    return path


def furrows(vanish: tuple[float, float], width: float, bottom: float, count: int) -> skia.Path:
    """Field rows that run from the page's lower edge, y = `bottom`, to a far point."""
    path = skia.Path()
    x, y = vanish
    for k in range(-count, count + 1):
        left, right = (k - 0.3) * width / 9, (k + 0.3) * width / 9
        path.addPoly([skia.Point(x + 0.16 * left, y), skia.Point(x + left, bottom), skia.Point(x + right, bottom),
                      skia.Point(x + 0.16 * right, y)], True)  # fmt: skip
    return path


def height_at(line: Line, x: float) -> float:
    """The y of a line at `x`."""
    return float(np.interp(x, line[:, 0], line[:, 1]))


def ground(line: Line, bottom: float) -> skia.Path:
    """The area under a line, down to y = `bottom`."""
    first, last = line[0], line[-1]
    points = [*line.tolist(), [float(last[0]), bottom], [float(first[0]), bottom]]
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    return path


@functools.cache
def _firs() -> tuple[skia.Path, ...]:
    """A dozen firs one unit tall."""
    rng = np.random.default_rng(23)
    return tuple(fir_outline(rng, 1.0, slim=0.3 + 0.02 * (i % 5)) for i in range(12))


def forest(rng: np.random.Generator, line: Line, height: float, density: float, *,
           frame: float = 0.0) -> skia.Path:  # fmt: skip
    """Firs along a line, in groups; `height` in units, `density` from 0 to 1.

    With `frame`, trees near both ends are taller by that factor, as a stage has its wings.
    """
    path = skia.Path()
    width = line[-1, 0] - line[0, 0]
    groups = 0.5 + 0.5 * _noise(rng, 5, 2, 0.5)
    x, firs = float(line[0, 0]), _firs()
    while x < line[-1, 0]:
        here = groups[int((x - line[0, 0]) / width * (SAMPLES - 1))]
        if rng.random() < density * (0.35 + 0.9 * here):
            wing = 1 + frame * abs(2 * (x - line[0, 0]) / width - 1) ** 4
            tall = height * (0.5 + 0.62 * here) * rng.uniform(0.72, 1.15) * wing
            matrix = skia.Matrix()
            matrix.setTranslate(x, height_at(line, x) + tall * 0.05)
            matrix.preScale(tall, tall)
            path.addPath(firs[int(rng.integers(len(firs)))], matrix)
        x += height * rng.uniform(0.14, 0.34)
    return path


def grove(rng: np.random.Generator, line: Line, name: str, height: float, count: int) -> skia.Path:
    """A few trees of the kind `name` scattered along a line."""
    path = skia.Path()
    for _ in range(count):
        prop = specimen(name, int(rng.integers(3)))
        x = rng.uniform(line[0, 0], line[-1, 0])
        tall = height * rng.uniform(0.6, 1.2)
        matrix = skia.Matrix()
        matrix.setTranslate(x, height_at(line, x) + tall * 0.02)
        matrix.preScale(tall * rng.choice([-1, 1]), tall)
        matrix.preTranslate(-0.5, -1)
        path.addPath(prop.body, matrix)
    return path


def winding(top: tuple[float, float], bottom: tuple[float, float], near: float, sway: float,
            phase: float) -> skia.Path:  # fmt: skip
    """A river or road that winds from a far point to the foreground, `near` wide at its end."""
    t = np.linspace(0, 1, 40)
    y = top[1] + (bottom[1] - top[1]) * t
    reach = t**1.15
    x = top[0] + (bottom[0] - top[0]) * reach + sway * np.sin(phase + 5.2 * np.sqrt(t)) * reach
    half = (0.012 + t**1.7) * near / 2
    slant = np.cos(phase + 5.2 * np.sqrt(t))
    left, right = x - half * (1 + 0.25 * slant), x + half * (1 - 0.25 * slant)
    points = [
        *zip(left.tolist(), y.tolist(), strict=True),
        *reversed(list(zip(right.tolist(), y.tolist(), strict=True))),
    ]
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    return path


def snowcaps(line: Line, share: float, rng: np.random.Generator) -> skia.Path:
    """Snow on the summits of a line: what lies in the top `share` of its relief, in tongues."""
    top, foot = float(line[:, 1].min()), float(line[:, 1].max())
    snowline = top + (foot - top) * share
    thick = np.clip(snowline - line[:, 1], 0, None)
    tongues = 0.62 + 0.38 * _noise(rng, 34, 3, 0.7)
    lower = line[:, 1] + thick * tongues
    points = [*line.tolist(), *np.column_stack([line[:, 0], lower])[::-1].tolist()]
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    return path


def slope_shade(line: Line, depth: float) -> skia.Path:
    """The lee sides of dunes: shade that hangs from descending stretches of a line."""
    path = skia.Path()
    fall = np.gradient(line[:, 1]) > 0.25
    start = None
    for i in range(len(line)):
        if fall[i] and start is None:
            start = i
        if start is not None and (not fall[i] or i == len(line) - 1):
            points = line[start : i + 1].tolist()
            x, y = points[0]
            points.append([x + math.hypot(depth, points[-1][0] - x) * 0.25, y + depth])
            path.addPoly([skia.Point(*p) for p in points], True)
            start = None
    return path
