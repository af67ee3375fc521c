"""What is carved with gouges: rings, rays and cleared ground round one emblem."""

import math
from dataclasses import dataclass

import skia

from pipeline.drawing.canvas import Point, fill, polygon
from pipeline.drawing.roughen import roughened
from pipeline.illustrator.emblem import emblem
from pipeline.illustrator.ornament import TAU, at, in_circle, leaf, outlined
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.scenery.shapes import disc


@dataclass(frozen=True, slots=True)
class Block:
    """A block being cut: `ink` is its dark colour, `mark` what a gouge (or a line) shows."""

    canvas: skia.Canvas
    scene: Scene
    ink: str
    mark: str
    accent: str

    def room(self, gap: float = 26.0) -> skia.Rect:
        """The focus, off the block's rim and off the lettering."""
        page = skia.Rect.MakeWH(self.scene.width, self.scene.height).makeInset(78, 78)
        focus = self.scene.focus
        return skia.Rect.MakeLTRB(
            max(page.left(), focus.left() + gap), max(page.top(), focus.top() + gap),
            min(page.right(), focus.right() - gap), min(page.bottom(), focus.bottom() - gap),
        )  # fmt: skip

    def free(self, x: float, y: float, air: float = 26.0) -> bool:
        """Whether a mark at (x, y) stays `air` units off all lettering."""
        return not any(field.makeOutset(air, air).contains(x, y) for field in self._lettering())

    def _lettering(self) -> tuple[skia.Rect, ...]:
        """The text rectangles; where they share a side of the page, the whole they span."""
        if self.scene.focus.width() > self.scene.width * 0.8:
            return self.scene.text
        return (self.label(0.0),)

    def label(self, air: float) -> skia.Rect:
        """The rectangle round all lettering, `air` units wider on every side."""
        whole = skia.Rect(0, 0, 0, 0)
        for text in self.scene.text:
            whole.join(text)
        return whole.makeOutset(air, air)

    def print(self, area: skia.Path, colour: str, amount: float = 1.6) -> None:
        """`area` with a hand-cut edge."""
        self.canvas.drawPath(roughened(area, 8, amount, self.scene.seed), fill(colour))


def carved_emblem(block: Block, path: skia.Path, body: str, cut: str) -> None:
    """The emblem with gouges along its lit side, as a carver models a round form."""
    block.print(path, body, 1.1)
    box = path.computeTightBounds()
    rng = block.scene.rng("modelling")
    marks = skia.Path()
    # finer cuts than this look like dirt on a small emblem
    pitch = max(14.0, min(box.width(), box.height()) / 17)
    for i in range(math.ceil((box.width() + box.height()) / pitch)):
        along = i * pitch
        start = (box.left() - box.height() * 0.5 + along, box.bottom())
        for k in range(3):
            low = box.height() * (0.1 + 0.34 * k + 0.1 * float(rng.random()))
            length = box.height() * float(rng.uniform(0.12, 0.3)) * (1.0 - 0.24 * k)
            foot = (start[0] + low * 0.5, start[1] - low)
            # fewer cuts towards the shaded right-hand side
            if rng.random() < 0.95 - 0.9 * (foot[0] - box.left()) / box.width():
                marks.addPath(leaf(foot, 0.46, length, pitch * 0.4))
    inner = outlined(path, max(7.0, pitch * 0.7))
    block.canvas.save()
    block.canvas.clipPath(path, True)
    block.canvas.clipPath(inner, skia.ClipOp.kDifference, True)
    block.canvas.drawPath(roughened(marks, 7, 0.8, block.scene.seed), fill(cut))
    block.canvas.restore()


def halo(block: Block) -> None:
    """A disc of the accent with the emblem, and gouges that circle it like rings in water."""
    room = block.room()
    centre = (room.centerX(), room.centerY())
    radius = min(room.width(), room.height()) / 2 * 0.8
    block.print(_rings(block, centre, radius), block.mark, 0.9)
    block.print(disc(*centre, radius), block.accent, 2.0)
    path = in_circle(emblem(block.scene), centre, radius * 0.92)
    carved_emblem(block, path, block.ink, block.accent)


def _rings(block: Block, centre: Point, radius: float) -> skia.Path:
    rng = block.scene.rng("rings")
    step = 34.0 if block.scene.wishes.minimal else 21.0
    far = math.hypot(block.scene.width, block.scene.height)
    path = skia.Path()
    ring = radius + step * 1.3
    while ring < far:
        angle = float(rng.random()) * TAU
        end = angle + TAU
        while angle < end:
            length = float(rng.uniform(46, 128))
            middle = at(centre, ring, angle + length / ring / 2)
            # the rings die away with distance, and are left out where lettering stands
            if block.free(*middle, 40) and rng.random() < 1.12 - 0.5 * (ring - radius) / radius:
                path.addPath(_arc_mark(centre, ring, angle, length, float(rng.uniform(4.5, 8))))
            angle += (length + float(rng.uniform(16, 44))) / ring
        ring += step * float(rng.uniform(0.85, 1.15))
    return path


def _arc_mark(centre: Point, ring: float, angle: float, length: float, width: float) -> skia.Path:
    """A gouge along a circle: pointed where the tool went in, blunt where it broke out."""
    points: list[Point] = []
    turn = length / ring
    profile = ((0.0, 0.05), (0.25, 0.4), (0.6, 0.5), (0.9, 0.42), (1.0, 0.2))
    points.extend(at(centre, ring + width * w, angle + turn * t) for t, w in profile)
    points.extend(at(centre, ring - width * w, angle + turn * t) for t, w in reversed(profile))
    return polygon(points)


def radiant(block: Block) -> None:
    """Rays of gouges in tiers that break out of an accent disc."""
    room = block.room()
    centre = (room.centerX(), room.centerY())
    radius = min(room.width(), room.height()) / 2 * 0.66
    rng = block.scene.rng("rays")
    marks = skia.Path()
    count = 44 if block.scene.wishes.minimal else 76
    for tier in range(7):
        inner = radius * (1.1 + 0.34 * tier)
        for i in range(count):
            angle = TAU * (i + 0.5 * (tier % 2) + float(rng.uniform(-0.16, 0.16))) / count
            length = radius * float(rng.uniform(0.22, 0.46))
            foot = at(centre, inner + radius * float(rng.uniform(0, 0.1)), angle)
            tip = at(foot, length, angle)
            if block.free(*tip) and block.free(*foot) and rng.random() > 0.09 * tier:
                marks.addPath(leaf(foot, angle, length, TAU * inner / count * 0.42))
    block.print(marks, block.mark, 0.9)
    block.print(disc(*centre, radius), block.accent, 2.0)
    path = in_circle(emblem(block.scene), centre, radius * 0.92)
    carved_emblem(block, path, block.ink, block.accent)


def stamped(block: Block) -> None:
    """The emblem as large as it goes over a rough field of the accent."""
    room = block.room()
    centre = (room.centerX(), room.centerY())
    radius = min(room.width(), room.height()) / 2
    field = skia.Path()
    kind = int(block.scene.rng("field").integers(3))
    if kind == 0:
        field.addCircle(centre[0] + radius * 0.2, centre[1] - radius * 0.16, radius * 0.66)
    elif kind == 1:
        field.addRoundRect(skia.Rect.MakeLTRB(
            centre[0] - radius * 0.7, room.top(), centre[0] + radius * 0.7,
            room.bottom() + radius), radius * 0.7, radius * 0.7)  # fmt: skip
        sill = skia.Path()
        sill.addRect(skia.Rect.MakeLTRB(room.left(), room.top(), room.right(), room.bottom()))
        field = skia.Op(field, sill, skia.PathOp.kIntersect_PathOp)
    else:
        field.addPath(leaf((centre[0], centre[1] + radius), 0.0, 2 * radius, radius * 2.2))
    block.print(field, block.accent, 2.4)
    _grounding(block, room)
    path = in_circle(emblem(block.scene), centre, radius)
    block.print(outlined(path, 20), block.scene.palette.colours[0], 1.2)
    carved_emblem(block, path, block.mark, block.accent)


def _grounding(block: Block, room: skia.Rect) -> None:
    """Short strokes scattered over the field's surroundings, all one way, like a cleared block."""
    rng = block.scene.rng("clearing")
    marks = skia.Path()
    page = skia.Rect.MakeWH(block.scene.width, block.scene.height)
    for _ in range(60 if block.scene.wishes.minimal else 170):
        x, y = float(rng.uniform(0, page.right())), float(rng.uniform(0, page.bottom()))
        off = min(abs(x - room.left()), abs(room.right() - x), abs(y - room.top()),
                  abs(room.bottom() - y))  # fmt: skip
        if block.free(x, y, 60) and (not room.contains(x, y) or off < 40):
            marks.addPath(leaf((x, y), 1.35, float(rng.uniform(26, 70)), 6))
    block.print(marks, block.mark, 0.8)
