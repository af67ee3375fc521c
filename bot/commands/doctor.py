"""`articover doctor`: what this machine has, what would paint and why, and what to do."""

import json
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import click

from bot.app import App
from bot.conversation.apology import named
from bot.conversation.words import Words
from bot.doctor import databases, engines, faces, lettering, libraries, machine, painting, upscaling
from bot.doctor.choosing import would_paint
from bot.doctor.finding import Finding, State
from bot.terminal.columns import padded, width
from bot.terminal.exits import ExitCode
from bot.terminal.grammar import SpokenCommand

COLOURS = {State.OK: "green", State.WARNING: "yellow", State.MISSING: "red"}


def doctor(app: App) -> click.Command:
    """The click command; it exits with `ExitCode.MACHINE` where anything is missing."""
    words = app.words

    def examine(folder: Path, as_json: bool) -> None:
        findings = everything(app, folder)
        if as_json:
            click.echo(json.dumps(as_object(findings, words), ensure_ascii=False))
        else:
            _print(findings, words)
        missing = any(finding.state is State.MISSING for finding in findings)
        click.get_current_context().exit(ExitCode.MACHINE if missing else ExitCode.OK)

    return SpokenCommand(
        "doctor",
        callback=examine,
        params=[
            click.Option(["--out", "folder"], type=click.Path(path_type=Path), default=Path("covers"),
                         metavar="DIR", help=words.say("help-doctor-out")),
            click.Option(["--json", "as_json"], is_flag=True, help=words.say("help-json")),
        ],
        help=words.say("help-doctor"),
        short_help=words.say("help-doctor-short"),
    )  # fmt: skip


def everything(app: App, folder: Path) -> list[Finding]:
    """All findings, in the order in which they are told."""
    settings = app.settings()
    paints = would_paint(settings.painting).paints
    return [
        machine.python(),
        *libraries.installed(libraries.requirements()),
        libraries.graphics(),
        *engines.findings(app.styles()),
        *painting.findings(settings.painting, settings.known_models),
        *lettering.findings(settings.lettering, paints=paints),
        *upscaling.findings(settings.upscaling, settings.painting.device),
        *faces.findings(app.library),
        databases.sqlite(),
        machine.folder(folder),
        machine.disk(folder),
        machine.terminal(app.words.language),
    ]


def as_object(findings: Sequence[Finding], words: Words) -> dict[str, object]:
    """The report for a program."""
    return {
        "version": metadata.version(libraries.PACKAGE),
        "ready": all(finding.state is not State.MISSING for finding in findings),
        "findings": [
            {
                "subject": finding.subject,
                "state": finding.state.value,
                "facts": dict(finding.facts),
                "message": _sentence(finding, words),
                "remedy": _remedy(finding, words),
            }
            for finding in findings
        ],
    }


def _print(findings: Sequence[Finding], words: Words) -> None:
    click.secho(words.say("doctor-title", version=metadata.version(libraries.PACKAGE)), bold=True)
    marks = {state: words.say(f"doctor-mark-{state}") for state in State}
    column = max(width(mark) for mark in marks.values())
    for finding in findings:
        mark = click.style(padded(marks[finding.state], column), fg=COLOURS[finding.state])
        click.echo(f"  {mark}  {_sentence(finding, words)}")
        if remedy := _remedy(finding, words):
            click.echo(f"  {' ' * column}  → {remedy}")
    click.echo(_verdict(findings, words))


def _sentence(finding: Finding, words: Words) -> str:
    return words.say(f"doctor-{finding.key}", **named(finding.facts, words))


def _remedy(finding: Finding, words: Words) -> str | None:
    return words.say(f"doctor-remedy-{finding.remedy}") if finding.remedy else None


def _verdict(findings: Sequence[Finding], words: Words) -> str:
    counts = {state: sum(f.state is state for f in findings) for state in State}
    if counts[State.MISSING]:
        return words.say("doctor-bad", count=counts[State.MISSING])
    if counts[State.WARNING]:
        return words.say("doctor-usable", count=counts[State.WARNING])
    return words.say("doctor-good")
