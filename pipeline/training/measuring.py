"""The loss on pictures that are held out, always with the same noise at the same timesteps."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from pipeline.training.chance import stream
from pipeline.training.latents import drawn
from pipeline.training.samples import Batch

LEVELS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""The timesteps that are measured, as shares of all: the loss of one says nothing of the others."""


class Held:
    """Batches of one row that stay the same over a whole training."""

    def __init__(
        self, moments: Sequence[Tensor], captions: Sequence[str], *, steps: int, scale: float,
        seed: int,
    ) -> None:  # fmt: skip
        """`steps` are the model's timesteps, `scale` the VAE's; pictures may have several sizes."""
        self._moments, self._captions = moments, captions
        self._steps, self._scale, self._seed = steps, scale, seed

    def __len__(self) -> int:
        return len(self._moments) * len(LEVELS)

    def __iter__(self) -> Iterator[Batch]:
        for index, moments in enumerate(self._moments):
            for place, level in enumerate(LEVELS):
                chance = stream(self._seed, "held", index, place)
                latents = drawn(moments, chance, self._scale)[None]
                yield Batch(
                    latents=latents, noise=torch.randn(latents.shape, generator=chance),
                    timesteps=torch.tensor([int(level * self._steps)]),
                    captions=(self._captions[index],),
                )  # fmt: skip
