"""Messages in Discord's manner: escaped, cut to its limits, with files and components."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import discord

from bot.conversation.message import Message, Poll
from bot.conversation.words import Words
from bot.discord.attachments import Attached, Attaching, Attachment
from bot.discord.components import view_of
from bot.discord.escaping import content, cut, line_of
from bot.discord.failures import Trouble, trouble_of
from bot.discord.insisting import waited

CONTENT = 2000
QUESTION = 300
ANSWER = 55
ANSWERS = 10
HOURS = (1, 768)
SQUEEZES = 4
_NAMED = 3
"""Files that a remark names; further ones are only meant."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message as it is sent: `files` None leave in an edit what is there."""

    content: str
    view: discord.ui.View | None
    files: tuple[Attachment, ...] | None = field(default=None, repr=False)

    @property
    def uploads(self) -> list[discord.File]:
        """The files for one request."""
        return [one.file() for one in self.files or ()]


Send = Callable[[Shown], Awaitable[T]]


class Rendering:
    """Shapes messages, and sends them in fewer bytes where they are refused as too large."""

    def __init__(self, attaching: Attaching) -> None:
        """With files by `attaching`."""
        self._attaching = attaching

    async def sent(
        self, message: Message, words: Words, limit: int, send: Send[T], *, instead: bool = False
    ) -> T:
        """What `send` gives for the message, whose files are of at most `limit` bytes each.

        With `instead` an edit takes away what was attached, also when nothing comes in its place.

        Raises:
            StorageError: when a file cannot be read.
            discord.HTTPException: when it is refused for another reason than its size.
        """
        for squeeze in range(SQUEEZES, 0, -1):
            attached = await self._attached(message, limit if squeeze > 1 else 0)
            try:
                shown = _shown(message, attached, words, instead=instead)
                return await waited(lambda shown=shown: send(shown))
            except discord.HTTPException as error:
                if trouble_of(error) is not Trouble.LARGE or not attached.files:
                    raise
            limit = min(limit, max(len(one.content) for one in attached.files)) // 4
        raise AssertionError("the last try returns or raises")

    async def _attached(self, message: Message, limit: int) -> Attached:
        if limit:
            return await self._attaching.attached(message, limit)
        parts = (*message.pictures, *message.documents)
        return Attached(missing=tuple(part.name for part in parts))


def _shown(message: Message, attached: Attached, words: Words, *, instead: bool) -> Shown:
    said: list[str] = []
    if names := attached.smaller:
        said.append(words.say("discord-smaller", files=_names(names), count=len(names)))
        said.extend(attached.notes)
    if names := attached.missing:
        said.append(words.say("discord-too-large", files=_names(names), count=len(names)))
    anything = bool(message.pictures or message.documents)
    return Shown(
        content=content(message.title, (*said, *message.lines), CONTENT),
        view=view_of(message.rows),
        files=attached.files if anything or instead else None,
    )


def _names(names: tuple[str, ...]) -> str:
    listed = ", ".join(names[:_NAMED])
    return f"{listed} …" if len(names) > _NAMED else listed


class _Poll(discord.Poll):
    """A poll whose hours are a whole number, as Discord's reference has them."""

    def _to_dict(self) -> Any:
        return {**super()._to_dict(), "duration": round(self.duration / timedelta(hours=1))}


def poll_of(poll: Poll) -> discord.Poll:
    """A native poll within Discord's limits."""
    hours = min(max(poll.hours, HOURS[0]), HOURS[1])
    question = cut(line_of(poll.question), QUESTION)
    shaped = _Poll(question=question, duration=timedelta(hours=hours))
    for answer in poll.answers[:ANSWERS]:
        shaped.add_answer(text=cut(line_of(answer), ANSWER) or "…")
    return shaped
