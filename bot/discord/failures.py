"""What Discord's refusals mean, translated once."""

import asyncio
from enum import Enum, auto

import aiohttp
import discord

from bot.discord.places import PLATFORM
from pipeline.domain.errors import DeliveryError

UNREACHABLE = (OSError, aiohttp.ClientError, TimeoutError, asyncio.TimeoutError,
               discord.HTTPException, discord.GatewayNotFound, discord.RateLimited)  # fmt: skip
"""What a call may raise; a refusal is a `discord.HTTPException`."""


class Trouble(Enum):
    """Why a message could not be made or changed."""

    TOKEN = auto()
    """The interaction is over: its token is not taken any more."""
    MESSAGE = auto()
    """The message is gone, or not the bot's to change."""
    CHANNEL = auto()
    """The channel is gone, or closed to the bot."""
    CLOSED = auto()
    """The person takes no direct messages from the bot."""
    LARGE = auto()
    """The files are too large."""
    AWAY = auto()
    """Discord is away or wants to be left alone for a while."""
    REFUSED = auto()
    """Discord does not take it, whenever it is sent."""


_CODES = {
    50027: Trouble.TOKEN,  # invalid webhook token
    10015: Trouble.TOKEN,  # unknown webhook
    10062: Trouble.TOKEN,  # unknown interaction
    40094: Trouble.TOKEN,  # no further messages by this token
    10008: Trouble.MESSAGE,  # unknown message
    50005: Trouble.MESSAGE,  # written by another user
    10003: Trouble.CHANNEL,  # unknown channel
    10004: Trouble.CHANNEL,  # unknown guild
    50001: Trouble.CHANNEL,  # missing access
    50013: Trouble.CHANNEL,  # missing permissions
    50008: Trouble.CHANNEL,  # no messages in such a channel
    50083: Trouble.CHANNEL,  # archived thread
    160005: Trouble.CHANNEL,  # locked thread
    200000: Trouble.CHANNEL,  # its words are blocked there
    50007: Trouble.CLOSED,  # cannot send messages to this user
    50278: Trouble.CLOSED,  # no server in common
    10013: Trouble.CLOSED,  # unknown user
    30046: Trouble.AWAY,  # too many edits of an old message for now
    40005: Trouble.LARGE,  # request entity too large
}
ALREADY_ANSWERED = 40060
"""An answer that was sent again since the first one's acknowledgement was lost."""
_STATUSES = {401: Trouble.TOKEN, 403: Trouble.CHANNEL, 404: Trouble.CHANNEL, 413: Trouble.LARGE,
             408: Trouble.AWAY, 429: Trouble.AWAY}  # fmt: skip


def trouble_of(error: Exception) -> Trouble | None:
    """What an error of a call means; None for what is no answer of Discord's, but a bug."""
    match error:
        case discord.HTTPException(status=status) if status >= 500:
            return Trouble.AWAY
        case discord.HTTPException(status=413 | 429 as status):
            return _STATUSES[status]
        case discord.HTTPException():
            return _CODES.get(error.code) or _STATUSES.get(error.status, Trouble.REFUSED)
        case discord.RateLimited() | aiohttp.ClientError() | OSError() | TimeoutError():
            return Trouble.AWAY
        case _:
            return None


def delivery_error(error: Exception) -> DeliveryError:
    """What the queue is told when a result did not arrive.

    Raises:
        Exception: the error itself, when Discord has nothing to do with it.
    """
    match trouble_of(error):
        case Trouble.AWAY:
            return DeliveryError("delivery-unavailable", platform=PLATFORM)
        case Trouble.CHANNEL | Trouble.CLOSED | Trouble.MESSAGE | Trouble.TOKEN:
            return DeliveryError("delivery-gone", platform=PLATFORM)
        case Trouble.LARGE | Trouble.REFUSED:
            status, code = getattr(error, "status", 0), getattr(error, "code", 0)
            return DeliveryError("delivery-refused", platform=PLATFORM, reason=f"{status}/{code}")
        case None:
            raise error
