"""The conversation's one door for every chat: what is said to what a person says or presses.

What is heard is taken to the module that deals with it, by a command's name or an act's verb; what
goes wrong there comes back as a sentence, only to the person who asked.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answer, Answers, Asks, Hints, Says, Works
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.greeting import may_greet
from bot.conversation.means import Means
from bot.conversation.message import Choice, Message
from bot.conversation.words import Words
from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.job import Failed
from pipeline.domain.outcome import Parcel

HINT = 200
"""Characters of a short word; longer ones are a message."""

Command = Callable[[Means, Caller, Mapping[str, str]], Awaitable[Answers]]
Press = Callable[[Means, Caller, Act], Awaitable[Answers]]
Submit = Callable[[Means, Caller, Act, Mapping[str, str]], Awaitable[Answers]]
Suggest = Callable[[Means, Caller, str], tuple[Choice, ...]]
Land = Callable[[Means, Words, Parcel, View], Awaitable[Message]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Who deals with what. `said` hears free text, `ask` puts forms to who has no modals."""

    commands: Mapping[str, Command]
    presses: Mapping[Verb, Press]
    submits: Mapping[Verb, Submit]
    suggests: Mapping[str, Suggest]
    landings: Mapping[Screen, Land]
    said: Callable[[Means, Caller, str], Awaitable[Answers]]
    ask: Callable[[Means, Caller, Asks], Awaitable[Answers]]
    failed: Land


class Desk:
    """Hears people, and says what the rooms say.

    No method raises `ArtiCoverError`: it is told to the person.
    """

    def __init__(self, means: Means, rooms: Rooms) -> None:
        """A desk of those rooms."""
        self.means = means
        self._rooms = rooms

    async def command(self, caller: Caller, name: str, options: Mapping[str, str]) -> Answers:
        """What follows from a command with its options by name, as they were typed."""
        room = self._rooms.commands.get(name)
        if room is None:
            return (Hints(text=caller.words.say("chat-unknown")),)
        return await self._told(caller, self._commanded(caller, room, options))

    async def press(self, caller: Caller, act: Act) -> Answers:
        """What follows from a button, or from a choice of a picker."""
        room = self._rooms.presses.get(act.verb)
        if room is None:
            return (Hints(text=caller.words.say("chat-unknown")),)
        return await self._told(caller, room(self.means, caller, act))

    async def submit(self, caller: Caller, act: Act, values: Mapping[str, str]) -> Answers:
        """What follows from a form that was filled in; `values` are the answers by key."""
        room = self._rooms.submits.get(act.verb)
        if room is None:
            return (Hints(text=caller.words.say("chat-unknown")),)
        return await self._told(caller, room(self.means, caller, act, values))

    async def said(self, caller: Caller, text: str) -> Answers:
        """What follows from free text: an answer in a talk, a brief, a greeting, or nothing."""
        return await self._told(caller, self._rooms.said(self.means, caller, text))

    def suggest(self, caller: Caller, option: str, text: str) -> tuple[Choice, ...]:
        """Up to 25 values for a command's option that go with what was typed so far."""
        room = self._rooms.suggests.get(option)
        return () if room is None else room(self.means, caller, text)[:25]

    async def result(self, parcel: Parcel, view: View, language: str) -> Message:
        """What a finished or failed job says to who ordered it.

        Raises:
            StorageError: when a picture or a version cannot be read.
        """
        words = Words(language)
        failed = isinstance(parcel.job.state, Failed)
        land = self._rooms.failed if failed else self._rooms.landings[view.screen]
        return await land(self.means, words, parcel, view)

    async def _commanded(
        self, caller: Caller, room: Command, options: Mapping[str, str]
    ) -> Answers:  # fmt: skip
        await may_greet(self.means, caller)
        return await room(self.means, caller, options)

    async def _told(self, caller: Caller, answering: Awaitable[Answers]) -> Answers:
        try:
            answers = await answering
        except ArtiCoverError as error:
            answers = (_apology(error, caller.words),)
        answers = tuple(_forgiving(one, caller.words) for one in answers)
        if caller.forms:
            return answers
        asked = [one for one in answers if isinstance(one, Asks)]
        if not asked:
            return answers
        try:
            return await self._rooms.ask(self.means, caller, asked[0])
        except ArtiCoverError as error:
            return (_apology(error, caller.words),)


def _forgiving(answer: Answer, words: Words) -> Answer:
    """The answer; what goes wrong with work that is still to be done becomes what it gives.

    The ways on from where it was waited for stay.
    """
    if not isinstance(answer, Works):
        return answer

    async def done() -> Message:
        try:
            return await answer.work()
        except ArtiCoverError as error:
            return replace(answer.message, lines=(chat_sentence(error, words),))

    return replace(answer, work=done)


def _apology(error: ArtiCoverError, words: Words) -> Hints | Says:
    text = chat_sentence(error, words)
    if len(text) <= HINT:
        return Hints(text=text)
    return Says(message=Message(lines=(text,)), alone=True)
