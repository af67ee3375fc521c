"""Other words in the place of lettering in a cover's picture: which line, and which words."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Asks, Hints, Ordered, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.form import Field, Form
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Picture, Row
from bot.conversation.rooms.accepting import ordered, under_way
from bot.conversation.rooms.card import REPLACE, back_to
from bot.conversation.rooms.lettering_found import (
    Findings,
    again_button,
    busy,
    findings,
    label,
    look_again,
    title,
    told,
    turning,
    written,
)
from bot.conversation.rooms.retrying import Ways, again_act, or_again
from bot.conversation.typed import keep_typed, typed
from bot.conversation.words import Words
from pipeline.domain.cleaning import clean, has_ink
from pipeline.domain.errors import RetouchError, StorageError
from pipeline.domain.lettering import Hand
from pipeline.domain.operation import ReplaceText
from pipeline.domain.version import Version
from pipeline.stages.colour_words import colour_of

AUTO = "auto"
"""Whoever can write the words letters them: the model, or else the typesetter."""
HANDS = (AUTO, *Hand)
WORDS_LIMIT, LOOK_LIMIT = 120, 40
"""Characters that the form takes; whether they have room in the line is found out by the studio."""
WORDS, COLOUR, FONT = "words", "colour", "font"
_BETWEEN = "."


def reword_act(found: Findings, number: int, hand: str) -> Act:
    """What asks for the words of a line, to be lettered by a `hand`."""
    return act(Verb.REWORD, found.version.id, _part(found.job, number, hand))


def _part(job: str, number: int, hand: str) -> str:
    return _BETWEEN.join((job, str(number), hand))


def _read(part: str) -> tuple[str, int, str]:
    """The job, the number and the hand; number 0 for what is none of ours."""
    job, number, hand = (*part.split(_BETWEEN), "", "", "")[:3]
    return job, int(number) if number.isdecimal() else 0, hand if hand in HANDS else AUTO


def screen(
    means: Means, found: Findings, words: Words, *, page: int = 1, hand: str = AUTO,
    pictures: tuple[Picture, ...] = (),
) -> Message:  # fmt: skip
    """The lines, one of which shall get other words, below the picture with their numbers."""
    lines = (*told(found, page, words), words.say("replace-how"))
    return Message(title=title(found.version, words), lines=lines, pictures=pictures,
                   rows=tuple(_rows(means, found, page, hand, words)))  # fmt: skip


def _rows(means: Means, found: Findings, page: int, hand: str, words: Words) -> Iterator[Row]:
    base = act(Verb.REPLACE, found.version.id, found.job)
    choices = (Choice(label=label(number, line, words), value=_part(found.job, number, hand))
               for number, line in found.on(page).items())  # fmt: skip
    yield Picker(act=act(Verb.REWORD, found.version.id), prompt=words.say("replace-prompt"),
                 choices=tuple(choices))  # fmt: skip
    if turns := turning(found, page, lambda to: base.adding(str(to), hand), words):
        yield tuple(turns)
    if means.menu.writes:
        yield tuple(_hand(base.adding(str(page), one), one, words, chosen=one == hand)
                    for one in HANDS)  # fmt: skip
    erase = act(Verb.ERASE, found.version.id, found.job, str(page), written(()))
    yield (Button(label=words.say("replace-erase"), act=erase),
           again_button(found, REPLACE, (), words), back_to(found.version.id, words))  # fmt: skip


def _hand(wanted: Act, hand: str, words: Words, *, chosen: bool) -> Button:
    said = words.say(f"replace-by-{hand}")
    return Button(label=words.say("chosen", label=said) if chosen else said, act=wanted)


async def _replace(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The lines to choose one from."""
    version = await means.studio.changeable(caller.person, pressed.about)
    found = await findings(means, caller, version, pressed.arg(1))
    if found is None:
        return await look_again(means, caller, version, REPLACE)
    hand = pressed.arg(3) if pressed.arg(3) in HANDS else AUTO
    page = found.page(pressed.arg(2))
    return (Turns(message=screen(means, found, caller.words, page=page, hand=hand)),)


async def _reword(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The form for the words of a line, with what was typed into it before."""
    version = await means.studio.changeable(caller.person, pressed.about)
    job, number, _ = _read(pressed.arg(1))
    found = await findings(means, caller, version, job)
    if found is None:
        return await look_again(means, caller, version, REPLACE)
    if not 1 <= number <= found.count:
        return (Hints(text=caller.words.say("chat-unknown")),)
    told_before = await typed(means, caller, again_act(pressed))
    fields = (replace(one, value=told_before.get(one.key, one.value))
              for one in _fields(found, number, caller.words))  # fmt: skip
    form = Form(act=pressed, title=caller.words.say("replace-title", number=str(number)),
                fields=tuple(fields))  # fmt: skip
    return (Asks(form=form),)


def _fields(found: Findings, number: int, words: Words) -> Iterator[Field]:
    """The words, with those that were read to begin from; and how they shall look."""
    read = " ".join(found.found.lines[number - 1].words.split())
    yield Field(key=WORDS, label=words.say("replace-words"), value=read[:WORDS_LIMIT], needed=True,
                question=words.say("replace-words-question", number=str(number)),
                limit=WORDS_LIMIT)  # fmt: skip
    for key in (COLOUR, FONT):
        yield Field(key=key, label=words.say(f"replace-{key}"), limit=LOOK_LIMIT,
                    question=words.say(f"replace-{key}-question"),
                    example=words.say(f"replace-{key}-example"))  # fmt: skip


def demand(means: Means, asked: Act, key: str, values: Mapping[str, str]) -> None:
    """Find out at once whether an answer of the form will do, of those that were given so far.

    Raises:
        RetouchError, VersionError: what is wrong with it.
    """
    _, _, hand = _read(asked.arg(1))
    wish = clean(values[key])
    match key:
        case "words":
            means.menu.demand_letterable(wish, _hand_of(hand))
        case "font" if wish:
            means.menu.demand_letterable(values[WORDS], _hand_of(hand), wish)
        case "colour" if wish:
            colour_of(wish)
        case _:
            pass


def _hand_of(hand: str) -> Hand | None:
    return None if hand == AUTO else Hand(hand)


async def _submitted(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Order the words, or tell why not.

    What was typed is kept in any case: whether it has room is found out while it is lettered.
    """
    version = await means.studio.changeable(caller.person, pressed.about)
    job, number, hand = _read(pressed.arg(1))
    found = await findings(means, caller, version, job)
    if found is None or not 1 <= number <= found.count:
        return await _kept_for_later(means, caller, version, (number, hand), values)
    answering = _ordered(means, caller, found, number, hand, values)
    typeset = reword_act(found, number, Hand.TYPE), "replace-by-type"
    ways: Ways = {"replace-model": typeset, "replace-script": typeset}
    answers = await or_again(means, caller, pressed, values, answering, ways)
    if any(isinstance(one, Ordered) for one in answers):
        with contextlib.suppress(StorageError):  # ordered it is
            await keep_typed(means, caller, again_act(pressed), values)
    return answers


async def _kept_for_later(
    means: Means, caller: Caller, version: Version, line: tuple[int, str],
    values: Mapping[str, str],
) -> Answers:  # fmt: skip
    """Look for the lettering anew; the form of the same line opens with what was typed."""
    hint, again = await look_again(means, caller, version, REPLACE, kept="words")
    asked = act(Verb.REWORD, version.id, _part(again.ticket.job.id, *line))
    await keep_typed(means, caller, again_act(asked), values)
    return hint, again


async def _ordered(
    means: Means, caller: Caller, found: Findings, number: int, hand: str,
    values: Mapping[str, str],
) -> Answers:  # fmt: skip
    """The order; its result is a card of its own, since a model may take long over it.

    Raises:
        RetouchError: `replace-empty`, and what else the studio finds about the words.
        VersionError: `colour-unknown`.
    """
    text = clean(values.get(WORDS, ""))
    if not has_ink(text):
        raise RetouchError("replace-empty")
    (area,) = found.found.polygons((number,))
    colour = clean(values.get(COLOUR, ""))
    wanted = ReplaceText(area=area, words=text, hand=_hand_of(hand),
                         font=clean(values.get(FONT, "")),
                         colour=colour_of(colour) if colour else "")  # fmt: skip
    if await under_way(means, caller, found.version, lambda one: _is_same(one, wanted)):
        return busy(caller, REPLACE)
    view = View(screen=Screen.CARD, about=_part(found.job, number, hand))
    return (await ordered(means, caller, found.version, wanted, view),)


def _is_same(open_one: object, wanted: ReplaceText) -> bool:
    """Whether an order that is open does the same; its seed was drawn since."""
    return isinstance(open_one, ReplaceText) and wanted == replace(open_one, seed=wanted.seed)


PRESSES = {Verb.REPLACE: _replace, Verb.REWORD: _reword}
SUBMITS = {Verb.REWORD: _submitted}
