"""One version with everything that can be done to it."""

from bot.conversation.means import Means
from bot.conversation.message import Message
from bot.conversation.words import Words
from pipeline.domain.version import Version


async def card(means: Means, words: Words, version: Version) -> Message:
    """The version's picture, what it is, and its buttons."""
    raise NotImplementedError
