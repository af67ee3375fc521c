"""What the operating system says about our folders, as a `StorageError`."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pipeline.domain.errors import StorageError
from storage.durable import CLOSED, FULL

_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}
"""What it says when a file stands where a folder is needed."""


@contextmanager
def disk_told(place: Path) -> Generator[None]:
    """Say in our words what it says about the file or folder `place`.

    Raises:
        StorageError: in the place of `OSError`.
    """
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise StorageError("storage-full") from error
        if error.errno in CLOSED | _NO_FOLDER:
            raise StorageError("storage-read-only", path=str(place)) from error
        reason = error.strerror or type(error).__name__
        raise StorageError("storage-unavailable", reason=reason) from error
