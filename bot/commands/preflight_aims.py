"""What a preflight is of and for: a file or a version, a printer or a shop; and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.commands.finding import resolved, titled
from bot.conversation.preflight_words import paper_hint
from bot.conversation.print_notes import remembered
from bot.judging import judged, printing_of
from pipeline.domain.errors import PrintError
from pipeline.domain.operation import Print
from pipeline.domain.print_wishes import told
from pipeline.domain.printer import Book
from pipeline.domain.printing import demand_book, find_target
from pipeline.domain.shop import Shop, find_shop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.app import App
    from pipeline.domain.print_wishes import Answer
    from pipeline.domain.printer import PrintTarget
    from pipeline.domain.report import Report
    from pipeline.workshop.printing import Printing

# Help reads no file and draws no cover.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was checked, for whom, what came of it, and what a person should know beside it."""

    name: str
    aim: PrintTarget | Shop
    report: Report
    hints: tuple[str, ...] = ()


async def file_judged(app: App, path: Path, answers: Mapping[str, Answer]) -> Judged:
    """What the printer or the shop will say to a file.

    Raises:
        PrintError: when no printer is told, or the file cannot be read, or the book not be made.
        PictureError: when it is a picture that is damaged or too large.
    """
    from pipeline.workshop.check_file import checked_file, checked_for_shop

    wishes = _demand_target(told(Print(), **answers))
    shop = find_shop(wishes.target, app.shops())
    if shop is not None:
        async with app.bench(lambda _step: None) as bench:
            report = await bench.do(checked_for_shop, path, shop)
        return Judged(name=path.name, aim=shop, report=report)
    target = find_target(wishes.target, app.printers(), app.formats())
    book = _book(target, wishes)
    async with app.bench(lambda _step: None) as bench:
        report = await bench.do(checked_file, path, target, book)
    known = book or "spine-text" not in report.unmeasured
    spine = "" if known else app.words.say("preflight-pages-untold")
    return Judged(name=path.name, aim=target, report=report, hints=_hints(app, target, book, spine))


def _demand_target(wishes: Print) -> Print:
    if not wishes.target:
        raise PrintError("print-target-needed")
    return wishes


def _book(target: PrintTarget, wishes: Print) -> Book | None:
    """The book, where its pages were told: without them nothing about it is known."""
    from pipeline.prepress.isbn import read_numbers

    isbn = read_numbers(wishes.isbn)[0]
    if not wishes.pages:
        return None
    return demand_book(target, Book(pages=wishes.pages, paper=wishes.paper, isbn=isbn))


def _hints(app: App, target: PrintTarget, book: Book | None, missing: str) -> tuple[str, ...]:
    """That a paper is taken for granted, and what is `missing` as pages are."""
    paper = paper_hint(target, book.paper, app.words) if book else ""
    return tuple(filter(None, (paper, missing)))


async def version_judged(app: App, version: str, answers: Mapping[str, Answer]) -> Judged:
    """What they will say to a version, of which what was told for print before is known.

    Raises:
        PrintError: when no printer is told, now or before, or the cover cannot be printed so.
        VersionError: when there is no such version, or it is somebody else's.
    """
    async with app.house() as house:
        found = await house.studio.version(house.person, await resolved(house, version))
        known = await remembered(house.store.notes, house.person.id, found.cover)
        wishes = _demand_target(told(known, **answers))
        about = await printing_of(house.studio, house.person, found, wishes)
    return await _judged(app, about)


async def _judged(app: App, about: Printing) -> Judged:
    from pipeline.prepress.print_order import settled_check

    wishes, own, name = about.order, about.brief.format, titled(about.version)
    shop = find_shop(wishes.target, app.shops())
    if shop is not None:
        async with app.bench(lambda _step: None) as bench:
            return Judged(name=name, aim=shop, report=await judged(bench.do, about, shop))
    order = settled_check(wishes, own, app.printers(), app.formats())
    target = find_target(order.target, app.printers(), app.formats())
    async with app.bench(lambda _step: None) as bench:
        report = await judged(bench.do, replace(about, order=order), target)
    book = _book(target, order)
    front = "" if book else app.words.say("preflight-front-only")
    return Judged(name=name, aim=target, report=report, hints=_hints(app, target, book, front))
