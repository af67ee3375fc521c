"""How a person's orders stand, and taking them back."""

from collections.abc import Mapping, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Says, Turns
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Row, Tone
from bot.conversation.outage import with_line
from bot.conversation.rooms.order_list import (
    Order,
    Orders,
    end,
    name,
    order,
    orders,
    progress,
    shows,
)
from bot.conversation.rooms.own import refusal, shown
from bot.conversation.talk import end_talk
from pipeline.domain.errors import JobError

OPEN = 8
"""Open orders that the screen shows, with their buttons; the others are counted."""
ENDED = 4
ROW = 5
MOST = 25
"""Choices of a picker."""
ALL = ("all", "모두")


async def status(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """My orders."""
    return (Says(message=await _screen(means, caller), alone=True),)


async def again(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Look again."""
    if refused := refusal(caller, pressed):
        return refused
    return shown(pressed, await _screen(means, caller))


async def cancel(means: Means, caller: Caller, options: Mapping[str, str]) -> Answers:
    """End the talk that is under way here, or an order: the only one, or that which is named."""
    asked = (options.get("job") or options.get("text") or "").strip().lower()
    if not asked and await end_talk(means, caller):
        return (Says(message=_no_more_questions(caller)),)
    waiting = (await orders(means, caller, ended=0)).waiting
    if asked in ALL:
        return await _cancel(means, caller, waiting)
    if asked:
        return await _cancel(means, caller, await _named(means, caller, asked, waiting))
    if len(waiting) > 1:
        return (Says(message=_choice(caller, waiting), alone=True),)
    return await _cancel(means, caller, waiting)


async def _named(
    means: Means, caller: Caller, asked: str, waiting: Sequence[Order]
) -> Sequence[Order]:
    """The order with that number in `/status`, or with that id.

    Raises:
        JobError: `job-missing`, `job-not-yours`.
    """
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    if 1 <= number <= len(waiting):
        return (waiting[number - 1],)
    return (await order(means, caller, await means.studio.job(caller.person, asked)),)


async def _cancel(means: Means, caller: Caller, wanted: Sequence[Order]) -> Answers:
    """Cancel these; of several those that could still be."""
    if not wanted:
        return (Says(message=_nothing_to_cancel(caller), alone=True),)
    if len(wanted) == 1:
        await means.studio.cancel(caller.person, wanted[0].job.id)
        return (Says(message=_cancelled(caller, wanted[0]), alone=True),)
    ended = [one for one in wanted if await _could_be(means, caller, one)]
    message = Message(lines=(caller.words.say("chat-cancelled-all", count=len(ended)),))
    return (Says(message=message, alone=True),)


async def _could_be(means: Means, caller: Caller, one: Order) -> bool:
    """Whether an order was still open, and is cancelled now."""
    try:
        await means.studio.cancel(caller.person, one.job.id)
    except JobError:
        return False
    return True


async def take_back(means: Means, caller: Caller, pressed: Act) -> Answers:
    """A button that cancels: on the order's own message, in a choice, or on the status screen."""
    if pressed.arg(1) == "status":
        return await _from_status(means, caller, pressed)
    ended = await means.studio.cancel(caller.person, pressed.about)
    return (Turns(message=_cancelled(caller, await order(means, caller, ended))),)


async def _from_status(means: Means, caller: Caller, pressed: Act) -> Answers:
    try:
        await means.studio.cancel(caller.person, pressed.about)
    except JobError as error:
        if error.code != "job-ended":
            raise
        told = Hints(text=chat_sentence(error, caller.words))
        return (told, Turns(message=await _screen(means, caller)))
    return (Turns(message=await _screen(means, caller)),)


def _no_more_questions(caller: Caller) -> Message:
    cover, look = slash("cover", caller), slash("status", caller)
    return Message(lines=(caller.words.say("chat-cancel-talk", cover=cover, status=look),))


def _nothing_to_cancel(caller: Caller) -> Message:
    cover, look = slash("cover", caller), slash("status", caller)
    return Message(lines=(caller.words.say("chat-cancel-nothing", cover=cover, status=look),))


def _cancelled(caller: Caller, ended: Order) -> Message:
    words = caller.words
    return Message(lines=(words.say("chat-cancelled", order=name(ended, words)),))


def _choice(caller: Caller, waiting: Sequence[Order]) -> Message:
    words = caller.words
    choices = tuple(
        Choice(label=f"{number}. {name(one, words)}", value=one.job.id, note=progress(one, words))
        for number, one in enumerate(waiting[:MOST], 1)
    )
    prompt = words.say("chat-cancel-which")
    picker = Picker(act=act(Verb.CANCEL), prompt=prompt, choices=choices)
    return Message(title=prompt, rows=(picker,))


async def _screen(means: Means, caller: Caller) -> Message:
    words = caller.words
    found = await orders(means, caller, ended=ENDED)
    lines, rows = _waiting(found, caller)
    more, opening = await _ended(means, caller, found)
    if not lines and not more:
        lines = [words.say("chat-status-none", cover=slash("cover", caller))]
    message = Message(
        title=words.say("chat-status-title"), lines=(*lines, *more),
        rows=(*rows, *opening, _last(caller)),
    )  # fmt: skip
    return await with_line(means, words, message)


def _waiting(found: Orders, caller: Caller) -> tuple[list[str], list[Row]]:
    words = caller.words
    lines = [
        words.say("chat-status-line", number=str(number), order=name(one, words),
                  stands=progress(one, words, paused=found.paused))
        for number, one in enumerate(found.waiting[:OPEN], 1)
    ]  # fmt: skip
    if len(found.waiting) > OPEN:
        more = len(found.waiting) - OPEN
        lines.append(words.say("chat-status-more", count=more, cancel=slash("cancel", caller)))
    buttons = [
        Button(label=words.say("chat-cancel-button", number=str(number)), tone=Tone.DANGER,
               act=act(Verb.CANCEL, one.job.id, "status"))
        for number, one in enumerate(found.waiting[:OPEN], 1)
    ]  # fmt: skip
    return lines, [tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW)]


async def _ended(means: Means, caller: Caller, found: Orders) -> tuple[list[str], list[Row]]:
    """The last that ended, numbered on behind those that wait."""
    words, lines = caller.words, list[str]()
    buttons = list[Button]()
    for number, one in enumerate(found.ended, min(len(found.waiting), OPEN) + 1):
        receipt = await means.studio.receipt(caller.person, one.job.id)
        lines.append(words.say("chat-status-line", number=str(number), order=name(one, words),
                               stands=end(one, receipt, words)))  # fmt: skip
        if version := shows(one, receipt):
            label = words.say("chat-open-button", number=str(number))
            buttons.append(Button(label=label, act=act(Verb.PICK, version)))
    if lines:
        lines.insert(0, words.say("chat-status-ended"))
    return lines, [tuple(buttons)] if buttons else []


def _last(caller: Caller) -> Row:
    words = caller.words
    return (
        Button(label=words.say("chat-look-again"), act=act(Verb.STATUS, caller.person.id)),
        Button(label=words.say("chat-history-button"), act=act(Verb.HISTORY)),
    )


COMMANDS = {"status": status, "cancel": cancel}
PRESSES = {Verb.STATUS: again, Verb.CANCEL: take_back}
