"""`articover tree`: all versions of a cover, as they came out of one another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot.commands.finding import resolved
from bot.commands.ordering import json_option, version_argument
from bot.commands.version_json import brief_object
from bot.conversation.deeds import deed
from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import run_to_end
from bot.terminal.tables import branches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.version import Cover, Version


def tree(app: App) -> click.Command:
    """The click command: one line a version, and the one where the person stands."""
    words = app.words

    async def asked(version: str) -> tuple[Cover, Sequence[Version]]:
        async with app.house() as house:
            return await house.studio.tree(house.person, await resolved(house, version))

    def run(*, versions: tuple[str, ...], as_json: bool) -> None:
        cover, found = run_to_end(asked(versions[0]))
        if as_json:
            click.echo(json.dumps(_object(cover, found, words), ensure_ascii=False))
        else:
            _draw(cover, found, words)

    return SpokenCommand(
        "tree",
        callback=run,
        params=[version_argument(app), json_option(words)],
        help=words.say("help-tree"),
        short_help=words.say("help-tree-short"),
    )


def _draw(cover: Cover, versions: Sequence[Version], words: Words) -> None:
    click.secho(words.say("tree-title", title=cover.brief.title, cover=cover.id,
                          count=len(versions)), bold=True)  # fmt: skip
    if cover.forked_from:
        click.echo(words.say("tree-forked", version=cover.forked_from))
    children: dict[str, list[Version]] = {version.id: [] for version in versions}
    for version in versions:
        if version.parent in children:
            children[version.parent].append(version)
    roots = [version for version in versions if version.parent not in children]

    def line(version: Version) -> str:
        said = f"{version.number}  {version.id}  {deed(version.operation, words)}"
        here = version.id == cover.head.current
        return click.style(f"{said}  {words.say('tree-here')}", bold=True) if here else said

    for drawn in branches(roots, lambda version: children[version.id], line):
        click.echo(f"  {drawn}")


def _object(cover: Cover, versions: Sequence[Version], words: Words) -> dict[str, Any]:
    return {
        "cover": cover.id,
        "title": cover.brief.title,
        "current": cover.head.current,
        "forked_from": cover.forked_from,
        "versions": [brief_object(version, words) for version in versions],
    }
