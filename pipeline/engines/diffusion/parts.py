"""A Stable Diffusion model of the first or second family, taken apart."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from pipeline.engines.diffusion.settings import EngineSettings


@dataclass(slots=True, kw_only=True)
class Parts:
    """What a picture goes through, in evaluation mode, on `device` in `dtype`.

    `unet` takes latents (rows, 4, height / 8, width / 8), timesteps (rows,) and embeddings
    (rows, tokens, features). `scheduler_config` is that of the model's own scheduler. `checker` and
    `eyes` are the safety checker and its image processor, or None both; `small_decoder` is TAESD
    or None. `revision` identifies the weights.
    """

    settings: EngineSettings
    unet: nn.Module
    vae: nn.Module
    text_encoder: nn.Module
    tokenizer: Any
    scheduler_config: dict[str, Any]
    checker: nn.Module | None = None
    eyes: Any = None
    small_decoder: nn.Module | None = None
    device: torch.device
    dtype: torch.dtype
    revision: str = ""
