"""Latents made pictures: finished ones by the VAE, previews by something smaller."""

from collections.abc import Sequence
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from pipeline.engines.diffusion import previews, safety
from pipeline.engines.diffusion.devices import visiting
from pipeline.engines.diffusion.parts import Parts

WHOLE_PX = 1536 * 1536
"""Larger pictures are decoded in overlapping tiles: in one piece they would take over 12 GB."""
WHOLE_PX_SMALL_CARD = 768 * 1024


class Decoder:
    """Decodes by the VAE of `parts`, one picture at a time.

    A picture is then the same to the bit whoever finished beside it, and nothing is lost: at 512 x
    768 one decoding (3.8 TFLOP, over 100 million values a layer) fills the largest card.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._whole_px = WHOLE_PX_SMALL_CARD if parts.settings.offload else WHOLE_PX

    @torch.inference_mode()
    def pictures(self, latents: Tensor) -> list[Image.Image]:
        """RGB pictures of (n, 4, h, w) denoised latents, each 8w x 8h pixels.

        Raises:
            torch.OutOfMemoryError: when there is too little memory even for tiles.
        """
        with visiting(self._parts.vae, self._parts.device):
            return [previews.picture(self._decoded(sample[None])) for sample in latents]

    def preview(self, latents: Tensor) -> bytes | None:
        """A small JPEG of one sample, (4, h, w) or (1, 4, h, w); None of what must not be shown."""
        small = previews.small_picture(latents, self._parts.small_decoder)
        return None if self.unsafe([small])[0] else previews.as_jpeg(small)

    def unsafe(self, pictures: Sequence[Image.Image]) -> list[bool]:
        """Which pictures must not be shown; none where the model has no safety checker."""
        return safety.unsafe(self._parts.checker, self._parts.eyes, pictures, self._parts.device)

    def _decoded(self, sample: Tensor) -> Tensor:
        """(3, 8h, 8w) from -1 to 1. What half precision cannot hold is decoded again in full."""
        colours = self._sized(sample)
        if not bool(colours.isfinite().all()):
            with visiting(self._parts.vae, self._parts.device, torch.float32):
                colours = self._sized(sample)
        return colours

    def _sized(self, sample: Tensor) -> Tensor:
        """Decoded in one piece where that fits, else in tiles."""
        if sample.shape[-1] * sample.shape[-2] * 64 > self._whole_px:
            return self._in_tiles(sample)
        try:
            return self._in_one(sample)
        except torch.OutOfMemoryError:
            torch.cuda.empty_cache()
        return self._in_tiles(sample)

    def _in_one(self, sample: Tensor) -> Tensor:
        vae: Any = self._parts.vae
        weights = next(vae.parameters())
        scaled = sample.to(weights.device, weights.dtype) / vae.config.scaling_factor
        return vae.decode(scaled).sample[0]

    def _in_tiles(self, sample: Tensor) -> Tensor:
        vae: Any = self._parts.vae
        vae.enable_tiling()
        try:
            return self._in_one(sample)
        finally:
            vae.disable_tiling()
