"""Reading an image folder: which pictures there are to learn from, and which are held out."""

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from pipeline.domain.errors import TrainingError
from pipeline.training.example import Dataset, Example, Row
from pipeline.training.metadata import NAMES, read_table

PICTURES = frozenset((".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif"))
HELD_OUT = frozenset(("validation", "valid", "val", "dev", "test", "testing", "eval"))
"""Names of folders that imagefolder takes for other splits than the one to train on."""
EVERY = 8
"""Without such a folder one picture of so many is held out."""
_LEAST = 6
"""From so many pictures on one is held out: of fewer every one is needed."""


def read_dataset(folder: Path, caption: Callable[[Row], str]) -> Dataset:
    """The pictures of a folder, ordered by name, with their captions.

    Raises:
        TrainingError: `training-data` without a picture that metadata speak of;
            `training-metadata`; `training-outside` for a picture that lies outside of the folder.
    """
    files = list(_files(folder))
    named = list(_rows(folder, files))
    rows = dict(named)
    files_there = {path.resolve() for path in files}
    pictures = {path for path in files_there if path.suffix.lower() in PICTURES}
    there = {path: row for path, row in rows.items() if path in files_there}
    if not there:
        raise TrainingError("training-data", path=str(folder))
    root = folder.resolve()
    examples = [
        Example(file=_inside(path, root), path=path, row=row, caption=caption(row))
        for path, row in sorted(there.items())
    ]
    return Dataset(
        folder=folder, examples=_split(examples),
        missing=tuple(_inside(path, root) for path in rows if path not in there),
        unlisted=tuple(_inside(path, root) for path in sorted(pictures - rows.keys())),
        repeated=tuple(_inside(path, root) for path, times in
                       Counter(path for path, _ in named).items() if times > 1),
    )  # fmt: skip


def _rows(folder: Path, files: Sequence[Path]) -> Iterator[tuple[Path, Row]]:
    """Every picture that a table names, by its real path; a later row has the last word."""
    root = folder.resolve()
    spelt = {_spelling(path): path for path in files}
    for table in (path for path in files if path.name in NAMES):
        for name, row in read_table(table):
            path = table.parent / name
            real = spelt.get(_spelling(path), path).resolve()
            if not real.is_relative_to(root):
                raise TrainingError("training-outside", file=table.name, name=name)
            yield real, row


def _spelling(path: Path) -> str:
    """A path as tables and disks spell it alike.

    Archives that were packed on a Mac have the parts of a letter one by one (of every Korean
    syllable, too), and tables that were written on Windows have backslashes.
    """
    return unicodedata.normalize("NFC", str(path).replace("\\", "/"))


def _files(folder: Path) -> Iterator[Path]:
    """All files below, in the order of their names; hidden folders are left alone."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(files) if not name.startswith("."))


def _inside(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _split(examples: list[Example]) -> tuple[Example, ...]:
    """Hold out what lies in a folder for that, else one of `EVERY`, chosen by name alone.

    A picture that is added later does not move another from one side to the other.
    """
    chosen = {e.file for e in examples if HELD_OUT & set(Path(e.file.lower()).parts[:-1])}
    if not chosen and len(examples) >= _LEAST:
        ranked = sorted(examples, key=lambda e: sha256(e.file.encode()).digest())
        chosen = {e.file for e in ranked[: max(1, len(examples) // EVERY)]}
    if len(chosen) == len(examples):
        chosen = set()
    return tuple(
        Example(file=e.file, path=e.path, row=e.row, caption=e.caption, held_out=e.file in chosen)
        for e in examples
    )
