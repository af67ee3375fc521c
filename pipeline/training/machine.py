"""Where a training runs and in what it computes."""

import contextlib
import os
from collections.abc import Generator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch

from pipeline.domain.errors import TrainingError
from pipeline.training.settings import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A device, and the type of numbers that the frozen model and its passes use there."""

    device: torch.device
    dtype: torch.dtype

    def computing(self) -> AbstractContextManager[object]:
        """The block in which a pass of the model runs: mixed precision where that is asked for."""
        return torch.autocast(self.device.type, self.dtype, enabled=self.dtype != torch.float32)

    @contextlib.contextmanager
    def repeating(self) -> Generator[None]:
        """The block in which every sum comes out the same again, to the bit.

        Where that is only wished for (`warn_only`), attention on a card adds its gradients up in
        any order all the same. What cannot repeat itself raises a RuntimeError here.
        """
        torch.use_deterministic_algorithms(True)
        try:
            yield
        finally:
            torch.use_deterministic_algorithms(False)

    def let_go(self) -> None:
        """Give memory back that is held for later: other programs use the card, too."""
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def scaler(self) -> "torch.amp.GradScaler":
        """Keeps gradients from vanishing in 16 bits; idle in any other precision."""
        return torch.amp.GradScaler(self.device.type, enabled=self.dtype == torch.float16)


def is_shortage(error: RuntimeError) -> bool:
    """Whether there was too little memory: libraries that allocate by themselves say it their way."""
    said = ("ALLOC_FAILED", "out of memory", "can't allocate memory")
    return isinstance(error, torch.OutOfMemoryError) or any(word in str(error) for word in said)


def machine(device: str, precision: Precision) -> Machine:
    """The machine to train on.

    Raises:
        TrainingError: `training-device` for one that is not here, `training-precision` for a type
            that it does not have.
    """
    place = _device(device)
    dtype = _dtype(place, precision)
    # cuBLAS repeats its sums only with a workspace of a fixed size
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.backends.cudnn.benchmark, torch.backends.cudnn.deterministic = False, True
    fills: Any = torch.utils.deterministic
    fills.fill_uninitialized_memory = False  # that finds mistakes in programs, and takes time
    return Machine(device=place, dtype=dtype)


def _device(name: str) -> torch.device:
    if not name:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(name)
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        raise TrainingError("training-device", device=name) from error
    return device


def _dtype(device: torch.device, precision: Precision) -> torch.dtype:
    match precision:
        case Precision.FP32:
            return torch.float32
        case Precision.BF16:
            if device.type == "cuda" and not _has_bf16(device):
                raise TrainingError("training-precision", precision=precision, device=str(device))
            return torch.bfloat16
        case Precision.FP16:
            if device.type != "cuda":
                raise TrainingError("training-precision", precision=precision, device=str(device))
            return torch.float16
        case Precision.AUTO:
            return _best(device)


def _best(device: torch.device) -> torch.dtype:
    """bfloat16 where the card has it, since its range needs no scaling; else float16."""
    if device.type != "cuda":
        return torch.float32
    return torch.bfloat16 if _has_bf16(device) else torch.float16


def _has_bf16(device: torch.device) -> bool:
    """Whether this card, of several, computes in bfloat16 itself."""
    with torch.cuda.device(device):
        return torch.cuda.is_bf16_supported(including_emulation=False)
