"""Python, the folder to write to, the disk, and the language of the terminal."""

import locale
import os
import platform
import shutil
import sys
from pathlib import Path

from bot.doctor.finding import Finding, State

OLDEST_PYTHON = (3, 11)
ENOUGH_FREE_MB = 500
"""Eight options at A4 with print files take about 250 MB."""


def python() -> Finding:
    """The interpreter and the system it runs on."""
    facts = {"version": platform.python_version(), "system": platform.platform(terse=True)}
    fine = sys.version_info >= OLDEST_PYTHON
    return Finding(
        subject="python",
        state=State.OK if fine else State.MISSING,
        key="python",
        facts=facts,
        remedy=None if fine else "python",
    )


def folder(path: Path) -> Finding:
    """Whether covers can be written to `path`, or to the folder in which it would be made."""
    place = path.absolute()
    while not place.exists():
        place = place.parent
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return Finding(
            subject="folder", state=State.OK, key="folder", facts={"folder": str(path.absolute())}
        )
    return Finding(
        subject="folder",
        state=State.MISSING,
        key="folder-closed",
        facts={"folder": str(place)},
        remedy="folder",
    )


def disk(path: Path) -> Finding:
    """The space that is left where covers would be written."""
    place = path.absolute()
    while not place.exists():
        place = place.parent
    free_mb = shutil.disk_usage(place).free // 1_000_000
    short = free_mb < ENOUGH_FREE_MB
    return Finding(
        subject="disk",
        state=State.WARNING if short else State.OK,
        key="disk",
        facts={"free_mb": free_mb},
        remedy="disk" if short else None,
    )


def terminal(language: str) -> Finding:
    """The language we speak and the encoding we write; Korean needs UTF-8."""
    encoding = (sys.stdout.encoding or locale.getpreferredencoding(do_setlocale=False)).upper()
    fine = encoding.replace("-", "") == "UTF8"
    return Finding(
        subject="locale",
        state=State.OK if fine else State.WARNING,
        key="locale",
        facts={"language": language, "encoding": encoding},
        remedy=None if fine else "locale",
    )
