"""The UNet as the passes call it: with its bank of adapters, and compiled where that was asked for."""

from typing import Any

from torch import Tensor

from pipeline.engines.diffusion.bank import Bank
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.passes import Forward


def bank_and_forward(parts: Parts) -> tuple[Bank, Forward]:
    """The bank around the UNet's layers, and the UNet's forward pass."""
    settings = parts.settings
    bank = Bank(parts.unet, slots=settings.adapter_slots, device=parts.device)
    unet: Any = parts.unet

    def forward(latents: Tensor, timesteps: Tensor, words: Tensor) -> Tensor:
        return unet(latents, timesteps, words, return_dict=False)[0]

    return bank, forward
