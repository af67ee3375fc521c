"""Things that carry people: sailing ship, boat, train, balloon, rocket, bicycle."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import ring
from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import box, disc, gathered, limb, outline, shape


def ship(rng: np.random.Generator) -> Prop:
    """A three-masted barque, sails filled, running before the wind."""
    del rng
    hull = outline(
        "-52,-15* -50,-20* -36,-19* -34,-15.4* 0,-12.6 34,-14 45,-18* 57,-20* 50,-12 44,-3 40,1.6* -42,1.6* -48,-6"
    )
    rigs = [_mast(x, tall, wide) for x, tall, wide in ((-31, 74, 11.5), (-3, 94, 15), (25, 82, 13))]
    sails = [sail for mast in rigs for sail in mast[0]]
    masts = [spar for mast in rigs for spar in mast[1]]
    jibs = [
        outline("56,-22* 42,-34 28,-66* 36,-40 44,-22*"),
        outline("66,-27* 52,-42 30,-78* 44,-46 56,-26*"),
    ]
    spanker = outline("-33,-22* -34,-56* -44,-52 -54,-46* -52,-32 -52,-21*")
    rig = [
        limb("44,-17,1.7 58,-23,1.3 72,-29,0.6"),
        limb("72,-29,0.35 26,-86,0.35"),
        limb("-3,-97,0.3 -31,-70,0.3"),
        limb("25,-84,0.3 -3,-94,0.3"),
        limb("-33,-22,0.8 -56,-20,0.6"),
    ]
    ports = [box(-38 + i * 8, -9.4, -35 + i * 8, -6.6) for i in range(10)]
    lee = [
        outline(
            f"{x + 4},{-t * 0.98}* {x + 8},{-t * 0.6} {x + 8},{-t * 0.24}* {x + 22},{-t * 0.24}* {x + 18},{-t * 0.6} {x + 10},{-t}*"
        )
        for x, t in ((-31, 74), (-3, 94), (25, 82))
    ]
    return finished([hull, *sails, *masts, *jibs, spanker, *rig], accent=[*sails, *jibs, spanker], shade=[*lee, outline("-50,-6* 0,-3 46,-6* 42,2* -44,2*")],
                    lights=[*ports, box(-48.4, -14.5, -45.6, -11)], metres=42)  # fmt: skip


def _mast(x: float, tall: float, wide: float) -> tuple[list[skia.Path], list[skia.Path]]:
    """Four square sails on one mast, and the mast with its yards and pennant."""
    spars = [
        limb(f"{x},-12,2 {x},{-tall * 0.6},1.5 {x},{-tall - 5},0.6"),
        outline(
            f"{x},{-tall - 5}* {x + 5},{-tall - 3.6} {x + 11},{-tall - 4.6}* {x + 6},{-tall - 2} {x},{-tall - 1.6}*"
        ),
    ]
    sails: list[skia.Path] = []
    levels = (0.24, 0.5, 0.73, 0.91, 1.0)
    for k in range(4):
        foot, head = -tall * levels[k] - 1, -tall * levels[k + 1] + 1.4
        low, high = wide * (1 - 0.17 * k), wide * (1 - 0.17 * (k + 1))
        belly = 3.2 - 0.4 * k
        sails.append(outline(f"{x - high},{head}* {x + high},{head}* {x + high + belly * 1.1},{(head + foot) / 2} {x + low + belly * 0.4},{foot}* "
                             f"{x + belly * 0.5},{foot - 2.6} {x - low + belly * 0.3},{foot}* {x - high + belly * 0.9},{(head + foot) / 2}"))  # fmt: skip
        spars.append(limb(f"{x - high - 1},{head},0.7 {x + high + 1},{head},0.7"))
    return sails, spars


def boat(rng: np.random.Generator) -> Prop:
    """A small sailing dinghy under main and jib."""
    del rng
    hull = outline("-36,-10* -20,-8.6 14,-8.8 40,-13* 34,-5 26,1* -28,1* -34,-4")
    main = outline("-2,-96* -10,-72 -22,-40 -31,-17* -16,-14.6 -2,-15*")
    jib = outline("1,-88* 10,-62 22,-36 35,-16* 18,-17 2,-19*")
    mast = limb("-0.6,-9,1.5 -0.6,-60,1.2 -0.6,-101,0.6")
    pennon = outline("-0.6,-101* -6,-100 -12,-101.4* -7,-98.6 -0.6,-98*")
    return finished([hull, main, jib, mast, pennon, limb("-32,-14,1 0,-13,1")], accent=[main, jib],
                    shade=[outline("-2,-96* -4,-60 -8,-14* -1.6,-14*"), outline("-35,-5* 0,-2.6 34,-6* 28,2* -30,2*")], metres=7)  # fmt: skip


def train(rng: np.random.Generator) -> Prop:
    """A steam locomotive with tender and two lit carriages."""
    del rng
    body = [box(22, -27, 62, -11), disc(62, -19, 8), box(6, -36, 23, -10),
            box(3, -38.4, 25.6, -35.4), box(4, -13, 66, -8), box(29, -30, 31, -26),
            outline("52,-26* 51,-37* 49.6,-39* 58.4,-39* 57,-37* 56,-26*"),
            outline("34,-26* 35,-31.6 40,-31.6 41,-26*"), shape(66, -10, 76, 0, 64, 0),
            box(-14, -25, 3, -9), outline("-13,-24* -11,-29 -5,-30 0,-28 3,-24*")]  # fmt: skip
    lights = [box(9, -33, 14.6, -24), box(16.4, -33, 20.6, -26), disc(70.4, -24, 2)]
    body.append(box(66, -25.4, 71, -22.6))
    roofs: list[skia.Path] = []
    for left in (-72, -132):
        roof = outline(f"{left - 1},-29* {left + 4},-33 {left + 50},-33 {left + 55},-29*")
        roofs.append(roof)
        body += [box(left, -30, left + 54, -8), roof, box(left + 54, -11, left + 60, -9)]
        lights += [box(left + 3.4 + 7.2 * i, -25.5, left + 8.4 + 7.2 * i, -17) for i in range(7)]
    wheels = [(x, 5.6) for x in (14, 28, 42)] + [
        (x, 3.4) for x in (53, 61, -10, -2, -66, -58, -30, -22, -126, -118, -90, -82)
    ]
    body += [disc(x, -r, r) for x, r in wheels]
    body.append(box(-136, -0.5, 80, 1))
    smoke = _smoke()
    return finished([*body, *smoke], lights=lights, accent=smoke,
                    shade=[box(-136, -12, 78, -7), *roofs, box(22, -16, 64, -11)], metres=8)  # fmt: skip


def _smoke() -> list[skia.Path]:
    """Puffs that grow and thin out behind a chimney at (53, -40)."""
    puffs = ((53, -45, 4), (48, -51, 6), (39, -56, 8), (26, -60, 10), (9, -63, 11), (-10, -65, 10),
             (-28, -66, 7.4), (-43, -66, 5), (-55, -65.6, 3))  # fmt: skip
    return [disc(x, y, r) for x, y, r in puffs]


def balloon(rng: np.random.Generator) -> Prop:
    """A hot-air balloon: gores, a scalloped skirt, a basket on lines."""
    del rng
    envelope = outline(
        "0,-120 20,-117 34,-104 40,-86 36,-66 22,-46 9,-32* -9,-32* -22,-46 -36,-66 -40,-86 -34,-104 -20,-117"
    )

    def gore(inner: float, outer: float) -> skia.Path:
        return outline(f"0,-121* {17 * outer},-117 {34 * outer},-104 {40 * outer},-86 {36 * outer},-66 {22 * outer},-46 {9 * outer},-31* "
                       f"{9 * inner},-31* {22 * inner},-46 {36 * inner},-66 {40 * inner},-86 {34 * inner},-104 {17 * inner},-117")  # fmt: skip

    stripes = [gore(a, b) for a, b in ((-0.94, -0.68), (-0.36, 0.0), (0.36, 0.68), (0.94, 1.02))]
    skirt = shape(-9, -33, 9, -33, 6.6, -27, -6.6, -27)
    lines = [limb(f"{x},-28,0.55 {x * 0.86},-11,0.55") for x in (-6.2, -2.2, 2.2, 6.2)]
    basket = [outline("-6.8,-12* 6.8,-12* 6,-3 4.6,0* -4.6,0* -6,-3"), box(-7.4, -13, 7.4, -11)]
    return finished([envelope, skirt, *lines, *basket], accent=stripes,
                    shade=[outline("18,-118* 26,-104 28,-84 22,-60 8,-32* 12,-32* 26,-44 40,-66 44,-88 32,-112"), basket[0]],
                    lights=[outline("0,-31.4 2,-26 0,-23.6 -2,-26")], metres=25)  # fmt: skip


def rocket(rng: np.random.Generator) -> Prop:
    """A finned rocket of the golden age on a plume."""
    del rng
    hull = outline(
        "0,-120* 8,-106 13,-84 13.4,-60 9,-34 6.4,-28* -6.4,-28* -9,-34 -13.4,-60 -13,-84 -8,-106"
    )
    fins = [
        outline("-11,-56* -20,-46 -25,-32 -26,-16* -17,-26 -7,-32*"),
        outline("11,-56* 20,-46 25,-32 26,-16* 17,-26 7,-32*"),
        outline("-1.6,-58* 1.6,-58* 2.4,-36 1,-18* -1,-18* -2.4,-36"),
    ]
    bell = shape(-5, -29, 5, -29, 7, -23, -7, -23)
    plume = outline("-6,-23* -9,-14 -5,-8* -4,-3 0,4* 4,-3 5,-8* 9,-14 6,-23*")
    nose = outline("0,-121* 6,-110 10,-96* 0,-93.6 -10,-96* -6,-110")
    return finished([hull, *fins, bell, plume], accent=[nose, *fins],
                    shade=[outline("3,-120* 6,-100 6,-60 3,-28* 14,-28* 16,-80 8,-112*")],
                    lights=[plume, disc(0, -80, 4), disc(0, -64, 2.6)], metres=40)  # fmt: skip


def bicycle(rng: np.random.Generator) -> Prop:
    """A town bicycle with basket, leaning on nothing."""
    del rng
    parts: list[skia.Path] = []
    for x in (-32, 32):
        parts += [ring((x, -21), 20, 2.2), disc(x, -21, 1.8)]
        spokes = [
            limb(f"{x},-21,0.5 {x + 20 * math.cos(a)},{-21 + 20 * math.sin(a)},0.5")
            for a in np.linspace(0, 2 * math.pi, 12, endpoint=False).tolist()
        ]
        parts.append(gathered(spokes))
    frame = [
        limb("-32,-21,1.9 -4,-19,1.9"),
        limb("-32,-21,1.7 -12,-52,1.7"),
        limb("-12,-56,2.2 -4,-19,2.2"),
        limb("-4,-19,2.4 6,-24,2.4 19,-38,2.4 23,-52,2.4"),
        limb("32,-21,2 27,-40,2 22,-60,2 23,-65,2"),
        limb("-11,-48,1.8 4,-36,1.8 21,-47,1.8"),
    ]
    bars = [
        limb("23,-65,1.9 28,-68,1.9 24,-71,1.9 15,-69,2.2"),
        limb("-12,-56,1.6 -13,-60,1.6"),
        outline("-23,-61* -20,-65 -10,-63.4 -3,-61.4* -8,-59 -19,-58.6"),
    ]
    crank = [
        ring((-4, -19), 5, 1.4),
        limb("-4,-19,1.6 3,-10,1.6"),
        limb("-1,-10,1.9 7,-10,1.9"),
        limb("-4,-19,1.6 -11,-28,1.6"),
        limb("-15,-28,1.9 -8,-28,1.9"),
    ]
    basket = shape(27, -63, 47, -63, 44, -48, 30, -48)
    guards = [
        limb("-52,-29,1.3 -44,-41,1.3 -30,-45,1.3 -16,-38,1.3"),
        limb("20,-40,1.2 33,-45,1.2 46,-40,1.2"),
    ]
    parts += [*frame, *bars, *crank, basket, *guards]
    return finished(parts, accent=[*frame, basket], metres=1.1)
