"""What a shell suggests when it completes a command: names, and the person's own versions."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.terminal.running import run_to_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App

# A shell asks for these rarely; everything here is imported only then.
# ruff: noqa: PLC0415

_SHOWN = 20
_BLOCKS = ("title", "subtitle", "author", "series", "free-1", "free-2")


def recent_versions(app: App) -> Sequence[tuple[str, str]]:
    """The versions at which the person's newest covers stand, with the titles of the covers."""

    async def ask() -> list[tuple[str, str]]:
        async with app.house() as house:
            page = await house.studio.history(house.person, limit=_SHOWN)
        return [(entry.current, entry.title) for entry in page.entries if entry.current]

    # a shell has no place for an error; nothing is suggested then
    with contextlib.suppress(Exception):
        return run_to_end(ask())
    return []


def open_jobs(app: App) -> Sequence[tuple[str, str]]:
    """The person's orders that can still be cancelled, with what they are."""
    from bot.conversation.deeds import deed
    from pipeline.domain.job import is_open

    async def ask() -> list[tuple[str, str]]:
        async with app.house() as house:
            found = await house.studio.jobs(house.person, limit=_SHOWN)
        return [(job.id, deed(job.operation, app.words)) for job in found if is_open(job)]

    with contextlib.suppress(Exception):
        return run_to_end(ask())
    return []


def blocks_of(app: App, version: str | None) -> Sequence[str]:
    """The blocks of a version, or those that covers usually have."""
    from bot.commands.finding import resolved
    from pipeline.domain.blocks import names

    async def ask(asked: str) -> Sequence[str]:
        async with app.house() as house:
            found = await house.studio.version(house.person, await resolved(house, asked))
        return names(found.document.layout)

    with contextlib.suppress(Exception):
        return run_to_end(ask(version)) if version else _BLOCKS
    return _BLOCKS


def palette_names() -> Sequence[str]:
    """Every palette of every style."""
    from pipeline.illustrator.catalogue import recipes

    return sorted({palette.name for recipe in recipes().values() for palette in recipe.palettes})


def colour_names() -> Sequence[str]:
    """Every colour that has a name."""
    from pipeline.stages.colour_words import known_colours

    return known_colours()
