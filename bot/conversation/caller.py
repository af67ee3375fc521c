"""Who speaks to the bot, and from where."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.words import Words
from pipeline.domain.job import Address
from pipeline.domain.person import Person


class Screen(StrEnum):
    """How the result of an order is shown."""

    SHEET = "sheet"
    """All that was made, with a number on each, to pick one."""
    CARD = "card"
    """One version with its buttons."""
    MOVE = "move"
    """One version with the buttons for moving its block `about`."""
    LOOK = "look"
    """The picture of fonts or colours (`about`), to choose one."""
    LETTERING = "lettering"
    """The picture with numbered lettering, to erase or to replace some (`about`)."""
    COMPARISON = "comparison"
    """A picture of versions side by side."""
    FILES = "files"
    """Documents to keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where and how a result is shown: `here` puts it in place of the pressed message."""

    screen: Screen
    about: str = ""
    here: bool = False


async def nothing_to_fetch(_reference: str) -> bytes:
    """For who has sent no picture."""
    raise LookupError("there is no picture")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """A person who says or presses something once.

    `key` is the platform's own id of that (interaction, update): the same key twice is one order.
    `place` is the chat, where guided talks stay apart. `private` is a chat with the person alone.
    `address` says where to answer. `fetch` brings a file that was sent, by the reference
    under which it stands among a command's options (`art`, `file`). Without `forms` the platform has no
    modals, and questions are asked one after another.
    """

    person: Person
    words: Words
    key: str
    place: str
    address: Callable[[View], Address]
    admin: bool = False
    private: bool = False
    forms: bool = True
    fetch: Callable[[str], Awaitable[bytes]] = nothing_to_fetch
