"""Opens files that PyTorch pickled (.pt, .pth, .bin, .ckpt), running nothing of them.

A pickle is a program. PyTorch's own reader with `weights_only` carries out no more of it than what
builds tensors, numbers, texts and plain containers, and ends at the first thing beyond.
https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only
"""

import pickle
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor
from torch.serialization import get_unsafe_globals_in_checkpoint, safe_globals

from pipeline.domain.errors import ModelError
from pipeline.engines.lora.header import HeaderError, read_header


class Inert(dict[Any, Any]):
    """Stands for an object of any class that a file names: it takes everything and does nothing."""

    def __init__(self, *_arguments: object) -> None:
        """Whatever the object was made of is forgotten."""
        super().__init__()

    def __setstate__(self, state: object) -> None:
        """Keep the attributes that the object had."""
        if isinstance(state, dict):
            self.update(cast("dict[Any, Any]", state))


def opened(source: Path, inert: Callable[[str], bool] | None = None) -> object:
    """What a file holds; tensors of an archive stay on the disk until they are used.

    Objects of classes whose full name `inert` knows come as `Inert`; their classes are not even
    imported. Any others are refused.

    Raises:
        ModelError: `pickle-refused`, whose `fault` is `hostile` when the file asks for anything
            else, `already` when it is a safetensors file, `packed` or `damaged`.
        OSError: when it cannot be read.
    """
    with source.open("rb"):
        _refuse_others(source)
    try:
        names = [] if inert is None else _named(source, inert)
        with (
            warnings.catch_warnings(action="ignore"),  # of old formats, of TorchScript
            safe_globals([(Inert, name) for name in names]),
        ):
            return torch.load(
                source, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(source)
            )
    except Exception as error:  # a stranger's file makes it raise whatever there is
        raise refusal(source, "hostile" if _asks_for_more(error) else "damaged") from error


def refusal(source: Path, fault: str) -> ModelError:
    """Why a file is not read."""
    return ModelError("pickle-refused", file=source.name, fault=fault)


def is_honest(tensor: Tensor) -> bool:
    """Whether all numbers of a tensor are in the file; one number can be made to look like many."""
    numbers = not (tensor.is_quantized or tensor.is_complex() or tensor.is_meta)
    plain = tensor.layout is torch.strided and numbers
    return plain and size_of(tensor) <= tensor.untyped_storage().nbytes()


def size_of(tensor: Tensor) -> int:
    """The bytes of a tensor's numbers."""
    return tensor.numel() * tensor.element_size()


def _refuse_others(source: Path) -> None:
    """Safetensors, and archives that would grow when they are opened: torch.save packs nothing."""
    try:
        read_header(source)
    except HeaderError:
        pass
    else:
        raise refusal(source, "already")
    if not zipfile.is_zipfile(source):
        return
    try:
        with zipfile.ZipFile(source) as archive:
            packed = any(item.compress_type != zipfile.ZIP_STORED for item in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise refusal(source, "damaged") from error
    if packed:
        raise refusal(source, "packed")


def _named(source: Path, inert: Callable[[str], bool]) -> list[str]:
    """The classes that a file names and that are known; torch refuses the rest by itself."""
    return [name for name in get_unsafe_globals_in_checkpoint(source) if inert(name)]


def _asks_for_more(error: Exception) -> bool:
    """Whether torch refused a file for what is in it; it tells that in words only."""
    said = str(error)
    named = isinstance(error, pickle.UnpicklingError) and "GLOBAL" in said
    return named or "TorchScript" in said
