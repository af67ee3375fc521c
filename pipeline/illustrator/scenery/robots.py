"""A robot of the kind that one keeps: round head, lamp eyes, an antenna, a flower in its hand."""

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
