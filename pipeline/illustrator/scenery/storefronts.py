"""Places to buy and eat: a bakery, a café, a convenience store, market stalls."""

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import (
    box,
    disc,
    gathered,
    joined,
    limb,
    outline,
    shape,
    without,
)


def _awning(left: float, right: float, top: float, drop: float, scallops: int) -> skia.Path:
    """A sloping cloth with a scalloped hem."""
    step = (right - left) / scallops
    hem = " ".join(f"{right - step * (i + 0.5):.2f},{top + drop + 3.4:.2f} "
                   f"{right - step * (i + 1):.2f},{top + drop:.2f}*" for i in range(scallops))  # fmt: skip
    return outline(
        f"{left},{top + drop}* {left + 3},{top}* {right - 3},{top}* {right},{top + drop}* {hem}"
    )


def _stripes(left: float, right: float, top: float, drop: float, count: int) -> list[skia.Path]:
    """Every second stripe of an awning."""
    step = (right - left) / count
    return [
        box(left + step * i, top - 1, left + step * (i + 1), top + drop + 4)
        for i in range(0, count, 2)
    ]


def _loaves(left: float, right: float, board: float) -> list[skia.Path]:
    """Round loaves side by side on a board, and the board."""
    step = (right - left) / 4
    round_ones = [outline(f"{left + step * i + 0.6},{board}* {left + step * i + 1.2},{board - 5} "
                          f"{left + step * (i + 0.5)},{board - 7.4} {left + step * (i + 1) - 1.2},{board - 5} "
                          f"{left + step * (i + 1) - 0.6},{board}*") for i in range(4)]  # fmt: skip
    return [*round_ones, box(left - 2, board, right + 2, board + 1.6)]


def bakery(rng: np.random.Generator) -> Prop:
    """A small bakery: loaves in the lit window, a pretzel over the door, smoke from the oven."""
    del rng
    walls = [
        box(-40, -52, 40, 2),
        shape(-45, -50, -27, -84, 27, -84, 45, -50),
        box(18, -98, 29, -70),
    ]
    walls += [box(16.6, -100, 30.4, -96), box(-44, 0, 44, 2)]
    dormer = [box(-12, -76, 6, -56), shape(-16, -74, -3, -86, 10, -74)]
    awning = _awning(-38, 14, -44, 9, 8)
    long_ones = [limb(f"{x},-29,3 {x + 2.2},-20,3.6 {x + 4.4},-10,3") for x in (-36, -31.4, -26.8)]
    basket = shape(-36, -15, -20, -15, -21.4, -8, -34.6, -8)
    goods = [*long_ones, basket, *_loaves(-17, 10, -21), *_loaves(-17, 10, -9.6)]
    window = without(box(-36, -35, 12, -8), gathered(goods))
    door = without(box(19, -38, 35, 0), box(26.4, -38, 27.6, -14), box(19, -14, 35, 0), box(19, -31, 35, -29.8))  # fmt: skip
    pane = without(box(-8, -73, 2, -60), box(-3.6, -73, -2.4, -60), box(-8, -67, 2, -65.8))
    sign = _pretzel(54, -40)
    arm = [limb("38,-54,1.8 56,-54,1.8"), limb("54,-54,1 54,-48,1")]
    roof = shape(-45, -50, -27, -84, 27, -84, 45, -50)
    return finished([*walls, *dormer, awning, sign, *arm], accent=[roof, *dormer[1:], awning, sign],
                    lights=[window, door, pane], shade=[box(-38, -36, 14, -33), box(30, -52, 41, 2), *_eaves()],
                    metres=9)  # fmt: skip


def _eaves() -> list[skia.Path]:
    """The shadow under a roof, and its right slope."""
    return [box(-40, -50, 40, -46.5), shape(14, -84, 27, -84, 45, -50, 32, -50)]


def _pretzel(x: float, y: float) -> skia.Path:
    """A knot of dough, 16 wide."""
    rings = [without(disc(x + dx, y + dy, r), disc(x + dx, y + dy, r - 2.7))
             for dx, dy, r in ((-4.1, -1, 6), (4.1, -1, 6), (0, 4.2, 5.6))]  # fmt: skip
    return joined(*rings)


def _parasol(x: float, foot: float, reach: float, tall: float) -> tuple[list[skia.Path], skia.Path]:
    """A table with two stools under a parasol, and the cloth alone."""
    cloth = outline(f"{x - reach},{foot - tall * 0.72}* {x - reach * 0.6},{foot - tall * 0.92} {x},{foot - tall} "
                    f"{x + reach * 0.6},{foot - tall * 0.92} {x + reach},{foot - tall * 0.72}* "
                    f"{x + reach * 0.5},{foot - tall * 0.76} {x},{foot - tall * 0.72} {x - reach * 0.5},{foot - tall * 0.76}")  # fmt: skip
    top = foot - tall * 0.34
    parts = [cloth, box(x - 0.8, foot - tall - 2, x + 0.8, foot), box(x - reach * 0.5, top, x + reach * 0.5, top + 1.6),
             box(x - 5, foot - 1.4, x + 5, foot)]  # fmt: skip
    for side in (-1.0, 1.0):
        seat = x + side * reach * 0.8
        parts += [box(seat - 4, foot - tall * 0.2, seat + 4, foot - tall * 0.2 + 1.4),
                  limb(f"{seat + side * 3.6},{foot - tall * 0.42},1.2 {seat + side * 3.4},{foot},1.2"),
                  limb(f"{seat - side * 3.4},{foot - tall * 0.2},1.2 {seat - side * 3.4},{foot},1.2")]  # fmt: skip
    return parts, cloth


def cafe(rng: np.random.Generator) -> Prop:
    """A corner café: a wide window with lamps and cups, a table under a parasol before it."""
    del rng
    walls = [box(-50, -74, 24, 2), box(-53, -79, 27, -73), box(-53, -1, 27, 2)]
    awning = _awning(-50, 6, -44, 8, 9)
    lamps = [part for x in (-38, -24, -10) for part in
             (box(x - 0.3, -36, x + 0.3, -30), shape(x - 1.4, -30.4, x + 1.4, -30.4, x + 4, -26.4, x - 4, -26.4))]  # fmt: skip
    cups = [part for x in (-39, -27, -15, -3) for part in
            (outline(f"{x - 3},-17* {x + 3},-17* {x + 2},-12.6 {x},-11.6* {x - 2},-12.6"), disc(x + 3.6, -15, 1.6))]  # fmt: skip
    window = without(box(-47, -36, 4, -8), gathered(lamps), gathered(cups), box(-48, -11.8, 5, -10))
    door = without(box(9, -37, 20, 0), box(9, -12, 20, 0), box(14, -37, 15, -12))
    upper = [without(box(x, -69, x + 11, -52), box(x + 5, -69, x + 6, -52)) for x in (-44, -24, -4)]
    parasol, cloth = _parasol(46, 2, 19, 47)
    sign = disc(33, -56, 7.4)
    cup = [outline("29.6,-58* 35.6,-58* 34.8,-53.6 32.6,-52.4* 30.4,-53.6"), without(disc(36.2, -56, 2), disc(36.2, -56, 1))]  # fmt: skip
    arm = limb("22,-66,1.6 33,-66,1.6 33,-62,1.2")
    return finished([*walls, awning, *parasol, sign, arm], accent=[awning, cloth], lights=[window, door, *upper, *cup],
                    shade=[box(-50, -73, 24, -70.4), box(-47, -36.2, 4, -33), box(16, -74, 24, 2)], metres=9)  # fmt: skip


def convenience_store(rng: np.random.Generator) -> Prop:
    """A glass front that is lit all night, full shelves behind it, a parasol table outside."""
    store = [
        box(-58, -46, 34, 2),
        box(-61, -50, 37, -45),
        box(-20, -56, -4, -49),
        box(-61, 0, 37, 2),
    ]
    band = box(-58, -45, 34, -35)
    goods = [item for left, right in ((-53, -31), (-27, -8)) for board in (-7, -15, -23)
             for item in _goods(rng, left, right, board)]  # fmt: skip
    posts = [box(x, -33, x + 1.6, 0) for x in (-30, -6.4, 5, 16)]
    panes = without(box(-55, -32, 31, -1), gathered(goods), gathered(posts), box(-56, -2.6, -5, 0))
    inside = [box(18, -14, 29, -1), box(20, -22, 21.6, -14), box(19, -27, 24, -21)]
    parasol, cloth = _parasol(58, 2, 17, 41)
    lights = [without(panes, *inside), box(-54, -42.6, 30, -40.8), box(-54, -39.2, 30, -37.6)]
    return finished([*store, *parasol], accent=[band, cloth], lights=lights,
                    shade=[box(-58, -35, 34, -33.2), box(-61, -46.4, 37, -45)], metres=13)  # fmt: skip


def _goods(rng: np.random.Generator, left: float, right: float, board: float) -> list[skia.Path]:
    """Bottles, boxes and tins on one board."""
    items = [box(left, board, right, board + 1)]
    x = left
    while x < right - 2:
        wide, tall = float(rng.uniform(1.4, 3.2)), float(rng.uniform(2.6, 5.6))
        items.append(box(x, board - tall, x + wide, board))
        x += wide + float(rng.uniform(0.5, 1.2))
    return items


def market(rng: np.random.Generator) -> Prop:
    """Three stalls under striped cloth, heaped with fruit, and a string of bulbs above them."""
    body: list[skia.Path] = []
    accent: list[skia.Path] = []
    lights: list[skia.Path] = []
    for x, lift, half in ((-57.0, 0.0, 26.0), (0.0, 5.0, 29.0), (57.0, -1.0, 26.0)):
        stall, cloth, glow = _stall(rng, x, lift, half)
        body += stall
        accent += cloth
        lights += glow
    poles = [box(x - 0.9, -84, x + 0.9, 2) for x in (-86, 0, 86)]
    wires = [limb(f"{a},-83,0.9 {(a + b) / 2},-71,0.9 {b},-83,0.9") for a, b in ((-86, 0), (0, 86))]
    bulbs = [disc(a + 86 * t, -82 + 44 * t * (1 - t), 2.7) for a in (-86, 0) for t in (0.14, 0.32, 0.5, 0.68, 0.86)]  # fmt: skip
    return finished(
        [*body, *poles, *wires, *bulbs], accent=accent, lights=[*lights, *bulbs], metres=13
    )


def _stall(
    rng: np.random.Generator, x: float, lift: float, half: float
) -> tuple[list[skia.Path], list[skia.Path], list[skia.Path]]:
    """One stall as (body, accent, lights): posts, a table with heaps, a cloth, light at the back."""
    left, right, top = x - half, x + half, -56 - lift
    cloth = _awning(left, right, top, 13, 7)
    back = box(left + 5, top + 14, right - 5, -25)
    heaps = [disc(left + 8 + 5.2 * i, -27.5 - float(rng.uniform(0, 3.4)), 3.3)
             for i in range(int((2 * half - 12) / 5.2))]  # fmt: skip
    table = [box(left + 2, -25, right - 2, -20), *(box(left + 4 + 14 * i, -19, left + 15 + 14 * i, 2) for i in range(int((2 * half - 6) / 14)))]  # fmt: skip
    posts = [box(left + 3, top + 6, left + 5, 2), box(right - 5, top + 6, right - 3, 2)]
    body = [cloth, back, *heaps, *table, *posts]
    stripes = [*_stripes(left, right, top, 13, 7)]
    bright = [*(joined(without(cloth, *stripes)),), *heaps[::2]]
    return body, bright, [without(back, gathered(heaps))]
