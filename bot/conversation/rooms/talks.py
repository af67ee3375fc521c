"""Questions one after another, for who has no forms; a talk outlives the process."""

from bot.conversation.answer import Answers, Asks
from bot.conversation.caller import Caller
from bot.conversation.means import Means


async def ask(means: Means, caller: Caller, asks: Asks) -> Answers:
    """Begin a talk about a form: its first question."""
    raise NotImplementedError


async def said(means: Means, caller: Caller, text: str) -> Answers:
    """Hear free text: the answer to the question that is open, or a brief in a private chat."""
    raise NotImplementedError
