"""New messages: a text, a photo with its words beneath, an album with a text behind it, a poll.

An album has no buttons, so its words and buttons follow in a message of their own.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from telegram import (
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram import Message as Sent
from telegram.error import TelegramError

from bot.conversation.message import Document, Message, Poll
from bot.telegram.faces import Face, Faces, kept_of
from bot.telegram.failures import Trouble, trouble
from bot.telegram.pace import is_group
from bot.telegram.pictures import BESIDE, SMALL_BYTES, File, Pictures, parcels
from bot.telegram.places import Kept, Spot
from bot.telegram.rendering import CAPTION, NOTHING, TEXT, Written, cut, keyboard, plain, written
from bot.telegram.requests import Requests

QUESTION, POLL_ANSWER, POLL_ANSWERS = 300, 100, (2, 10)
LONGEST_POLL = timedelta(seconds=2_628_000)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Sending:
    """Sends messages, and knows how they look."""

    def __init__(self, requests: Requests, pictures: Pictures, faces: Faces) -> None:
        """Sends by `requests`."""
        self.requests = requests
        self.pictures = pictures
        self.faces = faces

    async def send(self, spot: Spot, message: Message, *, patience_s: float) -> Kept | None:
        """Send all that a message consists of; the part that has its words and buttons.

        Raises:
            TelegramError: when a part cannot be sent.
            StorageError: when a picture cannot be read.
        """
        kept = await self._shown(spot, message, patience_s)
        for group in parcels(message.documents):
            await self.documents(spot, group, patience_s=patience_s)
        if message.poll is not None:
            await self.poll(spot, message.poll, patience_s=patience_s)
        return kept

    async def _shown(self, spot: Spot, message: Message, patience_s: float) -> Kept | None:
        group, buttons = is_group(spot.chat), keyboard(message.rows)
        words = written(message, TEXT, group=group)
        if len(message.pictures) == 1 and words.units <= CAPTION:
            return await self._photo(spot, message, buttons, patience_s)
        kept = await self.album(spot, message, patience_s=patience_s)
        behind = message.documents or message.poll or message.pictures
        if words.text or buttons or not behind:
            kept = await self.text(spot, words, buttons, patience_s=patience_s)
        return kept

    async def text(
        self, spot: Spot, words: Written, buttons: InlineKeyboardMarkup | None = None, *,
        patience_s: float,
    ) -> Kept:  # fmt: skip
        """Send a text."""
        words = words if words.text else Written(NOTHING)

        def make(**at: Any) -> Awaitable[Sent]:
            return self.requests.bot.send_message(
                text=words.text, entities=words.entities or None, reply_markup=buttons,
                link_preview_options=NO_PREVIEW, **at,
            )  # fmt: skip

        return self._known(await self._in(spot, make, patience_s=patience_s), words, buttons)

    async def _photo(
        self, spot: Spot, message: Message, buttons: InlineKeyboardMarkup | None, patience_s: float
    ) -> Kept:  # fmt: skip
        (picture,) = message.pictures
        words = written(message, CAPTION, group=is_group(spot.chat), alt=picture.alt)

        async def send(file: File) -> Sent:
            def make(**at: Any) -> Awaitable[Sent]:
                return self.requests.bot.send_photo(
                    photo=file.content, filename=file.name, caption=words.text or None,
                    caption_entities=words.entities or None, reply_markup=buttons, **at,
                )  # fmt: skip

            return await self._in(spot, make, patience_s=patience_s)

        try:
            sent = await send(await self.pictures.photo(picture))
        except TelegramError as error:
            if trouble(error) is not Trouble.LARGE:
                raise
            sent = await send(await self.pictures.photo(picture, SMALL_BYTES))
        return self._known(sent, words, buttons)

    async def album(self, spot: Spot, message: Message, *, patience_s: float) -> Kept | None:
        """Send a message's pictures side by side, each with what it shows; the first of them."""
        if len(message.pictures) == 1:
            alone = Message(title=message.title, pictures=message.pictures)
            return await self._photo(spot, alone, None, patience_s)
        if not message.pictures:
            return None
        media: list[InputMediaPhoto] = []
        for picture in message.pictures[:BESIDE]:
            file = await self.pictures.photo(picture)
            alt = cut(plain(picture.alt, group=is_group(spot.chat)), CAPTION)
            media.append(InputMediaPhoto(file.content, caption=alt or None, filename=file.name))
        sent = await self._group(spot, media, patience_s)
        return kept_of(sent[0])

    async def documents(
        self, spot: Spot, documents: Sequence[Document], caption: str = "", *, patience_s: float
    ) -> list[Kept]:
        """Send one group of files, with a word beneath the last of them."""
        files = [await self.pictures.document(one) for one in documents]
        if len(files) == 1:

            def make(**at: Any) -> Awaitable[Sent]:
                return self.requests.bot.send_document(
                    document=files[0].upload(), caption=caption or None,
                    disable_content_type_detection=True, **at,
                )  # fmt: skip

            return [kept_of(await self._in(spot, make, patience_s=patience_s))]
        last = len(files) - 1
        media = [
            InputMediaDocument(file.upload(attach=True), disable_content_type_detection=True,
                               caption=caption or None if index == last else None)
            for index, file in enumerate(files)
        ]  # fmt: skip
        return [kept_of(one) for one in await self._group(spot, media, patience_s)]

    async def poll(self, spot: Spot, poll: Poll, *, patience_s: float) -> None:
        """Send a poll."""
        open_s = min(timedelta(hours=poll.hours), LONGEST_POLL)

        def make(**at: Any) -> Awaitable[Sent]:
            return self.requests.bot.send_poll(
                question=cut(plain(poll.question, group=False), QUESTION),
                options=[cut(plain(one, group=False), POLL_ANSWER)
                         for one in poll.answers[: POLL_ANSWERS[1]]],
                open_period=open_s, **at,
            )  # fmt: skip

        await self._in(spot, make, patience_s=patience_s)

    async def _group(
        self, spot: Spot, media: Sequence[InputMediaPhoto | InputMediaDocument], patience_s: float
    ) -> tuple[Sent, ...]:
        def make(**at: Any) -> Awaitable[tuple[Sent, ...]]:
            return self.requests.bot.send_media_group(media=media, **at)

        return await self._in(spot, make, cost=len(media), patience_s=patience_s)

    async def _in(
        self, spot: Spot, make: Callable[..., Awaitable[Answer]], *, cost: int = 1,
        patience_s: float,
    ) -> Answer:  # fmt: skip
        """Say something in its topic, or outside of it where the topic is gone or closed."""
        try:
            return await self._at(spot, make, cost, patience_s)
        except TelegramError as error:
            if spot.thread is None or trouble(error) is not Trouble.TOPIC:
                raise
        # what it answers is in the topic, and would lead there
        return await self._at(Spot(chat=spot.chat), make, cost, patience_s)

    async def _at(
        self, spot: Spot, make: Callable[..., Awaitable[Answer]], cost: int, patience_s: float
    ) -> Answer:
        at: dict[str, Any] = {} if spot.thread is None else {"message_thread_id": spot.thread}
        if spot.reply is not None:
            at["reply_parameters"] = ReplyParameters(spot.reply, allow_sending_without_reply=True)
        return await self.requests.to_chat(
            spot.chat, lambda chat: make(chat_id=chat, **at), cost=cost, patience_s=patience_s
        )

    def _known(self, sent: Sent, words: Written, buttons: InlineKeyboardMarkup | None) -> Kept:
        kept = kept_of(sent)
        self.faces.keep(kept, Face(words, buttons))
        return kept
