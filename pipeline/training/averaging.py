"""A running mean of the weights, which is often better than the last of them."""

from collections.abc import Mapping

import torch
from torch import Tensor

_WARM = 10


class Averages:
    """An exponential moving average; in the first steps it follows faster, since it knows little."""

    def __init__(self, weights: Mapping[str, Tensor], decay: float) -> None:
        """Begin with a copy of `weights`; `decay` is what stays at every step, below 1."""
        self._decay = decay
        self.kept = {name: weight.detach().clone() for name, weight in weights.items()}

    @torch.no_grad()
    def follow(self, weights: Mapping[str, Tensor], step: int) -> None:
        """Take the weights after step `step` (from 0) into the mean."""
        decay = min(self._decay, (1 + step) / (_WARM + step))
        for name, mean in self.kept.items():
            mean.lerp_(weights[name].detach(), 1 - decay)
