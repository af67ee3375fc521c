"""`articover models remove`: adapters and models that are needed no more."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.commands.shelves import adapters_of, anything_here, repository_of
from bot.terminal.grammar import Misused, SpokenCommand
from bot.terminal.meter import size
from bot.terminal.running import Halted

if TYPE_CHECKING:
    from bot.app import App

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415


def remove(app: App) -> click.Command:
    """The click command `remove`: says what will go, asks, and says what went."""
    words = app.words

    def run(*, name: str, yes: bool, as_json: bool) -> None:
        kind, called, count = _found(app, name)
        if not yes and (as_json or not sys.stdin.isatty()):
            raise Misused(words.say("models-remove-needs-yes"))
        if not yes:
            click.echo(words.say(f"models-remove-{kind}", name=called, size=size(count)), err=True)
            if not click.confirm(words.say("models-remove-sure"), default=False, err=True):
                raise Halted(words.say("models-kept"))
        _let_go(app, kind, called)
        if as_json:
            click.echo(json.dumps({"kind": kind, "name": called, "bytes": count}))
        else:
            click.echo(words.say("models-removed", name=called, size=size(count)))

    return SpokenCommand(
        "remove",
        callback=run,
        params=[
            click.Argument(["name"], type=anything_here(app), metavar="NAME"),
            click.Option(["--yes"], is_flag=True, help=words.say("help-forget-yes")),
            json_option(words),
        ],
        help=words.say("help-models-remove"),
        short_help=words.say("help-models-remove-short"),
    )


def _found(app: App, name: str) -> tuple[str, str, int]:
    """Whether an adapter or a model has that name, what it is called in full, and its bytes.

    Raises:
        ModelError: `adapter-missing` when neither has.
    """
    from pipeline.domain.errors import ModelError
    from pipeline.engines.hub.shelf import disk_size, repository_folder

    for one in adapters_of(app).all():
        if one.name == name:
            return "adapter", name, one.size
    repository = repository_of(app, name)
    place = repository_folder(app.settings().painting.models, repository)
    if not place.is_dir():
        raise ModelError("adapter-missing", name=name)
    return "model", repository, disk_size(place)


def _let_go(app: App, kind: str, name: str) -> Any:
    from pipeline.engines.hub.shelf import let_go

    if kind == "adapter":
        return adapters_of(app).remove(name)
    return let_go(app.settings().painting.models, name)
