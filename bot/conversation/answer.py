"""What follows from what a person said or pressed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.conversation.form import Form
from bot.conversation.message import Message
from pipeline.domain.job import Address
from pipeline.studio import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """A new message; `alone` shows it to nobody but the person who asked."""

    message: Message
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """The message whose button was pressed becomes this one; after a command, a new message."""

    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """A short word of at most 200 characters, only to the person who pressed."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A form to fill in."""

    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A job was committed; `message` says how it stands, and goes to where its result will be.

    The result is shown as the job's address says (`View`): in a message of its own, which shows
    `message` until then, or in place of the pressed message, which stays as it is until then.
    """

    ticket: Ticket
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """Something that takes some seconds and makes no version; it is for the person alone.

    `message` says so until it becomes what `work` gives. The work itself is not kept: after a restart
    the message becomes `cut_off`, which has words and buttons only and says how to ask once more.
    """

    message: Message
    work: Callable[[], Awaitable[Message]]
    cut_off: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Removes:
    """The message whose button was pressed goes; `text` is a short word to the person."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreads:
    """A message to other chats, once to each; nobody waits for it, and a chat that is gone is passed.

    A front end brings it to the `addresses` of its own platform.
    """

    message: Message
    addresses: tuple[Address, ...]


Answer = Says | Turns | Hints | Asks | Ordered | Works | Removes | Spreads
Answers = tuple[Answer, ...]
