"""People as seen from behind or aside: they must read at 30 px, so posture carries everything."""

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import box, limb, outline, shape

HEAD = "-5.6,-91 -5.2,-96.5 0,-100 5.2,-96.5 5.6,-91 3.6,-86.4 0,-85 -3.6,-86.4"


def traveller(rng: np.random.Generator) -> Prop:
    """A hooded, cloaked wanderer with a staff, from behind, the cloak blown aside."""
    del rng
    hood = outline("-1,-101 5.6,-98 8,-90 7.6,-83 10,-78* -10,-78* -7.8,-84 -8.4,-91 -6,-98")
    cloak = outline("-9,-81 -15,-74 -18,-58 -20,-34 -26,-10 -31,-3* -21,-5 -14,-1* -7,-4 1,-1* 9,-4 18,-1* "
                    "25,-5 37,-9* 29,-22 24,-40 20,-60 16,-74 9,-81")  # fmt: skip
    arm = limb("14,-69,9 22,-60,7 28.4,-58,5")
    staff = [
        limb("28.4,1,1.7 28,-50,1.7 29,-108,1.5"),
        limb("29,-108,2.2 31.5,-112,2 30,-115.5,1.2"),
    ]
    boots = [shape(-10, -6, -3, -6, -2, 0, -11, 0), shape(5, -6, 12, -6, 14, 0, 4, 0)]
    shade = [
        outline("4,-78* 9,-50 12,-20 20,-1* 40,-6* 26,-60 12,-82*"),
        outline("-9,-76* -12,-50 -15,-20 -18,-3* -13,-1* -10,-30 -7,-56"),
    ]
    return finished([hood, cloak, arm, *staff, *boots], shade=shade, metres=1.9, person=True)


def man(rng: np.random.Generator) -> Prop:
    """A man in hat and long coat, standing with a case, from behind."""
    del rng
    head = outline("-4.6,-90 -4.4,-95 0,-98 4.4,-95 4.6,-90 3,-86 0,-85 -3,-86")
    hat = [outline("-9.4,-92.6* -4.8,-94.4 4.8,-94.4 9.4,-92.6* 5,-91 -5,-91"),
           outline("-5,-93* -4.6,-100 -2,-101.6 0,-100.6 2,-101.6 4.6,-100 5,-93*")]  # fmt: skip
    coat = outline("-3.4,-87* -10.6,-83 -12.6,-77 -10.6,-60 -11.4,-44 -14,-23* -0.6,-21* 0.4,-24* 1.4,-21* 14.4,-23* "
                   "11.4,-44 10.6,-60 12.6,-77 10.6,-83 3.4,-87*")  # fmt: skip
    collar = shape(-5.6, -83, -4, -89.4, 4, -89.4, 5.6, -83)
    arms = [limb("-10.8,-79,6.6 -13.8,-64,5.6 -14.4,-50,4.6 -13.8,-44,3.8"),
            limb("10.8,-79,6.6 13.8,-64,5.6 14.8,-50,4.6 14.8,-44,3.8")]  # fmt: skip
    legs = [limb("-5.4,-26,8 -5.6,-14,6.2 -5.8,-3,4.8"), limb("5.4,-26,8 5.8,-14,6.2 6.2,-3,4.8")]
    shoes = [
        outline("-9.6,0* -8.8,-3.6 -3.4,-3.6 -2.8,0*"),
        outline("10,0* 9.2,-3.6 3.8,-3.6 3.2,0*"),
    ]
    case = [box(9.6, -40, 23, -29), limb("13.6,-40,1.2 14.2,-43,1.2 18,-43,1.2 18.6,-40,1.2")]
    shade = [outline("2.4,-86* 4,-60 2.4,-20* 16,-20* 15,-76 10,-83*"), collar]
    return finished([head, *hat, coat, collar, *arms, *legs, *shoes, *case], shade=shade,
                    accent=[outline("-5.2,-93* -5,-95.4 5,-95.4 5.2,-93*")], metres=1.85, person=True)  # fmt: skip


def woman(rng: np.random.Generator) -> Prop:
    """A woman in a long dress, hair and scarf in the wind, from behind."""
    del rng
    head = outline(HEAD)
    hair = outline(
        "-6,-90 -6.4,-97 0,-101.5 6.6,-97 6.8,-90 10,-83 17,-79* 11,-77.4 15,-73* 6,-73 2,-70* -2,-73 -6.6,-72* -7.4,-82"
    )
    bodice = outline(
        "-3,-86* -11,-81.6 -12.4,-77 -8.6,-66 -7.4,-58* 7.4,-58* 8.6,-66 12.4,-77 11,-81.6 3,-86*"
    )
    skirt = outline(
        "-7.2,-60* -10,-46 -14,-26 -19,-9* -11,-7 -2,-8.4 8,-6.4 17,-8 27,-12* 19,-26 11,-46 7.2,-60*"
    )
    arms = [
        limb("-10.6,-79,6 -14,-66,4.8 -14.6,-54,3.8 -13.6,-47,3"),
        limb("10.6,-79,6 14.6,-67,4.8 15,-56,3.8 13,-50,3"),
    ]
    legs = [
        limb("-4,-12,5 -4,-2,4"),
        limb("4,-12,5 4.6,-2,4"),
        outline("-6.6,0* -6,-3 -2,-3 -1.6,0*"),
        outline("7,0* 6.4,-3 2.6,-3 2,0*"),
    ]
    scarf = outline(
        "-6,-83.6* 0,-82 6,-84* 16,-86 24,-91 33,-90* 27,-86 34,-84* 22,-80.6 10,-79.6 0,-78.6 -6.4,-80*"
    )
    shade = [
        outline("1,-58* 3,-36 5,-6* 28,-8* 12,-46 8,-60*"),
        outline("-5,-58* -7,-36 -11,-7* -6,-7* -4,-36"),
    ]
    return finished([head, hair, bodice, skirt, *arms, *legs, scarf], shade=shade, accent=[scarf],
                    metres=1.7, person=True)  # fmt: skip


def sheltered(rng: np.random.Generator) -> Prop:
    """Somebody in a belted raincoat under an umbrella, from behind."""
    del rng
    canopy = outline("-34,-97* -30,-110 -16,-122 2,-125 20,-122 34,-110 38,-97* 29,-100.5 20,-97* 11,-100 2,-97* "
                     "-7,-100 -16,-97* -25,-100.5")  # fmt: skip
    stick = [box(1.4, -130, 2.6, -60), box(1.7, -131, 2.3, -124)]
    head = outline("-5,-84 -4.8,-89.6 0,-93 4.8,-89.6 5,-84 3,-79.6 -3,-79.6")
    coat = outline("-3.4,-80* -10.6,-76.4 -12.8,-70 -10.4,-56 -9.6,-51* -13,-34 -16.4,-17* -6,-15 6,-15.4 16.4,-17* "
                   "13,-34 9.6,-51* 10.4,-56 12.8,-70 10.6,-76.4 3.4,-80*")  # fmt: skip
    belt = box(-10, -53.4, 10, -50)
    arms = [
        limb("-10.8,-73,6.2 -14,-60,5.2 -13.6,-46,4"),
        limb("10.8,-73,6.2 13,-63,5.4 4,-60,4.4"),
    ]
    legs = [limb("-5,-18,6.6 -5.4,-3,5"), limb("5,-18,6.6 5.4,-3,5"),
            outline("-9.4,0* -8.6,-4 -3.4,-4 -2.8,0*"), outline("9.4,0* 8.6,-4 3.4,-4 2.8,0*")]  # fmt: skip
    return finished([canopy, *stick, head, coat, *arms, *legs], accent=[canopy],
                    shade=[belt, outline("10,-126* 20,-112 20,-97* 40,-96* 36,-112 24,-124*"),
                           outline("2.4,-79* 4,-50 3,-15* 18,-16* 13,-70 10,-77*")], metres=2.2, person=True)  # fmt: skip


def hiker(rng: np.random.Generator) -> Prop:
    """A walker with rucksack, bedroll and two poles, mid-stride, from behind."""
    del rng
    hat = outline("-9,-93* -5,-95 -4.6,-101 0,-102.6 4.6,-101 5,-95 9,-93* 4.6,-91.4 -4.6,-91.4")
    head = outline("-4.8,-88 -4.8,-94 4.8,-94 4.8,-88 3,-84 -3,-84")
    jacket = outline(
        "-3.4,-86* -11,-82 -12.6,-76 -10.6,-60 -11,-44* 11,-44* 10.6,-60 12.6,-76 11,-82 3.4,-86*"
    )
    pack = outline(
        "-9.6,-80 -10.4,-66 -11,-53 -8,-50 8,-50 11,-53 10.4,-66 9.6,-80 6,-83.4 -6,-83.4"
    )
    roll = outline("-12,-85* -13,-88.6 -11,-91* 11,-91* 13,-88.6 12,-85*")
    legs = [limb("-5,-46,10 -7.6,-24,7.4 -9,-4,5.4"), limb("5,-46,10 9.4,-25,7.4 10.4,-5,5.4"),
            outline("-13.6,0* -12.6,-5 -6,-5 -5.4,0*"), outline("15.4,-1* 14.4,-6 7.6,-6 7,-1*")]  # fmt: skip
    arms = [limb("-11,-78,6.4 -17.6,-64,5.2 -20.4,-53,4"), limb("11,-78,6.4 17.6,-65,5.2 21,-55,4")]
    poles = [limb("-20.6,-58,1.2 -24.6,0,1.0"), limb("21,-60,1.2 26,-1,1.0")]
    return finished([hat, head, jacket, pack, roll, *legs, *arms, *poles], accent=[pack],
                    shade=[roll, outline("3,-84* 4,-66 3,-49* 12,-50* 12,-80*")], metres=1.85, person=True)  # fmt: skip


def child(rng: np.random.Generator) -> Prop:
    """A child in a hooded coat and boots, holding a lantern up."""
    del rng
    head = outline("-10,-84 -9.4,-94 0,-100 9.4,-94 10,-84 6,-76 0,-74 -6,-76")
    hood = [
        outline("-12.6,-82 -11.4,-96 0,-103 11.4,-96 12.6,-82 8,-73 -8,-73"),
        outline("-2,-102 0,-108 3.4,-107* 3,-101"),
    ]
    coat = outline(
        "-8,-75* -14,-70 -16.4,-52 -20,-30 -22.4,-22* -8,-19.6 8,-19.6 22.4,-22* 20,-30 16.4,-52 14,-70 8,-75*"
    )
    arms = [limb("-12,-67,9.4 -18,-54,8 -19.6,-42,6.4"), limb("12,-67,9.4 22,-60,8 30,-63,6")]
    legs = [
        limb("-8,-22,9 -8.4,-6,8.4"),
        limb("8,-22,9 8.4,-6,8.4"),
        outline("-14.6,0* -14,-9 -4,-9 -3.4,0*"),
        outline("14.8,0* 14,-9 4,-9 3.4,0*"),
    ]
    lantern = [
        limb("31,-66,1.3 31,-60,1.3"),
        shape(27.4, -60, 34.6, -60, 35.6, -47, 26.4, -47),
        box(26, -48, 36, -45.6),
    ]
    return finished([head, *hood, coat, *arms, *legs, *lantern], accent=[hood[0], hood[1], coat],
                    shade=[outline("3,-76* 6,-50 6,-19* 24,-19* 17,-60 9,-76*")],
                    lights=[shape(28.6, -58.6, 33.4, -58.6, 34.2, -49, 27.8, -49)], metres=1.15, person=True)  # fmt: skip


def couple(rng: np.random.Generator) -> Prop:
    """Two people hand in hand, from behind, he in a jacket, she in a summer dress."""
    del rng
    he = [outline("-4.8,-91 -4.6,-96.6 0,-100 4.6,-96.6 4.8,-91 3,-87 0,-85.6 -3,-87"),
          outline("-5.4,-91 -5,-98.4 0,-101.4 5,-98.4 5.4,-91 2.4,-88 -2.4,-88"),
          outline("-3.2,-87* -10.4,-82.5 -12.2,-76 -10.2,-58 -10,-44* 10,-44* 10.2,-58 12.2,-76 10.4,-82.5 3.2,-87*"),
          limb("-4.8,-46,9 -5.4,-24,6.8 -5.8,-3,4.8"), limb("4.8,-46,9 5.4,-24,6.8 5.8,-3,4.8"),
          outline("-9.4,0* -8.6,-3.6 -3.6,-3.6 -3,0*"), outline("9.4,0* 8.6,-3.6 3.6,-3.6 3,0*"),
          limb("-10.4,-79,6.2 -13.6,-64,5 -13.4,-48,3.8"), limb("10.4,-79,6.2 14.6,-65,5 16.6,-50,3.8")]  # fmt: skip
    dress = outline("-2.6,-79* -8.6,-75.4 -9.4,-71 -6.4,-59 -8,-46 -15,-24* -7,-22 1,-23.4 8,-21.6 16,-25* "
                    "8,-46 6.4,-59 9.4,-71 8.6,-75.4 2.6,-79*")  # fmt: skip
    she = [outline("-4.4,-84 -4.2,-89 0,-92 4.2,-89 4.4,-84 2.8,-80 -2.8,-80"),
           outline("-5.2,-83 -5,-90 0,-93.4 5,-90 5.4,-82 7.6,-72 3,-66 -1,-64.6 -5,-67 -6.6,-74"), dress,
           limb("-3.6,-26,5.2 -4,-2,3.4"), limb("3.6,-26,5.2 4.4,-2,3.4"),
           outline("-6.4,0* -6,-2.6 -2.4,-2.6 -1.8,0*"), outline("6.8,0* 6.4,-2.6 2.8,-2.6 2.2,0*"),
           limb("8.2,-73,4.8 12.4,-60,3.8 13,-47,2.8"), limb("-8.2,-73,4.8 -11.4,-61,3.8 -13.4,-50,3")]  # fmt: skip
    return finished([*(_aside(path, -15) for path in he), *(_aside(path, 15) for path in she)],
                    accent=[_aside(dress, 15)], metres=1.8, person=True)  # fmt: skip


def _aside(path: skia.Path, dx: float) -> skia.Path:
    """`path` moved sideways."""
    copy = skia.Path(path)
    copy.offset(dx, 0)
    return copy


def reader(rng: np.random.Generator) -> Prop:
    """Somebody sitting on the ground with knees drawn up, reading, from the side."""
    del rng
    head = outline("-12,-88 -8,-95 0,-97 6,-92 7.4,-85 9.4,-81.4 6.8,-79.6 6,-75 0,-73 -8,-76")
    hair = outline("-13.4,-84 -12,-94 -3,-99.6 6,-96 8,-89 1,-88 -2,-80 -8,-74 -15,-76*")
    back = outline(
        "-4,-75* -14,-70 -22,-52 -25,-26 -24,-4 -16,1* 8,1* 4,-16 0,-34 4,-58 6,-70 4,-75*"
    )
    thigh = limb("-12,-9,18 10,-24,15 28,-46,11.6")
    shin = limb("28,-46,11.6 36,-26,9.6 40,-5,7.6")
    foot = outline("35,1* 36,-7 43,-8 54,-3 55,1*")
    arm = limb("-8,-64,10 6,-48,8.6 22,-57,6.4 29,-60,5")
    book = [outline("21,-58* 25,-76* 31,-71 31,-53*"), outline("31,-71* 40,-77* 39,-58* 31,-53*")]
    return finished([head, hair, back, thigh, shin, foot, arm, *book], accent=book,
                    shade=[limb("-10,-5,10 14,-18,8 33,-36,6"), hair], metres=1.0, person=True)  # fmt: skip
