"""Published weights on a device, and tiles that pass through them together. Importing this imports torch."""

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
from pipeline.engines.processor import multiplies_bfloat16
from pipeline.engines.realesrgan.from_ncnn import PUBLISHED, published
from pipeline.engines.realesrgan.network import network_for
from pipeline.engines.sessions import threads
from pipeline.ports.upscaler import Tile

LEVELS = 255


def opened_on(folder: Path, weights: Weights, device: str, dtype: str, together: int) -> "Passes":
    """Some weights on a device, for at most so many tiles at once (on the processor for one).

    Raises:
        UpscaleError: `upscaler-damaged`, `upscaler-file`, `upscaler-unkept`.
        ModelError: `model-device` when the device is not there.
    """
    at = device_of(device)
    if at.type == "cpu":
        torch.set_num_threads(threads())
    network = loaded(published(folder, weights), weights)
    if at.type == "cpu":
        return Passes(network, at, dtype_of(dtype or dtype_on_cpu(), at), 1)
    return Passes(network, at, dtype_of(dtype, at), together)


def dtype_on_cpu() -> str:
    """bfloat16 where the processor has units for it, which is five times as fast.

    Pictures differ by as much as ncnn's, which keeps such numbers too: .4 of 255 levels on average.
    """
    return "bfloat16" if multiplies_bfloat16() else "float32"


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


def refusal(error: RuntimeError, engine: str) -> UpscaleError:
    """What a failure of torch comes to."""
    if is_shortage(error):
        return UpscaleError("upscaler-memory")
    return UpscaleError("upscaler-failed", engine=engine)


class Passes:
    """A network on a device, and how many tiles fit there together."""

    def __init__(
        self, network: nn.Module, device: torch.device, dtype: torch.dtype, together: int
    ) -> None:
        """Bring the network there; `together` is how many tiles are tried at first."""
        self._network = network
        self._device = device
        self._together = together
        self._settle(dtype)

    def enlarged(self, tiles: Sequence[Tile]) -> list[Tile]:
        """Each of `tiles` enlarged, in the same order; those of one size as many at once as fit.

        Raises:
            RuntimeError: torch's, when not even one fits or something else fails.
            UpscaleError: `upscaler-failed` when what comes out are no numbers.
        """
        return [done for _, like in groupby(tiles, np.shape) for done in self._alike(list(like))]

    def _alike(self, tiles: Sequence[Tile]) -> list[Tile]:
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
            raise UpscaleError("upscaler-failed", engine="torch")
        self._settle(torch.float32)
        return self._passed(tiles)

    def _settle(self, dtype: torch.dtype) -> None:
        """Be on the device, with the numbers of every pixel side by side, as its matrix units take them."""
        self._dtype = dtype
        for part in (*self._network.parameters(), *self._network.buffers()):
            layout = torch.channels_last if part.ndim == 4 else torch.contiguous_format
            part.data = part.data.to(self._device, dtype, memory_format=layout)
