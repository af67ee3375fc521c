"""Robots: one of the kind that one keeps, with a flower in its hand, and one that towers over a land."""

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import box, disc, limb, outline, shape, without


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> skia.Path:
    """A box with round corners."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), radius, radius)
    return path


def robot(rng: np.random.Generator) -> Prop:
    """It stands a little stooped and looks at the flower that it holds."""
    del rng
    trunk, head = _rounded(-21, -66, 21, -26, 9), _rounded(-19, -97, 21, -69, 11)
    antenna = [limb("2,-96,1.6 3,-108,1.4"), disc(3, -110, 3.4)]
    legs = [part for x in (-11.0, 11.0) for part in
            (box(x - 4, -28, x + 4, -5), shape(x - 9, 2, x - 7, -6, x + 6, -6, x + 9, 2))]  # fmt: skip
    left = limb("-20,-57,7 -32,-46,6.4 -33,-30,6")
    right = limb("20,-57,7 34,-48,6.4 42,-62,5.6")
    hands = [disc(-33, -27, 5), disc(43, -65, 4.6), disc(-22, -58, 5.4), disc(22, -58, 5.4)]
    petals = [disc(47 + 5.4 * x, -93 + 5.4 * y, 4.2) for x, y in
              ((0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3))]  # fmt: skip
    flower = [limb("42,-58,1.6 45,-74,1.5 47,-92,1.4"), outline("44,-74* 51,-80 55,-79* 51,-73")]
    eyes = [without(disc(x, -83, 5.2), disc(x + 1.6, -83.6, 1.7)) for x in (-5.0, 11.0)]
    panel = [_rounded(-12, -58, 12, -42, 2.4)]
    dials = [disc(x, -34, 2.2) for x in (-8.0, 0.0, 8.0)]
    needle = limb("0,-44,1.2 5,-54,1.2")
    return finished([trunk, head, box(-5, -70, 7, -65), *antenna, *legs, left, right, *hands, *petals, *flower],
                    accent=[antenna[1], *petals, dials[0], *hands[2:]],
                    lights=[*eyes, without(panel[0], needle), *dials[1:], disc(47, -93, 2.8)],
                    shade=[box(14, -66, 22, -26), box(15, -94, 22, -72), box(-21, -30, 21, -25), box(11, -28, 16, 2)],
                    metres=8)  # fmt: skip


def automaton(rng: np.random.Generator) -> Prop:
    """A machine of a man's shape and a tower's height: it stands still, one lamp lit behind its visor."""
    del rng
    trunk = outline("-24,-118* -12,-123 12,-123 24,-118* 19,-96 12,-84* -12,-84* -19,-96")
    head = outline("-7,-140* -4,-145 4,-145 7,-140* 7.6,-131 4.4,-126* -4.4,-126* -7.6,-131")
    waist, hips = box(-7, -86, 7, -72), outline("-13,-76* 13,-76* 15,-66* 5,-58* -5,-58* -15,-66*")
    body = [trunk, head, box(-3.4, -129, 3.4, -119), waist, hips]
    for side in (-1.0, 1.0):
        x = 29 * side
        body += [
            outline(
                f"{x - 8},-112* {x - 4},-124 {x + 4},-124 {x + 8},-112* {x + 6},-102* {x - 6},-102*"
            ),
            limb(f"{x},-106,7 {x + side * 4},-88,6"),
            shape(
                x + side * 4 - 5.4,
                -88,
                x + side * 4 + 5.4,
                -88,
                x + side * 6 + 4.2,
                -58,
                x + side * 6 - 4.2,
                -58,
            ),
            limb(f"{x + side * 6},-58,6 {x + side * 5},-49,5 {x + side * 3},-43,3"),
            limb(f"{side * 8},-66,11 {side * 11},-44,9 {side * 11.5},-36,8"),
            shape(side * 11.5 - 6, -38, side * 11.5 + 6, -38, side * 13 + 7, -4, side * 13 - 7, -4),
            shape(side * 13 - 10, 2, side * 13 - 7, -6, side * 13 + 7, -6, side * 13 + 11, 2),
        ]
    body += [limb("10,-120,1.4 15,-140,1.0"), limb("-12,-121,1.2 -14,-132,0.9")]
    lights = [box(-4.8, -138, 4.8, -135.4), disc(0, -104, 3.2)]
    seams = [
        box(-19, -97, 19, -95.6),
        box(-7, -80, 7, -78.8),
        box(-30, -88.6, 30, -87.2),
        box(-20, -38.6, 20, -37),
    ]
    return finished(body, accent=[disc(0, -104, 6.4)], lights=lights,
                    shade=[*seams, box(9, -126, 40, 2), box(2.6, -146, 9, -126)], metres=34)  # fmt: skip
