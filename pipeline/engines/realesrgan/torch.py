"""Real-ESRGAN by torch: for GPUs, where tiles are enlarged several at once and in half precision.

The weights are read from files in the published layout, of which nothing is run.
"""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn

from pipeline.domain.errors import ModelError
from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights
from pipeline.engines.diffusion.devices import device_of, dtype_of
from pipeline.engines.diffusion.pickled import opened
from pipeline.engines.diffusion.shortage import give_back, is_shortage
from pipeline.engines.realesrgan.from_ncnn import PUBLISHED, published
from pipeline.engines.realesrgan.network import network_for
from pipeline.engines.sessions import threads
from pipeline.ports.upscaler import Tile

TOGETHER = 4
"""The tiles of a pass on a GPU; when they do not fit, half as many are tried, and so on."""
SIDE, SIDE_ON_CPU = 384, 192
"""The longest side of a tile. The larger, the less is enlarged twice; on the processor 192 pixels take
0.9 GB, and larger ones gain nothing, for they leave its caches."""
LEVELS = 255


class TorchUpscaler:
    """Serves the port `Upscaler` with published files, which lie or are made in a folder.

    One network is loaded at a time, when it is first asked for.
    """

    name = "torch"

    def __init__(self, folder: Path, device: str = "", dtype: str = "") -> None:
        """Nothing is loaded yet. An empty `device` is the best there is, an empty `dtype` suits it."""
        self._folder = folder
        self._asked = (device, dtype)
        self._loaded: tuple[Weights, _Network] | None = None

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
            UpscaleError: `upscaler-damaged`, `upscaler-file`, `upscaler-unkept`, `upscaler-memory`,
                `upscaler-failed`.
        """
        try:
            network = self._network(weights)
            return [
                tile for _, like in groupby(tiles, np.shape) for tile in network.all(list(like))
            ]
        except ModelError as error:  # the device
            raise UpscaleError("upscaler-failed", engine=self.name) from error
        except RuntimeError as error:
            if is_shortage(error):
                raise UpscaleError("upscaler-memory") from error
            raise UpscaleError("upscaler-failed", engine=self.name) from error

    @property
    def _on_cpu(self) -> bool:
        """Whether the processor was asked for; what else there is, is looked for in the first pass."""
        return self._asked[0].startswith("cpu")

    def _network(self, weights: Weights) -> "_Network":
        if self._loaded is None or self._loaded[0] is not weights:
            self._loaded = None  # before the next one is loaded
            device, dtype = self._asked
            at = device_of(device)
            if at.type == "cpu":
                torch.set_num_threads(threads())
            network = loaded(published(self._folder, weights), weights)
            self._loaded = (weights, _Network(network, at, dtype_of(dtype, at)))
        return self._loaded[1]


def loaded(file: Path, weights: Weights) -> nn.Module:
    """The network of some weights with the numbers of a published file.

    Raises:
        UpscaleError: `upscaler-file` when it is damaged, another one, or wants anything to be run.
    """
    try:
        held = opened(file)
        key = PUBLISHED[weights][1]
        state = cast("dict[str, dict[str, Tensor]]", held)[key]
        network = network_for(weights)
        network.load_state_dict(state, assign=True)
    except (ModelError, OSError, LookupError, TypeError, RuntimeError) as error:
        raise UpscaleError("upscaler-file", file=str(file)) from error
    return network.eval().requires_grad_(requires_grad=False)


class _Network:
    """A network on a device, and how many tiles fit there together."""

    def __init__(self, network: nn.Module, device: torch.device, dtype: torch.dtype) -> None:
        self._network = network
        self._device = device
        self._together = 1 if device.type == "cpu" else TOGETHER
        self._settle(dtype)

    def all(self, tiles: Sequence[Tile]) -> list[Tile]:
        """Tiles of one size enlarged, as many at once as fit."""
        done: list[Tile] = []
        while len(done) < len(tiles):
            some = tiles[len(done) : len(done) + self._together]
            found = self._fitting(some)
            if found is None:
                self._together = len(some) // 2
                give_back(self._device)
            else:
                done += found
        return done

    def _fitting(self, tiles: Sequence[Tile]) -> list[Tile] | None:
        """Tiles enlarged in one pass; None where fewer may fit better."""
        try:
            return self._passed(tiles)
        except RuntimeError as error:
            if len(tiles) == 1 or not is_shortage(error):
                raise
            return None

    def _passed(self, tiles: Sequence[Tile]) -> list[Tile]:
        """Tiles enlarged in one pass."""
        rows = torch.from_numpy(np.stack(tiles)).to(self._device).permute(0, 3, 1, 2)
        with torch.inference_mode():
            planes = self._network(rows.to(self._dtype).div_(LEVELS)).float()
            if not bool(planes.isfinite().all()):
                return self._passed_in_full(tiles)
            levels = planes.clamp_(0, 1).mul_(LEVELS).round_().to(torch.uint8)
        return list(levels.permute(0, 2, 3, 1).contiguous().cpu().numpy())

    def _passed_in_full(self, tiles: Sequence[Tile]) -> list[Tile]:
        """In single precision from now on: some cards get lost in half of it, and give black tiles."""
        if self._dtype is torch.float32:
            raise UpscaleError("upscaler-failed", engine=TorchUpscaler.name)
        self._settle(torch.float32)
        return self._passed(tiles)

    def _settle(self, dtype: torch.dtype) -> None:
        """Be on the device, with the numbers of every pixel side by side, as its matrix units take them."""
        self._dtype = dtype
        for part in (*self._network.parameters(), *self._network.buffers()):
            layout = torch.channels_last if part.ndim == 4 else torch.contiguous_format
            part.data = part.data.to(self._device, dtype, memory_format=layout)
