"""How pictures drown in noise, what the model shall say of it, and how much each step counts."""

from collections.abc import Mapping
from typing import Any

import torch
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from torch import Tensor


class Noising:
    """The forward process of a model (Ho et al., 2020), by its own schedule of noise."""

    def __init__(self, config: Mapping[str, Any], gamma: float) -> None:
        """`config` is that of the model's scheduler; `gamma` caps the ratio (0: no weighting)."""
        self._process: Any = DDPMScheduler.from_config(dict(config))
        self._kind = str(self._process.config.prediction_type)
        self._gamma = gamma
        self.steps = int(self._process.config.num_train_timesteps)
        """Timesteps there are; the last is nearly pure noise."""

    def noised(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """Latents (rows, 4, h, w) at `timesteps` (rows,)."""
        return self._process.add_noise(latents, noise, timesteps)

    def target(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """What the model shall predict: the noise, the velocity, or the picture itself."""
        match self._kind:
            case "v_prediction":
                return self._process.get_velocity(latents, noise, timesteps)
            case "sample":
                return latents
            case _:
                return noise

    def weights(self, timesteps: Tensor) -> Tensor:
        """The weight of each row in the loss, (rows,).

        Min-SNR (Hang et al., "Efficient Diffusion Training via Min-SNR Weighting Strategy", 2023):
        min(SNR, gamma) for a prediction of the picture, divided by SNR for one of the noise, by
        SNR + 1 for one of the velocity.
        """
        if not self._gamma:
            return torch.ones(timesteps.shape, device=timesteps.device)
        ratio = self.ratios.to(timesteps.device)[timesteps]
        capped = ratio.clamp(max=self._gamma)
        match self._kind:
            case "v_prediction":
                return capped / (ratio + 1)
            case "sample":
                return capped
            case _:  # as a quotient of gamma: the ratio of pure noise is 0
                return (self._gamma / ratio).clamp(max=1.0)

    @property
    def ratios(self) -> Tensor:
        """The signal-to-noise ratio of every timestep, (steps,)."""
        kept = self._process.alphas_cumprod
        return kept / (1 - kept)
