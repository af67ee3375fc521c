"""A version judged as a printer will, or a shop of eBooks: the same for the terminal and the chats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.domain.art import Drawn
from pipeline.domain.shop import Shop

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pipeline.domain.art import Art
    from pipeline.domain.operation import Print
    from pipeline.domain.person import Person
    from pipeline.domain.printer import PrintTarget
    from pipeline.domain.report import Report
    from pipeline.domain.version import Version
    from pipeline.studio import Studio
    from pipeline.workshop.printing import Printing

# What draws covers is loaded by who judges one.
# ruff: noqa: PLC0415


async def printing_of(studio: Studio, person: Person, version: Version, order: Print) -> Printing:
    """What is judged: the version with its picture, as it would be printed by who may change it.

    Raises:
        VersionError: when it is gone, or not theirs to change.
        StorageError: when its picture cannot be read.
    """
    from pipeline.workshop.printing import Printing

    cover, _ = await studio.tree(person, version.id)
    pictures = await _pictures(studio, version.document.art)
    return Printing(version=version, brief=cover.brief, order=order, **pictures)


async def _pictures(studio: Studio, art: Art) -> dict[str, Any]:
    """What the art is cut from, and what was painted beside it for an earlier order."""
    from pipeline.workshop.outpainting import Outpainted

    if isinstance(art, Drawn):
        return {"picture": None}
    picture = await studio.picture(art.origin.sha256)
    if art.aside is None:
        return {"picture": picture}
    beside = await studio.picture(art.aside.sha256)
    return {"picture": picture, "aside": Outpainted(aside=art.aside, content=beside)}


async def judged(
    do: Callable[..., Awaitable[Any]], about: Printing, aim: PrintTarget | Shop
) -> Report:  # fmt: skip
    """What they will say; `do` does it in a worker. Without pages it is about the front alone.

    Raises:
        PrintError: what `Print` raises.
        PictureError: when its picture cannot be read.
    """
    from pipeline.workshop.check_version import checked_version, version_for_shop

    if isinstance(aim, Shop):
        return await do(version_for_shop, about, aim)
    return await do(checked_version, about)
