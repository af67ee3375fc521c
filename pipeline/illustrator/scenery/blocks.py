"""Buildings of today: blocks of flats, a roof where somebody lives, a school, a bus stop."""

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import (
    box,
    disc,
    gathered,
    limb,
    outline,
    shape,
    without,
)


def _lit(rng: np.random.Generator, panes: list[skia.Path], share: float) -> list[skia.Path]:
    """Those windows behind which somebody is awake."""
    return [pane for pane in panes if rng.random() < share]


def apartments(rng: np.random.Generator) -> Prop:
    """Two blocks of flats with balconies, stairwells and water tanks; some windows are lit."""
    body: list[skia.Path] = []
    lights: list[skia.Path] = []
    shade: list[skia.Path] = []
    for left, columns, floors in ((-54.0, 4, 9), (4.0, 5, 13)):
        wide, top = columns * 11.0 + 4, -floors * 9.4 - 6
        body += [box(left, top, left + wide, 2), box(left + wide * 0.34, top - 8, left + wide * 0.66, top),
                 box(left - 1.4, top - 2, left + wide + 1.4, top + 1.4)]  # fmt: skip
        panes = [box(left + 3.6 + 11 * i, top + 6 + 9.4 * k, left + 11.4 + 11 * i, top + 11.4 + 9.4 * k)
                 for k in range(floors) for i in range(columns) if i != columns // 2]  # fmt: skip
        lights += _lit(rng, panes, 0.42)
        well = left + 11 * (columns // 2) + 5.6
        lights += [
            box(well, top + 8 + 9.4 * k, well + 3.6, top + 11 + 9.4 * k) for k in range(floors)
        ]
        shade += [
            box(left, top + 12.4 + 9.4 * k, left + wide, top + 13.6 + 9.4 * k)
            for k in range(floors)
        ]
        shade.append(box(left + wide - 5, top, left + wide, 2))
    body += [
        box(-6, -20, 6, 2),
        disc(-64, -7, 8),
        disc(-72, -4, 6),
        disc(70, -6, 8),
        box(-76, 0, 78, 2),
    ]
    return finished(body, lights=lights, shade=shade, metres=42)


def rooftop(rng: np.random.Generator) -> Prop:
    """A small house on the flat roof of a larger one: a water tank, washing, bulbs on a wire."""
    block = [box(-56, -44, 56, 2), box(-59, -50, 59, -43)]
    rail = [box(x, -58, x + 1, -49) for x in np.linspace(-58, 57, 24).tolist()]
    room = [box(-46, -84, -4, -48), shape(-50, -83, -46, -90, -4, -90, 0, -83)]
    tank = [box(-38, -97, -36, -88), box(-20, -97, -18, -88), outline("-41,-96* -41,-106* -28,-109 -15,-106* -15,-96*")]  # fmt: skip
    wire = limb("-3,-88,0.9 26,-79,0.9 54,-92,0.9")
    poles = [box(53, -94, 55, -48)]
    washing = [outline(f"{x},-77* {x + w},-77.4* {x + w - 0.6},{-77 + h}* {x + 0.8},{-76.4 + h}*")
               for x, w, h in ((8, 11, 15), (22, 7, 11), (32, 12, 17))]  # fmt: skip
    line = limb("-3,-78,0.8 26,-76.4,0.8 54,-79,0.8")
    bulbs = [
        disc(x, y, 1.7)
        for x, y in ((4, -85), (14, -81.6), (26, -78.6 - 1.4), (38, -83), (47, -87.6))
    ]
    inside = [without(box(-41, -76, -26, -62), box(-34, -76, -33, -62)), without(box(-19, -77, -9, -50), box(-19, -62, -9, -61))]  # fmt: skip
    panes = [box(x, y, x + 12, y + 11) for y in (-36, -17) for x in (-48, -28, 16, 36)]
    door = box(-6, -20, 6, 2)
    plants = [
        outline(f"{x - 4},-49* {x - 5},-55 {x},-61 {x + 5},-55 {x + 4},-49*") for x in (14, 24)
    ]
    return finished([*block, *rail, *room, *tank, wire, line, *poles, *washing, *bulbs, *plants],
                    accent=[room[1], *washing[::2], tank[2]], lights=[*inside, *bulbs, *_lit(rng, panes, 0.5), door],
                    shade=[box(-56, -43, 56, -40), box(44, -44, 56, 2), box(-12, -84, -4, -48)], metres=13)  # fmt: skip


def school(rng: np.random.Generator) -> Prop:
    """A long school of three floors with a clock over the door, a flag, and low trees."""
    wings = [
        box(-84, -52, 84, 2),
        box(-87, -56, 87, -51),
        box(-20, -68, 20, 2),
        shape(-24, -66, 0, -82, 24, -66),
    ]
    turret = [box(-7, -96, 7, -74), shape(-10, -95, 0, -110, 10, -95)]
    flag = [box(99, -78, 100.4, 2), shape(100, -77, 118, -74, 116, -69, 118, -64, 100, -66)]
    panes = [without(box(x, y, x + 11, y + 10), box(x + 5, y, x + 6, y + 10), box(x, y + 4.4, x + 11, y + 5.2))
             for y in (-46, -30, -14) for x in (-79, -65, -51, -37, 26, 40, 54, 68)]  # fmt: skip
    middle = [box(x, -46, x + 8, -34) for x in (-15, -4, 7)]
    face = without(
        disc(0, -62, 6.4), limb("0,-62,1.3 0,-66.4,1.3"), limb("0,-62,1.3 3.2,-60.4,1.3")
    )
    doors = without(outline("-9,2* -9,-20 0,-26 9,-20 9,2*"), box(-0.7, -28, 0.7, 2))
    steps = [shape(-20, 2, -14, -3, 14, -3, 20, 2)]
    bushes = [disc(x, -5, r) for x, r in ((-98, 10), (-110, 7), (90, 6))]
    return finished([*wings, *turret, *flag, *steps, *bushes, box(-116, 0, 119, 2)],
                    accent=[shape(-24, -66, 0, -82, 24, -66), turret[1], flag[1]],
                    lights=[*_lit(rng, panes, 0.75), *middle, face, doors],
                    shade=[box(-84, -51, 84, -48.6), box(72, -52, 84, 2), box(12, -66, 20, 2)], metres=22)  # fmt: skip


def bus_stop(rng: np.random.Generator) -> Prop:
    """A shelter with a bench and a lamp in its roof, the round sign before it, a bare young tree."""
    del rng
    roof = outline("-52,-70* -52,-74* 0,-79 52,-76* 52,-72*")
    posts = [box(x - 1.2, -72, x + 1.2, 2) for x in (-45, 45)]
    glass = without(
        box(-44, -66, 44, -12), box(-0.8, -66, 0.8, -12), gathered([box(-44, -40, 44, -39.2)])
    )
    bench = [box(-34, -19, 26, -15.6), box(-28, -16, -25.6, 2), box(17, -16, 19.4, 2), box(-34, -30, 26, -27.6),
             box(-28, -30, -26.4, -16), box(17.6, -30, 19.2, -16)]  # fmt: skip
    frame = [box(-45, -67, 45, -65), box(-45, -13, 45, -11), box(-45, -67, 45, -11)]
    board = box(29, -58, 41, -24)
    pole = [box(66.6, -78, 69, 2), disc(67.8, -86, 11), box(59.6, -70, 76, -46)]
    lines = [box(61.6, y, 74, y + 1.6) for y in (-66, -61, -56, -51)]
    notice = [box(31, y, 39, y + 1.4) for y in (-54, -50, -46, -42, -38, -34, -30)]
    light = without(glass, gathered(bench), board)
    return finished([roof, *posts, *frame, *bench, board, *pole, box(-56, 0, 80, 2.4)],
                    accent=[disc(67.8, -86, 11), roof], lights=[light, *lines, *notice, without(disc(67.8, -86, 8), disc(67.8, -86, 6))],
                    shade=[box(-46, -72, 46, -67)], metres=4.6)  # fmt: skip
