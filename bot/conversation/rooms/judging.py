"""A version checked as a printer will, or a shop of eBooks, before anything is ordered.

What was told for print before is known; where the pages were never told, its front is checked alone.
"""

import contextlib
from collections.abc import Iterator, Mapping

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Asks, Turns, Works
from bot.conversation.caller import Caller
from bot.conversation.form import Form
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Row, Tone
from bot.conversation.preflight_words import Mending, paper_hint, preflight_card
from bot.conversation.print_notes import remember, remembered
from bot.conversation.rooms.booking import ISBN, PAGES, PAPER, isbn_of, of_book, read_pages
from bot.conversation.rooms.card import back_to
from bot.conversation.rooms.check_targets import aim_label, aim_of, aim_reference
from bot.conversation.rooms.kin import kin_of, looked_at
from bot.conversation.rooms.portrait import heading
from bot.conversation.rooms.print_targets import as_called, nearest_targets
from bot.conversation.rooms.printed import book_line
from bot.conversation.rooms.retrying import as_typed, is_again, or_asked_again
from bot.conversation.words import Words
from pipeline.domain.errors import StorageError
from pipeline.domain.operation import Print
from pipeline.domain.print_wishes import told
from pipeline.domain.printer import PrintTarget
from pipeline.domain.shop import Shop
from pipeline.domain.version import Version
from pipeline.prepress.isbn import read_numbers
from pipeline.prepress.print_order import settled_check

_BOOK = "book"
"""Behind a target in an act: the book is asked for. Without it the check begins at once."""


async def _judge(means: Means, caller: Caller, pressed: Act) -> Answers:
    """For whom; the form for the book; or the check.

    Raises:
        PrintError: what the printer does not make.
    """
    version = await looked_at(means, caller, pressed.about)
    if not pressed.arg(1):
        return (Turns(message=await _screen(means, caller, version)),)
    aim = aim_of(means, pressed.arg(1))
    wishes = await _wishes(means, caller, version, aim)
    if isinstance(aim, PrintTarget) and (pressed.arg(2) == _BOOK or is_again(pressed)):
        fields = (*of_book(aim, wishes, caller.words), isbn_of(aim, wishes, caller.words))
        form = Form(act=pressed, title=aim_label(aim, caller.words), fields=fields)
        return (Asks(form=await as_typed(means, caller, form)),)
    return (await _works(means, caller, version, aim, wishes),)


async def _screen(means: Means, caller: Caller, version: Version) -> Message:
    words, own = caller.words, (await kin_of(means, version.id)).cover.brief.format
    aims = (*nearest_targets(means.menu, own), *means.shops)
    picker = Picker(
        act=act(Verb.JUDGE, version.id), prompt=words.say("judge-for-whom"),
        choices=tuple(Choice(label=aim_label(one, words), value=aim_reference(one)) for one in aims),
    )  # fmt: skip
    return Message(title=_title(version, words), lines=(words.say("judge-how"),),
                   rows=(picker, tuple(_back(version, words))))  # fmt: skip


async def _wishes(
    means: Means, caller: Caller, version: Version, aim: PrintTarget | Shop
) -> Print:  # fmt: skip
    known = await remembered(means.notes, caller.person.id, version.cover)
    return told(known, target=aim.name)


async def _told(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Check the full cover of the book that was told, and remember it as for an order.

    Raises:
        PrintError: what is wrong with it.
    """
    version = await looked_at(means, caller, pressed.about)
    aim = aim_of(means, pressed.arg(1))
    isbn, addon = read_numbers(values.get(ISBN, ""))
    wishes = told(
        await _wishes(means, caller, version, aim), pages=read_pages(values.get(PAGES, "")),
        paper=values.get(PAPER, "").strip(), isbn=isbn, addon=addon,
    )  # fmt: skip
    works = await _works(means, caller, version, aim, wishes)
    if isinstance(aim, PrintTarget):
        with contextlib.suppress(StorageError):  # it can be checked all the same
            await remember(means.notes, caller.person.id, version.cover, wishes)
    return (works,)


async def _works(
    means: Means, caller: Caller, version: Version, aim: PrintTarget | Shop, wishes: Print
) -> Works:  # fmt: skip
    """The check, which takes some seconds.

    Raises:
        PrintError: what the printer does not make.
    """
    words, order = caller.words, wishes
    if isinstance(aim, PrintTarget):
        own = (await kin_of(means, version.id)).cover.brief.format
        with as_called(aim, words):
            order = settled_check(wishes, own, means.menu.printers, means.menu.formats)

    async def work() -> Message:
        report = await means.judge(caller.person, version, order, aim)
        card = preflight_card(report, aim, words, Mending.PRESSED)
        lines = (*_of_book(aim, order, words), *card, *_hints(aim, order, words))
        return Message(
            title=_title(version, words), lines=lines, rows=_ways(version, aim, order, words)
        )

    waiting = words.say("judge-works", target=aim_label(aim, words))
    message = Message(title=_title(version, words), lines=(waiting,),
                      rows=(tuple(_back(version, words)),))  # fmt: skip
    return Works(message=message, work=work, cut_off=_cut_off(version, aim, words))


def _cut_off(version: Version, aim: PrintTarget | Shop, words: Words) -> Message:
    again = Button(label=words.say("judge-button-again"), tone=Tone.MAIN,
                   act=act(Verb.JUDGE, version.id, aim_reference(aim)))  # fmt: skip
    return Message(title=_title(version, words), lines=(words.say("judge-cut-off"),),
                   rows=((again, *_back(version, words)),))  # fmt: skip


def _of_book(aim: PrintTarget | Shop, order: Print, words: Words) -> Iterator[str]:
    if isinstance(aim, PrintTarget) and order.pages:
        yield from book_line(aim, order, words)


def _hints(aim: PrintTarget | Shop, order: Print, words: Words) -> Iterator[str]:
    """That it was the front alone, or that a spine is an estimate."""
    if isinstance(aim, Shop):
        return
    if not order.pages:
        yield words.say("judge-front-only")
    elif hint := paper_hint(aim, order.paper, words):
        yield hint


def _ways(version: Version, aim: PrintTarget | Shop, order: Print, words: Words) -> tuple[Row, ...]:
    ways: list[Button] = []
    if isinstance(aim, PrintTarget):
        asked = act(Verb.JUDGE, version.id, aim_reference(aim), _BOOK)
        label = words.say("printed-change" if order.pages else "check-button-pages")
        ways.append(Button(label=label, act=asked, tone=Tone.MAIN))
    ways.append(Button(label=words.say("check-button-other"), act=act(Verb.JUDGE, version.id)))
    return ((*ways, *_back(version, words)),)


def _back(version: Version, words: Words) -> Iterator[Button]:
    yield Button(label=words.say("chat-back"), act=act(Verb.PRINT, version.id))
    yield back_to(version.id, words)


def _title(version: Version, words: Words) -> str:
    return words.say("judge-title", heading=heading(version, words))


PRESSES = {Verb.JUDGE: _judge}
SUBMITS = {Verb.JUDGE: or_asked_again(_told)}
