"""`articover models add` and `set`: adapters into the catalogue, and what is said of them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.adapter_options import about, demand_readable, new
from bot.commands.ordering import json_option
from bot.commands.shelves import adapter_name, adapters_of
from bot.commands.taking_in import genre_keys, take_in, tell_adapter
from bot.terminal.grammar import SpokenCommand, Titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from pipeline.domain.adapter import Adapter


def add(app: App) -> click.Command:
    """The click command `add`."""
    words = app.words

    def run(*, file: Path, as_json: bool, **given: Any) -> None:
        demand_readable(file, words)
        adapter = take_in(app, file, **given)
        if as_json:
            click.echo(json.dumps(asdict(adapter), ensure_ascii=False))
            return
        tell_adapter(app, "models-added", adapter)

    return SpokenCommand(
        "add",
        callback=run,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            *about(app, fresh=True),
            *new(app),
            Titled(["--source"], metavar="TEXT", heading=words.say("help-heading-adapter"),
                   help=words.say("help-models-add-source")),
            json_option(words),
        ],
        help=words.say("help-models-add"),
        short_help=words.say("help-models-add-short"),
        epilog=words.say("help-models-add-epilog"),
    )  # fmt: skip


def change(app: App) -> click.Command:
    """The click command `set`."""
    words = app.words

    def run(*, name: str, as_json: bool, **given: Any) -> None:
        adapter = _changed(app, name, **given)
        if as_json:
            click.echo(json.dumps(asdict(adapter), ensure_ascii=False))
        else:
            tell_adapter(app, "models-changed", adapter)

    return SpokenCommand(
        "set",
        callback=run,
        params=[
            click.Argument(["name"], type=adapter_name(app), metavar="NAME"),
            *about(app, fresh=False),
            Titled(["--no-genre", "nowhere"], is_flag=True,
                   heading=words.say("help-heading-adapter"),
                   help=words.say("help-models-no-genre")),
            json_option(words),
        ],
        help=words.say("help-models-set"),
        short_help=words.say("help-models-set-short"),
    )  # fmt: skip


def _changed(
    app: App, name: str, *, genres: Sequence[str], nowhere: bool, weight: float | None,
    trigger: str | None, licence: str | None,
) -> Adapter:  # fmt: skip
    changes: dict[str, Any] = {"weight": weight, "trigger": trigger, "licence": licence}
    if genres or nowhere:
        changes["genres"] = genre_keys(app, genres)
    given = {key: value for key, value in changes.items() if value is not None}
    return adapters_of(app).change(name, lambda one: replace(one, **given))
