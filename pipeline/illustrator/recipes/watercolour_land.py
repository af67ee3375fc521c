"""What several watercolours share: pigments of a palette, ridges, the shore, a flock of birds."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import stroke
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.washes import Outline, Pigment


def pigment(scene: Scene, first: int, second: int, strength: float = 0.8) -> Pigment:
    """The pigment of two places in the palette; gouache on a dark ground."""
    colours = scene.palette.colours
    return Pigment(
        first=colours[first], second=colours[second], strength=strength, opaque=scene.palette.dark
    )


def _span(scene: Scene) -> tuple[float, float]:
    """From where to where hills reach: over the whole page, or over the side without lettering."""
    left, right = -60.0, scene.width + 60
    if scene.focus.left() > 0.3 * scene.width:
        left = scene.focus.left() + 0.04 * scene.width
    elif scene.focus.right() < 0.7 * scene.width:
        right = scene.focus.right() - 0.04 * scene.width
    return left, right


def ridge(
    scene: Scene, rng: np.random.Generator, level: float, swing: float, foot: float
) -> Outline:
    """A hill's outline over the span of the hills, down to `foot`."""
    left, right = _span(scene)
    x = np.linspace(left + rng.uniform(-20, 20), right + rng.uniform(-20, 20), 22)
    y = level + sum(
        swing / wave * np.sin(x / (right - left) * 2 * math.pi * wave * 0.7 + rng.uniform(0, 6.28))
        for wave in (1, 2.2, 4.3)
    )
    return np.concatenate([np.stack([x, y], 1), np.stack([x, np.full(22, foot)], 1)[::-1]])


def shore(scene: Scene) -> float:
    """Where the nearest wash ends: above lettering at the foot, so that it stands on paper."""
    lowest = max(scene.text, key=lambda rect: rect.top(), default=None)
    if (
        lowest is None
        or lowest.top() < 0.7 * scene.height
        or scene.focus.width() < 0.7 * scene.width
    ):
        return scene.height - 70
    return lowest.top() - 44


def draw_birds(canvas: skia.Canvas, scene: Scene, at: tuple[float, float]) -> None:
    """A small flock round `at`."""
    rng = scene.rng("birds")
    for _ in range(5):
        x, y = at[0] + rng.normal(0, 60), at[1] + rng.normal(0, 34)
        span = rng.uniform(11, 20)
        bird = skia.Path()
        bird.moveTo(x - span, y - span * 0.2)
        bird.quadTo(x - span * 0.4, y - span * 0.6, x, y)
        bird.quadTo(x + span * 0.4, y - span * 0.7, x + span, y - span * 0.35)
        colour = scene.palette.colours[1] if scene.palette.dark else scene.palette.colours[4]
        canvas.drawPath(bird, stroke(colour, 3.0, 0.8))
