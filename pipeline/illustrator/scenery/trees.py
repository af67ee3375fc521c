"""Trees by growth: firs by whorls, crowns by clumps of leaves, bare trees by forking limbs."""

import math
from collections.abc import Iterator

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import disc, limb, outline, spline, tapered

Limb = np.ndarray
"""Samples (n, 3) of x, y and width along one branch."""


def fir_outline(rng: np.random.Generator, height: float, *, slim: float = 0.34) -> skia.Path:
    """A fir with drooping, ragged boughs; the tip at (0, -height), the foot at (0, 0)."""
    whorls = int(rng.integers(9, 13))
    sides: list[list[tuple[float, float]]] = []
    for side in (-1, 1):
        points: list[tuple[float, float]] = []
        for i in range(1, whorls + 1):
            t = i / whorls
            y = -height * (1 - 0.95 * t**1.08)
            reach = height * slim / 2 * t**0.88 * rng.uniform(0.78, 1.14)
            droop = height * 0.022 * rng.uniform(0.6, 1.5)
            points += [(side * reach * 0.62, y - droop * 0.9), (side * reach, y + droop),
                       (side * reach * 0.66, y + droop * 0.35),
                       (side * reach * 0.38, y + droop * 0.55)]  # fmt: skip
        sides.append(points)
    trunk = height * 0.016
    points = [(0.0, -height), *sides[1], (trunk, -height * 0.04), (trunk, 0.0),
              (-trunk, 0.0), (-trunk, -height * 0.04), *reversed(sides[0])]  # fmt: skip
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    return path


def fir(rng: np.random.Generator) -> Prop:
    """Three old firs of uneven height that share a foot: one alone reads as a pagoda."""
    group: list[skia.Path] = []
    for x, tall, slim in ((0.0, 100.0, 0.4), (-19.0, 70.0, 0.44), (17.0, 56.0, 0.48)):
        grown = fir_outline(rng, tall * float(rng.uniform(0.92, 1.08)), slim=slim)
        grown.offset(x + float(rng.uniform(-3, 3)), 0)
        group.append(grown)
    return finished(group, metres=18)


def _limbs(rng: np.random.Generator, x: float, y: float, angle: float, length: float, width: float,
           depth: int, curl: float, spread: float) -> Iterator[Limb]:  # fmt: skip
    """A branch and all that grow from it; `angle` in radians, upwards is -pi/2."""
    points = [(x, y, width)]
    for i in range(1, 5):
        angle += rng.normal(0, curl) + (-math.pi / 2 - angle) * 0.04
        x, y = x + math.cos(angle) * length / 4, y + math.sin(angle) * length / 4
        points.append((x, y, width * (1 - 0.42 * i / 4) if depth else width * (1 - 0.85 * i / 4)))
    yield spline(np.array(points), 3 if depth > 3 else (2 if depth else 1))
    if not depth:
        return
    forks = 2 if rng.random() < 0.68 else 3
    for k in range(forks):
        turn = (k / (forks - 1) - 0.5) * 2 * spread * rng.uniform(0.6, 1.25)
        yield from _limbs(rng, x, y, angle + turn, length * rng.uniform(0.64, 0.88),
                          points[-1][2] * rng.uniform(0.7, 0.98), depth - 1, curl, spread)  # fmt: skip
    if depth > 2:
        at = points[int(rng.integers(2, 4))]
        side = rng.choice([-1.0, 1.0]) * rng.uniform(0.7, 1.1)
        yield from _limbs(rng, at[0], at[1], angle + side, length * 0.55, at[2] * 0.42, depth - 3,
                          curl, spread)  # fmt: skip


def bare(rng: np.random.Generator) -> Prop:
    """A leafless tree with gnarled, forking limbs and a flare of roots."""
    limbs = [tapered(samples) for samples in
             _limbs(rng, 0, -3, -math.pi / 2 + rng.normal(0, 0.07), 27, 5.2, 7, 0.16, 0.58)]  # fmt: skip
    roots = outline("-11,1* -5.4,-0.4 -2.6,-2.6 -1.6,-5* 1.6,-5* 2.6,-2.6 5.8,-0.4 12,1*")
    return finished([*limbs, roots], metres=14, tangled=True)


def _clump(rng: np.random.Generator, x: float, y: float, radius: float) -> skia.Path:
    """A mass of foliage: a lumpy disc whose edge breaks up into leaves."""
    count = 44
    phase = rng.uniform(0, 2 * math.pi, 3)
    points: list[skia.Point] = []
    for i in range(count):
        a = 2 * math.pi * i / count
        lump = 1 + 0.1 * math.sin(3 * a + phase[0]) + 0.07 * math.sin(7 * a + phase[1])
        r = radius * lump * (1 + rng.uniform(-0.075, 0.075))
        points.append(skia.Point(x + r * math.cos(a), y + r * 0.86 * math.sin(a)))
    path = skia.Path()
    path.addPoly(points, True)
    return path


def broadleaf(rng: np.random.Generator) -> Prop:
    """A wide old tree: a forked trunk under clumps of foliage, darker on their right."""
    limbs = [tapered(samples) for samples in _limbs(rng, 0, -2, -math.pi / 2, 22, 7.4, 4, 0.1, 0.6)]
    roots = outline("-12,1* -6.6,-1 -4,-4.6 -3.4,-9* 3.4,-9* 4,-4.6 6.6,-1 12,1*")
    clumps: list[tuple[float, float, float]] = []
    for ring, (count, reach) in enumerate(((11, 33.0), (8, 22.0), (4, 9.0))):
        for i in range(count):
            a = 2 * math.pi * (i + 0.5 * ring) / count + rng.normal(0, 0.12)
            clumps.append((math.cos(a) * reach * 1.12, -59 + math.sin(a) * reach * 0.78,
                           rng.uniform(8.5, 13.5)))  # fmt: skip
    crown = [_clump(rng, *clump) for clump in clumps]
    leaves = [_clump(rng, x + r * rng.normal(0, 0.62), y + r * rng.normal(0, 0.55), 1.7)
              for x, y, r in clumps for _ in range(5)]  # fmt: skip
    under = [_clump(rng, x, y, r * 0.97) for x, y, r in clumps if y + 0.55 * x > -50]
    return finished([*limbs, roots, *crown, *leaves], shade=under, accent=[*crown, *leaves], metres=13,
                    tangled=True)  # fmt: skip


def blossom(rng: np.random.Generator) -> Prop:
    """A plum or cherry in flower: a leaning, twisted trunk under drifts of petals."""
    samples = list(_limbs(rng, -6, -2, -math.pi / 2 + 0.24, 23, 5.0, 6, 0.17, 0.6))
    limbs = [tapered(part) for part in samples]
    roots = outline("-16,1* -11.4,-0.4 -8.6,-2.6 -7.4,-5* -4.2,-5* -3.4,-2.6 0,-0.4 5,1*")
    petals: list[skia.Path] = []
    for part in samples:
        if part[0, 2] > 1.5:
            continue
        for x, y, _ in part[1 :: int(rng.integers(4, 9))].tolist():
            petals += [
                _petal(rng, x + rng.normal(0, 1.5), y + rng.normal(0, 1.5)) for _ in range(2)
            ]
    return finished([*limbs, roots, *petals], accent=petals, metres=7, tangled=True)


def _petal(rng: np.random.Generator, x: float, y: float) -> skia.Path:
    """A small five-lobed flower."""
    radius, turn = rng.uniform(0.7, 1.7), rng.uniform(0, 2)
    steps = np.linspace(0, 2 * math.pi, 15, endpoint=False)
    reach = radius * (1 + 0.22 * np.cos(5 * steps))
    points = np.column_stack([x + reach * np.cos(steps + turn), y + reach * np.sin(steps + turn)])
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points.tolist()], True)
    return path


def persimmon(rng: np.random.Generator) -> Prop:
    """A persimmon tree in late autumn: round fruit on bare boughs, few leaves left."""
    samples = list(_limbs(rng, 0, -3, -math.pi / 2 + rng.normal(0, 0.06), 25, 5.4, 5, 0.15, 0.62))
    roots = outline("-11,1* -5.4,-0.4 -2.6,-2.6 -1.6,-5* 1.6,-5* 2.6,-2.6 5.8,-0.4 12,1*")
    hung: list[tuple[float, float]] = []
    for part in samples:
        x, y = float(part[-1, 0]), float(part[-1, 1]) + 2.6
        if part[0, 2] < 2.6 and all(math.dist((x, y), other) > 6.2 for other in hung):
            hung.append((x, y))
    fruit = [_hanging(x, y, float(rng.uniform(2.2, 2.8))) for x, y in hung]
    return finished([*(tapered(part) for part in samples), roots, *fruit], accent=fruit, metres=8,
                    tangled=True)  # fmt: skip


def _hanging(x: float, y: float, radius: float) -> skia.Path:
    """A squat fruit, a little drawn in where its calyx sits."""
    r = radius
    return outline(f"{x},{y - 0.78 * r} {x + 0.7 * r},{y - 0.74 * r} {x + 1.14 * r},{y} {x + 0.6 * r},{y + 0.8 * r} "
                   f"{x},{y + 0.92 * r} {x - 0.6 * r},{y + 0.8 * r} {x - 1.14 * r},{y} {x - 0.7 * r},{y - 0.74 * r}")  # fmt: skip


def pine(rng: np.random.Generator) -> Prop:
    """A wind-bent pine with flat cushions of needles."""
    trunk = limb("0,-3,8 2,-16,6.4 -4,-34,5.4 5,-52,4.4 0,-68,3.2 8,-84,2")
    arms = [limb("-4,-36,3 -16,-46,2.2 -30,-48,1.2"), limb("4,-50,3 18,-56,2 31,-55,1.2"),
            limb("1,-66,2.4 -12,-74,1.6 -22,-74,1"), limb("3,-20,2 10,-28,1.4 19,-30,0.8")]  # fmt: skip
    cushions: list[skia.Path] = []
    for x, y, w in (
        (-29, -48, 21),
        (29, -55, 22),
        (-21, -74, 18),
        (10, -86, 23),
        (20, -31, 13),
        (-12, -52, 13),
        (12, -66, 15),
        (-6, -80, 12),
    ):
        cushions.append(_cushion(rng, x, y, w))
    roots = outline("-12,1* -6,-1 -3.6,-4* 4,-4* 6,-1 13,1*")
    return finished([trunk, *arms, roots, *cushions], accent=cushions, metres=12)


def _cushion(rng: np.random.Generator, x: float, y: float, half: float) -> skia.Path:
    """A flat-bottomed, needle-edged cloud."""
    points: list[skia.Point] = []
    count = 26
    for i in range(count):
        a = math.pi * i / (count - 1)
        r = half * (1 + (0.09 if i % 2 else -0.05) + rng.uniform(-0.05, 0.05))
        points.append(skia.Point(x - r * math.cos(a), y - 0.42 * r * math.sin(a) ** 0.8))
    for i in range(9):
        t = (i + 0.5) / 9
        points.append(skia.Point(x + half * (1 - 2 * t), y + half * (0.1 if i % 2 else 0.03)))
    path = skia.Path()
    path.addPoly(points, True)
    return path


def palm(rng: np.random.Generator) -> Prop:
    """A leaning palm: arching fronds with a fringe of leaflets."""
    trunk = limb("-14,1,5 -12,-20,3.6 -6,-44,3 4,-66,2.6")
    parts = [trunk, outline("-21,1* -16,-2.4 -12,-2.4 -7,1*"), disc(4, -66, 3)]
    for degrees in (-190, -164, -136, -108, -74, -46, -18, 8):
        a = math.radians(degrees + rng.uniform(-7, 7))
        reach = rng.uniform(29, 36)
        knee = (4 + math.cos(a) * reach * 0.55, -66 + math.sin(a) * reach * 0.72 - 4)
        tip = (4 + math.cos(a) * reach * 1.04, -66 + math.sin(a) * reach * 0.62 + 12)
        spine = spline(np.array([(4, -66, 1.3), (*knee, 1.0), (*tip, 0.3)]), 11)
        parts.append(tapered(spine))
        lean = math.copysign(1.0, math.cos(a))
        for i, (x, y, _) in enumerate(spine[2:].tolist()):
            drop = 8.5 * math.sin(math.pi * (0.16 + 0.8 * i / len(spine))) + 1.5
            for side, fall in ((1, 1.0), (-1, 0.15)):
                end = (x + lean * drop * 0.55, y + side * drop * (0.9 if side > 0 else fall + 0.45))
                parts.append(tapered(np.array([(x, y, 1.3), (*end, 0.2)])))
    return finished(parts, metres=9, tangled=True)
