"""`articover undo`, `redo` and `back`: standing at another version of a cover."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from bot.commands.finding import resolved
from bot.commands.ordering import json_option, version_argument
from bot.commands.version_json import brief_object
from bot.conversation.deeds import deed
from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import run_to_end

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.app import App
    from bot.house import House
    from pipeline.domain.version import Version

    Step = Callable[[House, str], Awaitable[Version]]


def undo(app: App) -> click.Command:
    """The click command: the version before."""
    return _travelling(app, "undo", lambda house, at: house.studio.undo(house.person, at))


def redo(app: App) -> click.Command:
    """The click command: the version that was undone."""
    return _travelling(app, "redo", lambda house, at: house.studio.redo(house.person, at))


def back(app: App) -> click.Command:
    """The click command: any version of the cover."""
    return _travelling(app, "back", lambda house, at: house.studio.back(house.person, at))


def _travelling(app: App, name: str, step: Step) -> click.Command:
    """The command `name` that takes a `step` from a version."""
    words = app.words

    async def travelled(version: str) -> Version:
        async with app.house() as house:
            return await step(house, await resolved(house, version))

    def run(*, versions: tuple[str, ...], as_json: bool) -> None:
        there = run_to_end(travelled(versions[0]))
        if as_json:
            click.echo(json.dumps(brief_object(there, words), ensure_ascii=False))
        else:
            click.echo(words.say("travel-there", version=there.id, number=str(there.number),
                                 deed=deed(there.operation, words)))  # fmt: skip

    return SpokenCommand(
        name,
        callback=run,
        params=[version_argument(app), json_option(words)],
        help=words.say(f"help-{name}"),
        short_help=words.say(f"help-{name}-short"),
    )
