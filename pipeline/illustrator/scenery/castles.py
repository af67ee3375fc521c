"""Castles and towers: storeys grow out of one another, roofs flare, the far side lies in shade."""

from dataclasses import dataclass, field

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import arch, box, joined, outline, shape


@dataclass(slots=True)
class Masonry:
    """Parts of a building while it grows."""

    body: list[skia.Path] = field(default_factory=list)
    shade: list[skia.Path] = field(default_factory=list)
    accent: list[skia.Path] = field(default_factory=list)
    lights: list[skia.Path] = field(default_factory=list)

    def prop(self, metres: float) -> Prop:
        """The finished drawing."""
        return finished(self.body, shade=self.shade, accent=self.accent, lights=self.lights,
                        metres=metres)  # fmt: skip


def merlons(left: float, right: float, top: float, size: float) -> list[skia.Path]:
    """A crenellated edge on top of a wall, with teeth about `size` wide."""
    count = max(2, round((right - left) / size / 2))
    step = (right - left) / (count - 0.5)
    return [box(left + i * step, top - size, left + i * step + step * 0.5, top + 0.5)
            for i in range(count)]  # fmt: skip


def spire(x: float, half: float, foot: float, height: float) -> skia.Path:
    """A witch's-hat roof with flared eaves and a finial."""
    top = foot - height
    roof = outline(
        f"{x - half * 1.22},{foot + 0.4}* {x - half * 0.8},{foot - height * 0.12} "
        f"{x - half * 0.36},{foot - height * 0.52} {x},{top}* {x + half * 0.36},{foot - height * 0.52} "
        f"{x + half * 0.8},{foot - height * 0.12} {x + half * 1.22},{foot + 0.4}*"
    )
    return joined(roof, box(x - 0.16, top - half * 0.7, x + 0.16, top + 2))


def pennant(x: float, top: float, size: float) -> skia.Path:
    """A swallow-tailed flag in the wind on a pole that ends at `top`."""
    return outline(
        f"{x},{top}* {x + size * 0.6},{top + size * 0.1} {x + size * 1.5},{top - size * 0.05}* "
        f"{x + size * 1.1},{top + size * 0.28}* {x + size * 1.4},{top + size * 0.55}* "
        f"{x + size * 0.6},{top + size * 0.52} {x},{top + size * 0.62}*"
    )


def tower(into: Masonry, x: float, half: float, height: float, roof: float,
          rng: np.random.Generator) -> None:  # fmt: skip
    """One round tower from the ground: a batter, a corbelled parapet, a spire or merlons."""
    into.body.append(shape(x - half * 1.12, 3, x - half, -height * 0.4, x - half, -height,
                           x + half, -height, x + half, -height * 0.4, x + half * 1.12, 3))  # fmt: skip
    lip = half * 0.24
    parapet = -height - half * 0.55
    into.body.append(shape(x - half, -height + half * 0.5, x - half - lip, -height,
                           x - half - lip, parapet, x + half + lip, parapet,
                           x + half + lip, -height, x + half, -height + half * 0.5))  # fmt: skip
    into.body += merlons(x - half - lip, x + half + lip, parapet, half * 0.34)
    into.shade.append(box(x + half * 0.35, parapet, x + half * 1.3, 3))
    if roof:
        hat = spire(x, half * 0.98, parapet + 0.3, roof)
        into.body.append(hat)
        into.accent.append(hat)
        into.shade.append(
            shape(x + half * 0.15, parapet, x, parapet - roof, x + half * 1.3, parapet)
        )
        if rng.random() < 0.7:
            into.body.append(pennant(x, parapet - roof - half * 0.7, half * 0.9))
    rows = max(1, int(height / half / 2.6))
    for row in range(rows):
        if rng.random() < 0.62:
            y = -height + half * (0.9 + 2.3 * row + rng.uniform(-0.2, 0.2))
            into.lights.append(arch(x - half * 0.18, y, half * 0.34, y + half * 0.72))


def castle(rng: np.random.Generator) -> Prop:
    """A fairy-tale castle: a keep among towers of uneven height over a stepped curtain wall."""
    into = Masonry()
    for x, half, height, roof in (
        (-9, 3.6, 62, 19), (13, 4.2, 51, 17), (3, 5.4, 70, 24), (-22, 4.0, 43, 15), (25, 3.6, 37, 14),
    ):  # fmt: skip
        tower(into, x, half, height * rng.uniform(0.94, 1.06), roof * rng.uniform(0.9, 1.15), rng)
    for left, right, top in ((-20, 24, 31), (-34, 36, 20)):
        into.body.append(box(left, -top, right, 3))
        into.body += merlons(left, right, -top, 1.25)
    for x, half, height, roof in ((-35, 4.6, 27, 11), (37, 4.6, 24, 0), (9, 3.0, 38, 12)):
        tower(into, x, half, height * rng.uniform(0.95, 1.08), roof, rng)
    for x in (-27, -13, 16, 29):
        into.lights.append(arch(x, -14, 1.3, -11))
    into.shade.append(box(-20, -20, 24, -18.6))
    into.lights.append(arch(-2, -9.5, 6, 3))
    return into.prop(60)


def keep(rng: np.random.Generator) -> Prop:
    """A lone watch tower, half ruined on one side, with a lean-to at its foot."""
    into = Masonry()
    into.body.append(outline("-13,2* -11,-40 -10,-78* -11.5,-80* -11.5,-88* 8,-88* 9,-84* 10,-72 "
                             "11.4,-64 10.4,-55 11.6,-40 13,2*"))  # fmt: skip
    into.body += merlons(-11.5, 6, -88, 2.4)
    into.body.append(outline("12,-24* 17,-26 25,-17* 24,2* 10,2*"))
    into.shade.append(outline("4,-94* 3,-40 5,3* 26,3* 26,-30 14,-60 12,-92*"))
    for y in (-76, -56, -34):
        into.lights.append(arch(-2 + rng.uniform(-2, 2), y, 3.4, y + 8))
    into.lights.append(arch(-3, -13, 6.6, 3))
    return into.prop(28)


def kasbah(rng: np.random.Generator) -> Prop:
    """A desert stronghold of rammed earth: tapering square towers with stepped corners round a high hall."""
    into = Masonry()
    into.body.append(box(-46, -22, 46, 3))
    into.body += merlons(-46, 46, -22, 1.6)
    for x, half, usual in (
        (-38, 8.4, 42),
        (-17, 9.2, 55),
        (3, 8.0, 70),
        (22, 9.0, 50),
        (39, 8.0, 38),
    ):
        tall = usual * float(rng.uniform(0.95, 1.05))
        into.body.append(
            shape(x - half, 3, x - half * 0.8, -tall, x + half * 0.8, -tall, x + half, 3)
        )
        for corner in (-0.8, 0.46):  # raised corners, as hands that pray
            into.body.append(shape(x + half * corner, -tall + 1, x + half * corner, -tall - half * 0.5,
                                   x + half * (corner + 0.34), -tall - half * 0.5, x + half * (corner + 0.34), -tall + 1))  # fmt: skip
        into.shade.append(
            shape(
                x + half * 0.3,
                3,
                x + half * 0.22,
                -tall - 5,
                x + half,
                -tall - 5,
                x + half * 1.1,
                3,
            )
        )
        into.accent.append(box(x - half, -tall + 4, x + half, -tall + 5.4))
        into.lights += [arch(x - 2.6 + 3.6 * k, -tall + 9, 1.7, -tall + 13.5) for k in range(2)]
    into.shade.append(box(-46, -22, 46, -20.6))
    into.lights.append(arch(-6, -13, 8, 3))
    return into.prop(45)
