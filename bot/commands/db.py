"""`articover db`: how far the tables of the database are, and taking the steps that they lack."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.terminal.exits import ExitCode
from bot.terminal.grammar import OneOf, SpokenCommand
from bot.terminal.running import run_to_end

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from storage.database import Database

ACTIONS = ("status", "upgrade")


def db(app: App) -> click.Command:
    """The click command; `status` exits with `ExitCode.STORAGE` unless the tables are of today."""
    words = app.words

    def run(*, action: str, as_json: bool) -> None:
        found = run_to_end(_upgraded(app) if action == "upgrade" else _looked_at(app))
        click.echo(json.dumps(found) if as_json else _said(found, words))
        fine = found["fit"] == "current"
        click.get_current_context().exit(ExitCode.OK if fine else ExitCode.STORAGE)

    return SpokenCommand(
        "db",
        callback=run,
        params=[
            click.Argument(["action"], type=OneOf(words, ACTIONS), metavar="|".join(ACTIONS)),
            json_option(words),
        ],
        help=words.say("help-db"),
        short_help=words.say("help-db-short"),
    )  # fmt: skip


async def _looked_at(app: App) -> dict[str, Any]:
    database = _database(app)
    try:
        return await _state(database)
    finally:
        await database.close()


async def _upgraded(app: App) -> dict[str, Any]:
    from storage.opening import bring_up_to_date  # noqa: PLC0415

    database = _database(app)
    try:
        before = await _state(database)
        await bring_up_to_date(database)
        return {**await _state(database), "from": before["step"]}
    finally:
        await database.close()


def _database(app: App) -> Database:
    from storage.database import connect  # noqa: PLC0415 - 200 ms, which `--help` shall not take

    return connect(app.settings().database_url)


async def _state(database: Database) -> dict[str, Any]:
    from storage.schema import fit_of  # noqa: PLC0415

    fit, step = await fit_of(database)
    return {"place": database.place, "fit": str(fit), "step": step}


def _said(found: dict[str, Any], words: Words) -> str:
    facts = {name: str(found[name]) for name in ("place", "step")}
    if found.get("from", found["step"]) != found["step"]:
        return words.say("db-upgraded", **facts)
    return words.say(f"db-{found['fit']}", **facts)
