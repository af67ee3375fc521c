"""What was made, all of it side by side, to pick one."""

from bot.conversation.caller import View
from bot.conversation.means import Means
from bot.conversation.message import Message
from bot.conversation.words import Words
from pipeline.domain.outcome import Parcel


async def failed(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """Why an order came to nothing, and what to do about it."""
    raise NotImplementedError
