"""The picture that an order's message has until there is a better one."""

import asyncio

from bot.conversation.message import Picture
from bot.conversation.words import Words

ASPECT = 2 / 3


async def waiting_picture(words: Words) -> Picture:
    """A quiet picture, so that the result can take its place in the same message."""
    content = await asyncio.to_thread(_drawn)
    return Picture(source=content, name="waiting.jpg", alt=words.say("chat-telegram-waiting"))


def _drawn() -> bytes:
    from pipeline.stages import waiting  # noqa: PLC0415 - drawing takes a while to load

    return waiting.waiting_picture(ASPECT)
