"""Animals by gesture: backbone, limbs that taper, one telling contour."""

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import disc, limb, outline, shape


def birds(rng: np.random.Generator) -> Prop:
    """A loose flock; every bird at another moment of its wing beat."""
    flock: list[skia.Path] = []
    for i in range(6):
        x = -38 + i * 15 + rng.normal(0, 3)
        y = -20 - 22 * abs(np.sin(i * 1.9 + 0.4)) + rng.normal(0, 3)
        flock.append(bird(rng, float(x), float(y), float(rng.uniform(8, 13.5))))
    return finished(flock, metres=12)


def bird(rng: np.random.Generator, x: float, y: float, half: float) -> skia.Path:
    """One bird gliding or beating, `half` a wing span wide to each side."""
    beat, tilt = rng.uniform(0.12, 0.6), rng.normal(0, 0.1)
    path = outline(
        f"-1,{-beat - tilt}* -0.62,{-beat * 1.02 - tilt} -0.3,{-beat * 0.52} -0.06,-0.06 0.04,-0.1 0.16,-0.06 "
        f"0.36,{-beat * 0.56} 0.66,{-beat * 1.06 + tilt} 1,{-beat * 0.86 + tilt}* 0.66,{-beat * 0.82 + tilt} "
        f"0.4,{-beat * 0.3} 0.2,0.1 0.02,0.16 -0.14,0.1 -0.34,{-beat * 0.28} -0.62,{-beat * 0.78 - tilt}"
    )
    matrix = skia.Matrix()
    matrix.setTranslate(x, y)
    matrix.preScale(half, half)
    path.transform(matrix)
    return path


def deer(rng: np.random.Generator) -> Prop:
    """A stag looking back over the valley, head up."""
    del rng
    body = outline("-30,-52 -31,-60 -24,-64 -8,-61 8,-62 17,-67 24,-78* 27,-86 30,-90* 35,-91 38,-88 46,-84 47,-81 "
                   "43,-79.4 37,-79 33,-72 30,-62 26,-52 20,-46 8,-44 -8,-45 -20,-43 -28,-44")  # fmt: skip
    ears = [outline("29,-89* 22,-92 20,-95* 27,-93"), outline("32,-90* 31,-96* 34.6,-92*")]
    tail = outline("-30,-60* -35,-58 -34,-51* -30,-54")
    legs = [
        limb("-25,-48,11 -27,-36,6.4 -31,-26,4 -28,-12,3 -28.6,0,3.4"),
        limb("-19,-46,9 -19,-34,5.6 -23,-25,3.8 -20.6,-12,2.8 -21,0,3.2"),
        limb("22,-50,9 23,-34,5 22.6,-22,3.6 23,-10,2.7 23.4,0,3.3"),
        limb("15,-48,8 14,-34,4.6 15.4,-22,3.4 14.6,-10,2.6 14.6,0,3.2"),
    ]
    antlers = [
        limb("31,-91,2.4 26,-99,2.2 20,-106,1.9 19,-115,1.5 23,-123,0.8"),
        limb("33,-91,2.4 36,-100,2.2 43,-106,1.9 46,-114,1.5 44,-123,0.8"),
        limb("27,-98,1.7 32,-103,1.3 33,-108,0.6"),
        limb("20.4,-107,1.6 14,-111,1.2 11,-117,0.6"),
        limb("19.2,-114,1.4 14,-120,1 14,-126,0.5"),
        limb("36,-99,1.7 41,-99,1.3 45,-102,0.6"),
        limb("43,-107,1.6 50,-109,1.2 54,-114,0.6"),
        limb("45.8,-114,1.4 51,-119,1 53,-125,0.5"),
    ]
    return finished(
        [body, *ears, tail, *legs, *antlers],
        shade=[legs[1], legs[3], outline("-28,-46* 0,-52 24,-50* 20,-44 -20,-42")],
        metres=2.2,
    )


def wolf(rng: np.random.Generator) -> Prop:
    """A wolf sitting and howling, from the side."""
    del rng
    body = outline("-24,0* -30,-8 -30,-22 -22,-38 -12,-54 -3,-66 4,-76 10,-86 9,-93* 16,-89 24,-98 34,-109 40,-112* 41,-108 "
                   "39,-104* 42.6,-103 37,-96 30,-86 25,-76 23,-62 22,-50 17,-36 18,-20 19,-6 23,-2 23,0* 11,0* "
                   "10,-10 8,-22 2,-14 6,-4 7,0* -8,0* -16,-1")  # fmt: skip
    foreleg = limb("15,-40,11 14,-22,6.4 14.6,-8,5 16,-2,5")
    tail = outline("-22,0* -27,-8 -38,-10 -46,-6 -53,1* -44,2 -34,1.6")
    ruff = outline("4,-74* 1,-66 5,-66* 4,-56 9,-58* 10,-48 14,-52* 18,-44 20,-52 22,-64 14,-74")
    return finished(
        [body, foreleg, tail],
        shade=[ruff, outline("-29,-8* -20,-16 -8,-10 -6,0* -24,0*")],
        metres=1.1,
    )


def fox(rng: np.random.Generator) -> Prop:
    """A fox trotting, brush held level."""
    del rng
    body = outline("-28,-32 -18,-38 0,-37 14,-40 22,-47 26,-55* 29,-48 34,-55* 35.4,-46 41,-40 49,-36.6* 45,-33.4 37,-32.6 31,-28 25,-20 "
                   "12,-19 -4,-22 -18,-20 -27,-23")  # fmt: skip
    brush = outline("-24,-35* -36,-40 -50,-40 -64,-33 -74,-30* -66,-24 -52,-22 -38,-26 -26,-28*")
    legs = [limb("-22,-26,9 -28,-16,5 -26,-9,3.2 -31,0,3"), limb("-18,-24,8 -15,-14,4.4 -18,-8,3 -13,0,3"),
            limb("22,-24,7 26,-14,4.2 31,-8,3 31,0,3"), limb("15,-22,7 13,-12,4 8,-6,2.8 7,0,2.8")]  # fmt: skip
    return finished([body, brush, *legs], accent=[body, brush],
                    shade=[outline("-66,-34* -60,-28 -66,-23* -76,-30*")], metres=0.6)  # fmt: skip


def cat(rng: np.random.Generator) -> Prop:
    """A cat sitting with its back to us, tail curled."""
    del rng
    body = outline(
        "-24,0* -29,-12 -28,-28 -19,-46 -13,-60 -15,-72 -16,-90* -8,-84 0,-85 8,-84 16,-90* 15,-72 13,-60 19,-46 28,-28 29,-12 24,0*"
    )
    tail = limb("20,-5,9 34,-4,8.4 44,-10,7.6 47,-22,7 43,-32,6 45,-38,4.4")
    return finished(
        [body, tail],
        shade=[outline("6,-84* 8,-56 16,-30 18,-2* 25,0* 30,-14 20,-46 14,-70*")],
        metres=0.45,
    )


def horse(rng: np.random.Generator) -> Prop:
    """A galloping horse, mane and tail streaming."""
    del rng
    body = outline("-38,-58 -34,-68 -22,-70 -4,-66 12,-68 22,-76 32,-90 40,-98* 41,-103* 44.6,-99 50,-94 58,-82 63,-76 61,-71 56,-71 49,-78 43,-80 "
                   "38,-70 33,-58 24,-49 10,-47 -8,-50 -22,-46 -34,-48")  # fmt: skip
    mane = outline(
        "40,-100* 32,-99 26,-92 14,-93* 20,-88 12,-85 4,-86* 10,-80 2,-77* 12,-73 20,-68 30,-78 38,-88"
    )
    tail = outline(
        "-36,-66* -46,-72 -58,-70 -72,-74* -66,-66 -76,-64* -62,-58 -66,-54* -50,-57 -40,-59 -36,-58*"
    )
    legs = [
        limb("24,-56,13 38,-50,7.6 52,-44,5 58,-32,3.8 62,-30,4.4"),
        limb("18,-54,11 30,-38,6.6 40,-26,4.6 33,-16,3.4 32,-12,4"),
        limb("-28,-58,16 -40,-44,8 -54,-36,5.2 -66,-24,3.8 -70,-25,4.2"),
        limb("-22,-54,14 -28,-38,7.4 -40,-28,5 -46,-12,3.6 -50,-11,4.2"),
    ]
    return finished([body, mane, tail, *legs], shade=[mane], metres=2.0)


def whale(rng: np.random.Generator) -> Prop:
    """A humpback leaning back out of the water in a breach."""
    del rng
    body = outline(
        "-30,3* -27,-18 -18,-42 -2,-66 18,-86 36,-96 46,-97* 48,-92 44,-82 38,-66 32,-44 30,-22 34,3*"
    )
    fin = outline("25,-52* 38,-46 52,-34 60,-18 60,-11* 48,-18 36,-30 26,-40*")
    far = outline("-14,-48* -28,-50 -42,-46 -52,-38* -38,-37 -22,-36*")
    belly = outline("46,-95* 38,-86 24,-64 14,-38 10,3* 34,3* 30,-22 34,-46 46,-82*")
    spray = outline(
        "-62,3* -52,-4 -46,-14* -42,-5 -36,-9 -31,-22* -27,-8 0,-5 26,-8 34,-20* 38,-9 46,-5 52,-15* 56,-5 66,3*"
    )
    # no accent: a coloured belly reads as a wound
    return finished([body, fin, far, spray], shade=[far, belly], metres=9)


def crane(rng: np.random.Generator) -> Prop:
    """A red-crowned crane on one leg in still water, its neck a long S, the tail a dark plume."""
    del rng
    trunk = outline("-34,-50* -20,-60 0,-65 16,-60 22,-52 14,-44 -4,-41 -22,-44")
    neck = limb("14,-55,12 24,-63,8 24,-76,5.4 19,-88,4.4 21,-99,4 27,-104,4.6")
    head = [disc(27, -104.4, 3.9), outline("29,-106.6* 38,-103.6 49,-100.4* 38,-101.2 29,-101.6*")]
    plume = outline(
        "-12,-60* -28,-57 -42,-46 -47,-32* -38,-37 -36,-29* -29,-37 -25,-30* -19,-41 -6,-46*"
    )
    legs = [limb("2,-44,5 2.4,-30,2.6 1.8,-27,3 1.6,0,2"), limb("10,-44,4.6 15,-33,2.6 14.4,-29,2.8 3,-17,1.9 -3,-19,1.4"),
            shape(-3, 2, 1.6, -2.4, 8, 2)]  # fmt: skip
    crown = outline("23.6,-107* 27,-109.4 31,-107.4* 27,-105.6")
    dark = [plume, limb("23,-66,9 24,-76,5.6 19,-88,4.6 20,-95,4.2")]
    ripples = [
        outline(f"{-r},{y}* 0,{y - 1.1} {r},{y}* 0,{y + 1.1}") for r, y in ((20, 1.6), (32, 4.6))
    ]
    return finished([trunk, neck, *head, plume, *legs, *ripples], accent=[crown], shade=dark, metres=4)  # fmt: skip
