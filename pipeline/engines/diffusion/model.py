"""The UNet as the passes call it: with its bank of adapters, and compiled where that was asked for."""

import logging
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import torch
from torch import Tensor

from pipeline.engines.diffusion.bank import Bank
from pipeline.engines.diffusion.buckets import ladder
from pipeline.engines.diffusion.fairness import Size
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.passes import Forward
from pipeline.engines.diffusion.shortage import give_back, is_shortage

RANK = 16
"""The highest rank of adapters that a compiled model has room for, on its attention alone: what is
trained here, and most of what others train. With any other it runs as if it were not compiled."""
DEPTHS = (0, 1)
"""Adapters of a row that it is compiled for; with more it runs as if it were not."""
_log = logging.getLogger(__name__)


def bank_and_forward(parts: Parts) -> tuple[Bank, Forward]:
    """The bank around the UNet's layers, and the UNet's forward pass.

    A model that is to be compiled is ready when this returns, which takes minutes the first time.
    """
    settings = parts.settings
    bank = Bank(parts.unet, slots=settings.adapter_slots, device=parts.device)
    if not settings.compile:
        return bank, Plain(parts.unet)
    bank.reserve(RANK)
    compiled = Compiled(parts.unet, bank, mode=_mode(parts))
    compiled.warm(_sizes(parts), ladder(settings.rows), _words(parts))
    return bank, compiled


class Plain:
    """The forward pass of a UNet of diffusers."""

    def __init__(self, unet: Any) -> None:
        self._unet = unet

    def __call__(self, latents: Tensor, timesteps: Tensor, words: Tensor) -> Tensor:
        """What is predicted; see `passes.Forward`."""
        return self._unet(latents, timesteps, words, return_dict=False)[0]


class Compiled:
    """The forward pass, compiled for the passes that it was warmed for.

    Any other pass runs uncompiled: compiling takes up to a minute, in which nobody would be painted.
    """

    def __init__(self, unet: Any, bank: Bank, **how: Any) -> None:
        """`how` are the options of `torch.compile`."""
        self._run = Plain(torch.compile(unet, dynamic=False, **how))
        self._bank = bank

    def __call__(self, latents: Tensor, timesteps: Tensor, words: Tensor) -> Tensor:
        """What is predicted; it stays until the next call only."""
        # Graphs of CUDA give their memory to the next one from here on.
        torch.compiler.cudagraph_mark_step_begin()
        with torch.compiler.set_stance("eager_on_recompile"):
            return self._run(latents, timesteps, words)

    def warm(self, sizes: Sequence[Size], buckets: Sequence[int], words: Tensor) -> None:
        """Compile for every one of `buckets` at every one of `sizes`, with adapters and without.

        Where memory is too little for one of them, it is left out.
        `words` (1, tokens, features) are embeddings as they come, with the device and dtype.
        """
        begun = time.monotonic()
        ways = [(size, rows, depth) for size in sizes for rows in buckets for depth in DEPTHS]
        with _room_for(len(ways)), torch.inference_mode():
            done = sum(self._fits(*way, words) for way in ways)
        took = time.monotonic() - begun
        _log.info("compiled for %d of %d passes in %.0f s", done, len(ways), took)

    def _fits(self, size: Size, rows: int, depth: int, words: Tensor) -> bool:
        try:
            self._warmed(size, rows, depth, words)
        except RuntimeError as error:
            if not is_shortage(error):
                raise
            _log.warning("too little memory to compile %d rows of %d x %d", rows, *size)
        else:
            return True
        give_back(words.device)
        return False

    def _warmed(self, size: Size, rows: int, depth: int, words: Tensor) -> None:
        self._bank.rehearse(rows, depth)
        latents = words.new_zeros(rows, 4, size[1] // 8, size[0] // 8)
        if latents.is_cuda:
            latents = latents.contiguous(memory_format=torch.channels_last)
        timesteps = torch.zeros(rows, device=words.device)
        # Once to compile, once to set memory aside, once to record the graph.
        for _ in range(3 if latents.is_cuda else 1):
            torch.compiler.cudagraph_mark_step_begin()
            self._run(latents, timesteps, words.expand(rows, -1, -1).contiguous())


def _mode(parts: Parts) -> str:
    """Graphs of CUDA spare the card from waiting for Python; nothing else has them."""
    return "reduce-overhead" if parts.device.type == "cuda" else "default"


def _sizes(parts: Parts) -> Sequence[Size]:
    """The sizes to compile for: two by three at the width that the model was taught, as most covers."""
    unet: Any = parts.unet
    taught = int(unet.config.sample_size) * 8
    return parts.settings.sizes or ((taught, taught * 3 // 2),)


def _words(parts: Parts) -> Tensor:
    unet: Any = parts.unet
    tokens = parts.settings.chunks * 77
    shape = (1, tokens, int(unet.config.cross_attention_dim))
    return torch.zeros(shape, device=parts.device, dtype=parts.dtype)


def _room_for(graphs: int) -> AbstractContextManager[Any]:
    """Let a function be compiled for so many shapes; dynamo gives up after eight by itself."""
    from torch._dynamo import config  # noqa: PLC0415 - seconds; it has no public name

    patch: Any = config.patch
    return patch(recompile_limit=max(graphs + 1, config.recompile_limit))
