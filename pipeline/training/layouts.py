"""The two ways in which files of LoRAs name their tensors."""

from collections.abc import Mapping

import torch
from torch import Tensor

_KOHYA = {"unet": "lora_unet_", "text_encoder": "lora_te_"}
_PEFT = {"down": "lora_A", "up": "lora_B"}
_TEXT = "text_encoder.encoder."


def diffusers(weights: Mapping[str, Tensor], alpha: float) -> dict[str, Tensor]:
    """As diffusers writes them by peft: "unet.mid_block...to_q.lora_A.weight", and B for up.

    That layout has no place for alpha: what it scales by is multiplied into `up`.
    """
    named: dict[str, Tensor] = {}
    for name, weight in weights.items():
        module, _, matrix = name.rpartition(".")
        scaled = weight * (alpha / weight.shape[1]) if matrix == "up" else weight
        named[f"{_published(module)}.{_PEFT[matrix]}.weight"] = scaled.contiguous()
    return named


def kohya(weights: Mapping[str, Tensor], alpha: float) -> dict[str, Tensor]:
    """As sd-scripts writes them: "lora_unet_mid_block_..._to_q.lora_down.weight", and alpha."""
    named: dict[str, Tensor] = {}
    for name, weight in weights.items():
        module, _, matrix = name.rpartition(".")
        part, _, place = _published(module).partition(".")
        layer = _KOHYA[part] + place.replace(".", "_")
        named[f"{layer}.lora_{matrix}.weight"] = weight.contiguous()
        named[f"{layer}.alpha"] = torch.tensor(alpha, dtype=weight.dtype)
    return named


def _published(module: str) -> str:
    """A module's name as weights are published: transformers 5 dropped a level that files have."""
    if module.startswith(_TEXT):
        return f"text_encoder.text_model.encoder.{module.removeprefix(_TEXT)}"
    return module
