"""The schedulers of diffusers, one for each family of samplers, as the stock pipelines have them."""

import inspect
from collections.abc import Mapping
from typing import Any

import diffusers

from pipeline.domain.painting import Sampler

_CLASSES: Mapping[Sampler, tuple[str, Mapping[str, Any]]] = {
    Sampler.DPM: ("DPMSolverMultistepScheduler", {}),
    Sampler.DPM_KARRAS: ("DPMSolverMultistepScheduler", {"use_karras_sigmas": True}),
    Sampler.DPM_SDE: ("DPMSolverMultistepScheduler", {"algorithm_type": "sde-dpmsolver++"}),
    Sampler.PNDM: ("PNDMScheduler", {"skip_prk_steps": True}),
    Sampler.EULER: ("EulerDiscreteScheduler", {}),
    Sampler.EULER_A: ("EulerAncestralDiscreteScheduler", {}),
    Sampler.HEUN: ("HeunDiscreteScheduler", {}),
    Sampler.UNIPC: ("UniPCMultistepScheduler", {}),
    Sampler.DDIM: ("DDIMScheduler", {}),
    Sampler.DDPM: ("DDPMScheduler", {}),
    Sampler.LMS: ("LMSDiscreteScheduler", {}),
    Sampler.LCM: ("LCMScheduler", {}),
    Sampler.TCD: ("TCDScheduler", {}),
}
"""PNDM without the Runge-Kutta steps it would begin with, as Stable Diffusion came with it: they need
four steps, and a configuration that does not mention them means with."""
_UNCLIPPED = {"clip_sample": False, "thresholding": False}
"""Both hold pixels in their range and do not suit latents; a configuration without the key means True
for some (DDIM, DDPM). Without them every sampler is linear, on which `unrolling` builds."""
_ETA = {"eta": 0.0}
"""What the stock pipelines give to samplers that take it (DDIM, TCD): no noise beside their own."""


def scheduler_of(sampler: Sampler, config: Mapping[str, Any]) -> Any:
    """A new scheduler of a family, with the noise that the model was trained on: its own `config`."""
    name, more = _CLASSES[sampler]
    family: Any = getattr(diffusers, name)
    taken = inspect.signature(family.__init__).parameters
    # keys with an underscore say which values its writer had by default, which others have otherwise
    known = {key: value for key, value in config.items() if key in taken or key.startswith("_")}
    unclipped = {key: value for key, value in _UNCLIPPED.items() if key in taken}
    return family.from_config(known, **{**unclipped, **more})


def step_arguments(scheduler: Any, generator: Any) -> dict[str, Any]:
    """What a scheduler's step takes besides the usual: its noise's generator, its `eta`."""
    taken = inspect.signature(scheduler.step).parameters
    offered = {"generator": generator, **_ETA}
    return {key: value for key, value in offered.items() if key in taken}
