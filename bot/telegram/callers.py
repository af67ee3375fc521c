"""Who speaks, as the conversation knows them."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace

from telegram.error import TelegramError

from bot.conversation.caller import Caller, View
from bot.conversation.language import LANGUAGES, known
from bot.conversation.words import Words
from bot.telegram.faces import kept_of
from bot.telegram.failures import Trouble, trouble
from bot.telegram.hearing import DOWNLOAD_BYTES, Heard, Pressed, Source, art_reference
from bot.telegram.places import PLATFORM, Place, talk_place
from bot.telegram.requests import Requests
from pipeline.domain.errors import PictureError, ServiceError
from pipeline.domain.job import Address
from pipeline.domain.person import Person

Meet = Callable[[str, str], Awaitable[Person]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callers:
    """Meets people; `admins` are ids of users."""

    meet: Meet
    requests: Requests
    admins: Collection[int]

    async def caller(self, heard: Heard) -> Caller:
        """Who speaks.

        Raises:
            StorageError: when they cannot be looked up.
        """
        source = heard.source
        person = await self.meet(PLATFORM, source.account)
        words = Words(known(person.preferences.language) or language_of(source))
        return Caller(
            person=person, words=words, key=source.key,
            place=talk_place(source.chat, source.thread),
            address=_addressing(heard, words.language), admin=source.user in self.admins,
            private=source.private, forms=False, fetch=self.fetch,
        )  # fmt: skip

    async def fetch(self, reference: str) -> bytes:
        """The content of a picture that was sent.

        Raises:
            PictureError: `picture-too-large`, `picture-unreadable`.
            ServiceError: when Telegram does not bring it just now.
        """
        size, file_id = art_reference(reference)
        limit_mb = DOWNLOAD_BYTES // 1_000_000
        failure = PictureError("picture-too-large", limit_mb=limit_mb)
        if size > DOWNLOAD_BYTES:
            raise failure
        try:
            file = await self.requests.at_once(lambda: self.requests.bot.get_file(file_id))
            if (file.file_size or 0) <= DOWNLOAD_BYTES:
                return bytes(await self.requests.at_once(file.download_as_bytearray))
        except TelegramError as error:
            match trouble(error):
                case Trouble.WAIT:
                    raise ServiceError("platform-unreachable", platform=PLATFORM) from error
                case Trouble.LARGE:
                    raise failure from error
                case _:
                    raise PictureError("picture-unreadable") from error
        raise failure


def language_of(source: Source) -> str:
    """The language of a person's Telegram, as far as we speak it."""
    return known(source.language) or LANGUAGES[0]


def _addressing(heard: Heard, language: str) -> Callable[[View], Address]:
    source = heard.source
    pressed = heard.on if isinstance(heard, Pressed) else None

    def address(view: View) -> Address:
        # what can no longer be changed gets its result in a message of its own
        on = kept_of(pressed).name if view.here and pressed is not None else ""
        return Place(
            chat=source.chat, user=source.user, language=language,
            view=replace(view, here=bool(on)), thread=source.thread, reply=reply_to(source), on=on,
        ).address  # fmt: skip

    return address


def reply_to(source: Source) -> int | None:
    """In a group answers quote what they answer, so that everybody sees whom they are for."""
    return None if source.private else source.message
