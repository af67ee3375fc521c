"""An upscaler without weights: it repeats every pixel, so that whatever is tested about tiles is fast and exact."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from pipeline.domain.upscaling import Weights
from pipeline.ports.upscaler import SCALE, Tile
from pipeline.workshop.workshop import Workshop


@dataclass
class RepeatingUpscaler:
    """Repeats every pixel, remembers what it was given, and raises `error` instead if there is one."""

    name: str = "repeating"
    at_once: int = 1
    side: int = 112
    error: Exception | None = None
    asked: list[tuple[Weights, tuple[int, ...]]] = field(default_factory=list)

    def enlarged(self, tiles: Sequence[Tile], weights: Weights) -> list[Tile]:
        if self.error is not None:
            raise self.error
        self.asked += [(weights, tile.shape) for tile in tiles]
        return [np.repeat(np.repeat(tile, SCALE, axis=0), SCALE, axis=1) for tile in tiles]


def with_upscaler(workshop: Workshop, upscaler: RepeatingUpscaler) -> Workshop:
    """The same workshop with another upscaler."""
    made = copy.copy(workshop)
    made._upscaler = upscaler
    return made
