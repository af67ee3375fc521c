"""The steps by which bytes and names are forced to the disk, as the operating system has them."""

import contextlib
import errno
import os
import secrets
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import BinaryIO

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
    """Make the file `path` and force its content to the disk; see `new_file`."""
    with new_file(path, mode=mode) as file:
        file.write(content)


@contextlib.contextmanager
def new_file(path: Path, *, mode: int = 0o666) -> Generator[BinaryIO]:
    """A new file to write to; its content is forced to the disk when the block ends.

    `mode` is what umask takes from. The name needs `sync_folder`. When anything fails, no file is
    left.

    Raises:
        OSError: FileExistsError among others.
    """
    # Not tempfile: that makes files for the owner's eyes only, and umask shall decide.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        remove(path)
        raise


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
