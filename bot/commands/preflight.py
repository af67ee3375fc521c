"""`articover preflight`: a file, or a version, checked as a printer will."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.finding import resolved, titled
from bot.commands.print_answers import book_options
from bot.conversation.inspection import sentence
from bot.conversation.preflight_words import (
    mend,
    objections,
    paper_hint,
    told,
    unmeasured,
    verdict_line,
)
from bot.terminal.exits import ExitCode
from bot.terminal.grammar import SpokenCommand, Titled
from bot.terminal.running import run_to_end
from pipeline.domain.errors import PrintError
from pipeline.domain.printer import Book
from pipeline.domain.printing import demand_book, find_target
from pipeline.domain.report import Verdict
from pipeline.domain.shop import Shop, find_shop

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.printer import PrintTarget
    from pipeline.domain.report import Check, Report


def preflight(app: App) -> click.Command:
    """The click command; it ends with `ExitCode.OBJECTED` when something fails."""
    words = app.words

    def run(
        *, picture: str, target: str | None, as_json: bool, everything: bool, **about: Any
    ) -> int:  # fmt: skip
        if target is None:
            raise PrintError("print-target-needed")
        path = Path(picture)
        shop = find_shop(target, app.shops())
        book, hint = None, ""
        if shop is not None and (path.exists() or not picture.isalnum()):
            aim, name = shop, path.name
            report = run_to_end(_for_shop(app, path.absolute(), shop))
        else:
            aim = find_target(target, app.printers(), app.formats())
            book = _book(aim, **about)
            hint = paper_hint(aim, book.paper, words) if book else ""
            if path.exists() or not picture.isalnum():
                name, report = path.name, run_to_end(_of_file(app, path.absolute(), aim, book))
            else:
                name, report = run_to_end(_of_version(app, picture, aim, book))
        if as_json:
            body = _object(name, aim, report, words) | {"hints": [hint] if hint else []}
            click.echo(json.dumps(body, ensure_ascii=False))
        else:
            _tell(name, aim, report, words, everything=everything, hint=hint)
        return ExitCode.OBJECTED if report.verdict is Verdict.FAIL else ExitCode.OK

    return SpokenCommand(
        "preflight",
        callback=run,
        params=[
            click.Argument(["picture"], metavar="FILE|VERSION"),
            *book_options(app),
            Titled(["--all", "everything"], is_flag=True, help=words.say("help-preflight-all"),
                   heading=words.say("help-heading-files")),
            Titled(["--json", "as_json"], is_flag=True, help=words.say("help-json"),
                   heading=words.say("help-heading-files")),
        ],
        help=words.say("help-preflight"),
        short_help=words.say("help-preflight-short"),
        epilog=words.say("help-preflight-epilog"),
    )  # fmt: skip


def _book(
    target: PrintTarget, *, pages: int | None, paper: str | None, isbn: str | None
) -> Book | None:  # fmt: skip
    """The book, where its pages were told: without them nothing about it is known."""
    from pipeline.prepress.isbn import read_numbers  # noqa: PLC0415 - help needs no prepress

    number = read_numbers(isbn or "")[0] if isbn else ""
    if pages is None:
        return None
    return demand_book(target, Book(pages=pages, paper=paper or "", isbn=number))


async def _for_shop(app: App, path: Path, shop: Shop) -> Report:
    from pipeline.workshop.check_file import checked_for_shop  # noqa: PLC0415

    async with app.bench(lambda _step: None) as bench:
        return await bench.do(checked_for_shop, path, shop)


async def _of_file(app: App, path: Path, target: PrintTarget, book: Book | None) -> Report:
    from pipeline.workshop.check_file import checked_file  # noqa: PLC0415 - help reads nothing

    async with app.bench(lambda _step: None) as bench:
        return await bench.do(checked_file, path, target, book)


async def _of_version(
    app: App, version: str, target: PrintTarget, book: Book | None
) -> tuple[str, Report]:
    """The cover's title, and what there is to say of it."""
    from pipeline.workshop.check_version import checked_version  # noqa: PLC0415

    async with app.house() as house:
        found = await house.studio.version(house.person, await resolved(house, version))
        cover = await house.studio.cover(house.person, found.cover)
    return titled(found), checked_version(found, cover.brief, target, book)


def _tell(
    name: str, target: PrintTarget | Shop, report: Report, words: Words, *, everything: bool, hint: str
) -> None:  # fmt: skip
    click.secho(words.say("preflight-of", file=name, target=target.name), bold=True)
    found = objections(report)
    for check in found:
        click.echo(f"  {told(check, words)}")
        if remedy := mend(check, words):
            click.echo(f"      {remedy}")
    good = [check for check in report.checks if check.verdict is Verdict.PASS]
    for check in good if everything else ():
        click.echo(f"  {told(check, words)}")
    if good and not everything:
        click.echo(f"  {words.say('preflight-passed', count=len(good))}")
    if left := unmeasured(report, words):
        click.echo(f"  {left}")
    if hint:
        click.echo(f"  {hint}")
    click.secho(verdict_line(report, target, words), bold=True)


def _object(name: str, target: PrintTarget | Shop, report: Report, words: Words) -> dict[str, Any]:
    return {
        "file": name, "target": target.name, "verdict": str(report.verdict),
        "checks": [_check(check, words) for check in report.checks],
        "unmeasured": list(report.unmeasured),
    }  # fmt: skip


def _check(check: Check, words: Words) -> dict[str, Any]:
    place = check.place
    mended = mend(check, words) if check.verdict is not Verdict.PASS else ""
    return {
        "code": check.code, "verdict": str(check.verdict), "measured": check.measured,
        "limit": check.limit, "unit": check.unit, "message": sentence(check, words), "mend": mended,
        "place_mm": [round(one, 2) for one in (place.x, place.y, place.w, place.h)] if place else None,
    }  # fmt: skip
