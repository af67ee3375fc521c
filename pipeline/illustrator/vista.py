"""A layered, atmospheric view: sky, light, ridges that fade with distance, a prop on one of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import skia

from pipeline.drawing.canvas import Point
from pipeline.drawing.colour import luminance, mix
from pipeline.illustrator.scenery.prop import Prop

SETTINGS = ("mountains", "forest", "field", "desert", "snow", "city", "river", "village", "road",
            "garden", "sky")  # fmt: skip
DEPTHS = (0.03, 0.19, 0.4, 0.64, 0.88)
"""Where the layers lie between the horizon (0) and the lower edge (1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Air:
    """The colours of one view: sky from above to the horizon, light, land from far to near."""

    zenith: str
    middle: str
    horizon: str
    light: str
    far: str
    near: str
    accent: str
    lamp: str

    @property
    def night(self) -> bool:
        """Whether stars may show."""
        return luminance(self.zenith) < 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Vista:
    """What to draw; all lengths in units.

    `horizon` is where the sky meets the farthest land; `disc` the sun or moon; `stand` the
    rectangle that `lead` fills, standing on its lower edge; `walker` stands at `walker_at` on the
    nearest ground, `walker_height` tall. `floor` is where the nearest, darkest land begins (near
    the lower edge by default): below it lettering may stand. `town` is the kind of old town
    there (see `scenery.towns`), `weather` what the sky does (see `cast.weather`), `lake` says that
    water lies before the lead, `young` that the moon is a crescent. A `bare` one shows neither lead,
    light nor walker.
    """

    page: skia.Rect
    air: Air
    setting: str
    horizon: float
    rng: Callable[[str], np.random.Generator]
    disc: tuple[Point, float] | None = None
    lead: Prop | None = None
    stand: skia.Rect = field(default_factory=skia.Rect.MakeEmpty)
    walker: Prop | None = None
    walker_at: Point = (0.0, 0.0)
    walker_height: float = 0.0
    keep_out: tuple[skia.Rect, ...] = ()
    floor: float | None = None
    sparse: bool = False
    town: str | None = None
    weather: str | None = None
    lake: bool = False
    young: bool = False
    bare: bool = False


def layer_base(vista: Vista, layer: int) -> float:
    """The y from which a layer rises; 0 is the farthest of `DEPTHS`."""
    if vista.floor is None:
        return vista.horizon + (vista.page.bottom() - vista.horizon) * DEPTHS[layer]
    return vista.horizon + (vista.floor - vista.horizon) * DEPTHS[layer] / DEPTHS[-1]


def layer_colour(vista: Vista, layer: int) -> str:
    """A layer's colour: near ones are dark, far ones fade into the air."""
    return mix(vista.air.far, vista.air.near, (layer / (len(DEPTHS) - 1)) ** 0.9)
