"""What plants are drawn with: a canvas, a season's colours, and the room they must leave free."""

from dataclasses import dataclass, replace

import numpy as np
import skia

from pipeline.drawing.colour import mix

AIR = 26.0
"""Units that plants keep from lettering."""

GREENS = 16
"""Steps between the two greens: no eye counts more, and few colours are quick to find again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hues:
    """A season's colours; `blooms` in order of importance, `heart` for the middles of flowers."""

    ground: str
    leaf: str
    leaf_light: str
    bark: str
    blooms: tuple[str, str, str]
    heart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Draws on `canvas` in `hues`; `depth` (0 near to 1 far) fades what is drawn to the ground."""

    canvas: skia.Canvas
    hues: Hues
    rng: np.random.Generator
    fields: tuple[skia.Rect, ...] = ()
    depth: float = 0.0

    def free(self, x: float, y: float, radius: float = 0.0) -> bool:
        """Whether a disc round (x, y) keeps its distance from all lettering."""
        air = AIR + radius
        return not any(field.makeOutset(air, air).contains(x, y) for field in self.fields)

    def farther(self, depth: float) -> "Pen":
        """The pen for plants that stand farther back."""
        return replace(self, depth=depth)

    def tone(self, colour: str) -> str:
        """`colour` as it looks at this depth."""
        return mix(colour, self.hues.ground, self.depth)

    def green(self) -> str:
        """A leaf's colour: each leaf has its own."""
        share = round(float(self.rng.beta(1.6, 1.6)) * GREENS) / GREENS
        return self.tone(mix(self.hues.leaf, self.hues.leaf_light, share))

    def any_bloom(self) -> str:
        """One of the flower colours, the first most often."""
        return self.hues.blooms[int(self.rng.choice(3, p=(0.5, 0.3, 0.2)))]

    def vary(self, low: float, high: float) -> float:
        """A random number from `low` to `high`."""
        return float(self.rng.uniform(low, high))
