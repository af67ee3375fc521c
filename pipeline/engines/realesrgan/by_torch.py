"""Real-ESRGAN by torch, for GPUs and for processors that multiply matrices of bfloat16.

On a GPU several tiles are enlarged at once, in half precision.

The weights are read from files in the published layout, of which nothing is run. What imports torch is
in `passes`, and imported with the first tile.
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from pipeline.domain.errors import ModelError
from pipeline.domain.print_errors import UpscaleError
from pipeline.engines.sessions import wait_asleep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.domain.upscaling import Weights
    from pipeline.engines.realesrgan.passes import Passes
    from pipeline.ports.upscaler import Tile

EXTRA = "diffusion"
"""What installs the libraries; they are those that paint."""
LIBRARIES = ("torch", "safetensors")
TOGETHER = 4
"""The tiles of a pass on a GPU; when they do not fit, half as many are tried, and so on."""
SIDE, SIDE_ON_CPU = 384, 224
"""The longest side of a tile. The larger, the less is enlarged twice; on the processor larger ones leave its
caches: nothing is won in float32, and a sixth is lost in bfloat16."""


def libraries_installed() -> bool:
    """Whether the libraries can be found; none of them is imported."""
    return all(importlib.util.find_spec(name) is not None for name in LIBRARIES)


class TorchUpscaler:
    """Serves the port `Upscaler` with published files, which lie or are made in a folder.

    One network is loaded at a time, when it is first asked for.
    """

    name = "torch"

    def __init__(self, folder: Path, device: str = "", dtype: str = "") -> None:
        """Nothing is loaded yet. An empty `device` is the best there is, an empty `dtype` suits it."""
        self._folder = folder
        self._asked = (device, dtype)
        self._loaded: tuple[Weights, Passes] | None = None

    @property
    def at_once(self) -> int:
        """On the processor one tile after the other takes the least memory, and no more time."""
        return 1 if self._on_cpu else TOGETHER

    @property
    def side(self) -> int:
        """The longest side of a tile, in pixels."""
        return SIDE_ON_CPU if self._on_cpu else SIDE

    def enlarged(self, tiles: Sequence[Tile], weights: Weights) -> list[Tile]:
        """Each of `tiles`, (height, width, 3) RGB, four times as wide and high, in the same order.

        Raises:
            UpscaleError: `upscaler-extra`, `upscaler-damaged`, `upscaler-file`, `upscaler-unkept`,
                `upscaler-memory`, `upscaler-failed`.
        """
        if not libraries_installed():
            raise UpscaleError("upscaler-extra", engine=self.name, extra=EXTRA)
        wait_asleep()
        from pipeline.engines.realesrgan.passes import refusal  # noqa: PLC0415 (imports torch)

        try:
            return self._passes(weights).enlarged(tiles)
        except ModelError as error:  # the device is not there
            raise UpscaleError("upscaler-failed", engine=self.name) from error
        except RuntimeError as error:
            raise refusal(error, self.name) from error

    @property
    def _on_cpu(self) -> bool:
        """Whether the processor was asked for; what else there is, is looked for in the first pass."""
        return self._asked[0].startswith("cpu")

    def _passes(self, weights: Weights) -> Passes:
        from pipeline.engines.realesrgan.passes import opened_on  # noqa: PLC0415 (imports torch)

        if self._loaded is None or self._loaded[0] is not weights:
            self._loaded = None  # before the next one is loaded
            self._loaded = (weights, opened_on(self._folder, weights, *self._asked, TOGETHER))
        return self._loaded[1]
