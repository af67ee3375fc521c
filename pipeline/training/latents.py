"""Pictures as latents: encoded once, and kept on the disk for the next time."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import Tensor

from pipeline.training.durable import write_whole
from pipeline.training.flaws import Specimen
from pipeline.training.pictures import cut, open_whole

Told = Callable[[int, int], None]


class LatentCache:
    """The distributions that a VAE sees in pictures, by file, size and the VAE's weights."""

    def __init__(self, folder: Path, vae: AutoencoderKL, revision: str) -> None:
        """`folder` is where they are kept; `revision` identifies the weights of `vae`."""
        self._folder, self._vae, self._revision = folder, vae, revision

    def all(self, specimens: Sequence[Specimen], *, flip: bool, told: Told) -> list[list[Tensor]]:
        """For each picture its moments, (8, h / 8, w / 8) in 32 bits; with `flip` also mirrored."""
        found: list[list[Tensor]] = []
        for done, specimen in enumerate(specimens, 1):
            sides = (False, True) if flip else (False,)
            found.append([self._moments(specimen, mirrored=side) for side in sides])
            told(done, len(specimens))
        return found

    def _moments(self, specimen: Specimen, *, mirrored: bool) -> Tensor:
        path = self._folder / f"{self._key(specimen, mirrored=mirrored)}.safetensors"
        try:
            return load_file(path)["moments"]
        except (OSError, SafetensorError, KeyError):  # not there, or damaged: it is made again
            moments = self._encoded(specimen, mirrored=mirrored)
            write_whole(path, save({"moments": moments}))
            return moments

    def _key(self, specimen: Specimen, *, mirrored: bool) -> str:
        size = f"{specimen.size.width}x{specimen.size.height}"
        named = f"{specimen.sha256} {size} {mirrored} {self._revision}"
        return hashlib.sha256(named.encode()).hexdigest()[:32]

    @torch.no_grad()
    def _encoded(self, specimen: Specimen, *, mirrored: bool) -> Tensor:
        pixels = torch.from_numpy(cut(open_whole(specimen.example.path), specimen.size))
        if mirrored:
            pixels = pixels.flip(-1)
        rows = pixels[None].to(self._vae.device, self._vae.dtype)
        seen: Any = self._vae.encode(rows)
        return seen.latent_dist.parameters[0].float().cpu().contiguous()


def drawn(moments: Tensor, generator: torch.Generator, scale: float) -> Tensor:
    """One sample of what the VAE saw, (4, h, w), scaled as the UNet expects it."""
    mean, spread = moments.chunk(2)
    deviation = torch.exp(0.5 * spread.clamp(-30, 20))
    noise = torch.randn(mean.shape, generator=generator)
    return (mean + deviation * noise) * scale
