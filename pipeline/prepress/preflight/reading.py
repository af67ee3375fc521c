"""A file, whatever it is, read for its preflight."""

from pathlib import Path

from pipeline.domain.errors import PrintError
from pipeline.domain.picture import MEGABYTE
from pipeline.prepress.preflight.evidence import Found
from pipeline.prepress.preflight.pdf_file import read_pdf
from pipeline.prepress.preflight.picture_file import read_picture_file

LARGEST_MB = 1_000
"""Printers take 650 MB; what is larger still is not looked into."""
_HEAD = 1024
"""A PDF begins within its first kilobyte (ISO 32000-1, annex H, note 13)."""


def read_file(path: Path) -> Found:
    """What is in a PDF, PNG, JPEG or TIFF; heavy, so in a worker.

    Raises:
        PrintError: `unchecked-...` when there is nothing to check, or it is refused.
        PictureError: when a picture is damaged or too large.
    """
    try:
        if path.is_dir():
            raise PrintError("unchecked-folder", path=str(path))
        if not path.is_file():
            raise PrintError("unchecked-missing", path=str(path))
        if path.stat().st_size > LARGEST_MB * MEGABYTE:
            raise PrintError("unchecked-large", limit_mb=LARGEST_MB)
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise PrintError("unchecked-closed", path=str(path), reason=error.strerror or "") from error
    return read_pdf(path) if b"%PDF-" in head else read_picture_file(path)
