"""Writes a safetensors file tensor by tensor: one of them is in memory at a time, not the model.

The format (github.com/huggingface/safetensors, "Format"): the length of a header as eight bytes,
the header as JSON, then the numbers of every tensor where the header says.
"""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from torch import Tensor

_NAMES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}
_ALIGNED = 8

Written = Callable[[int, int], None]
"""Told of the bytes that are written, and of how many there will be."""


def dtype_written(tensor: Tensor, half: bool) -> torch.dtype:
    """What a tensor of real numbers is written as: float16 if `half`, float32 for wider ones."""
    if half:
        return torch.float16
    return tensor.dtype if tensor.dtype in _NAMES else torch.float32


def bytes_written(tensors: Mapping[str, Tensor], *, half: bool) -> int:
    """How many bytes the numbers of the tensors take."""
    return sum(_bytes(tensor, half) for tensor in tensors.values())


def write_streamed(
    path: Path, tensors: Mapping[str, Tensor], *, half: bool, watch: Written | None = None
) -> str:
    """Write a new file and force it to the disk; "" or the first tensor that is no numbers.

    Such a tensor (one beyond float16's range among them, if `half`) ends the writing.

    Raises:
        OSError: when it cannot be written, or is there.
    """
    total, done = bytes_written(tensors, half=half), 0
    with path.open("xb") as file:
        header = _header(tensors, half)
        file.write(len(header).to_bytes(8, "little") + header)
        for name, tensor in tensors.items():
            numbers = tensor.detach().to(dtype_written(tensor, half)).contiguous().reshape(-1)
            if not bool(numbers.isfinite().all()):
                return name
            done += file.write(numbers.view(torch.uint8).numpy().data)
            if watch is not None:
                watch(done, total)
        file.flush()
        os.fsync(file.fileno())
    return ""


def _bytes(tensor: Tensor, half: bool) -> int:
    return tensor.numel() * dtype_written(tensor, half).itemsize


def _header(tensors: Mapping[str, Tensor], half: bool) -> bytes:
    entries: dict[str, object] = {"__metadata__": {"format": "pt"}}
    begin = 0
    for name, tensor in tensors.items():
        end = begin + _bytes(tensor, half)
        entries[name] = {"dtype": _NAMES[dtype_written(tensor, half)],
                         "shape": list(tensor.shape), "data_offsets": [begin, end]}  # fmt: skip
        begin = end
    plain = json.dumps(entries, separators=(",", ":")).encode()
    return plain + b" " * (-len(plain) % _ALIGNED)
