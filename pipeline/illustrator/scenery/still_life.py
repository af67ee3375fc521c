"""Small things indoors and under water, drawn for paper: a vase with twigs, a fish."""

import numpy as np
import skia

from pipeline.drawing.canvas import moved
from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import box, disc, limb, outline


def vase(rng: np.random.Generator) -> Prop:
    """A glazed jar with leafy twigs and two round blooms, on a table cloth's edge."""
    jar = outline("-9,0* -15,-12 -16,-24 -9,-36 -7.6,-43* 7.6,-43* 9,-36 16,-24 15,-12 9,0*")
    band = box(-20, -27, 20, -21)
    body: list[skia.Path] = [jar, box(-9, -44.6, 9, -42)]
    leaves: list[skia.Path] = []
    for lean, usual in ((-26.0, 44.0), (-9.0, 58.0), (10.0, 50.0), (29.0, 38.0)):
        tall = usual * float(rng.uniform(0.92, 1.08))
        twig = limb(f"0,-42,1.6 {lean * 0.4},{-42 - tall * 0.5},1.3 {lean},{-42 - tall},1.0")
        body.append(twig)
        for k in range(1, 6):
            t = k / 5
            x, y = lean * (0.3 * t + 0.7 * t * t), -42 - tall * t
            for side in (-1.0, 1.0):
                leaf = outline("0,0* 3.4,-3 3,-9 0,-13* -3,-9 -3.4,-3")
                leaves.append(moved(leaf, x, y, 0.72, side * 58 + lean * 0.8))
    blooms = [disc(-17, -82, 6.4), disc(20, -76, 5.6)]
    return finished([*body, *leaves, *blooms], accent=[*blooms, band],
                    shade=[outline("5,-43* 8,-30 7,-12 3,0* 16,0* 18,-24 10,-44*")], metres=2.0)  # fmt: skip


def fish(rng: np.random.Generator) -> Prop:
    """A broad-finned fish with a banded flank, swimming free."""
    del rng
    trunk = outline("46,0 36,-13 14,-22 -12,-18 -34,-6 -40,-4* -40,4* -34,6 -12,17 14,21 36,12")
    tail = outline("-37,-4* -48,-16 -62,-24* -57,-8 -55,0* -57,9 -62,24* -48,16 -37,4*")
    back = outline("18,-20* 6,-38 -14,-40* -12,-30 -16,-16*")
    belly = outline("10,19* 0,34 -14,36* -12,26 -14,15*")
    side = outline("12,2* -2,-2 -12,6 -14,16* -2,14 10,9*")
    bands = [outline("22,-26* 27,-10 27,10 21,26* 13,26* 18,10 18,-10 13,-26*"),
             outline("0,-26* 4,-10 4,10 0,26* -7,26* -3,10 -3,-10 -7,-26*")]  # fmt: skip
    return finished([trunk, tail, back, belly], accent=[*bands, tail, back], shade=[side, belly],
                    lights=[disc(36, -4, 2.4)], metres=2.0)  # fmt: skip
