"""What was dealt with already, should Telegram bring it again.

An update is confirmed a moment after it was dealt with, and a process can die in that moment.
"""

import contextlib
import json
from collections import OrderedDict
from enum import StrEnum

from bot.telegram.hearing import Source
from pipeline.domain.errors import StorageError
from pipeline.ports.notes import Notes

MARKS = 60
"""So many marks are kept for a person in a chat; Telegram keeps a hundred updates at most."""
CHATS = 1_000


class Mark(StrEnum):
    """How far it is with an update."""

    ANSWERED = "a"
    """The press was answered: that can be done once only."""
    SHOWN = "s"
    """Everything that came of it was shown."""


class Dealt:
    """Remembers updates, for each person in each chat."""

    def __init__(self, notes: Notes) -> None:
        """Marks as they are kept in `notes`."""
        self._notes = notes
        self._marks: OrderedDict[tuple[str, int], list[str]] = OrderedDict()

    async def has(self, person: str, source: Source, mark: Mark) -> bool:
        """Whether an update has a mark.

        Raises:
            StorageError: when that cannot be looked up.
        """
        return _name(source, mark) in await self._of(person, source.chat)

    async def mark(self, person: str, source: Source, mark: Mark) -> None:
        """Give an update a mark; the store may fail, what was done is done."""
        with contextlib.suppress(StorageError):
            marks = await self._of(person, source.chat)
            marks[:] = [*marks, _name(source, mark)][-MARKS:]
            await self._notes.keep(person, _key(source.chat), json.dumps(marks))

    async def _of(self, person: str, chat: int) -> list[str]:
        at = (person, chat)
        if at not in self._marks:
            text = await self._notes.note(person, _key(chat))
            self._marks[at] = json.loads(text) if text else []
            while len(self._marks) > CHATS:
                self._marks.popitem(last=False)
        self._marks.move_to_end(at)
        return self._marks[at]


def _key(chat: int) -> str:
    return f"telegram:heard:{chat}"


def _name(source: Source, mark: Mark) -> str:
    return f"{mark}{source.update}"
