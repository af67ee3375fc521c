"""Validation pictures: the same prompts from the same noise, to see what was learnt meanwhile."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from diffusers.schedulers.scheduling_dpmsolver_multistep import (
    DPMSolverMultistepScheduler,
)
from numpy.typing import NDArray
from torch import Tensor

from pipeline.training.buckets import Size
from pipeline.training.chance import stream
from pipeline.training.machine import Machine
from pipeline.training.model import Model
from pipeline.training.texts import Reading

GUIDANCE = 7.5
NEGATIVE = "text, letters, title, watermark, signature"


@torch.no_grad()
def paint(
    model: Model, reading: Reading, machine: Machine, prompts: Sequence[str], size: Size,
    *, steps: int, seed: int,
) -> list[NDArray[np.uint8]]:  # fmt: skip
    """A picture of each prompt, (height, width, 3) RGB, with the UNet as it is now."""
    model.unet.eval()
    latents = [
        _denoised(model, reading, machine, prompt, size, steps=steps, seed=seed + number)
        for number, prompt in enumerate(prompts)
    ]
    home = model.vae.device
    model.vae.to(machine.device)
    try:
        return [_decoded(model, one) for one in latents]
    finally:
        model.vae.to(home)


def _denoised(
    model: Model, reading: Reading, machine: Machine, prompt: str, size: Size,
    *, steps: int, seed: int,
) -> Tensor:  # fmt: skip
    """The latents of one picture, (1, 4, h, w), in 32 bits."""
    scheduler: Any = DPMSolverMultistepScheduler.from_config(
        dict(model.noise), algorithm_type="dpmsolver++", final_sigmas_type="zero"
    )
    scheduler.set_timesteps(steps)
    shape = (1, 4, size.height // 8, size.width // 8)
    latents = torch.randn(shape, generator=stream(seed, "painting")).to(machine.device)
    latents = latents * scheduler.init_noise_sigma
    texts = reading.together((NEGATIVE, prompt), machine.device).to(machine.dtype)
    for timestep in scheduler.timesteps:
        rows = scheduler.scale_model_input(torch.cat([latents] * 2), timestep)
        with machine.computing():
            said: Tensor = model.unet(rows.to(machine.dtype), timestep, texts).sample.float()
        without, with_it = said.chunk(2)
        guided = without + GUIDANCE * (with_it - without)
        latents = scheduler.step(guided, timestep, latents).prev_sample
    return latents


def _decoded(model: Model, latents: Tensor) -> NDArray[np.uint8]:
    vae: Any = model.vae
    picture: Tensor = vae.decode(latents.to(vae.dtype) / vae.config.scaling_factor).sample[0]
    values = (picture.float().cpu().permute(1, 2, 0) / 2 + 0.5).clamp(0, 1) * 255
    return values.round().to(torch.uint8).numpy()
