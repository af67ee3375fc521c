"""`articover preflight`: a file, or a version, checked as a printer will."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.preflight_aims import Judged, file_judged, version_judged
from bot.commands.print_answers import answers_in, back_options, book_options
from bot.conversation.inspection import sentence
from bot.conversation.preflight_words import mend, objections, told, unmeasured, verdict_line
from bot.terminal.exits import ExitCode
from bot.terminal.grammar import Misused, SpokenCommand, Titled
from bot.terminal.running import run_to_end
from pipeline.domain.report import Verdict

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.report import Check

OF_THE_BACK = {"blurb", "about", "reading"}
"""What only a version can be given: a file has its words already."""


def preflight(app: App) -> click.Command:
    """The click command; it ends with `ExitCode.OBJECTED` when something fails."""
    words = app.words

    def run(*, picture: str, as_json: bool, everything: bool, **given: Any) -> int:
        answers, path = answers_in(given, words), Path(picture)
        if path.exists() or not picture.isalnum():
            if OF_THE_BACK & answers.keys():
                raise Misused(words.say("preflight-back-of-file"))
            judged = run_to_end(file_judged(app, path.absolute(), answers))
        else:
            judged = run_to_end(version_judged(app, picture, answers))
        if as_json:
            click.echo(json.dumps(_object(judged, words), ensure_ascii=False))
        else:
            _tell(judged, words, everything=everything)
        return ExitCode.OBJECTED if judged.report.verdict is Verdict.FAIL else ExitCode.OK

    files = words.say("help-heading-files")
    return SpokenCommand(
        "preflight",
        callback=run,
        params=[
            click.Argument(["picture"], metavar="FILE|VERSION"),
            *book_options(app),
            *back_options(words),
            Titled(["--all", "everything"], is_flag=True, help=words.say("help-preflight-all"),
                   heading=files),
            Titled(["--json", "as_json"], is_flag=True, help=words.say("help-json"), heading=files),
        ],
        help=words.say("help-preflight"),
        short_help=words.say("help-preflight-short"),
        epilog=words.say("help-preflight-epilog"),
    )  # fmt: skip


def _tell(judged: Judged, words: Words, *, everything: bool) -> None:
    report = judged.report
    click.secho(words.say("preflight-of", file=judged.name, target=judged.aim.name), bold=True)
    for check in objections(report):
        click.echo(f"  {told(check, words)}")
        if remedy := mend(check, words):
            click.echo(f"      {remedy}")
    good = [check for check in report.checks if check.verdict is Verdict.PASS]
    for check in good if everything else ():
        click.echo(f"  {told(check, words)}")
    if good and not everything:
        click.echo(f"  {words.say('preflight-passed', count=len(good))}")
    for line in filter(None, (unmeasured(report, words), *judged.hints)):
        click.echo(f"  {line}")
    click.secho(verdict_line(report, judged.aim, words), bold=True)


def _object(judged: Judged, words: Words) -> dict[str, Any]:
    """The same for programs: docs/how-to/print-a-book.md tells what it has."""
    report = judged.report
    return {
        "file": judged.name, "target": judged.aim.name, "verdict": str(report.verdict),
        "checks": [_check(check, words) for check in report.checks],
        "unmeasured": list(report.unmeasured), "hints": list(judged.hints),
    }  # fmt: skip


def _check(check: Check, words: Words) -> dict[str, Any]:
    place = check.place
    mended = mend(check, words) if check.verdict is not Verdict.PASS else ""
    return {
        "code": check.code, "verdict": str(check.verdict), "measured": check.measured,
        "limit": check.limit, "unit": check.unit, "message": sentence(check, words), "mend": mended,
        "place_mm": [round(one, 2) for one in (place.x, place.y, place.w, place.h)] if place else None,
    }  # fmt: skip
