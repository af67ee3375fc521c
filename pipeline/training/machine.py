"""Where a training runs and in what it computes."""

import os
from contextlib import AbstractContextManager
from dataclasses import dataclass

import torch

from pipeline.domain.errors import ModelError, TrainingError
from pipeline.training.settings import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A device, and the type of numbers that the frozen model and its passes use there."""

    device: torch.device
    dtype: torch.dtype

    def computing(self) -> AbstractContextManager[object]:
        """The block in which a pass of the model runs: mixed precision where that is asked for."""
        return torch.autocast(self.device.type, self.dtype, enabled=self.dtype != torch.float32)

    def scaler(self) -> "torch.amp.GradScaler":
        """Keeps gradients from vanishing in 16 bits; idle in any other precision."""
        return torch.amp.GradScaler(self.device.type, enabled=self.dtype == torch.float16)


def machine(device: str, precision: Precision) -> Machine:
    """The machine to train on; every operation on it gives the same bits again where it can.

    Raises:
        ModelError: `model-device` for one that is not here.
        TrainingError: `training-precision` for a type that it does not have.
    """
    place = _device(device)
    dtype = _dtype(place, precision)
    # cuBLAS repeats its sums only with a workspace of a fixed size
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.backends.cudnn.benchmark = False
    return Machine(device=place, dtype=dtype)


def _device(name: str) -> torch.device:
    if not name:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(name)
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        raise ModelError("model-device", device=name) from error
    return device


def _dtype(device: torch.device, precision: Precision) -> torch.dtype:
    match precision:
        case Precision.FP32:
            return torch.float32
        case Precision.BF16:
            if device.type == "cuda" and not torch.cuda.is_bf16_supported(
                including_emulation=False
            ):
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
    fine = torch.cuda.is_bf16_supported(including_emulation=False)
    return torch.bfloat16 if fine else torch.float16
