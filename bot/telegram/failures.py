"""What goes wrong with a request, as few kinds of trouble that each have one remedy.

Errors of connections repeat the address, and the address holds the token. So everything that comes
up from the network is put into exceptions of our own, which say no more than a type.
"""

from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    TelegramError,
)

from bot.telegram.places import PLATFORM
from pipeline.domain.errors import DeliveryError


class UnsentError(TelegramError):
    """Telegram was not reached: nothing has happened there, and asking again is safe."""


class UnsureError(TelegramError):
    """The answer was lost: what was asked for may have been done."""


class AwayError(TelegramError):
    """Telegram answered that it cannot answer: 5xx, or no JSON."""


class TooLargeError(TelegramError):
    """413: what was sent has too many bytes."""


class FloodedError(TelegramError):
    """429: nothing more for so many `seconds`."""

    def __init__(self, seconds: float) -> None:
        """Wait for `seconds`."""
        super().__init__(f"wait {seconds:g} s")
        self.seconds = seconds


class BusyError(TelegramError):
    """There is no room under Telegram's rates for so many `seconds`, which is too long to wait."""

    def __init__(self, seconds: float) -> None:
        """Come again in `seconds`."""
        super().__init__(f"no room for {seconds:g} s")
        self.seconds = seconds


class Trouble(StrEnum):
    """What to do about an error."""

    WAIT = "wait"
    """Later: Telegram is away, or wants a pause."""
    SAME = "same"
    """Nothing: the message says that already."""
    OLD = "old"
    """Nothing: the press was too long ago to be answered."""
    LOST = "lost"
    """A message of ours is not there (any more), or cannot be changed: send another."""
    TOPIC = "topic"
    """The topic is gone or closed: outside of it."""
    GONE = "gone"
    """The chat is gone, or the bot was removed from it or blocked."""
    RIGHTS = "rights"
    """The bot may not send that in this group."""
    LARGE = "large"
    """Too many bytes or pixels: send something smaller."""
    TOKEN = "token"  # noqa: S105
    """The token is not accepted."""
    REFUSED = "refused"
    """Anything else that Telegram does not like."""


_SAYINGS: tuple[tuple[Trouble, tuple[str, ...]], ...] = (
    (Trouble.SAME, ("message is not modified",)),
    (Trouble.OLD, ("query is too old", "query id is invalid", "query_id_invalid")),
    (Trouble.TOPIC, ("thread not found", "topic_closed", "topic_deleted", "topic closed")),
    (Trouble.LOST, (
        "message to edit not found", "message to delete not found", "message can't be edited",
        "message can't be deleted", "message_id_invalid", "no media in the message",
        "no text in the message", "no caption in the message", "message not found",
    )),
    (Trouble.RIGHTS, ("not enough rights", "have no rights", "need administrator rights",
                      "write_forbidden", "chat_send_", "chat_restricted")),
    (Trouble.GONE, ("chat not found", "user not found", "deactivated", "peer_id_invalid",
                    "bot was kicked", "bot was blocked")),
    (Trouble.LARGE, ("too big", "too large", "photo_invalid_dimensions", "image_process_failed",
                     "photo_save_file_invalid")),
)  # fmt: skip
"""How Telegram words its refusals; a code besides 400 there is none."""


def trouble(error: TelegramError) -> Trouble:
    """What kind of trouble an error is."""
    match error:
        case (
            UnsentError() | UnsureError() | AwayError() | FloodedError() | BusyError() | Conflict()
        ):
            return Trouble.WAIT
        case TooLargeError():
            return Trouble.LARGE
        case InvalidToken():
            return Trouble.TOKEN
        case Forbidden() | ChatMigrated():
            return Trouble.GONE
        case BadRequest():
            return _worded(error.message.lower())
        case _:
            return Trouble.REFUSED


def _worded(said: str) -> Trouble:
    found = (kind for kind, sayings in _SAYINGS if any(saying in said for saying in sayings))
    return next(found, Trouble.REFUSED)


def undelivered(error: TelegramError) -> DeliveryError:
    """The error as whoever delivers results knows it."""
    match trouble(error):
        case Trouble.WAIT | Trouble.TOKEN:  # a token can be mended
            return DeliveryError("delivery-unavailable", platform=PLATFORM)
        case Trouble.GONE | Trouble.RIGHTS | Trouble.TOPIC | Trouble.LOST:
            return DeliveryError("delivery-gone", platform=PLATFORM)
        case Trouble.SAME | Trouble.OLD | Trouble.LARGE | Trouble.REFUSED:
            reason = type(error).__name__
            return DeliveryError("delivery-refused", platform=PLATFORM, reason=reason)
