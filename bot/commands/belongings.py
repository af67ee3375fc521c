"""`articover my-data` and `forget`: everything that is kept about a person, to take or to remove."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.ordering import json_option
from bot.terminal.grammar import Misused, SpokenCommand
from bot.terminal.running import Halted, run_to_end
from pipeline.domain.picture import MEGABYTE

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.person import Forgotten
    from storage.belongings import Packed

ARCHIVE = Path("articover-my-data.zip")


def my_data(app: App) -> click.Command:
    """The click command: covers, versions, orders, settings and pictures in one zip file."""
    words = app.words

    def run(*, file: Path, force: bool, as_json: bool) -> None:
        packed = run_to_end(_packed(app, file, force=force))
        if as_json:
            body = {"file": str(file.absolute()), **asdict(packed)}
            click.echo(json.dumps(body, ensure_ascii=False))
            return
        click.echo(words.say("my-data-written", file=str(file), covers=packed.covers,
                             versions=packed.versions, pictures=packed.pictures))  # fmt: skip
        if packed.missing:
            click.echo(words.say("my-data-missing", count=packed.missing), err=True)

    return SpokenCommand(
        "my-data",
        callback=run,
        params=[
            click.Option(["--out", "file"], type=click.Path(path_type=Path), metavar="FILE",
                         default=ARCHIVE, help=words.say("help-my-data-out", file=str(ARCHIVE))),
            click.Option(["--force"], is_flag=True, help=words.say("help-force")),
            json_option(words),
        ],
        help=words.say("help-my-data"),
        short_help=words.say("help-my-data-short"),
    )  # fmt: skip


async def _packed(app: App, file: Path, *, force: bool) -> Packed:
    from storage.belongings import pack  # noqa: PLC0415 - only when it is asked for
    from storage.files import demand_free  # noqa: PLC0415
    from storage.place import demand_place  # noqa: PLC0415

    demand_place(file.parent)
    demand_free([file], force=force)
    async with app.house() as house:
        return await pack(house.person, house.store, file, now=datetime.now(UTC), force=force)


def forget(app: App) -> click.Command:
    """The click command: says what will go, asks, and says what went."""
    words = app.words

    def run(*, yes: bool, as_json: bool) -> None:
        if not yes and (as_json or not sys.stdin.isatty()):
            raise Misused(words.say("forget-needs-yes"))
        if not yes:
            _ask(run_to_end(_going(app)), words)
        gone = run_to_end(_forgotten(app))
        if as_json:
            click.echo(json.dumps(asdict(gone), ensure_ascii=False))
        else:
            click.echo(words.say("forget-done", covers=gone.covers, versions=gone.versions,
                                 jobs=gone.jobs, pictures=gone.pictures,
                                 megabytes=_megabytes(gone.picture_bytes)))  # fmt: skip

    return SpokenCommand(
        "forget",
        callback=run,
        params=[
            click.Option(["--yes"], is_flag=True, help=words.say("help-forget-yes")),
            json_option(words),
        ],
        help=words.say("help-forget"),
        short_help=words.say("help-forget-short"),
    )


def _ask(going: Forgotten, words: Words) -> None:
    """Say what will go, and ask.

    Raises:
        Halted: when the person would rather keep it.
    """
    click.echo(words.say("forget-will", covers=going.covers, versions=going.versions,
                         megabytes=_megabytes(going.picture_bytes)), err=True)  # fmt: skip
    if not click.confirm(words.say("forget-sure"), default=False, err=True):
        raise Halted(words.say("forget-kept"))


async def _going(app: App) -> Forgotten:
    async with app.house() as house:
        return await house.studio.would_forget(house.person)


async def _forgotten(app: App) -> Forgotten:
    async with app.house() as house:
        return await house.studio.forget(house.person)


def _megabytes(size: int) -> int:
    return round(size / MEGABYTE)
