"""Western buildings: lighthouse, houses, church, windmill, shop front, bridges, street lamp."""

import math

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import (
    arch,
    box,
    disc,
    gathered,
    joined,
    limb,
    outline,
    shape,
    within,
    without,
)


def lighthouse(rng: np.random.Generator) -> Prop:
    """A banded tower with a gallery and lantern, a keeper's house leaning on it."""
    del rng
    shaft = outline("-11,2* -8.6,-30 -7.2,-55 -6.6,-76* 6.6,-76* 7.2,-55 8.6,-30 11,2*")
    gallery = [shape(-6.6, -74, -9.4, -77, -9.4, -78.6, 9.4, -78.6, 9.4, -77, 6.6, -74)]
    gallery += [box(x - 0.22, -82.4, x + 0.22, -78) for x in (-9, -6, -3, 0, 3, 6, 9)]
    gallery.append(box(-9.4, -82.6, 9.4, -82))
    lantern = box(-5, -90, 5, -78)
    dome = outline("-6.4,-89.6* -4.6,-94 0,-97* 4.6,-94 6.4,-89.6*")
    vane = joined(box(-0.3, -103, 0.3, -96), disc(0, -97.6, 1.0))
    bands = [box(-14, -64, 14, -52), box(-14, -38, 14, -25), dome]
    lights = [box(a, -88.8, a + 1.9, -83) for a in (-4.3, -2.0, 0.3, 2.6)]
    lights += [arch(-1.5, -48, 2.6, -43), arch(-1.5, -71, 2.4, -66.6), arch(-2, -20, 2.8, -15)]
    house = [
        box(9, -14, 31, 2),
        shape(6.5, -13, 10, -23, 30, -23, 33.5, -13),
        box(25, -28, 28, -20),
    ]
    lights += [box(14, -10.5, 17, -5.5), box(21, -10.5, 24, -5.5), box(-2.4, -9, 2.4, 2)]
    shade = [outline("2.6,-76* 3.2,-40 4.4,3* 12,3* 8,-76*"), box(2, -90, 6, -78), house[1]]
    return finished([shaft, *gallery, lantern, dome, vane, *house], shade=shade, accent=bands,
                    lights=lights, metres=30)  # fmt: skip


def _window(x: float, y: float, w: float, h: float) -> list[skia.Path]:
    """Four panes."""
    bar = w * 0.07
    return [box(x + i * w / 2 + (bar if i else 0), y + j * h / 2 + (bar if j else 0),
                x + (i + 1) * w / 2 - (0 if i else bar), y + (j + 1) * h / 2 - (0 if j else bar))
            for i in (0, 1) for j in (0, 1)]  # fmt: skip


def house(rng: np.random.Generator) -> Prop:
    """A gabled house seen from a corner: steep roof, tall chimneys, lit sashes, a porch."""
    gable = shape(-40, 2, -40, -48, -20, -82, 0, -48, 0, 2)
    side = box(0, -46, 46, 2)
    roof = shape(-20, -86, 37, -86, 51, -44, 2, -44)
    verge = shape(-43.4, -45, -20, -86, 4, -44, 0.6, -44.6, -20, -79.5, -40.4, -45)
    chimneys = [
        box(-2, -98, 6, -80),
        box(-3, -99.4, 7, -96),
        box(27, -95, 34, -80),
        box(26, -96.4, 35, -93.4),
    ]
    porch = [
        shape(15, -23, 36, -23, 33, -30, 18, -30),
        box(17, -24, 18.4, 2),
        box(32.6, -24, 34, 2),
    ]
    lights: list[skia.Path] = []
    for x, y in (
        (-33, -41),
        (-15, -41),
        (-33, -19),
        (-15, -19),
        (4, -40),
        (21, -40),
        (37, -40),
        (5, -19),
        (38, -19),
    ):
        if rng.random() < 0.8:
            lights += _window(x, y, 7.4, 11)
    lights += [*_window(-23, -64, 6, 8), box(22, -18, 29, 2)]
    return finished([gable, side, roof, verge, *chimneys, *porch], shade=[side, roof],
                    accent=[roof, verge, porch[0]], lights=lights, metres=11)  # fmt: skip


def cottage(rng: np.random.Generator) -> Prop:
    """A low thatched cottage: a roof like a loaf, an eyebrow dormer, smoke-blackened chimney."""
    del rng
    walls = box(-44, -26, 44, 2)
    thatch = outline("-54,-20* -50,-34 -40,-58 -30,-63* 0,-62 30,-63* 41,-57 50,-34 54,-20* 47,-21.5 "
                     "33,-25 10,-24 -10,-25 -30,-25 -47,-21.5")  # fmt: skip
    chimney = outline("22,-60* 23,-79* 21.6,-79* 21.6,-83* 33.4,-83* 33.4,-79* 32,-79* 33,-58*")
    lights = [*_window(-34, -19, 11, 11), *_window(23, -19, 11, 11)]
    lights.append(arch(-6, -20, 9.4, 2))
    ridge = outline(
        "-36,-63* -30,-58 -22,-62 -14,-58 -6,-62 2,-58 10,-62 18,-58 26,-62 34,-58 36,-64* 0,-68"
    )
    return finished([walls, thatch, chimney], shade=[ridge, outline("10,-62* 30,-63* 54,-20* 40,-23* 30,-40")],
                    accent=[thatch], lights=lights, metres=6.5)  # fmt: skip


def church(rng: np.random.Generator) -> Prop:
    """A village church: nave, buttresses, lancets and a needle spire with a cross."""
    del rng
    nave, roof = box(-8, -30, 50, 2), shape(-10, -28, -4, -54, 46, -54, 54, -28)
    tower = [box(-30, -60, -6, 2), box(-31.4, -61.6, -4.6, -58), box(-31, -34, -5, -32.4)]
    needle = outline("-31,-60* -26,-66 -22,-80 -18,-112* -14,-80 -10,-66 -5,-60*")
    cross = [box(-18.6, -122, -17.4, -108), box(-21.2, -119, -14.8, -117.6)]
    buttresses = [shape(x, -25, x + 2.6, -25, x + 4, 2, x, 2) for x in (7, 19, 31, 43)]
    lights = [arch(x, -23, 4.4, -7) for x in (2.5, 14.6, 26.6, 38.6)]
    lights += [arch(-20.6, -53, 3.6, -42), arch(-15.4, -53, 3.6, -42), arch(-18, -15, 8, 2)]
    shade = [box(-13, -62, -4, 2), shape(-18, -112, -16, -60, -4, -60), roof, *buttresses]
    return finished([nave, roof, *tower, needle, *cross, *buttresses], shade=shade, accent=[roof, needle],
                    lights=[*lights, disc(-18, -29, 3.2)], metres=32)  # fmt: skip


def windmill(rng: np.random.Generator) -> Prop:
    """A smock mill with latticed sails set at a random turn."""
    tower = outline("-19,2* -14,-34 -9.4,-64* 9.4,-64* 14,-34 19,2*")
    cap = outline("-11,-62* -10.4,-71 0,-77 10.4,-71 12.4,-62*")
    stage = [shape(-22, -25, 22, -25, 20, -22.6, -20, -22.6)]
    stage += [box(x - 0.35, -29, x + 0.35, -24) for x in np.linspace(-21, 21, 9).tolist()]
    stage.append(box(-22, -29.4, 22, -28.7))
    turn = rng.uniform(14, 34)
    sails: list[skia.Path] = []
    for quarter in range(4):
        cells = [box(0.9 + 3 * i, -48.6 + 4.1 * k, 3.5 + 3 * i, -45 + 4.1 * k)
                 for i in range(3) for k in range(9)]  # fmt: skip
        part = without(
            joined(box(-0.75, -50, 0.75, 0), box(-0.3, -49.2, 9.9, -11.4)), gathered(cells)
        )
        matrix = skia.Matrix()
        matrix.setRotate(turn + 90 * quarter)
        matrix.postTranslate(0, -68)
        part.transform(matrix)
        sails.append(part)
    lights = [arch(0, -54, 4, -48), arch(-4, -40, 4, -34), arch(0, -15, 6.6, 2)]
    return finished([tower, cap, *stage, *sails], shade=[outline("4,-64* 6,-34 8,3* 22,3* 10,-64*")],
                    accent=[cap], lights=lights, metres=24)  # fmt: skip


def shop(rng: np.random.Generator) -> Prop:
    """A small bookshop front: awning, display window with spines, a lit upper floor."""
    front = [box(-34, -84, 34, 2), box(-37, -87, 37, -83), box(-30, -92, 30, -86)]
    awning = outline("-36,-46* -33,-54* 33,-54* 36,-46* 33,-43.5 30,-46* 24,-43.5 18,-46* 12,-43.5 6,-46* "
                     "0,-43.5 -6,-46* -12,-43.5 -18,-46* -24,-43.5 -30,-46* -33,-43.5")  # fmt: skip
    window = box(-29, -41, 8, -10)
    books: list[skia.Path] = []
    for shelf in (-20, -10):
        x = -28.0
        while x < 4:
            w = rng.uniform(1.1, 2.4)
            books.append(box(x, shelf - rng.uniform(4.5, 7.6), x + w, shelf))
            x += w + (0.35 if rng.random() < 0.85 else 3.0)
    display = without(window, joined(*books, box(-30, -20.6, 9, -20), box(-11, -41, -10.2, -10)))
    door = without(box(15, -39, 28, 2), box(21.1, -39, 21.8, 2), box(15, -12, 28, 2))
    lights = [
        display,
        door,
        *_window(-26, -77, 13, 17),
        *_window(-6.5, -77, 13, 17),
        *_window(13, -77, 13, 17),
    ]
    lamp = [
        limb("30,-60,0.8 33,-63,0.8 36.5,-61,0.8"),
        outline("34.6,-60* 36.5,-62 38.4,-60* 37.6,-56* 35.4,-56*"),
    ]
    return finished([*front, awning, *lamp], shade=[box(-37, -84.4, 37, -82.6), box(-34, -46, 34, -42), box(-31, -9, 10, 2)],
                    accent=[awning], lights=lights, metres=8)  # fmt: skip


def bridge(rng: np.random.Generator) -> Prop:
    """A humped stone bridge of three arches with cutwaters and parapet."""
    del rng
    deck = outline("-104,2* -104,-20* -60,-27 0,-36 60,-27 104,-20* 104,2*")
    parapet = outline(
        "-106,-19* -60,-26.4 0,-35.4 60,-26.4 106,-19* 106,-22.4* 60,-30 0,-39 -60,-30 -106,-22.4*"
    )
    holes = [_round(x, w, h) for x, w, h in ((-58, 44, 20), (0, 54, 27), (58, 44, 20))]
    piers = [shape(x - 6, 2, x - 5, -15, x, -19, x + 5, -15, x + 6, 2) for x in (-31.5, 31.5)]
    stone = without(joined(deck, parapet), *holes)
    rings = [
        without(_round(x, w + 6, h + 3), _round(x, w, h))
        for x, w, h in ((-58, 44, 20), (0, 54, 27), (58, 44, 20))
    ]
    return finished([stone, *piers], shade=[*(within(r, stone) for r in rings), *piers], metres=9)


def _round(x: float, width: float, height: float) -> skia.Path:
    """A segment arch that stands in the water."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - width / 2, 2 - height, x + width / 2, 2 + height))
    return path


def lamp(rng: np.random.Generator) -> Prop:
    """A cast-iron street lamp."""
    del rng
    post = [
        limb("0,0,3.4 0,-6,3.0 0,-8,1.7 0,-40,1.3 0,-78,1.0"),
        box(-3, -2.4, 3, 0.6),
        disc(0, -9, 1.7),
    ]
    arms = [disc(0, -50, 1.2), limb("-6,-74,0.8 6,-74,0.8"), disc(0, -79, 1.5)]
    head = shape(-3, -80, 3, -80, 5.4, -93, -5.4, -93)
    hat = outline("-6.4,-92.6* -3,-97 0,-99* 3,-97 6.4,-92.6*")
    glass = [
        shape(-2.3, -81.4, -0.4, -81.4, -0.4, -92, -4.3, -92),
        shape(0.4, -81.4, 2.3, -81.4, 4.3, -92, 0.4, -92),
    ]
    return finished([*post, *arms, head, hat, box(-0.4, -103, 0.4, -98)], lights=glass, metres=4.2)


def gravestones(rng: np.random.Generator) -> Prop:
    """Leaning headstones and a stone cross."""
    body: list[skia.Path] = []
    for x, w, h in ((-46, 15, 30), (-24, 12, 38), (26, 16, 34), (48, 11, 24)):
        stone = arch(0, -h * rng.uniform(0.9, 1.1), w, 4)
        matrix = skia.Matrix()
        matrix.setTranslate(x, 0)
        matrix.preRotate(rng.uniform(-9, 9))
        stone.transform(matrix)
        body.append(stone)
    ring = without(disc(0, -60, 13), disc(0, -60, 9.4))
    body += [
        shape(-5.4, 4, -3, -78, 3, -78, 5.4, 4),
        shape(-19, -63.5, 19, -63.5, 19, -57, -19, -57),
        ring,
    ]
    body.append(shape(-11, 4, -9, -5, 9, -5, 11, 4))
    turf = " ".join(f"{-60 + i * 6},{-2 - 3 * abs(math.sin(i * 2.3))}" for i in range(21))
    body.append(outline(f"-62,3* {turf} 62,3*"))
    return finished(
        body, shade=[box(2, -80, 6, 3), box(31, -40, 36, 3), box(-20, -40, -16, 3)], metres=2.2
    )
