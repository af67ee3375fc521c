"""Turns a pickled checkpoint or LoRA (.pt, .pth, .bin, .ckpt) into safetensors, running nothing.

A pickle is a program. PyTorch's own reader with `weights_only` carries out no more of it than what
builds tensors, numbers, texts and plain containers, and ends at the first thing beyond.
https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only
"""

import os
import pickle
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from pipeline.domain.errors import ModelError
from pipeline.engines.lora.header import HeaderError, read_header

NESTED = ("state_dict", "model", "module", "params_ema", "params", "weights", "net")
"""Under these names trainers keep the weights, beside how far they were and the like."""
MOST_TIMES = 2
"""Weights may stand in a file twice (tied layers), and as such take twice its size."""


def convert(source: Path, target: Path) -> None:
    """Write the tensors of a pickled file as a safetensors file, whole or not at all.

    Numbers and texts beside the tensors (epochs, settings) are left out, tensors that share memory
    are written out each. A target that is there is replaced.

    Raises:
        ModelError: `pickle-refused`, whose `fault` is `hostile` when the file asks for anything but
            tensors, `already` when it is a safetensors file, `empty`, `packed` or `damaged`.
        OSError: when `source` cannot be read or `target` not be written.
    """
    size = source.stat().st_size
    _refuse_others(source)
    tensors = dict(_tensors(_opened(source)))
    if not tensors:
        raise _refusal(source, "empty")
    if not all(_honest(tensor) for tensor in tensors.values()):
        raise _refusal(source, "packed")
    if sum(map(_bytes, tensors.values())) > MOST_TIMES * size:
        raise _refusal(source, "packed")
    _save(tensors, target)


def _refusal(source: Path, fault: str) -> ModelError:
    return ModelError("pickle-refused", file=source.name, fault=fault)


def _refuse_others(source: Path) -> None:
    """Safetensors, and archives that would grow when they are opened: torch.save packs nothing."""
    try:
        read_header(source)
    except HeaderError:
        pass
    else:
        raise _refusal(source, "already")
    if not zipfile.is_zipfile(source):
        return
    try:
        with zipfile.ZipFile(source) as archive:
            packed = any(item.compress_type != zipfile.ZIP_STORED for item in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise _refusal(source, "damaged") from error
    if packed:
        raise _refusal(source, "packed")


def _opened(source: Path) -> object:
    """What the file holds; tensors of an archive stay on the disk until they are used."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of old formats, of TorchScript
            return torch.load(
                source, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(source)
            )
    except Exception as error:  # a stranger's file makes it raise whatever there is
        raise _refusal(source, "hostile" if _asks_for_more(error) else "damaged") from error


def _asks_for_more(error: Exception) -> bool:
    """Whether torch refused a file for what is in it; it tells that in words only."""
    said = str(error)
    named = isinstance(error, pickle.UnpicklingError) and "GLOBAL" in said
    return named or "TorchScript" in said


def _tensors(found: object) -> Iterator[tuple[str, Tensor]]:
    """The tensors of the mapping that has some: the file's own, or one under a usual name."""
    if not isinstance(found, Mapping):
        return
    entries = cast("Mapping[object, object]", found)
    own = {k: v for k, v in entries.items() if isinstance(k, str) and isinstance(v, Tensor)}
    if own:
        yield from own.items()
        return
    for name in NESTED:
        if inner := dict(_tensors(entries.get(name))):
            yield from inner.items()
            return


def _honest(tensor: Tensor) -> bool:
    """Whether all numbers of a tensor are in the file; one number can be made to look like many."""
    numbers = not (tensor.is_quantized or tensor.is_complex() or tensor.is_meta)
    plain = tensor.layout is torch.strided and numbers
    return plain and _bytes(tensor) <= tensor.untyped_storage().nbytes()


def _bytes(tensor: Tensor) -> int:
    return tensor.numel() * tensor.element_size()


def _save(tensors: Mapping[str, Tensor], target: Path) -> None:
    seen: set[int] = set()
    apart: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        memory = tensor.untyped_storage().data_ptr()
        shared = memory in seen
        seen.add(memory)
        whole = tensor.detach().contiguous()
        apart[name] = whole.clone() if shared else whole
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with part.open("xb"):
            save_file(apart, part, metadata={"format": "pt"})
        _settled(part)
        part.replace(target)
    except SafetensorError as error:
        raise OSError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _settled(path: Path) -> None:
    """Wait until a file is on the disk, so that a power cut leaves the old one or the new one."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
