"""Questions one after another, for who has no forms; a talk outlives the process."""

import contextlib
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answers, Asks, Hints, Says, Turns
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.desk import Submit
from bot.conversation.engines import engine_label, read_engine
from bot.conversation.forgiving import looks_like_brief, read_labels, understood
from bot.conversation.form import Field
from bot.conversation.greeting import greeted
from bot.conversation.labels import ENGINE
from bot.conversation.means import Means
from bot.conversation.message import Message
from bot.conversation.rooms import booking, checking, replacing
from bot.conversation.rooms.asking import question, told
from bot.conversation.rooms.brief_form import read_part
from bot.conversation.rooms.ordering import offered
from bot.conversation.talk import Talk, end_talk, keep, open_talk
from bot.conversation.words import Words
from pipeline.domain.brief import LETTERED, demand_short
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.cleaning import clean
from pipeline.domain.errors import ArtiCoverError, StorageError
from pipeline.stages.colour_words import colour_of

PATIENCE = timedelta(days=1)
"""What is said later than this is no answer any more; the buttons still are."""
_YES = frozenset(
    {"yes", "y", "ok", "okay", "go", "sure", "do it", "make it", "yes please", "네", "예", "응",
     "좋아", "좋아요", "확인", "그래", "만들어", "만들어줘", "만들어 줘"}
)  # fmt: skip

_NOTHING = frozenset({"-", "–", "—"})
"""What leaves a question without an answer, as at a terminal."""

__all__ = ["Talks", "end_talk"]


class Talks:
    """Puts the questions of forms, hears answers, and submits forms that are filled in."""

    def __init__(self, submits: Mapping[Verb, Submit]) -> None:
        """Talks about forms that `submits` take."""
        self._submits = submits

    async def ask(self, means: Means, caller: Caller, asks: Asks) -> Answers:
        """Begin a talk about a form: its first question."""
        begun = Talk(id=means.new_id(), form=asks.form, at=means.clock.now())
        return (Says(message=question(await keep(means, caller, begun), caller)),)

    async def said(self, means: Means, caller: Caller, text: str) -> Answers:
        """Hear free text: an answer to the open question; in a private chat a brief, or a greeting."""
        talk = await open_talk(means, caller)
        if talk is not None and means.clock.now() - talk.at < PATIENCE:
            return await self._answer(means, caller, talk, text.strip())
        if not caller.private:
            return ()
        if looks_like_brief(text):
            return await offered(means, caller, text)
        return await greeted(means, caller)

    async def press(self, means: Means, caller: Caller, pressed: Act) -> Answers:
        """Take a button of a question, unless the question is not open any more."""
        talk = await open_talk(means, caller)
        if talk is None or talk.id != pressed.about:
            told_over = caller.words.say("chat-talk-over", cover=slash("cover", caller))
            return (Hints(text=told_over),)
        if pressed.arg(1) != str(talk.step):
            return (Hints(text=caller.words.say("chat-talk-answered")),)
        return await self._pressed(means, caller, talk, pressed.arg(2))

    async def _answer(self, means: Means, caller: Caller, talk: Talk, text: str) -> Answers:
        """Take what was typed, if it will do."""
        asked = talk.question
        if caller.key == talk.heard:
            return (Says(message=question(talk, caller)),)
        if asked is None:
            if text.casefold().strip(" .!") in _YES:
                return await self._submitted(means, caller, talk, pressed=False)
            return (Says(message=question(talk, caller)),)
        try:
            onward = _taken(means, caller.words, talk, asked, text)
        except ArtiCoverError as error:
            wrong = chat_sentence(error, caller.words)
            return (Says(message=question(talk, caller, wrong=wrong)),)
        return await self._on(means, caller, onward, pressed=False)

    async def _pressed(self, means: Means, caller: Caller, talk: Talk, choice: str) -> Answers:
        asked = talk.question
        if choice == "cancel":
            return await _stopped(means, caller)
        if choice == "go":
            return await self._submitted(means, caller, talk, pressed=True)
        if choice.startswith("p"):
            return (Turns(message=question(talk, caller, page=_number(choice))),)
        if choice == "back":
            earlier = replace(talk, step=max(0, talk.step - 1))
            return await self._on(means, caller, earlier, pressed=True)
        if choice == "done":
            last = replace(talk, step=len(talk.form.fields))
            return await self._on(means, caller, last, pressed=True)
        answer = "" if asked is None else _picked(talk, asked, choice)
        return await self._on(means, caller, talk.answered(answer), pressed=True)

    async def _on(self, means: Means, caller: Caller, talk: Talk, *, pressed: bool) -> Answers:
        """Go on to the question at which a talk stands; a single one needs no look back."""
        now = replace(talk, at=means.clock.now(), heard=caller.key)
        if now.question is None and len(now.form.fields) == 1:
            return await self._submitted(means, caller, now, pressed=pressed)
        message = question(await keep(means, caller, now), caller)
        return (Turns(message=message) if pressed else Says(message=message),)

    async def _submitted(
        self, means: Means, caller: Caller, talk: Talk, *, pressed: bool
    ) -> Answers:  # fmt: skip
        """Submit the form; what is wrong with it leads back to its last question."""
        closed = Turns(message=Message(title=talk.form.title, lines=told(talk, caller.words)))
        try:
            submit = self._submits[talk.form.act.verb]
            answers = await submit(means, caller, talk.form.act, talk.values)
        except ArtiCoverError as error:
            wrong = chat_sentence(error, caller.words)
            step = min(talk.step, len(talk.form.fields))
            if len(talk.form.fields) == 1:
                step = 0
            again = await keep(means, caller, replace(talk, step=step))
            return (Says(message=question(again, caller, wrong=wrong)),)
        with contextlib.suppress(StorageError):  # it is ordered; once more orders nothing new
            await end_talk(means, caller)
        return (closed, *answers) if pressed else answers


async def _stopped(means: Means, caller: Caller) -> Answers:
    await end_talk(means, caller)
    stopped = caller.words.say("chat-talk-stopped", cover=slash("cover", caller))
    return (Turns(message=Message(lines=(stopped,))),)


def _taken(means: Means, words: Words, talk: Talk, asked: Field, text: str) -> Talk:
    """The talk after what was typed: an answer, a dash for none, or a whole brief at once.

    Raises:
        ArtiCoverError: when it will not do.
    """
    if text in _NOTHING and not asked.needed:
        return talk.answered("")
    if talk.form.act.verb is Verb.ORDER and len(read_labels(text).given) > 1:
        parts = understood(text)
        engine = read_engine(parts.pop(ENGINE, ""), means.menu)
        read_part(means, words, parts)
        return talk.told({**parts, ENGINE: engine_label(engine, words)} if engine else parts)
    answer = _chosen(asked, text)
    _check(means, words, talk, asked, answer)
    return talk.answered(answer)


def _picked(talk: Talk, asked: Field, choice: str) -> str:
    """The answer that a button gives: one of the choices, what stands there, or nothing."""
    if choice == "keep":
        return talk.values[asked.key]
    if choice.startswith("c") and _number(choice) < len(asked.choices):
        return asked.choices[_number(choice)].value
    return talk.values[asked.key] if asked.needed else ""


def _number(choice: str) -> int:
    return int(choice[1:]) if choice[1:].isdecimal() else 0


def _chosen(asked: Field, text: str) -> str:
    """What was typed, or the value of the choice that is called so."""
    plain = _plain(text)
    return next((one.value for one in asked.choices if _plain(one.label) == plain), text)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _check(means: Means, words: Words, talk: Talk, asked: Field, text: str) -> None:
    """Find out at once whether an answer will do.

    Raises:
        ArtiCoverError: what is wrong with it.
    """
    demand_short(
        asked.key if asked.key in set(BriefKey) else asked.called, clean(text), asked.limit
    )
    match talk.form.act.verb:
        case Verb.ORDER if asked.key == ENGINE:
            read_engine(text, means.menu)
        case Verb.ORDER:
            read_part(means, words, {asked.key: text})
        case Verb.EDIT if asked.key in LETTERED:
            read_part(means, words, {asked.key: text})
        case Verb.TINT:
            colour_of(text)
        case Verb.REWORD:
            replacing.demand(means, talk.form.act, asked.key, {**talk.values, asked.key: text})
        case Verb.BOOK:
            booking.demand(means, words, talk.form.act, asked.key, {**talk.values, asked.key: text})
        case Verb.CHECK | Verb.JUDGE:
            values = {**talk.values, asked.key: text}
            checking.demand_answer(means, words, talk.form.act, asked.key, values)
        case _:
            pass
