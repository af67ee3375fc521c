"""`articover print` and `printers`: all files for a printer and the shops, and whom there is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.carrying import Result, handed_in, see_through
from bot.commands.finding import resolved
from bot.commands.ordering import file_options, report_result, version_argument
from bot.commands.print_answers import MOST_PAGES, answer_options, answers_in
from bot.conversation.preflight_words import paper_hint, preflight_card
from bot.conversation.print_notes import remember, remembered
from bot.terminal.columns import padded, width
from bot.terminal.grammar import Misused, SpokenCommand, Whole
from bot.terminal.running import run_to_end
from pipeline.domain.operation import Print
from pipeline.domain.print_wishes import demand_told, told
from pipeline.domain.printer import Book
from pipeline.domain.printing import demand_book, find_target, targets, told_spine
from pipeline.domain.report_json import report_in
from pipeline.domain.shop import find_shop
from pipeline.domain.wrapping import wrap_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.print_wishes import Answer
    from pipeline.domain.printer import Printer, PrintTarget


def print_(app: App) -> click.Command:
    """The click command: what is not told now is as it was told for this cover before."""
    words = app.words

    def run(*, versions: tuple[str, ...], folder: Path | None, force: bool, as_json: bool,
            **given: Any) -> None:  # fmt: skip
        asking = not as_json and sys.stdin.isatty()
        answers = answers_in(given, words)
        if find_shop(str(answers.get("target", "")), app.shops()):
            raise Misused(words.say("print-for-shop"))
        result = run_to_end(_carried(app, versions[0], answers, folder, force=force, ask=asking))
        report_result(app, result, as_json=as_json)
        if not as_json:
            _tell_preflight(app, result)

    return SpokenCommand(
        "print", callback=run,
        params=[version_argument(app), *answer_options(app), *file_options(words)],
        help=words.say("help-print-all"), short_help=words.say("help-print-short"),
        epilog=words.say("help-print-epilog"),
    )  # fmt: skip


def _tell_preflight(app: App, result: Result) -> None:
    """How large the sheet is, and what the printer will say to the file, as its preflight found it."""
    data = next((path for path in result.files if path.suffix == ".json"), None)
    report, operation = report_in(data.read_bytes()) if data else None, result.job.operation
    if report is not None and isinstance(operation, Print):
        target = find_target(operation.target, app.printers(), app.formats())
        click.echo(_sheet(operation, target, app.words))
        for line in preflight_card(report, target, app.words):
            click.echo(line)
        if hint := paper_hint(target, operation.paper, app.words):
            click.echo(hint)


def _sheet(operation: Print, target: PrintTarget, words: Words) -> str:
    """The measures that a printer's own calculator shows, and what it asks for them."""
    book = demand_book(target, Book(pages=operation.pages, paper=operation.paper))
    wrap, told_mm = wrap_of(target, book), told_spine(target.printer, book.paper)
    sheet = {"width": wrap.sheet.w, "height": wrap.sheet.h, "spine": wrap.spine.w}
    said = {name: f"{mm:.1f}" for name, mm in sheet.items()}
    paper = book.paper if told_mm is None else ""
    return words.say("print-sheet", target=target.name, pages=book.pages, paper=paper, **said)


async def _carried(
    app: App, version: str, answers: Mapping[str, Answer], folder: Path | None, *,
    force: bool, ask: bool,
) -> Result:  # fmt: skip
    """Order the files and see it through; what could be ordered is remembered."""
    async with app.house() as house:
        base = await house.studio.changeable(house.person, await resolved(house, version))
        notes, person = house.store.notes, house.person.id
        wishes = told(await remembered(notes, person, base.cover), **answers)
        wishes = _asked(wishes, app.words) if ask else wishes
        ticket, place = await handed_in(house, [base.id], demand_told(wishes), folder, force=force)
        await remember(notes, person, base.cover, wishes)
        return await see_through(house, ticket, place, app.words)


def _asked(wishes: Print, words: Words) -> Print:
    """The wishes with what every printer needs, asked of who sits at the terminal."""
    if not wishes.target:
        target = click.prompt(words.say("print-ask-target"), err=True)
        wishes = told(wishes, target=str(target).strip())
    if wishes.pages <= 0:
        pages = click.prompt(
            words.say("print-ask-pages"), type=Whole(words, 1, MOST_PAGES), err=True
        )
        wishes = told(wishes, pages=int(pages))
    return wishes


def printers(app: App) -> click.Command:
    """The click command: every printer with its sizes and papers, as a list or for a program."""
    words = app.words

    def run(*, as_json: bool) -> None:
        if as_json:
            click.echo(
                json.dumps([_object(one, app) for one in app.printers()], ensure_ascii=False)
            )
            return
        for one in app.printers():
            _tell(one, app)
        first = targets(app.printers(), app.formats())[0]
        click.echo(words.say("printers-use", target=first.name))

    return SpokenCommand(
        "printers", callback=run,
        params=[click.Option(["--json", "as_json"], is_flag=True, help=words.say("help-json"))],
        help=words.say("help-printers"), short_help=words.say("help-printers-short"),
    )  # fmt: skip


def _tell(printer: Printer, app: App) -> None:
    """A printer: its name, what it cuts, its pages and papers."""
    words, korean = app.words, app.words.language == "ko"
    click.secho(f"{printer.name}  {printer.korean if korean else printer.english}", bold=True)
    calls = {trim: name for name, trim in printer.calls}
    trims = ", ".join(f"{one} ({calls[one]})" if one in calls else one for one in printer.trims)
    papers = ", ".join(
        f"{one.name} ({one.korean if korean else one.english})" for one in printer.papers
    )
    fewest, most = printer.pages
    rows = [
        (words.say("printers-trims"), trims or words.say("printers-any-trim")),
        (words.say("printers-pages"), f"{fewest}–{most}"),
        (words.say("printers-papers"), papers),
        (words.say("printers-file"), _file(printer, words)),
    ]
    if printer.gsm_mm:
        rows.insert(3, (words.say("printers-spine"), words.say("printers-spine-told")))
    column = max(width(label) for label, _ in rows)
    for label, said in rows:
        click.echo(f"  {padded(label, column)}  {said}")


def _file(printer: Printer, words: Words) -> str:
    """What kind of PDF is made, for which press and paper, with how much ink."""
    rule = printer.file
    return words.say("printers-file-text", standard=str(rule.standard),
                     condition=rule.profile.partition("-")[0], ink=f"{rule.ink_warn:g}")  # fmt: skip


def _object(printer: Printer, app: App) -> dict[str, Any]:
    """A printer for a program; measures in millimetres."""
    return {
        "printer": printer.name, "english": printer.english, "korean": printer.korean,
        "binding": str(printer.binding),
        "targets": [one.name for one in targets([printer], app.formats())],
        "pages": list(printer.pages),
        "papers": [
            {"paper": one.name, "english": one.english, "korean": one.korean,
             "page_mm": one.page_mm, "assumed": one.assumed}
            for one in printer.papers
        ],
        "bleed_mm": printer.edge_mm, "safe_mm": printer.safe_mm,
        "standard": str(printer.file.standard), "profile": printer.file.profile,
        "ink_percent": printer.file.ink_most, "source": printer.source,
        "assumed": printer.assumed,
    }  # fmt: skip
