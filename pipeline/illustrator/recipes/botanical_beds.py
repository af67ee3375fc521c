"""Five ways to plant a cover: corners, a meadow, one branch, a wreath, one side."""

import math

import skia

from pipeline.drawing.canvas import Point, fill
from pipeline.drawing.colour import mix
from pipeline.illustrator.flora.branches import blossoming, pine
from pipeline.illustrator.flora.fruit import APPLE, PERSIMMON, TANGERINE, orchard
from pipeline.illustrator.flora.leaves import bamboo, fern
from pipeline.illustrator.flora.pen import Pen
from pipeline.illustrator.flora.seasons import Season, posy
from pipeline.illustrator.ornament import TAU
from pipeline.illustrator.recipe import Scene

SLENDER = 0.55
"""Below this width / height (or above its inverse) a wreath leaves room at its ends."""
FRUIT = {"apple": APPLE, "tangerine": TANGERINE, "persimmon": PERSIMMON}
"""What the boughs of fruit trees bear."""


def _lettering(scene: Scene) -> skia.Rect:
    whole = skia.Rect(0, 0, 0, 0)
    for text in scene.text:
        whole.join(text)
    return whole


def corners(pen: Pen, season: Season, scene: Scene, size: float = 1.5) -> None:
    """Two full posies in opposite corners and two slight ones, lettering between them.

    `size` is a full one's in shares of the room beside the lettering.
    """
    text = _lettering(scene)
    room = max(text.top(), text.left(), 260.0)
    large = min(640.0, room * size)
    flip = bool(scene.rng("corner").integers(2))
    w, h = scene.width, scene.height
    spots = ((0.06, 0.05), (0.94, 0.95), (0.95, 0.05), (0.05, 0.95))
    order = (2, 3, 0, 1) if flip else (0, 1, 2, 3)
    for place, k in enumerate(order):
        x, y = spots[k]
        inward = math.atan2(w * (0.5 - x), -h * (0.5 - y))
        full = place < 2
        if full or not scene.wishes.minimal:
            posy(pen, season, (w * x, h * y), inward, large if full else large * 0.55)


def wreath(pen: Pen, season: Season, scene: Scene) -> None:
    """A ring of leaves round the lettering with a large posy below and a small one above."""
    text = _lettering(scene)
    upright = scene.aspect < SLENDER
    cx, cy = text.centerX(), text.centerY()
    rx = min(text.width() * 0.5 + 120, cx - 105, scene.width - cx - 105)
    # high enough for the corners of the lettering to lie within the oval
    across = min(0.93, (text.width() / 2 + 55) / rx)
    ry = max((text.height() / 2 + 55) / math.sqrt(1 - across**2), rx * (1.3 if upright else 0.9))
    ry = min(ry, rx * (1.6 if upright else 1.28), cy - 105, scene.height - cy - 105)
    count = round(TAU * math.hypot(rx, ry) / math.sqrt(2) / 84)
    # fronds are too fine for a ring and hide its line
    leafy = [grower for grower in season.foliage if grower is not fern]
    ring = [leafy[int(i)] for i in pen.rng.permutation(len(leafy))[:2]]
    ring[0] = season.lead or ring[0]
    for depth in (0.4, 0.0):
        for i in range(count):
            angle = TAU * (i + 0.5 * (depth > 0)) / count
            foot = (cx + rx * math.sin(angle), cy - ry * math.cos(angle))
            # both halves grow from the foot of the ring to its top
            way = -1.0 if math.sin(angle) > 0 else 1.0
            heading = math.atan2(rx * math.cos(angle) * way, -(ry * math.sin(angle)) * way)
            grower = ring[i % len(ring)]
            outward = -0.5 if i % 2 else -0.06
            grower(pen.farther(depth), foot, heading + way * outward, pen.vary(150, 230),
                   pen.vary(-0.3, 0.3))  # fmt: skip
    lean = pen.vary(0.2, 0.5) * (1 if scene.seed % 2 else -1)
    for angle, size in ((math.pi + lean, 250.0), (lean, 170.0)):
        spot = (cx + rx * math.sin(angle), cy - ry * math.cos(angle))
        posy(pen, season, spot, angle, min(size, rx * 0.62))
    if (upright or scene.aspect > 1 / SLENDER) and not scene.wishes.minimal:
        corners(pen, season, scene, 1.0)


def meadow(pen: Pen, season: Season, scene: Scene) -> None:
    """Plants that grow from the lower edge in three depths under a pale sun."""
    focus = scene.focus
    left, right = focus.left(), focus.right()
    if focus.width() > scene.width * 0.8:
        left, right = 0.0, scene.width
    height = scene.height - focus.top() - 30
    _disc(pen, scene, 0.3)
    far = 0.4 if scene.palette.dark else 0.62
    layers = ((far, 0.62, 0.98), (far * 0.55, 0.5, 0.86), (0.0, 0.3, 0.7))
    if scene.wishes.minimal:
        layers = layers[1:]
    for depth, low, high in layers:
        count = max(4, round((right - left) / (78 if depth else 66)))
        for i in pen.rng.permutation(count):
            x = left + (right - left) * (int(i) + pen.vary(0.15, 0.85)) / count
            # a valley in the middle: the tallest plants stand at the sides
            valley = 0.62 + 0.38 * abs(2 * (x - left) / (right - left) - 1)
            length = min(1500.0, height * pen.vary(low, high) * valley)
            grower = season.meadow[int(pen.rng.integers(len(season.meadow)))]
            grower(pen.farther(depth), (x, scene.height + 14), pen.vary(-0.16, 0.16), length,
                   pen.vary(-0.3, 0.3))  # fmt: skip


def _disc(pen: Pen, scene: Scene, size: float) -> None:
    """A sun or a moon in the focus, hardly darker (or lighter) than the sky."""
    focus = scene.focus
    radius = min(focus.width(), focus.height()) * size
    shift = float(scene.rng("disc").uniform(-0.5, 0.5)) * max(0.0, focus.width() / 2 - radius - 60)
    colour = mix(pen.hues.ground, pen.hues.blooms[1], 0.92 if scene.palette.dark else 0.55)
    pen.canvas.drawCircle(focus.centerX() + shift, focus.centerY() - focus.height() * 0.08, radius,
                          fill(colour))  # fmt: skip


def branch(pen: Pen, season: Season, scene: Scene) -> None:
    """Boughs across the free part of the cover, from its edges, before a pale disc."""
    focus = scene.focus
    _disc(pen, scene, 0.34)
    from_left = scene.palette.name.startswith(("spring", "hanji")) ^ bool(scene.seed % 2)
    # beside lettering a bough can only come from the page's own edge
    if focus.left() > 1 or focus.right() < scene.width - 1:
        from_left = focus.left() < scene.width - focus.right()
    length = min(math.hypot(focus.width(), focus.height() * 0.5), focus.width() * 1.06)
    low = 0.68 if focus.height() < focus.width() * 1.3 else 0.6
    # the foot of each bough as a share of the focus, its length, its distance, its turn
    boughs = [(low - 0.42, 0.55, 0.25, 1.28), (low, 1.0, 0.0, 1.0)]
    if focus.height() > focus.width() * 1.5:
        boughs = [(0.2, 0.6, 0.3, 1.2), (0.86, 0.66, 0.2, -1.1), (0.56, 1.0, 0.0, 1.0)]
    for share, size, depth, turn in boughs[-1:] if scene.wishes.minimal else boughs:
        here = from_left if turn > 0 else not from_left
        x = focus.left() - 20 if here else focus.right() + 20
        heading = (1.24 if here else -1.24) * abs(turn) + pen.vary(-0.08, 0.08)
        _bough(pen.farther(depth), season, (x, focus.top() + focus.height() * share), heading,
               length * size)  # fmt: skip


def _bough(pen: Pen, season: Season, foot: Point, heading: float, length: float) -> None:
    """What the season or the book's subject bears: needles, fruit or blossom."""
    if season.branch == "pine":
        pine(pen, foot, heading, length)
    elif season.branch in FRUIT:
        orchard(pen, foot, heading, length, FRUIT[season.branch])
    else:
        near = pen.depth == 0
        blossoming(pen, foot, heading, length, pen.hues.blooms[0 if near else 1],
                   notch=0.14 if season.branch == "cherry" else 0.0, bloom=50 if near else 36)  # fmt: skip


def side(pen: Pen, season: Season, scene: Scene) -> None:
    """Tall stems that fill one side from foot to top and lean towards the lettering."""
    text, height = _lettering(scene), scene.height
    tall = min(height * 0.98, 2300.0)
    before, after = text.left(), scene.width - text.right()
    left, width = (0.0, before) if before >= after else (text.right(), after)
    if season.upright == "bamboo":
        for depth, share, thick in ((0.66, 0.25, 26), (0.5, 0.78, 22), (0.24, 0.52, 34),
                                    (0.0, 0.2, 44)):  # fmt: skip
            bamboo(pen.farther(depth), (left + width * share, height + 20),
                   pen.vary(-0.03, 0.06), tall * pen.vary(1.0, 1.2), thick)  # fmt: skip
        return
    count = 5 if scene.wishes.minimal else max(8, round(width / 40))
    for depth, low, high in ((0.5, 0.7, 1.0), (0.0, 0.35, 0.95)):
        for i in pen.rng.permutation(count):
            share = (int(i) + pen.vary(0.1, 0.9)) / count
            grower = season.meadow[int(pen.rng.integers(len(season.meadow)))]
            grower(pen.farther(depth), (left + width * share * 0.92, height + 14),
                   pen.vary(-0.1, 0.12), tall * pen.vary(low, high) * (1 - 0.42 * share),
                   pen.vary(-0.1, 0.3))  # fmt: skip
