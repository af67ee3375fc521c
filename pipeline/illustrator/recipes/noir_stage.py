"""One-point perspective: a camera at eye level, fog that swallows distance, light at the end."""

from dataclasses import dataclass

import skia

from pipeline.drawing.canvas import Point, diagonal, glow, radial, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.scenery.shapes import shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A picture in one-point perspective.

    `vanish` is the vanishing point in units; `metre` how many units one metre takes at depth 1.
    World coordinates are metres: x to the right of the axis, y below the eye, depth from 1 (the
    picture plane) away from us.
    """

    scene: Scene
    vanish: Point
    metre: float
    dark: str
    middle: str
    light: str
    pale: str
    accent: str
    ink: str

    def at(self, x: float, y: float, depth: float) -> Point:
        """A point of the world on the page."""
        scale = self.metre / depth
        return self.vanish[0] + x * scale, self.vanish[1] + y * scale

    def quad(self, *corners: tuple[float, float, float]) -> skia.Path:
        """A flat area by its corners in the world."""
        return shape(*(value for corner in corners for value in self.at(*corner)))

    def fog(self, depth: float, tone: float = 0.0) -> str:
        """The colour of something dark at `depth`; `tone` (0 to 1) lightens it towards the middle."""
        near = mix(self.dark, self.middle, tone)
        away = 1 - 1 / max(depth, 1.0)
        if away < 0.72:
            return mix(near, self.middle, (away / 0.72) ** 1.7 * 0.85)
        return mix(mix(near, self.middle, 0.85), self.light, (away - 0.72) / 0.28)

    @property
    def page(self) -> skia.Rect:
        """The whole picture."""
        return skia.Rect.MakeWH(self.scene.width, self.scene.height)


EYE = 1.6
"""The camera's height in metres: that of a standing person, so that heads meet the horizon."""


def backdrop(canvas: skia.Canvas, stage: Stage, reach: float = 1.0) -> None:
    """Light round the vanishing point that dies away towards the edges."""
    radius = diagonal(stage.scene.width, stage.scene.height) * 1.25 * reach
    shader = radial(stage.vanish, radius, [stage.pale, stage.light, stage.middle, mix(stage.middle, stage.dark, 0.7), stage.dark],
                    [0, 0.09, 0.34, 0.62, 1])  # fmt: skip
    canvas.drawRect(stage.page, shaded(shader))


def floor(canvas: skia.Canvas, stage: Stage, half: float, tone: float = 0.25) -> None:
    """A wet floor `half` metres wide to each side: it darkens towards us and mirrors the light."""
    path = stage.quad((-half, EYE, 0.16), (half, EYE, 0.16), (half, EYE, 60), (-half, EYE, 60))
    radius = stage.scene.height - stage.vanish[1]
    shader = radial(stage.vanish, max(radius, 1.0), [stage.light, mix(stage.middle, stage.light, 0.3), mix(stage.dark, stage.middle, tone), stage.dark],
                    [0, 0.14, 0.5, 1])  # fmt: skip
    canvas.drawPath(path, shaded(shader))


def shine(canvas: skia.Canvas, stage: Stage, strength: float = 0.5) -> None:
    """The light's long mirror image on the floor."""
    x, y = stage.vanish
    depth = stage.scene.height - y
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, y, stage.scene.width, stage.scene.height))
    canvas.translate(x, y)
    canvas.scale(0.3, 1.0)
    glow(canvas, (0, 0), depth * 0.9, stage.light, strength)
    canvas.restore()


def radiance(canvas: skia.Canvas, stage: Stage, radius: float, strength: float = 0.6) -> None:
    """The glare of the far light, over what stands before it."""
    glow(canvas, stage.vanish, radius, stage.pale, strength)
