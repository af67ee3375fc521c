"""Files of people's own, checked as a printer will, or a shop of eBooks.

What a check needs to know is asked only when it matters: the printer of who named none, and the pages
where back and spine are on the sheet. The file waits in memory until then, see `Sent`.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answer, Answers, Asks, Says, Works
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.form import Field, Form
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.preflight_words import Mending, paper_hint, preflight_card
from bot.conversation.rooms.accepting import demand_unbanned
from bot.conversation.rooms.booking import ISBN, LIMITS, PAGES, PAPER, demand, of_book, read_pages
from bot.conversation.rooms.check_targets import (
    TARGET,
    aim_label,
    aim_of,
    aim_reference,
    suggested,
    told_in,
)
from bot.conversation.rooms.print_targets import as_called
from bot.conversation.rooms.retrying import as_typed, or_asked_again
from bot.conversation.words import Words
from pipeline.domain.errors import PictureError, PrintError
from pipeline.domain.operation import Print
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.printing import demand_book
from pipeline.domain.report import Report
from pipeline.domain.shop import Shop
from pipeline.prepress.isbn import read_numbers

FILE = "file"
_SPINE = "spine-text"
"""What cannot be checked of a sheet with a spine as long as nobody told the pages."""
_LONGEST_TARGET = 60
_BUSY = "unchecked-busy"


async def check(means: Means, caller: Caller, options: Mapping[str, str]) -> Answers:
    """Check a file that came with the command, or ask for whom.

    Raises:
        PersonError: for who is banned.
    """
    await demand_unbanned(means, caller)
    if not options.get(FILE):
        how = caller.words.say("check-how", preflight=slash("preflight", caller))
        return (Says(message=Message(lines=(how,)), alone=True),)
    file = means.new_id()
    # now, as some platforms bring it only to who was just given it
    means.sent.expect(file, partial(caller.fetch, options[FILE]))
    told = told_in(means, options)
    if told.get(TARGET):
        return (_told(means, caller, file, told),)
    return (Asks(form=_form(means, act(Verb.CHECK, file), caller.words)),)


def _told(means: Means, caller: Caller, file: str, told: Mapping[str, str]) -> Answer:
    """The check; or what is wrong with what was told, and a button that asks for it again."""
    words = caller.words
    ways = (_other(file, words),)
    try:
        aim = aim_of(means, told[TARGET])
        ways = tuple(_ways(file, aim, words, "check-button-pages"))
        return _checking(means, caller, file, aim, _book(aim, told, words))
    except PrintError as error:
        message = Message(lines=(chat_sentence(error, words),), rows=(ways,))
        return Says(message=message, alone=True)


async def _asked(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The form for another printer, or for the book.

    Raises:
        PrintError: `unchecked-away`; for a printer that the catalogue does not have any more.
    """
    if not means.sent.has(pressed.about):
        raise PrintError("unchecked-away")
    form = _form(means, pressed, caller.words)
    return (Asks(form=await as_typed(means, caller, form)),)


def _form(means: Means, asked: Act, words: Words) -> Form:
    """For whom; or where that is known, pages, paper and ISBN."""
    aim = aim_of(means, asked.arg(1)) if asked.arg(1) else None
    if not isinstance(aim, PrintTarget):
        return Form(act=asked, title=words.say("check-title"), fields=(_target(means, words),))
    return Form(act=asked, title=aim_label(aim, words),
                fields=(*of_book(aim, Print(), words), _isbn(words)))  # fmt: skip


def _target(means: Means, words: Words) -> Field:
    return Field(
        key=TARGET, label=words.say("check-for-whom"), question=words.say("check-for-whom-question"),
        example=words.say("check-for-whom-example"), needed=True, limit=_LONGEST_TARGET,
        choices=suggested(means, words, ""),
    )  # fmt: skip


def _isbn(words: Words) -> Field:
    return Field(
        key=ISBN, label=words.say("book-isbn"), name=words.say("book-isbn-name"), limit=LIMITS[ISBN],
        question=words.say("check-isbn-question"), example=words.say("book-isbn-example"),
    )  # fmt: skip


def demand_answer(
    means: Means, words: Words, asked: Act, key: str, values: Mapping[str, str]
) -> None:
    """Find out at once whether an answer of the form will do.

    Raises:
        PrintError: what is wrong with it.
    """
    if key == TARGET:
        aim_of(means, values[key])
    else:
        demand(means, words, asked, key, values)


async def _again(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Check the file once more, with what was told.

    Raises:
        PrintError: what is wrong with it.
    """
    aim = aim_of(means, values.get(TARGET, "") or pressed.arg(1))
    return (_checking(means, caller, pressed.about, aim, _book(aim, values, caller.words)),)


def _book(aim: PrintTarget | Shop, told: Mapping[str, str], words: Words) -> Book | None:
    """The book as far as it was told: without its pages nothing about it is known.

    Raises:
        PrintError: what the printer does not bind.
    """
    if isinstance(aim, Shop) or not told.get(PAGES, "").strip():
        return None
    with as_called(aim, words):
        book = Book(pages=read_pages(told[PAGES]), paper=told.get(PAPER, "").strip(),
                    isbn=read_numbers(told.get(ISBN, ""))[0])  # fmt: skip
        return demand_book(aim, book)


def _checking(
    means: Means, caller: Caller, file: str, aim: PrintTarget | Shop, book: Book | None
) -> Works:  # fmt: skip
    """The check, which takes some seconds."""
    words = caller.words

    async def work() -> Message:
        try:
            report = await means.check(caller.person, await _content(means, file), aim, book)
        except (PrintError, PictureError) as error:
            if error.code == _BUSY:
                raise
            # nobody else would read this file either
            return Message(lines=(chat_sentence(error, words),))
        return _card(file, aim, book, report, words)

    waiting = words.say("check-works", target=aim_label(aim, words))
    cut_off = words.say("check-cut-off", preflight=slash("preflight", caller))
    # that says what became of it where a restart can be told to nobody any more
    rows = (tuple(_ways(file, aim, words)),)
    return Works(message=Message(lines=(waiting,), rows=rows), work=work,
                 cut_off=Message(lines=(cut_off,)))  # fmt: skip


async def _content(means: Means, file: str) -> bytes:
    """The file, as soon as it is there.

    Raises:
        PrintError: `unchecked-brought` where the platform does not bring so much, `unchecked-away`.
    """
    try:
        return await means.sent.content(file)
    except PictureError as error:
        if error.code == "picture-too-large":
            raise PrintError("unchecked-brought", limit_mb=error.facts["limit_mb"]) from error
        raise PrintError("unchecked-away") from error
    except LookupError as error:
        raise PrintError("unchecked-away") from error


def _card(
    file: str, aim: PrintTarget | Shop, book: Book | None, report: Report, words: Words
) -> Message:  # fmt: skip
    """The verdict, what is wrong, and what else can be asked."""
    hint = paper_hint(aim, book.paper, words) if book and isinstance(aim, PrintTarget) else ""
    lacks = _lacks_pages(book, report)
    pages = words.say("check-pages") if lacks else ""
    asks = "check-button-pages" if lacks else "printed-change" if book else ""
    return Message(
        title=words.say("check-of", target=aim_label(aim, words)),
        lines=(*preflight_card(report, aim, words, Mending.OWN), *filter(None, (hint, pages))),
        rows=(tuple(_ways(file, aim, words, asks)),),
    )  # fmt: skip


def _lacks_pages(book: Book | None, report: Report) -> bool:
    """Whether there is a spine of which no more is known as long as nobody told the pages."""
    return book is None and _SPINE in report.unmeasured


def _ways(
    file: str, aim: PrintTarget | Shop, words: Words, asks: str = ""
) -> Iterator[Button]:  # fmt: skip
    """A button that `asks` for the book, where there is reason to; and one for somebody else."""
    if asks:
        asked = act(Verb.CHECK, file, aim_reference(aim))
        yield Button(label=words.say(asks), act=asked, tone=Tone.MAIN)
    yield _other(file, words)


def _other(file: str, words: Words) -> Button:
    return Button(label=words.say("check-button-other"), act=act(Verb.CHECK, file))


COMMANDS = {"preflight": check}
PRESSES = {Verb.CHECK: _asked}
SUBMITS = {Verb.CHECK: or_asked_again(_again)}
SUGGESTS = {TARGET: lambda means, caller, text: suggested(means, caller.words, text)}
