"""Any sampler as a list of weighted sums, so that one pass can move pictures of many samplers.

A scheduler of diffusers is linear in everything it sees: the latents, the model's output, its
noise, and what it remembers of earlier steps; only the weights are its own, and they depend on the
steps alone, never on the picture. So a scheduler is run once on the vectors of a basis instead of
latents, and what comes out are the weights of each step. Then one step of many pictures, whatever
their samplers, is a handful of operations on all of them, on the device and without waiting for it,
where the schedulers themselves would take dozens for each picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.engines.diffusion.samplers import step_arguments

LATENTS, OUTPUT, NOISE, FIRST_MEMORY = range(4)
"""The columns of a move's weights; memories follow one another."""
_SYMBOLS, _PROBES = 24, 8
"""Places of a vector for columns, and for recognising noise."""
_UNIT = 2.0**20
"""The length of the basis: noise, which is about 1 long, then does not cost the weights any digits."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Move:
    """One denoising step as weighted sums.

    `weights` (sums, columns) make new tensors of LATENTS, OUTPUT, NOISE and the memories: first the
    next latents, then what is to be remembered. `memories` are those of the next step: a column
    that is kept as it is, or -n for sum n. `scale` is what latents are multiplied with before the
    model sees them; `draws` says whether noise is drawn. `clean` are the weights of the latents and
    of the output in what the model takes the finished picture to be. A picture that is painted in
    part has `source` times its latents plus `source_noise` times noise where nothing is painted.
    """

    timestep: float
    scale: float
    weights: NDArray[np.float32]
    memories: tuple[int, ...]
    draws: bool
    clean: tuple[float, float]
    source: float
    source_noise: float


def unrolled(scheduler: Any, first: int = 0) -> tuple[Move, ...]:
    """The moves of a scheduler whose timesteps are set, from the one at index `first` on.

    The scheduler is used up by it.
    """
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(first)
    return tuple(_moves(scheduler, scheduler.timesteps[first:]))


def _moves(scheduler: Any, timesteps: Tensor) -> Iterator[Move]:
    for index, timestep in enumerate(timesteps):
        scale = float(scheduler.scale_model_input(torch.ones(1, 1, 1, 1), timestep))
        for number, (holder, key, _) in enumerate(_remembered(scheduler)):
            holder[key] = _basis(FIRST_MEMORY + number)
        columns = FIRST_MEMORY + len(_remembered(scheduler))
        made, noise = _stepped(scheduler, timestep)
        found = [_weights(value, noise) for _, _, value in _remembered(scheduler)]
        sums, memories = _sorted_out([_weights(made, noise), *found])
        source, source_noise = _noised(scheduler, timesteps[index + 1 : index + 2])
        yield Move(
            timestep=float(timestep), scale=scale, weights=sums[:, :columns], memories=memories,
            draws=noise is not None, clean=clean_weights(scheduler, float(timestep), scale),
            source=source, source_noise=source_noise,
        )  # fmt: skip


def _stepped(scheduler: Any, timestep: Tensor) -> tuple[Tensor, Tensor | None]:
    """A scheduler's step on the basis, and the noise that it drew."""
    generator = torch.Generator().manual_seed(1)
    before = generator.get_state()
    arguments = step_arguments(scheduler, generator)
    made = scheduler.step(
        _basis(OUTPUT), timestep, _basis(LATENTS), return_dict=False, **arguments
    )[0]
    if torch.equal(before, generator.get_state()):
        return made, None
    return made, torch.randn(made.shape, generator=torch.Generator().manual_seed(1))


def _basis(column: int) -> Tensor:
    vector = torch.zeros(1, 1, 1, _SYMBOLS + _PROBES)
    vector[..., column] = _UNIT
    return vector


def _remembered(scheduler: Any) -> list[tuple[Any, Any, Tensor]]:
    """The vectors that a scheduler holds: where, under which key, and what they are."""
    attributes: dict[str, Any] = vars(scheduler)
    held: list[tuple[Any, Any, Any]] = []
    for name in sorted(attributes):
        value = attributes[name]
        held += [(value, k, v) for k, v in enumerate(value)] if isinstance(value, list) else []
        held.append((attributes, name, value))
    return [(at, key, value) for at, key, value in held if _is_vector(value)]


def _is_vector(value: object) -> bool:
    return isinstance(value, Tensor) and value.shape == (1, 1, 1, _SYMBOLS + _PROBES)


def _weights(value: Tensor, noise: Tensor | None) -> NDArray[np.float64]:
    """The weight of each column in a vector that a step has made."""
    vector = value.flatten().numpy().astype(np.float64)
    weights = vector[:_SYMBOLS] / _UNIT
    if noise is not None:
        drawn = noise.flatten().numpy().astype(np.float64)
        probe = _SYMBOLS + int(np.abs(drawn[_SYMBOLS:]).argmax())
        share = vector[probe] / drawn[probe]
        weights = (vector - share * drawn)[:_SYMBOLS] / _UNIT
        # what noise leaves behind by rounding is no weight
        weights[np.abs(weights) < 1e-10] = 0.0
        weights[NOISE] = share
    return weights


def _sorted_out(
    vectors: list[NDArray[np.float64]],
) -> tuple[NDArray[np.float32], tuple[int, ...]]:
    """The sums that have to be made, the next latents first, and where each memory is found."""
    sums = [vectors[0]]
    memories: list[int] = []
    for vector in vectors[1:]:
        column = int(vector.argmax())
        if vector[column] == 1.0 and np.count_nonzero(vector) == 1:
            memories.append(column)
            continue
        memories.append(-len(sums))
        sums.append(vector)
    return np.stack(sums).astype(np.float32), tuple(memories)


def _noised(scheduler: Any, next_timestep: Tensor) -> tuple[float, float]:
    """The weights of a clean picture and of noise at the next timestep; at the end it is clean."""
    if not len(next_timestep):
        return 1.0, 0.0
    made = scheduler.add_noise(_basis(0), _basis(1), next_timestep).flatten() / _UNIT
    return float(made[0]), float(made[1])


def clean_weights(scheduler: Any, timestep: float, scale: float) -> tuple[float, float]:
    """The weights of latents and output in the finished picture that the model has in mind.

    With signal a and noise b at the timestep it is (x - b e) / a for a model that predicts the
    noise e, and a x - b v for one that predicts v (Salimans and Ho 2022), of latents as the model
    sees them.
    """
    shares = np.asarray(scheduler.alphas_cumprod, dtype=np.float64)
    signal = float(np.interp(timestep, np.arange(len(shares)), shares)) ** 0.5
    noise = (1.0 - signal**2) ** 0.5
    match scheduler.config.prediction_type:
        case "v_prediction":
            return scale * signal, -noise
        case "sample":
            return 0.0, 1.0
        case _:
            return scale / signal, -noise / signal
