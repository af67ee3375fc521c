"""Results on their way to people on Telegram.

A result takes the place of the message that shows how its order stands. How much of it was told is
kept step by step, so that whoever tries again goes on where the last one stopped.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol

from telegram.error import TelegramError

from bot.conversation.desk import Desk
from bot.conversation.message import Message
from bot.conversation.words import Words
from bot.telegram.editing import Editing
from bot.telegram.failures import Trouble, trouble, undelivered
from bot.telegram.filing import ALL_FILES, Filing
from bot.telegram.known_chats import KnownChats
from bot.telegram.orders import Orders
from bot.telegram.places import PLATFORM, Kept, Place, Spot
from bot.telegram.sending import Sending
from bot.telegram.waiting import waiting_picture
from pipeline.domain.errors import DeliveryError
from pipeline.domain.outcome import Parcel

PATIENCE_S = 40.0
"""So long a result waits for room; then others go first. A pause that Telegram wants counts."""
_ELSEWHERE = frozenset({Trouble.GONE, Trouble.RIGHTS, Trouble.TOPIC, Trouble.LOST})


class Ending(Protocol):
    """Whoever shows progress, and has to stop before a result."""

    async def ended(self, job: str) -> None:
        """Show no more of a job: when this returns, no edit is under way, and none will follow."""
        ...


class TelegramCourier:
    """Brings results to chats, or to the person alone where the chat is gone."""

    platform = PLATFORM

    def __init__(
        self, *, desk: Desk, sending: Sending, editing: Editing, orders: Orders, chats: KnownChats,
        following: Ending,
    ) -> None:  # fmt: skip
        """A courier whose results are put into words by `desk`."""
        self._desk = desk
        self._sending = sending
        self._editing = editing
        self._orders = orders
        self._chats = chats
        self._following = following
        self._files = Filing(sending, orders, patience_s=PATIENCE_S)

    async def post(self, parcel: Parcel) -> str:
        """The message that will be the result: the order's own, the pressed one, or a new one.

        Raises:
            DeliveryError: when none can be sent.
            StorageError: when it cannot be kept.
        """
        place = Place.of(parcel.delivery.address)
        if place.on:
            return place.on
        words = Words(place.language)

        async def send(spot: Spot) -> Kept | None:
            soon = Message(lines=(words.say("chat-telegram-soon"),),
                           pictures=(await waiting_picture(words),))  # fmt: skip
            return await self._sending.send(spot, soon, patience_s=PATIENCE_S)

        job = parcel.job
        kept = await self._orders.once(
            job.person, job.id, lambda: self._somewhere(parcel, place, send)
        )
        return kept.name if kept else ""

    async def fill(self, message: str, parcel: Parcel) -> None:
        """Let the message `message` become the result, and send its files behind it.

        Raises:
            DeliveryError: when it cannot be brought.
            StorageError: when something of it cannot be read or kept.
        """
        job, place = parcel.job, Place.of(parcel.delivery.address)
        await self._following.ended(job.id)
        told = await self._orders.told(job.person, job.id)
        if told.done:
            return
        result = await self._desk.result(parcel, place.view, place.language)
        kept = await self._orders.message(job.person, job.id) or Kept.of(message)
        if not told.shown:
            files = bool(result.documents)
            shown = replace(result, documents=(), poll=None)
            if kept.photo and not place.on and not files and not result.pictures:
                # how far it was is not what there is of a picture that failed
                blank = await waiting_picture(Words(place.language))
                shown = replace(shown, pictures=(blank,))
            kept = await self._shown(kept, shown, parcel, place, files=files)
            told = replace(told, shown=True)
            await self._orders.tell(job.person, job.id, told)
        behind = Spot(chat=kept.chat, reply=kept.message,
                      thread=place.thread if kept.chat == place.chat else None)  # fmt: skip
        try:
            await self._files.send(behind, result.documents, told, parcel, Words(place.language))
            if result.poll is not None:
                await self._send(behind, Message(poll=result.poll))
        except TelegramError as error:
            await self._note_block(behind.chat, place, parcel, error)
            raise undelivered(error) from error
        done = replace(told, files=ALL_FILES, done=True)
        await self._orders.tell(job.person, job.id, done)

    async def _shown(
        self, kept: Kept, message: Message, parcel: Parcel, place: Place, *, files: bool
    ) -> Kept:  # fmt: skip
        job = parcel.job

        async def keep(new: Kept) -> None:
            await self._orders.keep(job.person, job.id, new)

        async def show(spot: Spot) -> Kept | None:
            if spot != place.spot:  # the person alone: the old message is out of reach
                new = await self._send(spot, message)
                if new is not None:
                    await keep(new)
                return new
            return await self._editing.turn(
                kept, message, spot, patience_s=PATIENCE_S, moved=keep,
                bare=files and not place.on,  # the files are its pictures
            )  # fmt: skip

        return await self._somewhere(parcel, place, show) or kept

    async def _somewhere(
        self, parcel: Parcel, place: Place, send: Callable[[Spot], Awaitable[Kept | None]]
    ) -> Kept | None:
        """Send something to a place, or to the person alone where that is gone."""
        spots = [place.spot, Spot(chat=place.user)] if place.chat != place.user else [place.spot]
        for spot in spots:
            if not await self._reachable(spot, place, parcel):
                continue
            try:
                return await send(spot)
            except TelegramError as error:
                await self._note_block(spot.chat, place, parcel, error)
                if trouble(error) not in _ELSEWHERE:
                    raise undelivered(error) from error
        raise DeliveryError("delivery-gone", platform=PLATFORM)

    async def _reachable(self, spot: Spot, place: Place, parcel: Parcel) -> bool:
        """Whether it makes sense to write there; to a stranger it does not, nor to who blocks us."""
        if spot.chat != place.user:
            return True
        if place.chat != place.user:
            return bool(place.user) and await self._chats.may_write(parcel.job.person)
        return not await self._chats.blocked(parcel.job.person)

    async def _send(self, spot: Spot, message: Message) -> Kept | None:
        return await self._sending.send(spot, message, patience_s=PATIENCE_S)

    async def _note_block(
        self, chat: int, place: Place, parcel: Parcel, error: TelegramError
    ) -> None:
        if chat == place.user and trouble(error) is Trouble.GONE:
            await self._chats.block(parcel.job.person)
