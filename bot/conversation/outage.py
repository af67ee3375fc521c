"""The line that everybody shall read just now, such as an outage, on top of what is said."""

from dataclasses import replace

from bot.conversation.means import Means
from bot.conversation.message import Message
from bot.conversation.words import Words


async def with_line(means: Means, words: Words, message: Message) -> Message:
    """The message under the line; as it is where there is nothing to announce."""
    line = await means.steward.line()
    if not line:
        return message
    return replace(message, lines=(words.say("chat-line", line=line), *message.lines))
