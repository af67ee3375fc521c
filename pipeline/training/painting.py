"""Validation pictures: the same prompts from the same noise, to see what was learnt meanwhile."""

from collections.abc import Callable, Sequence
from functools import partial
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
    *, steps: int, seed: int, told: Callable[[int, int], None],
) -> list[NDArray[np.uint8]]:  # fmt: skip
    """A picture of each prompt, (height, width, 3) RGB, with the UNet as it is now.

    `told` is called before every step, with how many of all are done.
    """
    model.unet.eval()
    latents = [
        _denoised(model, reading, machine, prompt, size, steps=steps, seed=seed + number,
                  told=partial(_told, told, number * steps, len(prompts) * steps))
        for number, prompt in enumerate(prompts)
    ]  # fmt: skip
    home = model.vae.device
    model.vae.to(machine.device)
    try:
        return [_decoded(model, one) for one in latents]
    finally:
        model.vae.to(home)
        machine.let_go()


def _told(told: Callable[[int, int], None], before: int, total: int, done: int) -> None:
    told(min(before + done, total), total)


def _denoised(
    model: Model, reading: Reading, machine: Machine, prompt: str, size: Size,
    *, steps: int, seed: int, told: Callable[[int], None],
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
    for done, timestep in enumerate(scheduler.timesteps):
        told(done)
        rows = scheduler.scale_model_input(torch.cat([latents] * 2), timestep)
        with machine.computing():
            said: Tensor = model.unet(rows.to(machine.dtype), timestep, texts).sample.float()
        without, with_it = said.chunk(2)
        guided = without + GUIDANCE * (with_it - without)
        latents = scheduler.step(guided, timestep, latents).prev_sample
    return latents


def _decoded(model: Model, latents: Tensor) -> NDArray[np.uint8]:
    vae: Any = model.vae
    scaled = latents.to(vae.dtype) / vae.config.scaling_factor
    picture = _whole(vae, scaled)
    if picture is None:
        vae.enable_tiling()
        picture = vae.decode(scaled).sample[0]
        vae.disable_tiling()
    values = (picture.float().cpu().permute(1, 2, 0) / 2 + 0.5).clamp(0, 1) * 255
    return values.round().to(torch.uint8).numpy()


def _whole(vae: Any, latents: Tensor) -> Tensor | None:
    """A picture decoded at once; None where there is no memory for that beside the UNet."""
    try:
        return vae.decode(latents).sample[0]
    except torch.OutOfMemoryError:
        return None
