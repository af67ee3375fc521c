"""`articover show`: everything about a version, and its picture."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.finding import resolved, titled
from bot.commands.ordering import json_option, version_argument
from bot.commands.version_json import version_object
from bot.conversation.provenance import blocks, checks, origin
from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import run_to_end
from bot.terminal.tables import pairs
from pipeline.domain.errors import VersionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.app import App
    from bot.house import House
    from pipeline.domain.version import Version


def show(app: App) -> click.Command:
    """The click command: a version in words or as an object, and its picture into a file."""
    words = app.words

    def run(*, versions: tuple[str, ...], file: Path | None, force: bool, as_json: bool) -> None:
        from storage.files import demand_free, publish  # noqa: PLC0415 - only with a file
        from storage.place import demand_place  # noqa: PLC0415

        if file is not None:
            demand_place(file.parent)
            demand_free([file], force=force)
        found = run_to_end(_asked(app, versions[0], pictured=file is not None))
        version = found.version
        if file is not None:
            publish(file, found.picture, force=force)
        if as_json:
            body = version_object(version, words, own=found.own) | (
                {"file": str(file.absolute())} if file else {}
            )
            click.echo(json.dumps(body, ensure_ascii=False))
        else:
            _tell(app, found, file)

    return SpokenCommand(
        "show",
        callback=run,
        params=[
            version_argument(app),
            click.Option(["--out", "file"], type=click.Path(path_type=Path), metavar="FILE",
                         help=words.say("help-show-out")),
            click.Option(["--force"], is_flag=True, help=words.say("help-force")),
            json_option(words),
        ],
        help=words.say("help-show"),
        short_help=words.say("help-show-short"),
        epilog=words.say("help-show-epilog"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A version, whether its brief may be told to who asks, and its picture where that is wanted."""

    version: Version
    own: bool
    picture: bytes = b""


async def _asked(app: App, version: str, *, pictured: bool) -> _Found:
    async with app.house() as house:
        found = await house.studio.version(house.person, await resolved(house, version))
        picture = await house.studio.picture(found.preview) if pictured else b""
        return _Found(version=found, own=await _is_own(house, found), picture=picture)


async def _is_own(house: House, version: Version) -> bool:
    try:
        await house.studio.cover(house.person, version.cover)
    except VersionError:
        return False
    return True


def _tell(app: App, found: _Found, file: Path | None) -> None:
    words, version = app.words, found.version
    styles = {style.name: style for style in app.styles()}
    click.secho(words.say("show-title", title=titled(version), version=version.id), bold=True)
    _section(origin(version, styles, words, own=found.own))
    click.echo(words.say("show-blocks"))
    _section(blocks(version, words))
    click.echo(words.say("preflight-summary", verdict=str(version.report.verdict)))
    _section(checks(version, words))
    if file is None:
        click.echo(
            words.say("show-picture-how", command=f"articover show {version.id} --out cover.png")
        )
    else:
        click.echo(words.say("show-picture-there", file=str(file)))


def _section(rows: Iterable[tuple[str, str]]) -> None:
    for line in pairs(list(rows), shutil.get_terminal_size().columns):
        click.echo(line)
