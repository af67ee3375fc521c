"""One forward pass of the UNet for many pictures, each at a step of its own sampler."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor

from pipeline.engines.diffusion.devices import sent
from pipeline.engines.diffusion.latents import blended
from pipeline.engines.diffusion.pace import Pace
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.sample import Held, Sample
from pipeline.engines.diffusion.unrolling import FIRST_MEMORY, LATENTS, NOISE, OUTPUT

Forward = Callable[[Tensor, Tensor, Tensor], Tensor]
"""Latents (rows, 4, h, w), timesteps (rows,), embeddings (rows, tokens, features): what is predicted."""


class Adapting(Protocol):
    """Which adapters each row of the next pass has."""

    def rows(self, held_per_row: Sequence[Held]) -> None:
        """`held_per_row` has one entry for each row."""
        ...


@dataclass(frozen=True, slots=True)
class Controls:
    """The numbers of a pass, on the device. The last three have the shape (pictures, 1, 1, 1)."""

    timesteps: Tensor
    scale: Tensor
    guidance: Tensor
    weights: Sequence[Sequence[Tensor | None]]


class Passes:
    """Moves pictures one step on.

    The rows of a pass are the prompts of all pictures, the guided ones first, then the guided ones'
    negative prompts, then padding. Nothing here waits for what it asks the device for: numbers go
    to it in one piece, and nothing is asked back, so that it never stands still between two passes.
    """

    def __init__(self, parts: Parts, forward: Forward, bank: Adapting) -> None:
        self._parts = parts
        self._forward = forward
        self._bank = bank
        self._pace = Pace(parts.device)
        self._order = lru_cache(512)(self._ordered)

    @torch.inference_mode()
    def advance(self, samples: Sequence[Sample], bucket: int) -> None:
        """One step for each of `samples`, which have one size, in a pass of `bucket` rows.

        When it raises, none of them has changed.
        """
        samples = sorted(samples, key=lambda sample: sample.negative is None)
        guided = sum(sample.negative is not None for sample in samples)
        controls = self._controls(samples, guided, bucket)
        latents = torch.stack([sample.latents for sample in samples])
        output = self._predicted(samples, guided, bucket, latents, controls)
        columns = self._columns(samples, latents, output)
        sums = [_weighted(columns, weights) for weights in controls.weights]
        moved = [_moved(sample, place, columns, sums) for place, sample in enumerate(samples)]
        for place, (sample, (now, memories)) in enumerate(zip(samples, moved, strict=True)):
            sample.latents, sample.memories, sample.noise = now, memories, None
            sample.seen = latents[place], output[place]
            sample.buckets.append(bucket)
        self._pace.passed()

    def _predicted(
        self, samples: Sequence[Sample], guided: int, bucket: int, latents: Tensor,
        controls: Controls,
    ) -> Tensor:  # fmt: skip
        """What the model says of each picture, guided, in float32."""
        count = len(samples)
        order = self._order(count, guided, bucket)
        rows = (latents * controls.scale).to(self._parts.dtype).index_select(0, order)
        if latents.is_cuda:
            rows = rows.contiguous(memory_format=torch.channels_last)
        words = [sample.prompt for sample in samples]
        words += [sample.negative for sample in samples[:guided] if sample.negative is not None]
        words += [words[0]] * (bucket - len(words))
        held = [sample.held or () for sample in samples]
        self._bank.rows([*held, *held[:guided], *[()] * (bucket - count - guided)])
        output = self._forward(rows, controls.timesteps, torch.stack(words))
        # a copy, since a captured graph writes its next output into the same memory
        output = output[: count + guided].to(
            torch.float32, copy=True, memory_format=torch.contiguous_format
        )
        if not guided:
            return output
        wanted, unwanted = output[:guided], output[count:]
        led = torch.addcmul(unwanted, wanted - unwanted, controls.guidance)
        return led if guided == count else torch.cat([led, output[guided:count]])

    def _ordered(self, count: int, guided: int, bucket: int) -> Tensor:
        """Which picture each row of a pass shows; padding shows the first."""
        rows = [*range(count), *range(guided)]
        rows += [0] * (bucket - len(rows))
        return torch.tensor(rows, device=self._parts.device)

    def _controls(self, samples: Sequence[Sample], guided: int, bucket: int) -> Controls:
        count = len(samples)
        moves = [sample.move for sample in samples]
        steps = [move.timestep for move in moves]
        rows = [*steps, *steps[:guided]]
        rows += [steps[0]] * (bucket - len(rows))
        sums = max(move.weights.shape[0] for move in moves)
        columns = max(move.weights.shape[1] for move in moves)
        weights = np.zeros((sums, columns, count), dtype=np.float32)
        for place, move in enumerate(moves):
            weights[: move.weights.shape[0], : move.weights.shape[1], place] = move.weights
        guidance = [sample.request.manner.guidance for sample in samples[:guided]]
        numbers = [rows, [move.scale for move in moves], guidance, weights.ravel()]
        flat = np.concatenate(numbers, dtype=np.float32, casting="unsafe")
        there = sent(torch.from_numpy(flat), self._parts.device)
        timesteps, scale, led, table = there.split([bucket, count, guided, weights.size])
        cells = table.view(sums, columns, count, 1, 1, 1)
        used: Any = weights.any(axis=2)
        return Controls(
            timesteps=timesteps,
            scale=scale.view(-1, 1, 1, 1),
            guidance=led.view(-1, 1, 1, 1),
            weights=[
                [cells[row, column] if used[row, column] else None for column in range(columns)]
                for row in range(sums)
            ],
        )

    def _columns(
        self, samples: Sequence[Sample], latents: Tensor, output: Tensor
    ) -> dict[int, Tensor]:
        """What the weights are for: by column, one tensor of all pictures.

        Where a picture has nothing in a column its latents stand in, with a weight of 0.
        """
        found = {LATENTS: latents, OUTPUT: output}
        if any(sample.move.draws for sample in samples):
            drawn = [self._drawn(sample) for sample in samples]
            found[NOISE] = torch.stack(drawn)
        for memory in range(max(len(sample.memories) for sample in samples)):
            found[FIRST_MEMORY + memory] = torch.stack(
                [
                    sample.memories[memory] if memory < len(sample.memories) else sample.latents
                    for sample in samples
                ]
            )
        return found

    def _drawn(self, sample: Sample) -> Tensor:
        if not sample.move.draws:
            return sample.latents
        if sample.noise is None:
            drawn = torch.randn((1, *sample.latents.shape), generator=sample.generator)
            sample.noise = sent(drawn[0], self._parts.device)
        return sample.noise


def _weighted(columns: dict[int, Tensor], weights: Sequence[Tensor | None]) -> Tensor:
    """The sum of columns by weights.

    Element by element and in one order, so that a picture's bits do not depend on its company.
    """
    total: Tensor | None = None
    for column, weight in enumerate(weights):
        if weight is None:
            continue
        if total is None:
            total = columns[column] * weight
        else:
            total.addcmul_(columns[column], weight)
    return torch.zeros_like(columns[LATENTS]) if total is None else total


def _moved(
    sample: Sample, place: int, columns: dict[int, Tensor], sums: Sequence[Tensor]
) -> tuple[Tensor, tuple[Tensor, ...]]:
    """The latents and memories of a picture after a step."""
    move = sample.move
    memories = tuple(
        columns[column][place] if column >= 0 else sums[-column][place] for column in move.memories
    )
    now = blended(sample.canvas, sums[0][place], move.source, move.source_noise)
    return now, memories
