"""Where things are said: chats, topics, messages, and all of it as an address that outlives us."""

from dataclasses import dataclass

from bot.conversation.caller import View
from bot.conversation.places import language_of, place_of, read_place, view_of
from pipeline.domain.job import Address

PLATFORM = "telegram"
"""The name that addresses of Telegram carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a new message goes: a chat, a topic in it, a message that it answers."""

    chat: int
    thread: int | None = None
    reply: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A message of ours; `photo` is one with a picture, whose words are a caption."""

    chat: int
    message: int
    photo: bool

    @property
    def name(self) -> str:
        """The message in one word, to be kept."""
        return f"{self.chat}/{self.message}/{'p' if self.photo else 't'}"

    @staticmethod
    def of(name: str) -> "Kept":
        """The message of that name."""
        chat, message, kind = name.split("/")
        return Kept(chat=int(chat), message=int(message), photo=kind == "p")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the result of an order goes, and how it is shown.

    `user` is who gets it alone where the chat is gone (0: nobody can). `on` is the pressed
    message, by its name, that the result takes the place of; empty for a message of its own.
    """

    chat: int
    user: int
    language: str
    view: View
    thread: int | None = None
    reply: int | None = None
    on: str = ""

    @property
    def address(self) -> Address:
        """The place as an address that outlives the process."""
        more = {"chat": self.chat, "user": self.user, "on": self.on,
                "thread": self.thread, "reply": self.reply}  # fmt: skip
        return Address(platform=PLATFORM, place=place_of(self.view, self.language, **more))

    @staticmethod
    def of(address: Address) -> "Place":
        """The place that `address` was made of."""
        place = read_place(address)
        return Place(
            chat=place["chat"], user=place["user"], language=language_of(address),
            view=view_of(address), thread=place["thread"], reply=place["reply"], on=place["on"],
        )  # fmt: skip

    @property
    def spot(self) -> Spot:
        """Where a new message goes."""
        return Spot(chat=self.chat, thread=self.thread, reply=self.reply)

    @property
    def pressed(self) -> Kept | None:
        """The message that the result takes the place of."""
        return Kept.of(self.on) if self.on else None


def talk_place(chat: int, thread: int | None) -> str:
    """The chat, or the topic in it, where guided talks stay apart."""
    return f"{PLATFORM}:{chat}" + ("" if thread is None else f":{thread}")
