"""Pictures to learn from, as they stand in a folder; nothing of them is opened here."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the metadata say of one picture; whatever they leave out is empty."""

    text: str = ""
    title: str = ""
    genre: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A picture and what it shows.

    `file` is its path inside the folder of the data, for people; `path` is where it lies. One that
    is `held_out` is never learnt from: the loss on such pictures tells learning from memorising.
    """

    file: str
    path: Path
    row: Row
    caption: str
    held_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What was found in a folder.

    `missing` are files that the metadata name and that are not there; `unlisted` are pictures of
    which they say nothing, and which are not learnt from; of `repeated` they speak several times.
    """

    folder: Path
    examples: tuple[Example, ...]
    missing: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
