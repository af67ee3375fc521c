"""The sign that stands for a book: its motif's icon, or an abstract figure where it has none."""

import math

import skia

from pipeline.drawing.canvas import polygon
from pipeline.illustrator.icons import known_icons
from pipeline.illustrator.ornament import at, band, blade, leaf, outlined
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.sturdy import sturdy_icon

TAU = 2 * math.pi


def icon_names(scene: Scene) -> tuple[str, ...]:
    """The icons of the scene's concepts, best first, each once; may be empty."""
    known = known_icons()
    icons = (concept.icon for concept in scene.concepts)
    return tuple(dict.fromkeys(icon for icon in icons if icon is not None and icon in known))


def emblem(scene: Scene) -> skia.Path:
    """The first motif's icon, or an abstract figure chosen by the seed, in any square of its own."""
    names = icon_names(scene)
    if names:
        return sturdy_icon(names[0])
    return figure(int(scene.rng("figure").integers(len(FIGURES))))


def second(scene: Scene) -> skia.Path | None:
    """The second motif's icon, where the book has one."""
    names = icon_names(scene)
    return sturdy_icon(names[1]) if len(names) > 1 else None


def companions(scene: Scene, count: int) -> list[skia.Path]:
    """Up to `count` icons for smaller places: the other motifs, or else ornaments."""
    rest = [sturdy_icon(name) for name in icon_names(scene)[1 : count + 1]]
    rest.extend(ORNAMENTS[i % len(ORNAMENTS)]() for i in range(count - len(rest)))
    return rest


def figure(index: int) -> skia.Path:
    """An abstract figure within a circle of radius 256 round the origin; any index will do."""
    return FIGURES[index % len(FIGURES)]()


def sun() -> skia.Path:
    """A disc within flames and rays in turns."""
    path = skia.Path()
    path.addCircle(0, 0, 104)
    path.addPath(band((0, 0), 128, 9))
    for i in range(24):
        long = i % 2 == 0
        path.addPath(blade((0, 0), 148, 256 if long else 212, TAU * i / 24, 22 if long else 9))
    return path


def star() -> skia.Path:
    """An eight-pointed compass star, each point split into a full and an open half."""
    path = band((0, 0), 198, 6)
    for i in range(8):
        reach = 256 if i % 2 == 0 else 158
        angle = TAU * i / 8
        full = polygon([(0, 0), at((0, 0), reach, angle), at((0, 0), 62, angle + TAU / 16)])
        path.addPath(full)
        path.addPath(outlined(polygon(
            [(0, 0), at((0, 0), reach, angle), at((0, 0), 58, angle - TAU / 16)]), 5,
            round_ends=False))  # fmt: skip
    return path


def knot() -> skia.Path:
    """Four interlaced rings round a small one."""
    path = skia.Path()
    for i in range(4):
        a = TAU * i / 4 + TAU / 8
        path.addPath(band((112 * math.cos(a), 112 * math.sin(a)), 122, 18))
    path.addPath(band((0, 0), 40, 14))
    path.addCircle(0, 0, 14)
    return path


def rosette() -> skia.Path:
    """Two rings of petals round a bud."""
    path = skia.Path()
    for i in range(12):
        a = TAU * i / 12
        path.addPath(leaf((96 * math.sin(a), -96 * math.cos(a)), a, 158, 58))
    for i in range(8):
        path.addPath(leaf((0, 0), TAU * i / 8, 84, 32))
    return path


def moon() -> skia.Path:
    """A crescent with a small star in its bow."""
    outer, inner = skia.Path(), skia.Path()
    outer.addCircle(0, 0, 236)
    inner.addCircle(84, -40, 196)
    path = skia.Op(outer, inner, skia.PathOp.kDifference_PathOp)
    for i in range(8):
        path.addPath(blade((92, -36), 0, 78 if i % 2 == 0 else 40, TAU * i / 8, 12))
    return path


FIGURES = (sun, star, rosette, moon, knot)

ORNAMENTS = (rosette, knot)
