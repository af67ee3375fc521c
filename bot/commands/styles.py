"""`articover styles`: what it can draw, as a picture or in words."""

from pathlib import Path

import click

from bot.app import App
from bot.terminal.grammar import SpokenCommand


def styles(app: App) -> click.Command:
    """The command."""
    words = app.words

    def show(file: Path, *, listed: bool, force: bool) -> None:
        raise NotImplementedError

    return SpokenCommand(
        "styles",
        callback=show,
        params=[
            click.Option(["--out", "file"], type=click.Path(path_type=Path), metavar="FILE",
                         default=Path("styles.png"), help=words.say("help-styles-out")),
            click.Option(["--list", "listed"], is_flag=True, help=words.say("help-styles-list")),
            click.Option(["--force"], is_flag=True, help=words.say("help-force")),
        ],
        help=words.say("help-styles"),
        short_help=words.say("help-styles-short"),
    )  # fmt: skip
