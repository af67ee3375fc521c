"""What the model of a stock pipeline has in mind between two steps, for previews."""

from functools import wraps
from typing import Any

import torch
from torch import Tensor

from pipeline.engines.diffusion.unrolling import clean_weights


class Imagining:
    """Looks on while a pipeline's scheduler steps; to the pipeline it is the same scheduler.

    Half way, latents are half noise; the finished picture that the model would guess from them has
    its shapes from the first step.
    """

    def __init__(self, scheduler: Any) -> None:
        self._scheduler = scheduler
        self._guess: Tensor | None = None
        # models that flow have other shares of signal and noise
        self._known = hasattr(scheduler, "alphas_cumprod")
        if self._known:
            scheduler.step = self._watched(scheduler.step)

    def latents(self, otherwise: Tensor) -> Tensor:
        """The clean latents of the last step, (rows, 4, h, w); `otherwise` where they are not known."""
        return otherwise if self._guess is None else self._guess

    def _watched(self, step: Any) -> Any:
        # pipelines read from the signature whether a scheduler takes a generator
        @wraps(step)
        def watched(output: Tensor, timestep: Any, sample: Tensor, *more: Any, **named: Any) -> Any:
            scale = self._scheduler.scale_model_input(torch.ones(1, 1, 1, 1), timestep)
            of_sample, of_output = clean_weights(self._scheduler, float(timestep), float(scale))
            self._guess = of_sample * sample + of_output * output
            return step(output, timestep, sample, *more, **named)

        return watched
