"""The `articover` command: the tree of commands, and how a run of it ends."""

import json
import sys
from collections.abc import Sequence
from importlib import metadata

import click

from bot.app import App
from bot.commands.completion import VARIABLE
from bot.commands.index import ALIASES, CHAPTERS
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words
from bot.terminal.chapters import Chapters
from bot.terminal.exits import ExitCode
from bot.terminal.failures import Failure, explain
from bot.terminal.grammar import OneOf

PROGRAM = "articover"


def run(arguments: Sequence[str], app: App) -> int:
    """Run one command line and answer with its exit code; no exception leaves this function."""
    try:
        ended = tree(app).main(list(arguments), PROGRAM, VARIABLE, standalone_mode=False,
                               obj=app.words)  # fmt: skip
    except SystemExit as end:  # how click ends a completion, and a run whose pipe was closed
        return end.code if isinstance(end.code, int) else ExitCode.OK
    except BaseException as error:  # noqa: BLE001 - the last door: everything becomes a sentence
        failure = explain(error, app.words, app.log)
        if app.debug and failure.exit is ExitCode.INTERNAL:
            sys.excepthook(type(error), error, error.__traceback__)
        _tell(failure, error, app.words, as_json="--json" in arguments)
        return failure.exit
    return ended if isinstance(ended, int) else ExitCode.OK


def tree(app: App) -> click.Group:
    """All commands, speaking the person's language."""
    words = app.words

    def greet(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())

    return Chapters(
        PROGRAM,
        app,
        CHAPTERS,
        aliases=ALIASES,
        everywhere=lambda: _everywhere(words),
        callback=click.pass_context(greet),
        invoke_without_command=True,
        params=[_version(words), *_everywhere(words)],
        help=words.say("help-root"),
        epilog=words.say("help-root-epilog"),
    )


def _everywhere(words: Words) -> list[click.Parameter]:
    """Options that stand before or behind the command; `__main__` has read them already."""
    return [
        click.Option(["--lang"], type=OneOf(words, LANGUAGES), expose_value=False,
                     metavar="|".join(LANGUAGES), help=words.say("help-lang")),
        click.Option(["--debug"], is_flag=True, expose_value=False, help=words.say("help-debug")),
    ]  # fmt: skip


def _version(words: Words) -> click.Option:
    def show(context: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(f"{PROGRAM} {metadata.version(PROGRAM)}")
            context.exit()

    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False,
                        callback=show, help=words.say("help-version"))  # fmt: skip


def _tell(failure: Failure, error: BaseException, words: Words, *, as_json: bool) -> None:
    """The sentence for people goes to standard error; a program finds the code in its JSON."""
    if as_json:
        body = {"error": {"code": failure.code, "message": failure.message}}
        click.echo(json.dumps(body, ensure_ascii=False))
    stopped = failure.exit is ExitCode.INTERRUPTED  # who stops it made no error
    said = failure.message if stopped else words.say("error-line", message=failure.message)
    click.echo(said, err=True)
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(words.say("usage-see-help", command=error.ctx.command_path), err=True)
