"""Finding what a command is about: a version by what was typed, and the folder of its cover."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Role

if TYPE_CHECKING:
    from bot.house import House
    from pipeline.domain.version import Version

LAST = "last"
"""Stands for the version that a person worked on last."""
FOLDER = Path("covers")
_NAME_LETTERS = 60


async def resolved(house: House, version: str) -> str:
    """The id of a version; of the one that the person stands at in their newest cover for `last`.

    Raises:
        VersionError: `version-missing` when there is none yet.
    """
    if version != LAST:
        return version.strip().lower()
    page = await house.studio.history(house.person, limit=10)
    current = next((entry.current for entry in page.entries if entry.current), None)
    if current is None:
        raise VersionError("version-missing", version=LAST)
    return current


async def cover_folder(house: House, version: str) -> Path:
    """The folder that the files of a version's cover go to unless another is named.

    One's own covers keep the folder of the title that they began with.

    Raises:
        VersionError: when the person may not look at the version.
    """
    found = await house.studio.version(house.person, version)
    try:
        title = (await house.studio.cover(house.person, found.cover)).brief.title
    except VersionError:  # it is somebody else's
        title = titled(found)
    return FOLDER / folder_name(title)


def titled(version: Version) -> str:
    """The words that a person knows a cover by: its title, else its first text."""
    layout = version.document.layout
    block = layout.block(Role.TITLE) or next(iter(layout.blocks), None)
    return block.words if block else ""


def folder_name(title: str) -> str:
    """A title as the name of a folder: its letters and digits in any writing, with dashes."""
    letters = "".join(char if char.isalnum() else " " for char in title.casefold())
    return "-".join(letters.split())[:_NAME_LETTERS].strip("-") or "untitled"
