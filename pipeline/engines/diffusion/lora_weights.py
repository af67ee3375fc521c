"""The tensors of a LoRA file, read from the very bytes that were hashed and judged."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from pipeline.domain.errors import ModelError
from pipeline.domain.painting import AdapterUse
from pipeline.engines.lora.file import MOST_BYTES, LoraHeader, lora_header, refused
from pipeline.engines.lora.header import Fault, HeaderError, header_of
from pipeline.engines.lora.header import Tensor as Entry
from pipeline.engines.lora.layers import LoraLayer

_DTYPES: Mapping[str, torch.dtype] = {
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F32": torch.float32,
    "F64": torch.float64,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraWeights:
    """A LoRA file in memory, as long as its layers are being copied out of it."""

    name: str
    header: LoraHeader
    content: bytearray
    entries: Mapping[str, Entry]

    def matrix(self, tensor: str, dtype: torch.dtype) -> Tensor:
        """A tensor of the file in `dtype`, as (its first side, all others).

        Raises:
            ModelError: `adapter-damaged` when not all of it are finite numbers, or are in `dtype`.
        """
        entry = self.entries[tensor]
        # A copy of its own is aligned, as bytes somewhere in a file need not be.
        own = self.content[entry.begin : entry.end]
        found = torch.frombuffer(own, dtype=_DTYPES[entry.dtype]).to(dtype)
        # By the extremes, which a NaN becomes both of: a hundredth of the time of asking each number.
        if not all(torch.isfinite(extreme) for extreme in found.aminmax()):
            raise self._no_numbers()
        return found.reshape(entry.shape[0] if entry.shape else 1, -1)

    def scale(self, layer: LoraLayer) -> float:
        """What the addition of a layer is multiplied with when the adapter's weight is 1.

        Raises:
            ModelError: `adapter-damaged`.
        """
        if not layer.alpha:
            return layer.scale
        return self.matrix(layer.alpha, torch.float64).item() / layer.rank

    def _no_numbers(self) -> ModelError:
        return ModelError("adapter-damaged", name=self.name, fault=Fault.NUMBERS.value)


def open_lora(use: AdapterUse, path: Path) -> LoraWeights:
    """Read the LoRA that was asked for. The file is read once, so that nobody can swap it between.

    Raises:
        ModelError: `adapter-missing`, `adapter-changed` when it is not the one with that SHA-256,
            and what `read_lora` raises.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ModelError("adapter-damaged", name=use.name, fault=Fault.BYTES.value)
        content = bytearray(path.stat().st_size)
        with path.open("rb") as file:
            del content[file.readinto(content) :]
    except OSError as error:
        raise ModelError("adapter-missing", name=use.name) from error
    if hashlib.sha256(content).hexdigest() != use.sha256:
        raise ModelError("adapter-changed", name=use.name)
    try:
        header = header_of(content)
    except HeaderError as error:
        raise refused(error, use.name) from error
    lora = lora_header(header, use.name)
    return LoraWeights(name=use.name, header=lora, content=content, entries=header.tensors)
