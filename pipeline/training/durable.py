"""Files and folders that are there whole or not at all, also after a kill or a power cut."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_HIDDEN = ".new-"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, replacing one of its name in one step; missing folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.parent / f"{_HIDDEN}{os.getpid()}-{path.name}"
    try:
        _write(draft, content)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with all its files; it appears in one step when every byte is on the disk."""
    draft = path.parent / f"{_HIDDEN}{os.getpid()}-{path.name}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        for name, content in files.items():
            _write(draft / name, content)
        _sync(draft)
        remove_folder(path)
        draft.replace(path)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    _sync(path.parent)


def remove_folder(path: Path) -> None:
    """Take a folder away: its name in one step, then what it held."""
    if path.is_dir():
        doomed = path.parent / f"{_HIDDEN}{os.getpid()}-old-{path.name}"
        path.replace(doomed)
        shutil.rmtree(doomed, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Take away what killed processes left half written in a folder."""
    for draft in folder.glob(f"{_HIDDEN}*"):
        if draft.is_dir():
            shutil.rmtree(draft, ignore_errors=True)
        else:
            draft.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:  # of a full disk it is not said which
        error.filename = error.filename or str(path.parent)
        raise


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
