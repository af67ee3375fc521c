"""Files written whole or not at all, and never over what somebody else put there.

Each file is written beside its destination under a hidden name and forced to the disk; only when
all of a set are there do they get their names, each in one step of the file system. When a step
fails, what was published is taken back and what was replaced is restored. A kill -9 or a power
cut can leave hidden temporary files, but never half a cover under a cover's name.
"""

import contextlib
import errno
import os
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from pipeline.domain.errors import OutputError
from storage.durable import (
    CLOSED,
    FULL,
    draft_name,
    make_folder,
    missing_folders,
    new_file,
    remove,
    sync_folder,
    write_new,
)

_CODES = {
    **dict.fromkeys(FULL, "output-no-space"),
    **dict.fromkeys(CLOSED, "output-not-writable"),
    errno.ENOTDIR: "output-not-a-folder",
    errno.EISDIR: "output-is-a-folder",
    errno.ENAMETOOLONG: "output-name-too-long",
}
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def publish(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write one file; see `publish_all`."""
    publish_all({path: content}, force=force)


def publish_all(contents: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write every file of `contents`, or none; missing folders are made.

    Raises:
        OutputError: `output-exists` when a file is there and `force` is not given; otherwise
            what stands in the way. Nothing has changed then.
    """
    demand_free(contents, force=force)
    with ExitStack() as leftovers, ExitStack() as undo:
        drafts = {
            path: _draft(path, content, leftovers, undo) for path, content in contents.items()
        }
        for path, draft in drafts.items():
            with _told(path):
                _name(draft, path, leftovers, undo, force=force)
        for folder in {path.parent for path in contents}:
            with _told(folder):
                sync_folder(folder)
        undo.pop_all()


@contextlib.contextmanager
def publishing(path: Path, *, force: bool = False, mode: int = 0o666) -> Generator[BinaryIO]:
    """One file to write to, for what does not fit into memory; it appears when the block ends.

    `mode` is what umask takes from.

    Raises:
        OutputError: as `publish_all` does, and for errors of writing in the block.
    """
    demand_free([path], force=force)
    with ExitStack() as leftovers, ExitStack() as undo, _told(path):
        _make_folders(path.parent, undo)
        draft = _hidden(path)
        with new_file(draft, mode=mode) as file:
            yield file
        leftovers.callback(remove, draft)
        _name(draft, path, leftovers, undo, force=force)
        sync_folder(path.parent)
        undo.pop_all()


def demand_free(paths: Iterable[Path], *, force: bool = False) -> None:
    """Find out before a long job whether its files may be written where they shall go.

    Raises:
        OutputError: `output-exists` with the first such path and how many there are, unless
            `force`; `output-is-a-folder` when a folder has the name of a file.
    """
    taken = [path for path in paths if os.path.lexists(path)]
    folders = [path for path in taken if path.is_dir()]
    if folders:
        raise OutputError("output-is-a-folder", path=str(folders[0]))
    if taken and not force:
        raise OutputError("output-exists", path=str(taken[0]), count=len(taken))


def _draft(path: Path, content: bytes, leftovers: ExitStack, undo: ExitStack) -> Path:
    """`content` safely on the disk beside `path`, under a name that nobody looks for."""
    with _told(path):
        _make_folders(path.parent, undo)
        draft = _hidden(path)
        write_new(draft, content)
        leftovers.callback(remove, draft)
        undo.callback(remove, draft)
    return draft


def _make_folders(folder: Path, undo: ExitStack) -> None:
    for place in missing_folders(folder):
        undo.callback(_remove_empty, place)
        make_folder(place)


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _name(draft: Path, path: Path, leftovers: ExitStack, undo: ExitStack, *, force: bool) -> None:
    """Give the draft its real name in one step."""
    if force:
        _keep_old(path, leftovers, undo)
        draft.replace(path)
    else:
        _link(draft, path)
        undo.callback(remove, path)


def _keep_old(path: Path, leftovers: ExitStack, undo: ExitStack) -> None:
    """Arrange for `path` to become again what it is now."""
    if not os.path.lexists(path):
        undo.callback(remove, path)
        return
    kept = _hidden(path)
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        return
    leftovers.callback(remove, kept)
    undo.callback(kept.replace, path)


def _link(draft: Path, path: Path) -> None:
    """Name the draft `path` unless that exists: a link refuses, where a rename would replace."""
    try:
        os.link(draft, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        demand_free([path])
        draft.replace(path)


def _hidden(path: Path) -> Path:
    return path.with_name(draft_name())


@contextlib.contextmanager
def _told(path: Path) -> Generator[None]:
    """Say what the operating system says about `path` in our words."""
    try:
        yield
    except FileExistsError as error:
        # Either somebody was quicker, or a file stands where a folder is needed.
        if os.path.lexists(path):
            raise OutputError("output-exists", path=str(path), count=1) from error
        raise OutputError("output-not-a-folder", path=str(path.parent)) from error
    except OSError as error:
        code = _CODES.get(error.errno or 0)
        if code is None:
            reason = error.strerror or str(error)
            raise OutputError("output-failed", path=str(path), reason=reason) from error
        raise OutputError(code, path=str(path)) from error
