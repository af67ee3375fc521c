"""State dictionaries in torch's format from before 1.6, read without torch and running nothing.

Such a file is a row of pickles (a magic number, a version, the machine it was written on, tensors
that name storages, the names of the storages), then the numbers of every storage as in memory.
Source: `_legacy_load` of torch/serialization.py.
"""

import io
import pickle
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAGIC = 0x1950A86A20F9469CFC6C
VERSION = 1001
COUNT_BYTES = 8
"""Before the numbers of a storage stands how many there are, little-endian."""
FLOAT = np.dtype("<f4")


def legacy_tensors(content: bytes) -> dict[str, NDArray[np.generic]]:
    """The tensors of a state dictionary in torch's format from before 1.6, as read-only arrays.

    Raises:
        pickle.UnpicklingError: when it asks for anything but tensors, or is not as long as it says.
        EOFError: when it ends among the pickles.
    """
    stream = io.BytesIO(content)
    magic, protocol, _, rows = (_Tensors(stream).load() for _ in range(4))
    if (magic, protocol) != (MAGIC, VERSION) or not isinstance(rows, dict):
        raise pickle.UnpicklingError("not a state dictionary of the legacy format")
    keys: list[str] = _Tensors(stream).load()
    begins = _storages(
        content, stream.tell(), keys, {t.storage.key: t.storage for t in rows.values()}
    )
    return {name: tensor.read(content, begins) for name, tensor in rows.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Storage:
    key: str
    dtype: np.dtype[np.generic]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tensor:
    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    def read(self, content: bytes, begins: dict[str, int]) -> NDArray[np.generic]:
        size = self.storage.dtype.itemsize
        last = self.offset + sum(
            (n - 1) * step for n, step in zip(self.shape, self.strides, strict=True)
        )
        if min(self.strides, default=0) < 0 or not 0 <= self.offset <= last < self.storage.count:
            raise pickle.UnpicklingError("a tensor reaches beyond its storage")
        whole = np.frombuffer(
            content, self.storage.dtype, self.storage.count, begins[self.storage.key]
        )
        steps = [step * size for step in self.strides]
        return np.lib.stride_tricks.as_strided(
            whole[self.offset :], self.shape, steps, writeable=False
        )


def _storages(
    content: bytes, at: int, keys: list[str], known: dict[str, _Storage]
) -> dict[str, int]:
    """Where the numbers of each storage begin: its count in eight bytes, then the numbers."""
    begins: dict[str, int] = {}
    for key in keys:
        storage = known[key]
        begins[key] = at + COUNT_BYTES
        if int.from_bytes(content[at : at + COUNT_BYTES], "little") != storage.count:
            raise pickle.UnpicklingError("a storage is not as long as it says")
        at += COUNT_BYTES + storage.count * storage.dtype.itemsize
    if at > len(content):
        raise pickle.UnpicklingError("the numbers are cut short")
    return begins


def _rebuilt(
    storage: _Storage, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object
) -> _Tensor:
    return _Tensor(storage=storage, offset=offset, shape=tuple(shape), strides=tuple(strides))


ALLOWED: Mapping[tuple[str, str], Callable[..., object] | np.dtype[np.generic]] = {
    ("collections", "OrderedDict"): OrderedDict,
    ("torch._utils", "_rebuild_tensor_v2"): _rebuilt,
    ("torch", "FloatStorage"): FLOAT,
    ("torch", "LongStorage"): np.dtype("<i8"),
}
"""What a file may name, and what stands for it here."""


class _Tensors(pickle.Unpickler):
    """Builds tensors, numbers, texts and plain containers, and nothing else."""

    def find_class(self, module_name: str, global_name: str) -> object:
        try:
            return ALLOWED[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no tensor") from None

    def persistent_load(
        self, pid: tuple[str, np.dtype[np.generic], str, str, int, object]
    ) -> _Storage:
        kind, dtype, key, _, count, view = pid
        if kind != "storage" or view is not None:
            raise pickle.UnpicklingError("a storage is a view of another one")
        return _Storage(key=key, dtype=dtype, count=count)
