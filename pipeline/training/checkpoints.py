"""Checkpoints: folders with `tensors.safetensors` and `state.json`, whole or not there at all.

Nothing in them is a pickle. `state.json` has the SHA-256 of the tensors, so that a damaged
checkpoint is known as one, and the one before it is used.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from pipeline.training.durable import remove_folder, write_folder

FORMAT = 1
_TENSORS, _STATE = "tensors.safetensors", "state.json"
_DIGITS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A training at some step: what it depends on, and `identity`: of which training it is."""

    step: int
    identity: Mapping[str, Any]
    numbers: Mapping[str, Any]
    tensors: Mapping[str, Tensor]


class Checkpoints:
    """The checkpoints of one training, in a folder."""

    def __init__(self, folder: Path, keep: int) -> None:
        """The last `keep` stay."""
        self._folder, self._keep = folder, max(1, keep)

    def save(self, checkpoint: Checkpoint) -> None:
        """Write a checkpoint, then let go of those that are too many."""
        tensors = save({name: t.contiguous() for name, t in checkpoint.tensors.items()})
        state = {
            "format": FORMAT, "step": checkpoint.step, "identity": checkpoint.identity,
            "numbers": checkpoint.numbers, "sha256": sha256(tensors).hexdigest(),
        }  # fmt: skip
        content = json.dumps(state, indent=1, ensure_ascii=False).encode()
        write_folder(self._path(checkpoint.step), {_TENSORS: tensors, _STATE: content})
        for old in self._paths()[: -self._keep]:
            remove_folder(old)

    def newest(self) -> tuple[Checkpoint | None, int]:
        """The last whole checkpoint, and how many after it are damaged."""
        damaged = 0
        for path in reversed(self._paths()):
            try:
                return _read(path), damaged
            except (OSError, ValueError, KeyError, TypeError, SafetensorError):
                damaged += 1
        return None, damaged

    def clear(self) -> None:
        """Let go of all of them."""
        for path in self._paths():
            remove_folder(path)

    def _path(self, step: int) -> Path:
        return self._folder / f"step-{step:0{_DIGITS}}"

    def _paths(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("step-*") if path.is_dir())


def _read(path: Path) -> Checkpoint:
    """A checkpoint.

    Raises:
        ValueError: when its tensors are not those that it was written with, or of another format.
    """
    state = json.loads((path / _STATE).read_text(encoding="utf-8"))
    content = (path / _TENSORS).read_bytes()
    if state["format"] != FORMAT or sha256(content).hexdigest() != state["sha256"]:
        raise ValueError(path.name)
    return Checkpoint(step=state["step"], identity=state["identity"], numbers=state["numbers"],
                      tensors=load(content))  # fmt: skip
