"""`articover completion`: the script that teaches a shell to complete our options."""

import click
from click.shell_completion import get_completion_class

from bot.app import App
from bot.terminal.grammar import Misused, OneOf, SpokenCommand

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_ARTICOVER_COMPLETE"


def completion(app: App) -> click.Command:
    """The click command, in the language of `app.words`."""
    words = app.words

    def write(shell: str) -> None:
        source = get_completion_class(shell)
        if source is None:
            raise Misused(words.say("usage-not-one-of", choices=", ".join(SHELLS)))
        # The script calls `articover` again with VARIABLE set; the command itself is not needed.
        click.echo(source(click.Group("articover"), {}, "articover", VARIABLE).source())

    return SpokenCommand(
        "completion",
        callback=write,
        params=[click.Argument(["shell"], type=OneOf(words, SHELLS), metavar="|".join(SHELLS))],
        help=words.say("help-completion"),
        short_help=words.say("help-completion-short"),
        epilog=words.say("help-completion-epilog"),
    )
