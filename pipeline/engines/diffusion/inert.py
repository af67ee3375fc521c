"""Turns a pickled checkpoint or LoRA (.pt, .pth, .bin, .ckpt) into safetensors, running nothing."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from pipeline.engines.diffusion.pickled import is_honest, opened, refusal, size_of

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
    tensors = dict(_tensors(opened(source)))
    if not tensors:
        raise refusal(source, "empty")
    if not all(is_honest(tensor) for tensor in tensors.values()):
        raise refusal(source, "packed")
    if sum(map(size_of, tensors.values())) > MOST_TIMES * size:
        raise refusal(source, "packed")
    _save(tensors, target)


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
