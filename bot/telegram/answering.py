"""Answers in Telegram's manner: a word to who pressed, new messages, edits, private chats."""

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from telegram.error import TelegramError

from bot.conversation.answer import (
    Answer,
    Asks,
    Hints,
    Ordered,
    Removes,
    Says,
    Spreads,
    Turns,
    Works,
)
from bot.conversation.apology import chat_sentence
from bot.conversation.message import Message
from bot.telegram.editing import Editing
from bot.telegram.failures import Trouble, trouble
from bot.telegram.known_chats import KnownChats
from bot.telegram.orders import Orders
from bot.telegram.places import PLATFORM, Kept, Place, Spot
from bot.telegram.query import Begin
from bot.telegram.rendering import HINT, units
from bot.telegram.scene import Scene
from bot.telegram.sending import Sending
from bot.telegram.waiting import waiting_picture
from bot.telegram.working import Working
from pipeline.domain.errors import ArtiCoverError

PATIENCE_S = 120.0
"""An answer that finds no room for so long is of no use any more."""

_log = logging.getLogger(__name__)


class Answering:
    """Shows answers; nothing that Telegram refuses ends it."""

    def __init__(
        self, sending: Sending, editing: Editing, orders: Orders, chats: KnownChats, *,
        working: Working, username: str, begin: Begin,
    ) -> None:  # fmt: skip
        """Answers go by `sending` and `editing`; `username` is the bot's own.

        `begin` lets something run beside, that nobody waits for; `working` does what takes its time.
        """
        self._sending = sending
        self._editing = editing
        self._orders = orders
        self._chats = chats
        self._working = working
        self._username = username
        self._begin = begin

    async def hinted(self, scene: Scene, answers: Sequence[Answer]) -> Sequence[Answer]:
        """Answer the press with what suits it; the answers that are still to be shown."""
        if scene.query is None:
            return answers
        for index, answer in enumerate(answers):
            text, spent = await self._hint(scene, answer)
            if text and scene.query.answer(text, passing=isinstance(answer, Ordered)):
                return [*answers[:index], *(() if spent else (answer,)), *answers[index + 1 :]]
        scene.query.answer()
        return answers

    async def _hint(self, scene: Scene, answer: Answer) -> tuple[str, bool]:
        """What an answer says in a word, and whether that is all that it says."""
        match answer:
            case Hints(text=text):
                return text, True
            case Removes(text=text):
                return text, False
            case Ordered(ticket=ticket, message=message):
                here = bool(Place.of(ticket.job.address).on)
                return (message.lines[-1], True) if here and message.lines else ("", False)
            case Says(message=message, alone=True) if not scene.source.private:
                return await self._hint_alone(scene, message)
            case Says() | Turns() | Asks() | Works() | Spreads():
                return "", False

    async def _hint_alone(self, scene: Scene, message: Message) -> tuple[str, bool]:
        if is_short(message):
            return message.text, True
        if await self._chats.may_write(scene.person):
            return scene.words.say("chat-telegram-look-private"), False
        return self._invitation(scene), True

    async def show(self, scene: Scene, answers: Sequence[Answer]) -> None:
        """Show answers, one after another."""
        for answer in answers:
            try:
                await self._show(scene, answer)
            except TelegramError as error:
                await self._note_block(scene, error)
                _log.warning("an answer could not be shown: %s", trouble(error))
            except ArtiCoverError as error:
                _log.warning("an answer could not be shown: %s", error.code)
                await self._apologise(scene, error)
            if isinstance(answer, Says) and answer.alone:
                scene = replace(scene, led=True)

    async def _apologise(self, scene: Scene, error: ArtiCoverError) -> None:
        told = Message(lines=(chat_sentence(error, scene.words),))
        with contextlib.suppress(TelegramError, ArtiCoverError):
            await self._alone(scene, told)

    async def _show(self, scene: Scene, answer: Answer) -> None:  # noqa: C901 - one line each
        match answer:
            case Says(message=message, alone=False):
                await self._say(scene.spot, message)
            case Says(message=message):
                await self._alone(scene, message)
            case Hints(text=text):
                await self._alone(scene, Message(lines=(text,)))
            case Turns(message=message):
                await self._turn(scene, message)
            case Removes(text=text):
                await self._remove(scene, Message(lines=(text,)))
            case Ordered():
                await self._ordered(scene, answer)
            case Works():
                self._begin(self._working.do(answer, scene.spot, scene.words))
            case Spreads():
                self._begin(self._spread(answer))
            case Asks():
                _log.error("a form was left over")

    async def _say(self, spot: Spot, message: Message) -> Kept | None:
        return await self._sending.send(spot, message, patience_s=PATIENCE_S)

    async def _turn(self, scene: Scene, message: Message) -> None:
        if scene.pressed is None:
            await self._say(scene.spot, message)
        else:
            await self._editing.turn(scene.pressed, message, replace(scene.spot, reply=None),
                                     patience_s=PATIENCE_S)  # fmt: skip

    async def _alone(self, scene: Scene, message: Message) -> None:
        """Say something to one person: in their private chat, or what can be said of it here."""
        if scene.source.private:
            await self._say(scene.spot, message)
        elif scene.query is None and is_short(message):
            await self._say(scene.spot, message)  # an answer to what they wrote before all eyes
        elif scene.source.user and await self._chats.may_write(scene.person):
            await self._say(Spot(chat=scene.source.user), message)
            if scene.query is None and not scene.led:
                told = scene.words.say("chat-telegram-look-private")
                await self._say(scene.spot, Message(lines=(told,)))
        elif scene.query is None and not scene.led:
            await self._say(scene.spot, Message(lines=(self._invitation(scene),)))

    def _invitation(self, scene: Scene) -> str:
        return scene.words.say("chat-telegram-open-private", bot=self._username)

    async def _ordered(self, scene: Scene, ordered: Ordered) -> None:
        """Show how an order stands, in the message where its result will be."""
        job, message = ordered.ticket.job, ordered.message
        place = Place.of(job.address)
        if place.on:
            return
        if not message.pictures:
            message = replace(message, pictures=(await waiting_picture(scene.words),))
        await self._orders.once(job.person, job.id, lambda: self._say(place.spot, message))

    async def _remove(self, scene: Scene, instead: Message) -> None:
        if scene.pressed is None:
            await self._say(scene.spot, instead)
            return
        picture = (await waiting_picture(scene.words),) if scene.pressed.photo else ()
        await self._editing.remove(scene.pressed, replace(instead, pictures=picture))

    async def _spread(self, spread: Spreads) -> None:
        """Bring a message to other chats; one that is gone is passed over."""
        for address in spread.addresses:
            if address.platform != PLATFORM:
                continue
            try:
                await self._say(replace(Place.of(address).spot, reply=None), spread.message)
            except (TelegramError, ArtiCoverError) as error:
                _log.info("a chat was passed over: %s", type(error).__name__)

    async def _note_block(self, scene: Scene, error: TelegramError) -> None:
        if scene.person and scene.source.private and trouble(error) is Trouble.GONE:
            await self._chats.block(scene.person)


def is_short(message: Message) -> bool:
    """Whether a message is no more than a word that a press can be answered with."""
    more = chain(message.pictures, message.documents, message.rows)
    return not any(more) and message.poll is None and units(message.text) <= HINT
