"""`articover models`: the weights that paint, and the adapters that teach them manners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.commands.adapters import add, change
from bot.commands.convert_diffste import convert_diffste
from bot.commands.converting import convert
from bot.commands.letting_go import remove
from bot.commands.models_list import listing
from bot.commands.pulling import pull
from bot.terminal.grammar import SpokenGroup

if TYPE_CHECKING:
    from bot.app import App

ACTIONS = ("list", "pull", "add", "set", "remove", "convert", "convert-diffste")


def models(app: App) -> click.Group:
    """The click group of everything that can be done with models and adapters."""
    words = app.words

    def greet(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())

    group = SpokenGroup(
        "models",
        callback=click.pass_context(greet),
        invoke_without_command=True,
        help=words.say("help-models"),
        short_help=words.say("help-models-short"),
        epilog=words.say("help-models-epilog"),
    )
    made = (listing, pull, add, change, remove, convert, convert_diffste)
    for command in made:
        group.add_command(command(app))
    return group
