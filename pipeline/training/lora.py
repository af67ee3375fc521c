"""The adapter that is trained: low-rank matrices beside the projections of attention.

Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models" (2021), by peft. On a model of the
first family rank 4 has 797,184 numbers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from peft import LoraConfig
from torch import Tensor, nn

UNET_LAYERS = ("to_q", "to_k", "to_v", "to_out.0")
TEXT_LAYERS = ("q_proj", "k_proj", "v_proj", "out_proj")
UNET, TEXT = "unet", "text_encoder"
_PARTS = {".lora_A.default.weight": "down", ".lora_B.default.weight": "up"}


class Lora:
    """Fresh matrices on a UNet and, where given, a text encoder; `up` is zero: nothing changes yet."""

    def __init__(
        self, unet: nn.Module, text_encoder: nn.Module | None, *, rank: int, alpha: float, seed: int
    ) -> None:  # fmt: skip
        """Take hold of the models' layers; `down` is drawn with `seed`."""
        torch.manual_seed(seed)
        self.rank, self.alpha = rank, alpha
        places: list[tuple[str, nn.Module, tuple[str, ...]]] = [(UNET, unet, UNET_LAYERS)]
        if text_encoder is not None:
            places.append((TEXT, text_encoder, TEXT_LAYERS))
        self.weights: dict[str, nn.Parameter] = {}
        """By part, module and matrix: "unet.mid_block...to_q.down", (rank, in); ".up", (out, rank)."""
        for part, model, layers in places:
            _add(model, layers, rank, alpha)
            self.weights |= dict(_taken(part, model))

    @property
    def size(self) -> int:
        """How many numbers are learnt."""
        return sum(weight.numel() for weight in self.weights.values())

    def tensors(self) -> dict[str, Tensor]:
        """A copy of every weight, in 32 bits on the CPU."""
        return {name: w.detach().float().cpu().clone() for name, w in self.weights.items()}

    @torch.no_grad()
    def put(self, tensors: Mapping[str, Tensor]) -> None:
        """Set every weight.

        Raises:
            KeyError: when one is missing.
        """
        for name, weight in self.weights.items():
            weight.copy_(tensors[name])


def _add(model: nn.Module, layers: tuple[str, ...], rank: int, alpha: float) -> None:
    config: Any = LoraConfig
    model.add_adapter(  # pyright: ignore[reportCallIssue]
        config(r=rank, lora_alpha=alpha, init_lora_weights="gaussian", target_modules=list(layers))
    )


def _taken(part: str, model: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
    """The new parameters, in 32 bits whatever the model has: small updates would be lost in 16."""
    for name, parameter in model.named_parameters():
        for ending, matrix in _PARTS.items():
            if name.endswith(ending):
                parameter.data = parameter.data.float()
                parameter.requires_grad_(True)
                yield f"{part}.{name.removesuffix(ending)}.{matrix}", parameter
