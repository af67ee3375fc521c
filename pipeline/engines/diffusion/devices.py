"""Where a model runs, in which numbers, and how its parts visit the card when it is small."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from threading import RLock
from weakref import WeakKeyDictionary

import torch
from torch import nn

from pipeline.domain.errors import ModelError

CPU = torch.device("cpu")
_DTYPES = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}

_locks: WeakKeyDictionary[nn.Module, RLock] = WeakKeyDictionary()
"""A part moves for one thread at a time: a picture may be prepared while another is decoded."""


def device_of(asked: str) -> torch.device:
    """The device that was asked for; empty: a CUDA card, else Apple's, else the processor.

    Raises:
        ModelError: `model-device` when it is not there.
    """
    if not asked:
        return torch.device(_best())
    try:
        device = torch.device(asked)
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise ModelError("model-device", device=asked) from error
    return device


def _best() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def dtype_of(asked: str, device: torch.device) -> torch.dtype:
    """The numbers that were asked for; empty: float16 on a CUDA card, else float32.

    The first two families were trained in float16 and lose visibly in bfloat16, whose mantissa is
    eight times coarser; their range fits, but for the VAE's now and then, which `Decoder` mends.
    """
    if asked:
        return _DTYPES[asked]
    return torch.float16 if device.type == "cuda" else torch.float32


@contextmanager
def visiting(
    part: nn.Module, device: torch.device, dtype: torch.dtype | None = None
) -> Generator[None]:
    """Have a part on `device` (and in `dtype`) for a while; then it is where and what it was.

    A part that lives there already stays as it is, at no cost. Other threads wait their turn. What
    it is at home stays there meanwhile: nothing is copied back, and no other stream of the card
    takes its memory while it is still being read.
    """
    with _locks.setdefault(part, RLock()):
        parameter = next(part.parameters())
        home, was = parameter.device, parameter.dtype
        if home.type == device.type and dtype in {None, was}:
            yield
            return
        parameters = [(one, one.data) for one in part.parameters()]
        buffers = [(at, name, one) for at in part.modules()
                   for name, one in at.named_buffers(recurse=False)]  # fmt: skip
        try:
            part.to(device=device, dtype=dtype or was)
            yield
        finally:
            for one, own in parameters:
                one.data = own
            for at, name, one in buffers:
                setattr(at, name, one)


def sent(here: torch.Tensor, device: torch.device) -> torch.Tensor:
    """Numbers on their way to a device, behind what it has to do already; nobody waits for it."""
    if device.type != "cuda":
        return here.to(device)
    return here.pin_memory().to(device, non_blocking=True)


def lent_to_passes(tensors: Iterable[torch.Tensor]) -> None:
    """Keep the memory of tensors of another stream while passes, which have the first one, read them."""
    for tensor in tensors:
        if tensor.is_cuda:
            tensor.record_stream(torch.cuda.default_stream(tensor.device))
