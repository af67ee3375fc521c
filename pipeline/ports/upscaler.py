"""What enlarges pictures, as the workshop asks it: tile by tile, so that anybody can stop between two.

Everything here is loaded when it is first asked, and belongs to one thread of a worker process.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.upscaling import Weights

Tile = NDArray[np.uint8]
"""(height, width, 3) RGB."""
SCALE = 4
"""What a side of a tile is multiplied by."""


class Upscaler(Protocol):
    """A model that makes pictures four times as wide and high."""

    @property
    def name(self) -> str:
        """What it is called in settings and in where a picture came from: `ncnn`, `torch`."""
        ...

    @property
    def at_once(self) -> int:
        """How many tiles are best given to `enlarged` together."""
        ...

    @property
    def side(self) -> int:
        """The longest side of a tile that suits it, in pixels."""
        ...

    def enlarged(self, tiles: Sequence[Tile], weights: Weights) -> list[Tile]:
        """Each of `tiles` four times as wide and high, in the same order.

        Raises:
            UpscaleError: `upscaler-extra`, `upscaler-damaged`, `upscaler-file`, `upscaler-unkept`,
                `upscaler-memory`, `upscaler-failed`.
        """
        ...
