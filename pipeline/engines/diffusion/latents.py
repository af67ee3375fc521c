"""What a picture begins from in latent space, and what keeps a part of it as it was.

Every draw is in the order of diffusers' own pipelines (0.42: StableDiffusionPipeline, -Img2Img-
and -InpaintPipeline), so that the same seed ends in the same picture. Noise is drawn in float32
on the processor whatever the model computes in: a seed means the same composition everywhere.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageFilter
from torch import Tensor

from pipeline.domain.painting import PaintRequest
from pipeline.engines.diffusion import sources
from pipeline.engines.diffusion.devices import visiting
from pipeline.engines.diffusion.parts import Parts

SCALE = 8
"""Pixels to a latent one, in each direction."""
FEATHER_PX = 6
"""Over about so many pixels inside the mask's edge the old picture fades into the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What a picture begins from; tensors are float32 on the device of the parts.

    `latents` (1, 4, height / 8, width / 8) are for the timestep at `first_step`, an index into the
    scheduler's timesteps. Of a picture that is painted in part only, `source` are the latents of
    what is there, `noise` what they are noised with, `mask` (1, 1, height / 8, width / 8) is 1
    where it is painted; `picture` (RGB) and `stencil` (L) are the same in pixels.
    """

    latents: Tensor
    first_step: int = 0
    source: Tensor | None = None
    noise: Tensor | None = None
    mask: Tensor | None = None
    picture: Image.Image | None = None
    stencil: Image.Image | None = None


@torch.inference_mode()
def begin(
    parts: Parts, request: PaintRequest, scheduler: Any, timesteps: Tensor,
    generator: torch.Generator,
) -> Canvas:  # fmt: skip
    """The canvas of a request. `timesteps` are all of the scheduler's, which is told where to begin.

    Raises:
        PaintError: `paint-source` when the picture or the mask cannot be read.
    """
    if request.source is None:
        noise = _noise(parts, request, generator)
        return Canvas(latents=noise * scheduler.init_noise_sigma)
    first = first_step(request, scheduler)
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(first)
    picture = sources.source(request.source, request.width, request.height)
    clean = _encoded(parts, picture, generator)
    noise = _noise(parts, request, generator)
    noised = scheduler.add_noise(clean, noise, timesteps[first : first + 1])
    if request.mask is None:
        return Canvas(latents=noised, first_step=first)
    stencil = sources.mask(request.mask, request.width, request.height)
    # The stock pipeline encodes the masked picture here, for UNets of nine channels; with four
    # only its draw is missed.
    _noise(parts, request, generator)
    pure = request.strength >= 1
    return Canvas(
        latents=noise * scheduler.init_noise_sigma if pure else noised,
        first_step=first,
        source=clean,
        noise=noise,
        mask=_small(stencil).to(parts.device),
        picture=picture,
        stencil=stencil,
    )


def first_step(request: PaintRequest, scheduler: Any) -> int:
    """The index of the first timestep: of N steps the last `int(N * strength)` are done, at least one.

    A scheduler of the second order (Heun) has two timesteps to a step.
    """
    steps = request.manner.steps
    done = min(max(int(steps * request.strength), 1), steps)
    return (steps - done) * scheduler.order


def blended(canvas: Canvas, latents: Tensor, source: float, noise: float) -> Tensor:
    """Latents (4, h, w) after a step, with what is kept put back as noisy as the next step has it.

    `source` and `noise` are the shares of both at that step. As the stock inpainting pipeline does
    it for UNets of four channels; latents of a canvas without a mask come back as they are.
    """
    if canvas.mask is None or canvas.source is None or canvas.noise is None:
        return latents
    kept = canvas.source[0] * source + canvas.noise[0] * noise
    return (1 - canvas.mask[0]) * kept + canvas.mask[0] * latents


def pasted(canvas: Canvas, painted: Image.Image) -> Image.Image:
    """A finished picture with what was kept put back, to the pixel; `painted` where nothing was."""
    if canvas.picture is None or canvas.stencil is None:
        return painted
    return overlaid(canvas.picture, canvas.stencil, painted)


def overlaid(old: Image.Image, stencil: Image.Image, new: Image.Image) -> Image.Image:
    """`new` where `stencil` is white, `old` where it is black, fading inside the white's edge.

    The VAE alters every pixel a little, also what was masked; and it paints at eight pixels, so a
    hard edge would show. Nothing outside the mask is touched.
    """
    size = 2 * (FEATHER_PX // 2) + 1
    inner = stencil.filter(ImageFilter.MinFilter(size))
    soft = np.asarray(inner.filter(ImageFilter.GaussianBlur(FEATHER_PX / 2)))
    # Where the white is too thin to fade in, it keeps its hard edge.
    broad = np.asarray(inner.filter(ImageFilter.MaxFilter(size))) > 0
    inside = np.where(broad, soft, 255).astype(np.uint8)
    weight = Image.fromarray(np.where(np.asarray(stencil) > 0, inside, 0).astype(np.uint8))
    return Image.composite(new.convert("RGB"), old, weight)


def _noise(parts: Parts, request: PaintRequest, generator: torch.Generator) -> Tensor:
    shape = (1, 4, request.height // SCALE, request.width // SCALE)
    return torch.randn(shape, generator=generator, dtype=torch.float32).to(parts.device)


def _encoded(parts: Parts, picture: Image.Image, generator: torch.Generator) -> Tensor:
    """Latents of a picture, sampled as the VAE says; always in float32, for it is done once."""
    values = torch.from_numpy(np.array(picture, dtype=np.float32) / 255.0)
    # channels last in memory, as diffusers hands it over: another layout rounds otherwise
    pixels = 2.0 * values[None].permute(0, 3, 1, 2) - 1.0
    vae: Any = parts.vae
    with visiting(parts.vae, parts.device, torch.float32):
        found = vae.encode(pixels.to(parts.device)).latent_dist
    drawn = torch.randn(found.mean.shape, generator=generator, dtype=torch.float32)
    return vae.config.scaling_factor * (found.mean + found.std * drawn.to(parts.device))


def _small(stencil: Image.Image) -> Tensor:
    """A stencil at the size of latents, by its nearest pixels, as the stock pipeline has it."""
    values = torch.from_numpy(np.array(stencil, dtype=np.float32) / 255.0)[None, None]
    size = (stencil.height // SCALE, stencil.width // SCALE)
    return torch.nn.functional.interpolate(values, size=size)
