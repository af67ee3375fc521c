"""Steps of the optimiser, and all that they depend on: what a checkpoint keeps."""

import contextlib
import math
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from pipeline.domain.errors import TrainingError
from pipeline.training import chance
from pipeline.training.averaging import Averages
from pipeline.training.lora import Lora
from pipeline.training.machine import Machine
from pipeline.training.noising import Noising
from pipeline.training.samples import Batch, Samples
from pipeline.training.schedule import rate_at
from pipeline.training.settings import Recipe
from pipeline.training.texts import Reading

_WEIGHTS, _MOMENTS, _MEAN, _CHANCE = "weights/", "optimiser/", "mean/", "chance/"


class Learning:
    """A UNet with an adapter, at some step of its training."""

    def __init__(
        self, unet: nn.Module, lora: Lora, reading: Reading, samples: Samples, noising: Noising,
        recipe: Recipe, machine: Machine,
    ) -> None:  # fmt: skip
        """At step 0. The UNet is on the machine's device already."""
        self.step = 0
        self.rate = 0.0
        self._unet, self._lora, self._reading = unet, lora, reading
        self._samples, self._noising, self._recipe, self._machine = (
            samples,
            noising,
            recipe,
            machine,
        )
        self._optimiser = torch.optim.AdamW(lora.weights.values(), lr=recipe.rate, foreach=False)
        self._scaler = machine.scaler()
        self._repeats = True
        self._averages = Averages(lora.weights, recipe.ema) if recipe.ema else None

    def advance(self) -> float:
        """One step over `batch` x `accumulate` pictures; their mean loss before it.

        Raises:
            TrainingError: `training-diverged` when the loss is no number any more.
        """
        self._unet.train()
        passes = self._recipe.accumulate
        batches = [self._samples.at(self.step * passes + part) for part in range(passes)]
        total = self._repeatable(batches) if self._repeats else self._gathered(batches)
        if not math.isfinite(total):
            raise TrainingError("training-diverged", step=self.step + 1)
        self._descend()
        return total

    def _repeatable(self, batches: Sequence[Batch]) -> float:
        """The same as `_gathered`, to the bit every time where this device has a way to."""
        try:
            with self._machine.repeating():
                return self._gathered(batches)
        except RuntimeError as error:
            if "deterministic" not in str(error):
                raise
        # a card that cannot repeat its sums shall learn rather than not
        self._repeats = False
        self._optimiser.zero_grad(set_to_none=True)
        return self._gathered(batches)

    def _gathered(self, batches: Sequence[Batch]) -> float:
        """The mean error of all pictures of batches, each counting the same.

        The gradient that is added is that of errors weighed by their timesteps; what is told is not
        weighed, to stand beside what is measured on held-out pictures.
        """
        pictures = sum(len(batch.captions) for batch in batches)
        total = 0.0
        for batch in batches:
            errors = self.errors(batch)
            weights = self._noising.weights(batch.timesteps).to(errors.device)
            self._scaler.scale((errors * weights).sum() / pictures).backward()
            total += float(errors.detach().sum()) / pictures
        return total

    def errors(self, batch: Batch) -> Tensor:
        """The mean squared error of every row of a batch, (rows,)."""
        device = self._machine.device
        latents, noise, times = (
            part.to(device) for part in (batch.latents, batch.noise, batch.timesteps)
        )
        with self._machine.computing():
            texts = self._reading.together(batch.captions, device)
            noised = self._noising.noised(latents, noise, times)
            said = self._unet(noised, times, texts.to(self._machine.dtype)).sample
        target = self._noising.target(latents, noise, times)
        return nn.functional.mse_loss(said.float(), target, reduction="none").mean((1, 2, 3))

    @torch.no_grad()
    def measured(self, batches: Iterable[Batch]) -> float:
        """The mean loss of batches, every timestep weighing the same."""
        self._unet.eval()
        losses = [float(self.errors(batch).mean()) for batch in batches]
        return sum(losses) / len(losses)

    def _descend(self) -> None:
        """Change the weights by the gradients that were gathered."""
        self.rate = rate_at(self.step, self._recipe)
        for group in self._optimiser.param_groups:
            group["lr"] = self.rate
        self._scaler.unscale_(self._optimiser)
        norm = nn.utils.clip_grad_norm_(
            self._lora.weights.values(), self._recipe.clip, foreach=False
        )
        # 16 bits overflow now and then: that step is left out, by the scaler. In others none may
        if not self._scaler.is_enabled() and not torch.isfinite(norm):
            raise TrainingError("training-diverged", step=self.step + 1)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self._optimiser.zero_grad(set_to_none=True)
        if self._averages:
            self._averages.follow(self._lora.weights, self.step)
        self.step += 1

    def result(self) -> dict[str, Tensor]:
        """The weights that the training comes to: their mean where one is kept."""
        if self._averages is None:
            return self._lora.tensors()
        return {name: mean.float().cpu().clone() for name, mean in self._averages.kept.items()}

    @contextlib.contextmanager
    def at_result(self) -> Generator[None]:
        """A block in which the model has the weights of `result`, to look at what they do."""
        if self._averages is None:
            yield
            return
        own = self._lora.tensors()
        self._lora.put(self.result())
        try:
            yield
        finally:
            self._lora.put(own)

    def tensors(self) -> dict[str, Tensor]:
        """Every tensor that the next steps depend on, by name, on the CPU."""
        kept = {_WEIGHTS + name: weight for name, weight in self._lora.tensors().items()}
        for name, weight in self._lora.weights.items():
            for key, value in self._optimiser.state.get(weight, {}).items():
                kept[f"{_MOMENTS}{name}/{key}"] = value.detach().cpu().clone()
        if self._averages:
            kept |= {_MEAN + name: mean.cpu().clone() for name, mean in self._averages.kept.items()}
        return kept | {_CHANCE + name: state for name, state in chance.states().items()}

    def numbers(self) -> dict[str, Any]:
        """Every number that they depend on, as JSON can keep it."""
        return {"step": self.step, "scaler": self._scaler.state_dict()}

    def restore(self, tensors: Mapping[str, Tensor], numbers: Mapping[str, Any]) -> None:
        """Become what `tensors` and `numbers` were taken from.

        Raises:
            KeyError: when something is missing.
        """
        self._lora.put(_under(tensors, _WEIGHTS))
        moments = _under(tensors, _MOMENTS)
        for name, weight in self._lora.weights.items():
            self._optimiser.state[weight] = {
                key: value.clone() if key == "step" else value.to(weight.device)
                for key, value in _under(moments, f"{name}/").items()
            }
        if self._averages:
            for name, mean in _under(tensors, _MEAN).items():
                self._averages.kept[name].copy_(mean)
        if numbers["scaler"]:
            self._scaler.load_state_dict(dict(numbers["scaler"]))
        chance.restore(_under(tensors, _CHANCE))
        self.step = int(numbers["step"])


def _under(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {
        name.removeprefix(prefix): one for name, one in tensors.items() if name.startswith(prefix)
    }
