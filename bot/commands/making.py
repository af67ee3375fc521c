"""From a brief to files: orders a cover, sees it through, and tells what was made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from bot.commands.carrying import Result, see_through
from bot.commands.ordering import tell_next
from bot.commands.result import as_object
from bot.conversation.account import heard, idea, remarks, remarks_on_all, verdict
from bot.terminal.running import run_to_end
from pipeline.domain.brief_file import NAME
from pipeline.domain.ids import new_id
from storage.files import demand_free
from storage.pictures import read_picture
from storage.place import demand_place

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app import App
    from pipeline.domain.brief import Brief
    from pipeline.domain.painting import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is to be done with a brief's covers: where they go, and how the result is told.

    `art` is a picture of the author's to be lettered, or to be painted from where `engine` is the
    painter; without one covers are painted or drawn, as `engine` says or as is usual here.
    """

    folder: Path
    force: bool
    as_json: bool
    for_print: bool
    art: Path | None = None
    engine: Engine | None = None


def make(app: App, brief: Brief, errand: Errand) -> None:
    """Make the covers of a brief, write them, and tell what was made.

    Raises:
        ArtiCoverError: when the brief cannot be made, the picture cannot be used, or the files
            cannot be written.
    """
    demand_place(errand.folder)
    demand_free([errand.folder / NAME], force=errand.force)
    made = run_to_end(_ordered(app, brief, errand))
    if made.fault:
        raise made.fault
    if errand.as_json:
        click.echo(json.dumps(as_object(made, app.genres(), app.words), ensure_ascii=False))
    else:
        _tell(app, made, errand)


async def _ordered(app: App, brief: Brief, errand: Errand) -> Result:
    from bot.terminal.courier import Folder  # noqa: PLC0415 - a part of the storage

    picture = read_picture(errand.art) if errand.art else None
    key = new_id()
    address = Folder(path=str(errand.folder.absolute()), force=errand.force, order=key).address
    async with app.house() as house:
        ticket = await house.studio.order_cover(
            house.person, brief, address, key, for_print=errand.for_print, picture=picture,
            engine=errand.engine,
        )  # fmt: skip
        return await see_through(house, ticket, errand.folder, app.words)


def _tell(app: App, made: Result, errand: Errand) -> None:
    words = app.words
    styles = {style.name: style for style in app.styles()}
    click.secho(
        words.say("report-made", title=made.cover.brief.title, count=len(made.versions),
                  folder=str(errand.folder)),
        bold=True,
    )  # fmt: skip
    for line in heard(made.versions, words):
        click.echo(f"  {line}")
    shared = remarks_on_all(made.versions, words)
    for version in made.versions:
        line = idea(version.number, version.document, styles, app.library(), words)
        click.echo(f"  {line} · {version.id}")
        for remark in remarks(version, words):
            if remark not in shared:
                click.echo(f"     {remark}")
    click.echo(verdict(made.versions, words))
    for remark in shared:
        click.echo(f"  {remark}")
    click.echo(words.say("report-sheet", file=str(made.files[0])))
    click.echo(words.say("report-seed", seed=str(made.cover.brief.seed)))
    tell_next(made, words)
