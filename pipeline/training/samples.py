"""What one pass learns from: noised pictures, their captions, and what the model shall say."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pipeline.training.chance import stream
from pipeline.training.latents import drawn
from pipeline.training.noising import Noising
from pipeline.training.order import Order
from pipeline.training.settings import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The rows of one pass: latents and noise (rows, 4, h, w), timesteps (rows,), captions."""

    latents: Tensor
    noise: Tensor
    timesteps: Tensor
    captions: tuple[str, ...]


class Samples:
    """Draws batches by their number alone: the same number gives the same bits."""

    def __init__(
        self, moments: Sequence[Sequence[Tensor]], captions: Sequence[str], order: Order,
        recipe: Recipe, noising: Noising, scale: float,
    ) -> None:  # fmt: skip
        """`moments` of each picture, mirrored besides where that is learnt; `scale` is the VAE's."""
        self._moments, self._captions, self._order = moments, captions, order
        self._recipe, self._noising, self._scale = recipe, noising, scale

    def at(self, number: int) -> Batch:
        """The batch of pass `number`, from 0."""
        first = number * self._recipe.batch
        rows = [
            self._row(index, first + place) for place, index in enumerate(self._order.at(number))
        ]
        latents, noise, timesteps, captions = zip(*rows, strict=True)
        return Batch(latents=torch.stack(latents), noise=torch.stack(noise),
                     timesteps=torch.stack(timesteps), captions=captions)  # fmt: skip

    def _row(self, index: int, number: int) -> tuple[Tensor, Tensor, Tensor, str]:
        """Picture `index` as the sample `number` of the training, whatever it shares a pass with."""
        chance = stream(self._recipe.seed, "sample", number)
        sides = self._moments[index]
        side = int(torch.randint(len(sides), (), generator=chance))
        left_out = float(torch.rand((), generator=chance)) < self._recipe.dropout
        latents = drawn(sides[side], chance, self._scale)
        timestep = torch.randint(self._noising.steps, (), generator=chance)
        noise = torch.randn(latents.shape, generator=chance)
        if self._recipe.offset:
            noise += self._recipe.offset * torch.randn((4, 1, 1), generator=chance)
        return latents, noise, timestep, "" if left_out else self._captions[index]
