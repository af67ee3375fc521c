"""A form that was filled in and could not be taken: why, and a button that opens it as it was.

Where questions are asked one after another, the question stays open instead.
"""

import contextlib
from collections.abc import Awaitable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.conversation.act import Act, act
from bot.conversation.answer import Answers, Says
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.desk import Submit
from bot.conversation.form import Form
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.typed import drop_typed, keep_typed, typed
from pipeline.domain.errors import ArtiCoverError, StorageError

_AGAIN = "again"
"""Behind the act of a form of a version and a part of it: as it was typed."""
_AT = 2
_UNCHANGED = "text-unchanged"
"""Told about a form that was sent as it was: nothing was typed that could be lost."""

Ways = Mapping[str, tuple[Act, str]]
"""By the code of an error, what opens the form that mends it, and what its button says."""
NO_OTHERS: Ways = MappingProxyType({})


def is_again(pressed: Act) -> bool:
    """Whether a form was opened again: from the sentence about it, not from the cover's card."""
    return pressed.arg(_AT) == _AGAIN


async def as_typed(means: Means, caller: Caller, form: Form) -> Form:
    """The form, with what was typed into it where it is opened again."""
    if not is_again(form.act):
        return form
    told = await typed(means, caller, again_act(form.act))
    fields = (replace(one, value=told.get(one.key, one.value)) for one in form.fields)
    return replace(form, fields=tuple(fields))


async def or_again(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str],
    answering: Awaitable[Answers], ways: Ways = NO_OTHERS,
) -> Answers:  # fmt: skip
    """What follows from a form, or why it cannot be taken, with the way back to it.

    Some errors have other `ways`: to a form that takes what this one cannot.

    Raises:
        ArtiCoverError: why it cannot be taken, where there are no forms, or it cannot be kept.
    """
    asked = again_act(pressed)
    try:
        answers = await answering
    except ArtiCoverError as error:
        if not caller.forms or error.code == _UNCHANGED:
            raise
        to, label = ways.get(error.code, (pressed, "chat-button-change"))
        return await _refused(means, caller, again_act(to), label, values, error)
    with contextlib.suppress(StorageError):  # done it is; what is left does no harm
        await drop_typed(means, caller, asked)
    return answers


async def _refused(
    means: Means, caller: Caller, asked: Act, label: str, values: Mapping[str, str],
    error: ArtiCoverError,
) -> Answers:  # fmt: skip
    try:
        await keep_typed(means, caller, asked, values)
    except StorageError:
        raise error from None
    words = caller.words
    change = Button(label=words.say(label), act=asked, tone=Tone.MAIN)
    message = Message(lines=(chat_sentence(error, words),), rows=((change,),))
    return (Says(message=message, alone=True),)


def or_asked_again(answer: Submit) -> Submit:
    """How a form is answered, or else why it cannot be taken, with the way back to it."""

    async def submitted(
        means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
    ) -> Answers:  # fmt: skip
        answering = answer(means, caller, pressed, values)
        return await or_again(means, caller, pressed, values, answering)

    return submitted


def again_act(pressed: Act) -> Act:
    """The act that opens the same form with what was typed."""
    return act(pressed.verb, pressed.about, pressed.arg(1), _AGAIN)
