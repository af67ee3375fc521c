"""Erasing lettering from a cover's picture: some of it by numbers, or all of it.

Which numbers are chosen stands in the buttons, so that nothing has to be remembered.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Picture, Row, Tone
from bot.conversation.rooms.accepting import ordered, under_way
from bot.conversation.rooms.card import ERASE, back_to
from bot.conversation.rooms.lettering_found import (
    PER_PAGE,
    Findings,
    again_button,
    busy,
    findings,
    label,
    look_again,
    read_numbers,
    title,
    told,
    turning,
    written,
)
from bot.conversation.rooms.replacing import AUTO, reword_act
from bot.conversation.words import Words
from pipeline.domain.operation import EraseText
from pipeline.domain.version import Version

GO, ALL = "go", "all"
_LETTERS = "abcdefghijklmnopqrstuvwx"
"""What the lines of a page are called within an act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choosing:
    """The lines that are chosen, and the page that is open."""

    findings: Findings
    page: int
    chosen: frozenset[int]

    def act(self, step: str, chosen: frozenset[int] | None = None) -> Act:
        """The act of a step with what is `chosen`, by default what is so now."""
        numbers = written(self.chosen if chosen is None else chosen)
        return act(Verb.ERASE, self.findings.version.id, self.findings.job, step, numbers)


def screen(
    found: Findings, words: Words, chosen: str = "", pictures: tuple[Picture, ...] = ()
) -> Message:  # fmt: skip
    """The lines to choose from, some `chosen` already, below the picture with their numbers."""
    numbers = read_numbers(chosen, found.count)
    page = -(-min(numbers, default=1) // PER_PAGE)
    return _screen(_Choosing(findings=found, page=page, chosen=numbers), words, pictures)


def _screen(
    choosing: _Choosing, words: Words, pictures: tuple[Picture, ...] = ()
) -> Message:  # fmt: skip
    found = choosing.findings
    lines = (*told(found, choosing.page, words), words.say("erase-how"))
    return Message(title=title(found.version, words), lines=lines, pictures=pictures,
                   rows=tuple(_rows(choosing, words)))  # fmt: skip


def _rows(choosing: _Choosing, words: Words) -> Iterator[Row]:
    found = choosing.findings
    yield _menu(choosing, words)
    if turns := turning(found, choosing.page, lambda page: choosing.act(str(page)), words):
        yield tuple(turns)
    yield tuple(_erasing(choosing, words))
    yield (_replacing(choosing, words), again_button(found, ERASE, choosing.chosen, words),
           back_to(found.version.id, words))  # fmt: skip


def _menu(choosing: _Choosing, words: Words) -> Picker:
    """The lines of the page; those of other pages stay as they are."""
    lines = choosing.findings.on(choosing.page)
    others = choosing.chosen - lines.keys()
    choices = tuple(
        Choice(label=label(number, line, words), value=letter, chosen=number in choosing.chosen)
        for letter, (number, line) in zip(_LETTERS, lines.items(), strict=False)
    )  # fmt: skip
    return Picker(act=choosing.act(str(choosing.page), others), choices=choices, several=True,
                  prompt=words.say("erase-prompt"))  # fmt: skip


def _erasing(choosing: _Choosing, words: Words) -> Iterator[Button]:
    count = len(choosing.chosen)
    if count:
        yield Button(label=words.say("erase-these", count=count), act=choosing.act(GO),
                     tone=Tone.MAIN)  # fmt: skip
    tone = Tone.PLAIN if count else Tone.MAIN
    yield Button(label=words.say("erase-all"), act=choosing.act(ALL), tone=tone)


def _replacing(choosing: _Choosing, words: Words) -> Button:
    """To other words: for the line that is chosen, or where it is not one, to choose it."""
    found = choosing.findings
    wanted = act(Verb.REPLACE, found.version.id, found.job)
    if len(choosing.chosen) == 1:
        wanted = reword_act(found, min(choosing.chosen), AUTO)
    return Button(label=words.say("erase-replace"), act=wanted)


async def _erase(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The lines with what is chosen now, or the order to erase it."""
    version = await means.studio.changeable(caller.person, pressed.about)
    if pressed.arg(2) == ALL:  # it is found anew anyway
        return await _ordered(means, caller, version, EraseText())
    found = await findings(means, caller, version, pressed.arg(1))
    if found is None:
        return await look_again(means, caller, version, ERASE, pressed.arg(3))
    choosing = _choosing(found, pressed)
    if pressed.arg(2) != GO:
        return (Turns(message=_screen(choosing, caller.words)),)
    if not choosing.chosen:
        return (Hints(text=caller.words.say("erase-nothing-chosen")),)
    areas = found.found.polygons(tuple(sorted(choosing.chosen)))
    return await _ordered(means, caller, version, EraseText(areas=areas))


def _choosing(found: Findings, pressed: Act) -> _Choosing:
    """What an act says: what was chosen before, and what was picked on its page just now."""
    page = found.page(pressed.arg(2))
    picked = {number for letter, number in zip(_LETTERS, found.on(page), strict=False)
              if letter in pressed.arg(4)}  # fmt: skip
    chosen = read_numbers(pressed.arg(3), found.count)
    return _Choosing(findings=found, page=page, chosen=chosen | picked)


async def _ordered(
    means: Means, caller: Caller, version: Version, operation: EraseText
) -> Answers:  # fmt: skip
    """The order; its result is a card of its own, since erasing may take as long as painting."""
    areas = operation.areas
    if await under_way(means, caller, version,
                       lambda one: isinstance(one, EraseText) and one.areas == areas):  # fmt: skip
        return busy(caller, ERASE)
    return (await ordered(means, caller, version, operation, View(screen=Screen.CARD)),)


PRESSES = {Verb.ERASE: _erase}
