"""Flow-field light: thousands of fine lines that gather round one light.

Palette: ground, glow, four far colours from dim to bright, three near colours, core.
"""

import math

import numpy as np
import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill, glow, linear, shaded, stroke
from pipeline.drawing.colour import mix
from pipeline.drawing.finish import finish
from pipeline.drawing.noise import fbm
from pipeline.illustrator.arrangements import above, below, centred
from pipeline.illustrator.calm import clearance, hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.flow_branches import paint_branches
from pipeline.illustrator.recipes.flow_rings import paint_rings
from pipeline.illustrator.recipes.flow_tide import paint_tide
from pipeline.illustrator.streamlines import (
    Direction,
    Points,
    draw_lines,
    kept_steps,
    sampled,
    trace,
)

LINES_PER_PAGE = 2300
"""On a page of 1000 x 1500 units; a third of them where the wish is for few elements."""


def _swirl_field(scene: Scene, centre: tuple[float, float], reach: float, turn: float) -> Direction:
    """Round the light a spiral, farther out a slow random current, blended as vectors."""
    noise = fbm(scene.rng("current"), 120, round(120 / scene.aspect), base=2.2, octaves=2)

    def direction(points: Points) -> Points:
        offset = points - np.array(centre)
        distance = np.hypot(offset[:, 0], offset[:, 1]) + 1e-6
        unit = offset / distance[:, None]
        spiral = turn * np.stack([-unit[:, 1], unit[:, 0]], 1) - 0.24 * unit
        angle = 2 * math.pi * 1.5 * (sampled(noise, points, scene.width, scene.height) - 0.2)
        current = np.stack([np.cos(angle), np.sin(angle)], 1) + 0.7 * spiral
        pull = np.clip(1.25 - distance / (reach * 2.3), 0.0, 1.0)[:, None]
        return spiral * pull + current * (1 - pull)

    return direction


def _swirl(canvas: skia.Canvas, scene: Scene) -> None:
    colours = scene.palette.colours
    centre = (scene.focus.centerX(), scene.focus.centerY())
    reach = 0.43 * min(scene.focus.width(), scene.focus.height())
    rng = scene.rng("seeds")
    turn = 1.0 if rng.random() < 0.5 else -1.0
    share = 0.33 if scene.wishes.minimal else 1.0
    crowd = round(share * LINES_PER_PAGE * scene.width * scene.height / 1.5e6)
    far = rng.uniform((-30, -30), (scene.width + 30, scene.height + 30), (crowd, 2))
    angle, radius = rng.uniform(0, 2 * math.pi, 620), reach * np.sqrt(rng.uniform(0.03, 1.3, 620))
    near = np.stack([np.cos(angle) * radius, np.sin(angle) * radius], 1) + centre
    seeds = np.concatenate([far, near])
    distance = np.hypot(*(seeds - centre).T) / reach + rng.normal(0, 0.17, len(seeds))
    seeds, distance = seeds[np.argsort(-distance)], np.sort(distance)[::-1]
    lines = trace(_swirl_field(scene, centre, reach, turn), seeds, 20, 13.0)
    slack = rng.uniform(12, 85, len(lines))[:, None]
    lengths = kept_steps(clearance(lines, scene.text) > slack)
    _light_ground(canvas, scene, centre, reach)
    draw_lines(canvas, lines, lengths, _paints(scene), _tiers(scene, distance))
    _core(canvas, scene, centre, reach)
    hush(canvas, scene.text, colours[0], 0.35, 70)


def _light_ground(
    canvas: skia.Canvas, scene: Scene, centre: tuple[float, float], reach: float
) -> None:
    colours = scene.palette.colours
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(colours[0]))
    mode = skia.BlendMode.kScreen if scene.palette.dark else skia.BlendMode.kSrcOver
    glow(canvas, centre, reach * 2.6, colours[1], 0.6, mode)
    glow(canvas, centre, reach * 1.0, colours[7], 0.6, mode)


def _paints(scene: Scene) -> list[skia.Paint]:
    """Three widths of each line colour; far ones are weaker so that the light stays the light.

    Dark lines on a light ground stand apart; they are broader, or small pictures of them glitter.
    """
    broad = 1.0 if scene.palette.dark else 1.25
    strength = (0.5, 0.58, 0.62, 0.64, 0.68, 0.74, 0.82)
    return [
        stroke(colour, width * broad, alpha, StrokeCap=skia.Paint.kButt_Cap)
        for colour, alpha in zip(scene.palette.colours[2:9], strength, strict=True)
        for width in (2.3, 3.3, 4.4)
    ]


def _tiers(scene: Scene, distance: np.ndarray) -> np.ndarray:
    """The paint of each line: near colours inside the reach, far ones by chance outside."""
    rng = scene.rng("tiers")
    far = np.clip(rng.normal(1.7, 1.0, len(distance)) - 0.55 * (distance - 1.3), 0, 3.4)
    near = 4 + np.clip((0.98 - distance) * 3.4, 0, 2.99)
    tier = np.where(distance < 0.98, near, far).astype(int)
    return tier * 3 + rng.integers(0, 3, len(distance))


def _core(canvas: skia.Canvas, scene: Scene, centre: tuple[float, float], reach: float) -> None:
    """The light itself: a flame, a seed or a disc."""
    colours = scene.palette.colours
    kinds = (_flame, _seed, _disc)
    shape = kinds[int(scene.rng("core").integers(len(kinds)))](centre, reach * 0.36)
    bounds = shape.computeTightBounds()
    mode = skia.BlendMode.kScreen if scene.palette.dark else skia.BlendMode.kSrcOver
    glow(canvas, centre, reach * 0.72, colours[9], 0.75, mode)
    shade = linear((0, bounds.top()), (0, bounds.bottom()),
                   [mix(colours[9], "#ffffff", 0.5), colours[9], colours[7]], [0, 0.45, 1])  # fmt: skip
    canvas.drawPath(shape, shaded(shade))


def _flame(centre: tuple[float, float], size: float) -> skia.Path:
    x, y = centre[0], centre[1] + size * 0.85
    h = size * 1.9
    path = skia.Path()
    path.moveTo(x, y)
    path.cubicTo(x - h * 0.42, y - h * 0.02, x - h * 0.4, y - h * 0.42, x - h * 0.12, y - h * 0.7)
    path.cubicTo(x - h * 0.04, y - h * 0.8, x, y - h * 0.9, x - h * 0.02, y - h)
    path.cubicTo(x + h * 0.2, y - h * 0.84, x + h * 0.4, y - h * 0.5, x + h * 0.34, y - h * 0.24)
    path.cubicTo(x + h * 0.29, y - h * 0.07, x + h * 0.15, y, x, y)
    path.close()
    return path


def _seed(centre: tuple[float, float], size: float) -> skia.Path:
    x, y = centre
    path = skia.Path()
    path.moveTo(x, y - size * 1.15)
    path.cubicTo(
        x + size * 0.72, y - size * 0.5, x + size * 0.72, y + size * 0.5, x, y + size * 1.15
    )
    path.cubicTo(
        x - size * 0.72, y + size * 0.5, x - size * 0.72, y - size * 0.5, x, y - size * 1.15
    )
    path.close()
    return path


def _disc(centre: tuple[float, float], size: float) -> skia.Path:
    path = skia.Path()
    path.addCircle(*centre, size * 0.62)
    return path


def _ringed(aspect: float, palette: Palette) -> Arrangement:
    """Lettering above the middle, or left of it in a wide cover: rings off centre have a direction."""
    if aspect >= WIDE:
        return centred(
            aspect, palette, width=max(0.4, 0.84 / aspect), height=0.6, middle=(0.42, 0.5)
        )
    height = min(0.38, 0.85 * 0.68 * aspect)
    return centred(aspect, palette, width=0.68, height=height, middle=(0.5, 0.42))


_PAINTERS = {"swirl": _swirl, "tide": paint_tide, "rings": paint_rings, "branches": paint_branches}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    _PAINTERS[scene.composition](canvas, scene)
    finish(canvas, scene.width, scene.height, grain=0.3, paper=0.0 if scene.palette.dark else 0.3,
           vignette=0.5 if scene.palette.dark else 0.0, shade=scene.palette.colours[0],
           seed=1 + scene.seed % 3)  # fmt: skip


_PALETTES = (
    Palette(name="lamp", dark=True, inks=("#fff3d6", "#f6d9a0", "#ffffff"), colours=(
        "#0c1a2d", "#a85f24", "#16324f", "#1f4a6b", "#3c7594", "#8fb8bd",
        "#e08a35", "#f2b45a", "#ffe0a0", "#fff4d2")),
    Palette(name="ember", dark=True, inks=("#ffe9d6", "#ffc9a0", "#ffffff"), colours=(
        "#1c0b12", "#8f2c2a", "#3b1722", "#64202f", "#98323c", "#cf5f56",
        "#ef7d4a", "#ffab63", "#ffd9a6", "#fff3dc")),
    Palette(name="grove", dark=True, inks=("#f6f3d8", "#dfe6a8", "#ffffff"), colours=(
        "#0b1f1c", "#5d7a2c", "#123a33", "#1d5a4b", "#3c8467", "#9dbf91",
        "#b9c04a", "#e0d56c", "#f7efb0", "#fffbe0")),
    Palette(name="dawn", dark=False, inks=("#5a2340", "#3a2a4a", "#2a1830"), colours=(
        "#fbeee2", "#f6b79a", "#f3d3c3", "#e7aaa6", "#a9849f", "#5f6c94",
        "#d9607a", "#e9784f", "#f2a13f", "#fff6dc")),
    Palette(name="ink", dark=False, inks=("#1d2a44", "#22304e", "#101828"), colours=(
        "#f2ede1", "#e8d3b4", "#d5d3cc", "#a9b1bd", "#5f7391", "#2c4164",
        "#1d2a44", "#b23a2c", "#d9512f", "#fff1d8")),
)  # fmt: skip

RECIPE = Recipe(
    alone=0.55,
    name="flow",
    idea="thousands of fine lines that gather round one light",
    paint=_paint,
    compositions=(
        Composition(name="swirl", over=True, arrange=above, about=(
            "galaxy", "sun", "fire", "campfire", "candle", "wind", "storm", "dream", "magic", "idea",
            "prayer", "infinity", "space", "eclipse", "dance", "religion")),
        Composition(name="rings", over=True, arrange=_ringed, about=(
            "tree", "memory", "time", "identity", "mind", "cycle", "detective", "water", "meditation",
            "music", "old-age", "biography", "memoir")),
        Composition(name="branches", over=True, arrange=below, about=(
            "tree", "roots", "dead-tree", "family", "mother", "mind", "biology", "forest", "sprout",
            "network", "river", "garden", "medicine", "science")),
        Composition(name="tide", arrange=lambda a, p: above(a, p, share=0.34, align=Align.LEFT), about=(
            "sea", "island", "river", "underwater", "sunrise", "sunset", "travel")),
    ),
    palettes=_PALETTES,
    genres={
        "religion": 1.0, "poetry": 0.7, "self-help": 0.7, "essay": 0.5, "literary": 0.5,
        "science-fiction": 0.45, "memoir": 0.5, "fantasy": 0.45, "drama": 0.4,
        "biography": 0.4, "technology": 0.35, "young-adult": 0.4,
    },
)  # fmt: skip
