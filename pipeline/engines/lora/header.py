"""The header of a safetensors file, read by itself.

Eight bytes tell how long the header is (little-endian), then it follows as JSON: tensors by name
with dtype, shape and the bytes that are theirs, and beside them `__metadata__`, strings by name.
The rest of the file is the tensors' bytes, whole and without a hole.
https://github.com/huggingface/safetensors#format
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import BinaryIO, cast

LENGTH_BYTES = 8
MOST_HEADER_BYTES = 16 << 20
"""The format allows 100 MB; SDXL's own full checkpoint needs 0.3 MB, a LoRA of it 0.4 MB."""
MOST_SIDES = 8
BITS: Mapping[str, int] = {
    "BOOL": 8, "U8": 8, "I8": 8, "U16": 16, "I16": 16, "U32": 32, "I32": 32, "U64": 64, "I64": 64,
    "F8_E4M3": 8, "F8_E5M2": 8, "F16": 16, "BF16": 16, "F32": 32, "F64": 64,
}  # fmt: skip
"""What an element of each dtype takes."""

_CHUNK = 1 << 20
_ARCHIVE = b"PK\x03\x04"
_PICKLES = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


class Fault(StrEnum):
    """What is wrong with a file that claims to hold tensors."""

    PICKLE = "pickle"
    SHORT = "short"
    HEADER = "header"
    TENSOR = "tensor"
    BYTES = "bytes"
    NUMBERS = "numbers"
    EMPTY = "empty"


class HeaderError(ValueError):
    """A file is no sound safetensors file; `detail` says where, for whoever looks into it."""

    def __init__(self, fault: Fault, detail: str) -> None:
        self.fault = fault
        self.detail = detail
        super().__init__(f"{fault}: {detail}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tensor:
    """A tensor of a file: its bytes are [begin, end) of the file itself."""

    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int

    @property
    def count(self) -> int:
        """How many numbers it holds."""
        return prod(self.shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The tensors of a sound file, by name, and what was written beside them; `size` in bytes."""

    tensors: Mapping[str, Tensor]
    metadata: Mapping[str, str]
    size: int


def read_header(path: Path) -> Header:
    """What a safetensors file holds. Only its first bytes are read.

    Raises:
        HeaderError: when the file is not sound in every respect.
        OSError: when it cannot be read.
    """
    with path.open("rb") as file:
        return _header(file, path.stat().st_size)


def header_of(content: bytes | bytearray) -> Header:
    """`read_header` of a file that is in memory."""
    return _header(BytesIO(content[: LENGTH_BYTES + MOST_HEADER_BYTES]), len(content))


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def is_pickle(start: bytes) -> bool:
    """Whether a file was written by torch.save, by its first eight bytes, whatever its name says.

    That writes a zip archive since torch 1.6, and before it a bare pickle; whose first bytes can be
    a header's length as well, but for those that are zero in every length that is allowed.
    """
    return start.startswith(_ARCHIVE) or (start.startswith(_PICKLES) and any(start[3:8]))


def _header(file: BinaryIO, size: int) -> Header:
    start = file.read(LENGTH_BYTES)
    if is_pickle(start):
        raise HeaderError(Fault.PICKLE, "it was written by torch.save")
    if len(start) < LENGTH_BYTES:
        raise HeaderError(Fault.SHORT, f"{size} bytes")
    length = int.from_bytes(start, "little")
    if length > MOST_HEADER_BYTES:
        raise HeaderError(Fault.HEADER, f"a header of {length} bytes")
    text = file.read(length)
    if len(text) < length:
        raise HeaderError(Fault.SHORT, f"a header of {length} bytes in a file of {size}")
    entries = _entries(text)
    metadata = _metadata(entries.pop("__metadata__", {}))
    begin = LENGTH_BYTES + length
    tensors = {name: _tensor(name, entry, begin) for name, entry in entries.items()}
    _filled(tensors, begin, size)
    return Header(tensors=tensors, metadata=metadata, size=size)


def _entries(text: bytes) -> dict[str, object]:
    if not text.startswith(b"{"):
        raise HeaderError(Fault.HEADER, "it does not begin with {")
    try:
        found: dict[str, object] = json.loads(
            text.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant
        )
    # RecursionError: thousands of brackets inside each other
    except (ValueError, RecursionError) as error:
        raise HeaderError(Fault.HEADER, str(error)) from error
    return found


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _metadata(found: object) -> Mapping[str, str]:
    if isinstance(found, dict):
        texts = cast("dict[str, object]", found)
        if all(isinstance(value, str) for value in texts.values()):
            return cast("dict[str, str]", texts)
    raise HeaderError(Fault.HEADER, "metadata that are not texts by name")


def _tensor(name: str, entry: object, begin: int) -> Tensor:
    match entry:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [first, last]} if (
            len(cast("dict[str, object]", entry)) == 3
        ):
            sides = _sides(name, cast("list[object]", shape))
            bits = BITS.get(dtype)
            if bits is None:
                raise HeaderError(Fault.TENSOR, f"{name}: dtype {dtype!r}")
            span = _sides(name, [first, last])
        case _:
            raise HeaderError(Fault.TENSOR, f"{name}: no dtype, shape and data_offsets")
    if (span[1] - span[0]) * 8 != prod(sides) * bits:
        raise HeaderError(Fault.TENSOR, f"{name}: {dtype} {sides} in the bytes {span}")
    return Tensor(dtype=dtype, shape=sides, begin=begin + span[0], end=begin + span[1])


def _sides(name: str, numbers: list[object]) -> tuple[int, ...]:
    """Whole numbers of a header; True and 1.0 are none, though Python takes them for 1."""
    found = [number for number in numbers if type(number) is int and 0 <= number < 1 << 48]
    if len(found) != len(numbers) or len(found) > MOST_SIDES:
        raise HeaderError(Fault.TENSOR, f"{name}: sizes or offsets that are no such numbers")
    return tuple(found)


def _filled(tensors: Mapping[str, Tensor], begin: int, size: int) -> None:
    """Tensors share no byte and leave none over."""
    spans = sorted((one.begin, one.end) for one in tensors.values())
    edges = [(begin, begin), *spans, (size, size)]
    for (_, end), (start, _) in pairwise(edges):
        if start != end:
            raise HeaderError(Fault.BYTES, f"bytes {end} to {start} of {size}")
