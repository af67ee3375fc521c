"""Ordering an operation on versions, waiting for it, and telling what came of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.carrying import Result, carried
from bot.commands.nexts import nexts
from bot.commands.suggesting import recent_versions
from bot.commands.version_json import brief_object, job_object
from bot.conversation.deeds import deed
from bot.terminal.failures import explain
from bot.terminal.grammar import SpokenCommand, Titled
from bot.terminal.running import run_to_end
from bot.terminal.tables import table
from bot.terminal.values import KnownId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.operation import Operation


def ordering(
    app: App, name: str, options: Sequence[click.Parameter],
    operation: Callable[..., Operation], *, several: bool = False,
) -> click.Command:  # fmt: skip
    """The command `name` that orders what `operation` makes of its `options`.

    It works on one version, or on `several`. The catalogue has `help-NAME`, `help-NAME-short` and
    `help-NAME-epilog` for it.
    """
    words = app.words

    def run(*, versions: tuple[str, ...], folder: Path | None, force: bool, as_json: bool,
            **given: Any) -> None:  # fmt: skip
        asked = operation(**given)
        result = run_to_end(carried(app, versions, asked, folder, force=force))
        report_result(app, result, as_json=as_json)

    return SpokenCommand(
        name,
        callback=run,
        params=[version_argument(app, several=several), *options, *file_options(words)],
        help=words.say(f"help-{name}"),
        short_help=words.say(f"help-{name}-short"),
        epilog=words.say(f"help-{name}-epilog"),
    )


def report_result(app: App, result: Result, *, as_json: bool) -> None:
    """Tell what an order came to, to a person or a program.

    Raises:
        ArtiCoverError: when its files could not be written; a program is told in the object.
    """
    if as_json:
        _print_object(app, result)
        return
    tell(result, app.words)
    if result.fault is not None:
        raise result.fault


def _print_object(app: App, result: Result) -> None:
    body = result_object(result, app.words)
    if result.fault is None:
        click.echo(json.dumps(body, ensure_ascii=False))
        return
    failure = explain(result.fault, app.words, app.log)
    body["error"] = {"code": failure.code, "message": failure.message}
    click.echo(json.dumps(body, ensure_ascii=False))
    click.get_current_context().exit(failure.exit)


def result_object(result: Result, words: Words) -> dict[str, Any]:
    """What an order came to, for a program."""
    return {
        "job": job_object(result.job, words),
        "versions": [brief_object(version, words) for version in result.versions],
        "files": [str(path.absolute()) for path in result.files],
    }


def tell(result: Result, words: Words) -> None:
    """Say which versions and files there are now, and what one may do next."""
    for version in result.versions:
        said = deed(version.operation, words)
        click.secho(words.say("made-version", version=version.id, deed=said), bold=True)
    for path in result.files:
        click.echo(f"  {path}")
    tell_next(result, words)


def tell_next(result: Result, words: Words) -> None:
    """Say what one may do next: commands to copy."""
    suggested = nexts(result.job.operation, [version.id for version in result.versions])
    if suggested:
        click.echo(words.say("made-next"))
    for line in table([(command, words.say(f"help-{name}-short")) for command, name in suggested]):
        click.echo(line)


def version_argument(app: App, *, several: bool = False) -> click.Parameter:
    """`versions`: the one, or the `several`, that a command works on."""
    kind = KnownId(lambda: recent_versions(app))
    return click.Argument(["versions"], type=kind, nargs=-1 if several else 1, required=True,
                          metavar="VERSION…" if several else "VERSION",
                          callback=None if several else _alone)  # fmt: skip


def _alone(_context: click.Context, _parameter: click.Parameter, version: str) -> tuple[str, ...]:
    return (version,)


def file_options(words: Words, out: str = "help-version-out") -> list[click.Parameter]:
    """Where files go, of which the message `out` tells, and how the result is told."""
    heading = words.say("help-heading-files")
    return [
        Titled(["--out", "folder"], type=click.Path(path_type=Path), metavar="DIR",
               heading=heading, help=words.say(out)),
        Titled(["--force"], is_flag=True, heading=heading, help=words.say("help-force")),
        Titled(["--json", "as_json"], is_flag=True, heading=heading, help=words.say("help-json")),
    ]  # fmt: skip


def json_option(words: Words) -> click.Parameter:
    """The result as an object for a program."""
    return click.Option(["--json", "as_json"], is_flag=True, help=words.say("help-json"))
