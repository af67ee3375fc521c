"""How people and operations name the text blocks of a layout: `title`, `author`, `free-2`."""

from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Layout, Role, TextBlock

ROLES = (Role.TITLE, Role.SUBTITLE, Role.AUTHOR, Role.SERIES)
"""Roles that a cover has at most once."""


def names(layout: Layout) -> tuple[str, ...]:
    """The names of all blocks in the order of the layout; free blocks count from 1."""
    found: list[str] = []
    free = 0
    for block in layout.blocks:
        free += block.role is Role.FREE
        found.append(f"{Role.FREE}-{free}" if block.role is Role.FREE else str(block.role))
    return tuple(found)


def find(layout: Layout, name: str) -> TextBlock:
    """The block of that name; `free` is the first free one.

    Raises:
        VersionError: `block-missing`.
    """
    wanted = f"{Role.FREE}-1" if name == Role.FREE else name
    for known, block in zip(names(layout), layout.blocks, strict=True):
        if known == wanted:
            return block
    raise VersionError("block-missing", block=name, blocks=", ".join(names(layout)))
