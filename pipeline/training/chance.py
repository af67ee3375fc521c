"""Randomness of a training: streams that are found by name and number, and the global ones.

Noise, timesteps and captions that are left out come from streams of their own, so that they are the
same however the work is divided, and whatever else draws. What draws from the global generators all
the same (dropout inside a model) goes on after an interruption, since their states are kept too.
"""

import hashlib
import random
from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor


def stream(seed: int, *place: str | int) -> torch.Generator:
    """The generator of a place, always on the CPU: one seed gives one noise on every device."""
    named = hashlib.sha256(repr((seed, *place)).encode()).digest()
    return torch.Generator("cpu").manual_seed(int.from_bytes(named[:8], "big") >> 1)


def plant(seed: int) -> None:
    """Set every global generator."""
    random.seed(seed)
    np.random.seed(seed % 2**32)  # noqa: NPY002 - libraries draw from the global one
    torch.manual_seed(seed)


def states() -> dict[str, Tensor]:
    """The states of every global generator, as tensors: torch, CUDA, numpy, python."""
    _, keys, place, has_gauss, gauss = np.random.get_state()  # noqa: NPY002
    _, words, spare = random.getstate()
    found = {
        "torch": torch.get_rng_state(),
        "numpy": torch.from_numpy(np.asarray(keys, np.uint32).astype(np.int64)),
        "numpy_rest": torch.tensor([place, has_gauss, gauss], dtype=torch.float64),
        "python": torch.tensor(words, dtype=torch.int64),
        "python_rest": torch.tensor([spare is not None, spare or 0.0], dtype=torch.float64),
    }
    if torch.cuda.is_available():
        for index, state in enumerate(torch.cuda.get_rng_state_all()):
            found[f"cuda{index}"] = state
    return found


def restore(kept: Mapping[str, Tensor]) -> None:
    """Set every global generator to a state of `states`; of cards only those that are here."""
    torch.set_rng_state(kept["torch"])
    place, has_gauss, gauss = kept["numpy_rest"].tolist()
    keys = kept["numpy"].numpy().astype(np.uint32)
    np.random.set_state(("MT19937", keys, int(place), int(has_gauss), gauss))  # noqa: NPY002
    has_spare, spare = kept["python_rest"].tolist()
    words = tuple(int(word) for word in kept["python"].tolist())
    random.setstate((3, words, spare if has_spare else None))
    for index in range(torch.cuda.device_count()):
        if f"cuda{index}" in kept:
            torch.cuda.set_rng_state(kept[f"cuda{index}"], index)
