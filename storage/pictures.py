"""Pictures that an author brings, read from the disk with a limit."""

from pathlib import Path

from pipeline.domain.errors import PictureError
from pipeline.domain.picture import LARGEST_MB, MEGABYTE


def read_picture(path: Path) -> bytes:
    """The bytes of the file at `path`, at most `LARGEST_MB` megabytes of them.

    Raises:
        PictureError: `picture-missing`, `picture-no-file` for a folder or a device,
            `picture-closed` when the system does not let us read, `picture-too-large`.
    """
    limit = LARGEST_MB * MEGABYTE
    try:
        if path.exists() and not path.is_file():
            raise PictureError("picture-no-file", path=str(path))
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError as error:
        raise PictureError("picture-missing", path=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise PictureError("picture-closed", path=str(path), reason=reason) from error
    if len(content) > limit:
        raise PictureError("picture-too-large", limit_mb=LARGEST_MB)
    return content
