"""The steps by which bytes and names are forced to the disk, as the operating system has them."""

import contextlib
import errno
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when there is no room, or not for this user, or not for this file."""

CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What the system says when nobody, or not this user, may write."""

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_BINARY = getattr(os, "O_BINARY", 0)


def draft_name() -> str:
    """A name that nobody looks for and nobody else has."""
    return f".articover-{secrets.token_hex(6)}.part"


def write_new(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Make the file `path` and force its content to the disk; its name needs `sync_folder`.

    `mode` is what umask takes from. When a step fails, no file is left.

    Raises:
        OSError: FileExistsError among others.
    """
    # Not tempfile: that makes files for the owner's eyes only, and umask shall decide.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        try:
            _write(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        remove(path)
        raise


def _write(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def missing_folders(folder: Path) -> Sequence[Path]:
    """What of `folder` and its parents does not exist yet, outermost first."""
    return [place for place in (folder, *folder.parents) if not place.exists()][::-1]


def make_folder(folder: Path) -> None:
    """Make one folder, whose parent exists, unless it is there, and force its name to the disk.

    Raises:
        OSError: FileExistsError when a file has its name.
    """
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Force the names to the disk; where folders cannot be opened (Windows) they need not be.

    Raises:
        OSError: when the folder is gone or the disk fails.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Tidy up: must not hide what went wrong."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
