"""What scissors make of particular places: weeds and fish, flowers, shelves, craters and planets."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import Point, moved
from pipeline.illustrator.scenery.shapes import (
    box,
    curve,
    disc,
    gathered,
    limb,
    outline,
    shape,
    without,
)
from pipeline.illustrator.scenery.terrain import SAMPLES, Line, height_at


def weeds(rng: np.random.Generator, line: Line, height: float) -> list[skia.Path]:
    """Ribbons of kelp, fans of coral and round sponges along a sea floor."""
    grown: list[skia.Path] = []
    x = float(line[0, 0])
    while x < line[-1, 0]:
        foot, tall = height_at(line, x) + 6, height * float(rng.uniform(0.45, 1.15))
        kind = rng.random()
        if kind < 0.55:
            grown.append(_kelp(rng, x, foot, tall))
        elif kind < 0.82:
            grown += _coral(rng, x, foot, tall * 0.8)
        else:
            grown += [disc(x + d * tall * 0.2, foot - r * tall * 0.5, r * tall * 0.5)
                      for d, r in ((-1, 0.32), (0.1, 0.5), (1.1, 0.26))]  # fmt: skip
        x += height * float(rng.uniform(0.16, 0.5))
    return grown


def _kelp(rng: np.random.Generator, x: float, foot: float, tall: float) -> skia.Path:
    """One wavy ribbon that narrows to a point."""
    sway, half = tall * float(rng.uniform(0.05, 0.1)), tall * 0.055
    phase = float(rng.uniform(0, 6))
    left: list[Point] = []
    right: list[Point] = []
    for k in range(7):
        t = k / 6
        at, wide = x + sway * math.sin(phase + 6 * t) * (0.3 + t), half * (1 - t) ** 0.6 + 0.5
        left.append((at - wide, foot - tall * t))
        right.append((at + wide, foot - tall * t))
    return curve([*left, *reversed(right)], [0, 6, 7, 13])


def _coral(rng: np.random.Generator, x: float, foot: float, tall: float) -> list[skia.Path]:
    """A branching coral with round tips."""
    w = tall * 0.13
    arms = [(0.0, 1.0), (-0.34, 0.72), (0.36, 0.8), (-0.16, 0.9), (0.2, 0.55)]
    return [limb(f"{x},{foot},{w} {x + dx * tall * 0.35},{foot - up * tall * 0.45},{w} "
                 f"{x + dx * tall},{foot - up * tall},{w * float(rng.uniform(0.7, 1.0))}")
            for dx, up in arms]  # fmt: skip


def flowers(rng: np.random.Generator, line: Line, height: float) -> list[skia.Path]:
    """Daisies and tulips on stems with a pair of leaves."""
    grown: list[skia.Path] = []
    x = float(line[0, 0]) + height * float(rng.uniform(0, 0.4))
    while x < line[-1, 0]:
        foot, tall = height_at(line, x), height * float(rng.uniform(0.7, 1.2))
        lean = tall * float(rng.uniform(-0.14, 0.14))
        head = (x + lean, foot - tall)
        grown.append(limb(f"{x},{foot + 8},{tall * 0.05} {x + lean * 0.3},{foot - tall * 0.5},{tall * 0.04} "
                          f"{head[0]},{head[1]},{tall * 0.035}"))  # fmt: skip
        for side in (-1, 1):
            y = foot - tall * float(rng.uniform(0.2, 0.4))
            grown.append(curve([(x, y + tall * 0.1), (x + side * tall * 0.14, y - tall * 0.08),
                                (x + side * tall * 0.26, y - tall * 0.2), (x + side * tall * 0.08, y - tall * 0.02)],
                               [0, 2]))  # fmt: skip
        grown.append(bloom(rng, *head, tall * float(rng.uniform(0.15, 0.21))))
        x += height * float(rng.uniform(0.45, 0.9))
    return grown


def bloom(rng: np.random.Generator, x: float, y: float, radius: float) -> skia.Path:
    """A flower's head: a daisy from above or a tulip from the side."""
    if rng.random() < 0.35:
        return moved(outline("-0.7,0.5 -0.85,-0.5 -0.75,-1* -0.3,-0.55 0,-1.1* 0.3,-0.55 0.75,-1* 0.85,-0.5 0.7,0.5 0,0.85"),
                     x, y, radius)  # fmt: skip
    petals = [moved(outline("0,0* 0.3,-0.5 0.22,-0.95 0,-1.05 -0.22,-0.95 -0.3,-0.5"), x, y, radius, 45.0 * k)
              for k in range(8)]  # fmt: skip
    return gathered([*petals, disc(x, y, radius * 0.36)])


def shelf(rng: np.random.Generator, line: Line, height: float) -> list[skia.Path]:
    """Books, vases, candles and pots along a board."""
    things: list[skia.Path] = []
    x, end, base = float(line[0, 0]), float(line[-1, 0]), float(line[0, 1])
    while x < end:
        kind = rng.random()
        if kind < 0.46:
            for _ in range(int(rng.integers(2, 6))):
                w, tall = (
                    height * float(rng.uniform(0.2, 0.36)),
                    height * float(rng.uniform(0.7, 1.35)),
                )
                things.append(box(x, base - tall, x + w + 0.6, base + 6))
                x += w
            continue
        w = height * 0.3
        things += [
            moved(part, x + 1.2 * w, base + 3, w) for part in _POTS[int(kind * 100) % len(_POTS)]()
        ]
        x += 2.6 * w
    return things


def _vase() -> list[skia.Path]:
    leaves = [
        moved(outline("0,0* 0.4,-1.2 0,-2.6* -0.4,-1.2"), 0, -2.2, 0.8, turn)
        for turn in (-26, 2, 30)
    ]
    return [outline("-0.7,0* -1,-1 -0.5,-1.9 -0.45,-2.4* 0.45,-2.4* 0.5,-1.9 1,-1 0.7,0*"), *leaves]


def _candle() -> list[skia.Path]:
    flame = moved(outline("0,-1.6* 0.5,-0.5 0,0 -0.5,-0.5"), 0, -2.2, 0.55)
    return [box(-0.28, -2, 0.28, 0), box(-0.7, -0.3, 0.7, 0.05), flame]


def _teapot() -> list[skia.Path]:
    return [outline("-1,0 -1.1,-0.7 -0.5,-1.1 0.5,-1.1 1.1,-0.7 1,0"), shape(0.9, -0.6, 1.7, -1.05, 1.8, -0.9, 1.0, -0.25),
            disc(0, -1.2, 0.14), limb("-0.9,-0.9,0.16 -1.6,-0.9,0.14 -1.6,-0.3,0.14 -0.95,-0.2,0.16")]  # fmt: skip


_POTS = (_vase, _candle, _teapot)


def craters(rng: np.random.Generator, width: float, base: float, height: float) -> Line:
    """The edge of a small, pitted world."""
    x = np.linspace(-60, width + 60, SAMPLES)
    y = base - 0.24 * height * np.sin((x + 60) / (width + 120) * math.pi)
    at = -40.0
    while at < width + 40:
        half = height * float(rng.uniform(0.3, 0.75))
        away = np.abs(x - at) / half
        y = (
            y
            - 0.2 * height * np.exp(-(((away - 1.1) / 0.22) ** 2))
            + 0.3 * half * np.clip(1 - away**2, 0, 1)
        )
        at += half * float(rng.uniform(2.6, 4.5))
    return np.column_stack([x, y])


def planet(x: float, y: float, half: float) -> skia.Path:
    """A small planet in its ring."""
    ring = without(_oval(1.9, 0.5), _oval(1.5, 0.3))
    back = without(ring, box(-2, -1, 2, 0))
    return moved(gathered([disc(0, 0, 1), without(back, disc(0, -0.2, 0.9)), without(ring, disc(0, 0, 1))]),
                 x, y, half * 0.5, -18.0)  # fmt: skip


def _oval(rx: float, ry: float) -> skia.Path:
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(-rx, -ry, rx, ry))
    return path


def fish(rng: np.random.Generator, x: float, y: float, half: float) -> skia.Path:
    """A fish and two bubbles before it."""
    body = outline(
        "1,0 0.6,-0.36 0,-0.44 -0.6,-0.16 -1.05,-0.46* -0.9,0 -1.05,0.46* -0.6,0.16 0,0.42 0.6,0.34"
    )
    fin = outline("0.2,-0.38* -0.05,-0.72* -0.4,-0.26*")
    bubbles = [disc(1.4, -0.3, 0.1), disc(1.6, -0.72, 0.15)]
    return moved(gathered([body, fin, *bubbles]), x, y, half * 0.8, flip=bool(rng.random() < 0.5))


def butterfly(rng: np.random.Generator, x: float, y: float, half: float) -> skia.Path:
    """A butterfly with spread wings, tilted."""
    wing = outline(
        "0,0* 0.2,-0.6 0.8,-0.9 1,-0.5 0.7,-0.05 0.1,0.02* 0.6,0.2 0.7,0.6 0.4,0.8 0.1,0.4"
    )
    other = moved(wing, 0, 0, flip=True)
    return moved(
        gathered([wing, other, limb("0,-0.4,0.1 0,0.5,0.07")]),
        x,
        y,
        half * 0.6,
        float(rng.uniform(-30, 30)),
    )


def shade_lamp(x: float, y: float, half: float) -> skia.Path:
    """A lampshade on a long cord from above."""
    return moved(gathered([shape(-0.35, -0.5, 0.35, -0.5, 0.8, 0.25, -0.8, 0.25), box(-0.03, -40, 0.03, -0.45),
                           disc(0, 0.3, 0.2)]), x, y, half * 0.8)  # fmt: skip


def floating(
    rng: np.random.Generator, setting: str, x: float, y: float, half: float
) -> skia.Path | None:
    """What hangs in the air of a place instead of a cloud; None where clouds are right."""
    match setting:
        case "space":
            return planet(x, y, half)
        case "underwater":
            return fish(rng, x, y, half)
        case "garden":
            return butterfly(rng, x, y, half * 0.8)
        case "interior":
            return shade_lamp(x, y, half)
        case _:
            return None
