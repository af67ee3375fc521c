"""What is heard, taken to the desk; what comes of it is kept before Telegram is told so."""

import contextlib
import functools
import logging
from collections.abc import Sequence

from bot.conversation.act import read_act
from bot.conversation.answer import Answer, Hints
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.desk import Desk
from bot.conversation.words import Words
from bot.telegram.answering import Answering
from bot.telegram.callers import Callers, language_of
from bot.telegram.dealt import Dealt, Mark
from bot.telegram.hearing import Commanded, Heard, Joined, Moved, Pictured, Pressed, Said
from bot.telegram.in_order import Later
from bot.telegram.known_chats import KnownChats
from bot.telegram.menus import Menus
from bot.telegram.query import Query
from bot.telegram.scene import Scene, scene_of
from bot.telegram.sending import Sending
from pipeline.domain.errors import StorageError
from pipeline.ports.notes import Notes

_log = logging.getLogger(__name__)


class Reception:
    """Hears people. What is heard twice is answered once."""

    def __init__(
        self, *, desk: Desk, callers: Callers, chats: KnownChats, answering: Answering,
        sending: Sending, notes: Notes, menus: Menus,
    ) -> None:  # fmt: skip
        """A reception before `desk`."""
        self._desk = desk
        self._callers = callers
        self._chats = chats
        self._answering = answering
        self._sending = sending
        self._dealt = Dealt(notes)
        self._menus = menus

    async def hear(self, heard: Heard, query: Query | None) -> Later | None:
        """Deal with what is heard, until nothing of it can be lost; what is to be shown then."""
        match heard:
            case Moved(source=source, to=to):
                await self._chats.move(source.chat, to)
                return None
            case Joined():
                await self._joined(heard)
                return None
            case Commanded() | Pressed() | Said() | Pictured():
                return await self._answered(heard, query)

    async def _joined(self, heard: Joined) -> None:
        chat = heard.source.chat
        with contextlib.suppress(StorageError):
            if heard.source.private:
                person = (await self._callers.caller(heard)).person.id
                await (self._chats.began(person) if heard.here else self._chats.block(person))
            else:
                await (self._chats.come(chat) if heard.here else self._chats.leave(chat))

    async def _answered(self, heard: Heard, query: Query | None) -> Later | None:
        words, person = Words(language_of(heard.source)), ""
        try:
            caller = await self._callers.caller(heard)
            words, person = caller.words, caller.person.id
            if await self._dealt.has(person, heard.source, Mark.SHOWN):
                answers: tuple[Answer, ...] = ()
            else:
                await self._met(heard, person)
                answers = await self._asked(caller, heard)
            await self._answer_once(person, heard, query)
        except StorageError as error:
            answers = (Hints(text=chat_sentence(error, words)),)
        except Exception:  # noqa: BLE001 - a bug must not leave a press unanswered, or come back
            _log.exception("what was heard could not be answered")
            answers = (Hints(text=words.say("chat-telegram-oops")),)
        scene = scene_of(heard, person, words, query, self._sending)
        left = await self._answering.hinted(scene, answers)
        return functools.partial(self._shown, scene, left)

    async def _answer_once(self, person: str, heard: Heard, query: Query | None) -> None:
        """See to it that a press which comes again is not answered again."""
        if query is None:
            return
        if await self._dealt.has(person, heard.source, Mark.ANSWERED):
            query.leave()
        else:
            await self._dealt.mark(person, heard.source, Mark.ANSWERED)

    async def _shown(self, scene: Scene, answers: Sequence[Answer]) -> None:
        await self._answering.show(scene, answers)
        if scene.person:
            await self._dealt.mark(scene.person, scene.source, Mark.SHOWN)

    async def _met(self, heard: Heard, person: str) -> None:
        source = heard.source
        if not source.private:
            await self._chats.come(source.chat)
        elif source.message is not None or (isinstance(heard, Pressed) and heard.on is not None):
            await self._chats.began(person)
            self._menus.greet(source.user)

    async def _asked(self, caller: Caller, heard: Heard) -> tuple[Answer, ...]:
        match heard:
            case Commanded(name=name, options=options):
                return await self._desk.command(caller, name, options)
            case Said(text=text):
                return await self._desk.said(caller, text)
            case Pressed(wire=wire):
                act = read_act(wire)
                if act is None:
                    return (Hints(text=caller.words.say("chat-unknown")),)
                return await self._desk.press(caller, act)
            case Pictured(print=to_print):
                say = caller.words.say
                told = say("chat-telegram-print" if to_print else "chat-telegram-picture")
                return (Hints(text=told),)
            case _:
                return ()
