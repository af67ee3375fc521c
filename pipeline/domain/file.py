"""A finished file, before and after it is stored."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A finished file: its `name` without a folder, its size in pixels, its bytes."""

    name: str
    width_px: int
    height_px: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """The same file with its content as the blob `sha256` of `size` bytes."""

    name: str
    width_px: int
    height_px: int
    sha256: str
    size: int
