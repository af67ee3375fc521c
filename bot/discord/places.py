"""Where to answer on Discord, and which message that became, as texts that outlive a process."""

from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from bot.conversation.caller import Screen, View
from bot.conversation.places import place_of, read_place
from pipeline.domain.job import Address

PLATFORM = "discord"
SMALLEST_LIMIT = 10 * 1024 * 1024
"""Bytes of a file that every chat of Discord takes."""
TOKEN_S = 14 * 60.0
"""An interaction's token lives 15 minutes; what begins within so long comes in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody pressed or said something, all ids being Discord's; 0 where there is none.

    `channel` is the thread where it was in one. `message` carried the pressed button, `alone` says
    that the answer is shown to nobody else. `first` tells that the answer is the interaction's own
    response, which its `token` reaches until `token_until` (POSIX seconds). `limit` are the most
    bytes of a file. Where the bot is `absent`, a person brought it along: only the token speaks
    there.
    """

    user: int
    channel: int = 0
    guild: int = 0
    message: int = 0
    application: int = 0
    interaction: int = 0
    token: str = field(default="", repr=False)
    token_until: float = 0.0
    limit: int = SMALLEST_LIMIT
    alone: bool = False
    first: bool = False
    absent: bool = False

    def address(self, view: View, language: str) -> Address:
        """The place as an address for results that are shown as `view`."""
        return Address(platform=PLATFORM, place=place_of(view, language, **asdict(self)))

    def hides(self, view: View) -> bool:
        """Whether a result that is shown as `view` is for nobody else's eyes.

        What somebody makes from a message that only they see is for the group all the same: that
        message may be a list of theirs, or a form to be mended. Files are to keep.
        """
        own = self.first or view.screen is Screen.FILES
        return self.alone and (own or (view.here and self.message != 0))

    @staticmethod
    def of(address: Address) -> "Place":
        """The place that an address was made of; what a later release wrote besides is left out."""
        told: dict[str, Any] = dict(read_place(address))
        kept = {one.name: told[one.name] for one in fields(Place) if one.name in told}
        kept.setdefault("user", 0)
        return Place(**kept)


class By(StrEnum):
    """How a message was made, which decides who may change it."""

    BOT = "b"
    """With the bot's own token, in a channel where it is."""
    TOKEN = "t"  # noqa: S105 - a name of a way, no secret
    """With an interaction's token: that one changes it, and later the bot in its channels."""
    RESPONSE = "r"
    """It is the interaction's own response, or the message that was pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One message. `alone`: only one person sees it, and only interactions reach it."""

    channel: int
    message: int
    by: By = By.BOT
    alone: bool = False

    @property
    def text(self) -> str:
        """The spot as a text, to be kept."""
        return f"{self.channel}/{self.message}/{self.by}{'/alone' if self.alone else ''}"

    @staticmethod
    def of(text: str) -> "Spot":
        """The spot that a text was made of.

        Raises:
            ValueError: when it was not.
        """
        channel, message, by, *alone = text.split("/")
        return Spot(channel=int(channel), message=int(message), by=By(by), alone=bool(alone))


def message_key(job: str) -> str:
    """The key under which the message of an order is noted."""
    return f"message:{job}"
