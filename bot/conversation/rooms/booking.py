"""What decides the rest of a full cover: pages, paper, ISBN and the words for the back, by a form.

Only the pages are needed. What was told about this cover before stands there already.
"""

import contextlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answers, Asks
from bot.conversation.caller import Caller
from bot.conversation.form import Field, Form
from bot.conversation.means import Means
from bot.conversation.message import Choice
from bot.conversation.print_notes import remembered
from bot.conversation.rooms.print_targets import as_called, paper_label, target_label, target_of
from bot.conversation.rooms.printing import order_cover
from bot.conversation.rooms.retrying import as_typed, or_again
from bot.conversation.words import Words
from pipeline.domain.errors import PrintError
from pipeline.domain.operation import Print
from pipeline.domain.print_wishes import told
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.printing import demand_book, find_paper
from pipeline.domain.version import Version
from pipeline.prepress.isbn import hyphenated, read_numbers
from pipeline.prepress.print_order import LONGEST_ABOUT, LONGEST_BLURB, tidy

PAGES, PAPER, ISBN, BLURB, ABOUT = "pages", "paper", "isbn", "blurb", "about"
LIMITS = {PAGES: 12, PAPER: 60, ISBN: 40, BLURB: LONGEST_BLURB, ABOUT: LONGEST_ABOUT}
_NUMBER = re.compile(r"\d{1,6}")
_SHOWN = 40


async def _book(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The form for one printer and size.

    Raises:
        PrintError: for a size that the catalogue does not have any more.
    """
    version = await means.studio.changeable(caller.person, pressed.about)
    target = target_of(means.menu, pressed.arg(1))
    wishes = await remembered(means.notes, caller.person.id, version.cover)
    now = told(wishes, target=target.name)
    form = Form(act=pressed, title=target_label(target, caller.words),
                fields=tuple(_fields(target, now, caller.words)))  # fmt: skip
    return (Asks(form=await as_typed(means, caller, form)),)


def of_book(target: PrintTarget, wishes: Print, words: Words) -> Iterator[Field]:
    """The pages, and the paper where there is a choice: what the spine depends on."""
    printer = target.printer
    pages = str(wishes.pages) if wishes.pages else ""
    fewest, most = printer.pages
    yield _field(PAGES, pages, words, needed=True, fewest=fewest, most=most,
                 target=target_label(target, words))  # fmt: skip
    if len(printer.papers) > 1:
        choices = tuple(Choice(label=paper_label(one, words), value=paper_label(one, words))
                        for one in printer.papers)  # fmt: skip
        only = not printer.gsm_mm  # else a weight or a thickness may be told as well
        yield _field(PAPER, _paper(target, wishes.paper, words), words, choices=choices, only=only,
                     free="no" if only else "yes", usual=choices[0].label,
                     papers=", ".join(one.label for one in choices))  # fmt: skip


def _fields(target: PrintTarget, wishes: Print, words: Words) -> Iterator[Field]:
    """The pages first; then what stands on the back."""
    yield from of_book(target, wishes, words)
    yield isbn_of(target, wishes, words)
    yield _field(BLURB, wishes.blurb, words, long=True)
    yield _field(ABOUT, wishes.about, words, long=True)


def isbn_of(target: PrintTarget, wishes: Print, words: Words) -> Field:
    """The ISBN, with what stands beside it in some countries."""
    isbn = hyphenated(wishes.isbn) if wishes.isbn else ""
    numbers = " ".join(filter(None, (isbn, wishes.addon)))
    return _field(ISBN, numbers, words, own="yes" if target.printer.barcode.own else "no")


def _field(
    key: str, value: str, words: Words, *, needed: bool = False, long: bool = False,
    choices: tuple[Choice, ...] = (), only: bool = False, **facts: str | int,
) -> Field:  # fmt: skip
    return Field(
        key=key, label=words.say(f"book-{key}", **facts), value=value, needed=needed, long=long,
        question=words.say(f"book-{key}-question", **facts), limit=LIMITS[key],
        name=words.say(f"book-{key}-name"),
        example=words.say(f"book-{key}-example", **facts), choices=choices, only=only,
    )  # fmt: skip


def _paper(target: PrintTarget, told: str, words: Words) -> str:
    """The paper that was told before, as people call it; what the printer told stays as it is."""
    if not told:
        return ""
    with contextlib.suppress(PrintError):
        return paper_label(find_paper(target.printer, told), words)
    return told


def demand(
    means: Means, words: Words, asked: Act, key: str, values: Mapping[str, str]
) -> None:  # fmt: skip
    """Find out at once whether an answer of the form will do, of those that were given so far.

    Raises:
        PrintError: what is wrong with it.
    """
    target, told = target_of(means.menu, asked.arg(1)), values[key].strip()
    with as_called(target, words):
        match key:
            case "pages":
                demand_book(target, Book(pages=read_pages(told), paper=""))
            case "paper":
                demand_book(target, Book(pages=read_pages(values[PAGES]), paper=told))
            case "isbn":
                read_numbers(told)
            case _:
                tidy(told, LIMITS[key])


def read_pages(told: str) -> int:
    """The number of pages that `312`, `312 pages` or `３１２쪽` says.

    Raises:
        PrintError: `print-pages-needed` for nothing at all, `print-pages-unclear`.
    """
    if not told.strip():
        raise PrintError("print-pages-needed", target="")
    numbers = _NUMBER.findall(unicodedata.normalize("NFKC", told).replace(",", ""))
    if len(numbers) != 1 or int(numbers[0]) == 0:
        raise PrintError("print-pages-unclear", asked=" ".join(told.split())[:_SHOWN])
    return int(numbers[0])


async def _submitted(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Order the cover, or tell what the printer does not take."""
    version = await means.studio.changeable(caller.person, pressed.about)
    answering = _ordered(means, caller, version, pressed, values)
    return await or_again(means, caller, pressed, values, answering)


async def _ordered(
    means: Means, caller: Caller, version: Version, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """The order, with everything that was told.

    Raises:
        PrintError: what is wrong with it.
    """
    target = target_of(means.menu, pressed.arg(1))
    heard = {key: values.get(key, "").strip() for key in (PAPER, ISBN, BLURB, ABOUT)}
    before = await remembered(means.notes, caller.person.id, version.cover)
    with as_called(target, caller.words):
        isbn, addon = read_numbers(heard[ISBN])
        heard |= {ISBN: isbn, "addon": addon}
        wishes = told(before, target=target.name, pages=read_pages(values.get(PAGES, "")), **heard)
        return (await order_cover(means, caller, version, wishes),)


PRESSES = {Verb.BOOK: _book}
SUBMITS = {Verb.BOOK: _submitted}
