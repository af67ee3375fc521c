"""Whether a folder can take files, asked before the work that makes them."""

import os
from pathlib import Path

from pipeline.domain.errors import OutputError


def nearest(folder: Path) -> Path:
    """`folder`, or the closest of its parents that exists."""
    place = folder.absolute()
    while not os.path.lexists(place) and place != place.parent:
        place = place.parent
    return place


def demand_place(folder: Path) -> None:
    """Find out whether files can be written to `folder`, which need not exist yet.

    Raises:
        OutputError: `output-not-a-folder` when a file is in the way, `output-not-writable` when
            the system lets nobody write there.
    """
    place = nearest(folder)
    if not place.is_dir():
        raise OutputError("output-not-a-folder", path=str(place))
    if not os.access(place, os.W_OK | os.X_OK):
        raise OutputError("output-not-writable", path=str(place))
