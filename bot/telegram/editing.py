"""Messages that become others in their place, as far as Telegram lets them.

A text cannot reliably become a photo, nor a photo an album: then a new message is sent, and the old
one goes.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import TelegramError

from bot.conversation.message import Message
from bot.telegram.faces import Face
from bot.telegram.failures import Trouble, UnsureError, trouble
from bot.telegram.pace import is_group
from bot.telegram.pictures import PHOTO_BYTES, SMALL_BYTES
from bot.telegram.places import Kept, Spot
from bot.telegram.rendering import CAPTION, NOTHING, TEXT, Written, keyboard, written
from bot.telegram.sending import NO_PREVIEW, Sending

_log = logging.getLogger(__name__)
REMOVAL_S = 30.0
TRIES = 2
Keep = Callable[[Kept], Awaitable[None]]


async def _nobody(_kept: Kept) -> None:
    """Nobody wants to know."""


class Editing:
    """Turns messages into others."""

    def __init__(self, sending: Sending) -> None:
        """New messages go by `sending`."""
        self._sending = sending
        self._requests = sending.requests
        self._faces = sending.faces

    async def turn(
        self, kept: Kept, message: Message, spot: Spot, *, patience_s: float,
        moved: Keep = _nobody, bare: bool = False,
    ) -> Kept:  # fmt: skip
        """Let a message become another, in its place or else at `spot`; where it is now.

        A message that took the place of the old one is told to `moved` before the old one goes.
        Where `message` has no picture the old one stays, unless it shall be `bare`.

        Raises:
            TelegramError: when neither is possible.
            StorageError: when a picture cannot be read.
        """
        if not fits(kept, message) or (bare and kept.photo and not message.pictures):
            sent = await self._moved(kept, message, spot, patience_s, moved)
            await self.remove(kept)
            return sent
        try:
            await self._edit(kept, message, patience_s)
        except TelegramError as error:
            if trouble(error) is not Trouble.LOST:
                raise
            self._faces.drop(kept)
            return await self._moved(kept, message, spot, patience_s, moved)
        rest = Message(documents=message.documents, poll=message.poll)
        if rest != Message():
            await self._sending.send(spot, rest, patience_s=patience_s)
        return kept

    async def _moved(
        self, kept: Kept, message: Message, spot: Spot, patience_s: float, moved: Keep
    ) -> Kept:
        sent = await self._sending.send(spot, message, patience_s=patience_s)
        if sent is None:
            return kept
        await moved(sent)
        return sent

    async def _edit(self, kept: Kept, message: Message, patience_s: float) -> None:
        face = self.face(kept, message)
        if not message.pictures and same(self._faces.of(kept), face):
            return
        for tried in range(1, TRIES + 1):
            try:
                await self._asked(kept, message, face, patience_s)
                break
            except UnsureError:  # an edit may be asked for twice
                self._faces.doubt(kept)
                if tried == TRIES:
                    raise
            except TelegramError:
                self._faces.drop(kept)
                raise
        self._faces.keep(kept, face)

    def face(self, kept: Kept, message: Message) -> Face:
        """How a message will look as another; a picture that stays is still described."""
        group, buttons = is_group(kept.chat), keyboard(message.rows)
        if not kept.photo:
            return Face(written(message, TEXT, group=group), buttons)
        known = self._faces.of(kept)
        alt = message.pictures[0].alt if message.pictures else known.alt if known else ""
        return Face(written(message, CAPTION, group=group, alt=alt), buttons)

    async def _asked(self, kept: Kept, message: Message, face: Face, patience_s: float) -> None:
        try:
            await self._requests.to_chat(
                kept.chat, await self._request(kept, message, face, PHOTO_BYTES),
                patience_s=patience_s,
            )  # fmt: skip
        except TelegramError as error:
            match trouble(error):
                case Trouble.SAME:
                    return
                case Trouble.LARGE if message.pictures:
                    smaller = await self._request(kept, message, face, SMALL_BYTES)
                    await self._requests.to_chat(kept.chat, smaller, patience_s=patience_s)
                case _:
                    raise

    async def progress(self, kept: Kept, message: Message) -> bool:
        """Let a message say how far something is, if there is room; whether it does.

        Raises:
            TelegramError: when it is refused.
            StorageError: when a picture cannot be read.
        """
        face = self.face(kept, message)
        if not fits(kept, message) or (not message.pictures and same(self._faces.of(kept), face)):
            return False
        make = await self._request(kept, message, face, PHOTO_BYTES)
        done = await self._requests.progress(kept.chat, make)
        if done is not None:
            self._faces.keep(kept, face)
        return done is not None

    async def _request(self, kept: Kept, message: Message, face: Face, most_bytes: int) -> Any:
        """What has to be asked for; it gets the chat's id of today."""
        bot = self._requests.bot
        at: dict[str, Any] = {"message_id": kept.message, "reply_markup": face.keyboard}
        words = self._faces.another(kept, face.written)
        if not kept.photo:
            text = words if words.text else Written(NOTHING)
            return lambda chat: bot.edit_message_text(
                text.text, chat_id=chat, entities=text.entities or None,
                link_preview_options=NO_PREVIEW, **at,
            )  # fmt: skip
        if not message.pictures:
            return lambda chat: bot.edit_message_caption(
                chat_id=chat, caption=words.text or None,
                caption_entities=words.entities or None, **at,
            )  # fmt: skip
        file = await self._sending.pictures.photo(message.pictures[0], most_bytes)
        media = InputMediaPhoto(file.content, caption=words.text or None, filename=file.name,
                                caption_entities=words.entities or None)  # fmt: skip
        return lambda chat: bot.edit_message_media(media, chat_id=chat, **at)

    async def remove(self, kept: Kept, instead: Message | None = None) -> None:
        """Take a message away; one that is too old for that loses its buttons and its content."""
        self._faces.drop(kept)
        bot = self._requests.bot
        try:
            await self._requests.to_chat(
                kept.chat, lambda chat: bot.delete_message(chat, kept.message), cost=0,
                patience_s=REMOVAL_S,
            )  # fmt: skip
        except TelegramError as error:
            if trouble(error) is Trouble.LOST:
                await self._emptied(kept, instead)
            elif trouble(error) not in {Trouble.GONE, Trouble.RIGHTS}:
                _log.info("a message could not be removed: %s", trouble(error))

    async def _emptied(self, kept: Kept, instead: Message | None) -> None:
        try:
            if instead is not None:
                await self._edit(kept, instead, patience_s=REMOVAL_S)
            else:
                await self._without_buttons(kept)
        except TelegramError as error:
            _log.info("a message could not be emptied: %s", trouble(error))

    def _without_buttons(self, kept: Kept) -> Awaitable[Any]:
        bot = self._requests.bot
        return self._requests.to_chat(
            kept.chat,
            lambda chat: bot.edit_message_reply_markup(chat_id=chat, message_id=kept.message),
            patience_s=REMOVAL_S,
        )


def fits(kept: Kept, message: Message) -> bool:
    """Whether a message can become another where it is."""
    return len(message.pictures) <= (1 if kept.photo else 0)


def same(one: Face | None, other: Face) -> bool:
    """Whether an edit from one face to the other would change nothing."""
    return one is not None and (one.written, _wires(one.keyboard)) == (
        other.written, _wires(other.keyboard),
    )  # fmt: skip


def _wires(keyboard: InlineKeyboardMarkup | None) -> list[list[tuple[str, object]]]:
    rows = keyboard.inline_keyboard if keyboard else ()
    return [[(button.text, button.callback_data) for button in row] for row in rows]
