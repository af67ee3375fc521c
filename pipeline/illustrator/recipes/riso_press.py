"""A press for spot inks: transparent, each plate a little out of register, solid or screened."""

from dataclasses import dataclass

import skia

from pipeline.drawing.canvas import Point, fill
from pipeline.drawing.halftone import Tone, screen
from pipeline.illustrator.recipe import Scene

ANGLES = (45.0, 18.0, 72.0)
"""Screen angles of the inks, in degrees, far enough apart to avoid moire."""
PITCH = 15.0
SLIP = 6.5
"""The most that a plate is out of register, in units."""


@dataclass(frozen=True, slots=True)
class Press:
    """Prints areas of one scene; `ink` is 0 for the key ink, 1 and 2 for the others."""

    canvas: skia.Canvas
    scene: Scene
    slips: tuple[Point, ...]

    @staticmethod
    def of(canvas: skia.Canvas, scene: Scene) -> "Press":
        """A press whose plates slip as the scene's seed says; the key plate does not."""
        rng = scene.rng("register")
        slips = [(0.0, 0.0)]
        for _ in range(2):
            x, y = rng.uniform(0.5, 1.0, 2) * SLIP * rng.choice((-1, 1), 2)
            slips.append((float(x), float(y)))
        return Press(canvas, scene, tuple(slips))

    def solid(self, area: skia.Path, ink: int, strength: float = 1.0) -> None:
        """All of `area` in one ink."""
        self.canvas.save()
        self.canvas.translate(*self.slips[ink])
        self.canvas.drawPath(area, self._paint(ink, strength))
        self.canvas.restore()

    def screened(self, area: skia.Path, ink: int, tone: Tone) -> None:
        """`area` in dots of one ink, as dense as `tone` says."""
        bounds = area.computeTightBounds()
        self.canvas.save()
        self.canvas.translate(*self.slips[ink])
        self.canvas.clipPath(area, True)
        dots = screen(bounds, tone, pitch=PITCH, degrees=ANGLES[ink])
        self.canvas.drawPath(dots, self._paint(ink, 1.0))
        self.canvas.restore()

    def _paint(self, ink: int, strength: float) -> skia.Paint:
        colour = self.scene.palette.colours[ink + 1]
        return fill(colour, strength, BlendMode=skia.BlendMode.kMultiply)
