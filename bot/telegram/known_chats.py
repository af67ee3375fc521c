"""What is known about chats besides what they say: who can be written to, and what moved where.

About groups it is kept for the whole installation; about a person it is the person's own note, and
goes when they are forgotten.
"""

import contextlib

from pipeline.domain.errors import StorageError
from pipeline.ports.notes import Notes, Register

_MOVED = "telegram:moved:{}"
_GONE = "telegram:gone:{}"
_PRIVATE = "telegram:private"
_OPEN, _BLOCKED = "open", "blocked"


class KnownChats:
    """Remembers chats; what cannot be read just now counts as not known."""

    def __init__(self, register: Register, notes: Notes) -> None:
        """Chats as they are kept there."""
        self._register = register
        self._notes = notes
        self._facts: dict[str, str | None] = {}
        self._private: dict[str, str | None] = {}

    async def now(self, chat: int) -> int:
        """The id of a chat that may have become a supergroup."""
        moved = await self._read(_MOVED.format(chat)) if chat < 0 else None
        return chat if moved is None else int(moved)

    async def move(self, old: int, new: int) -> None:
        """Know that a group became a supergroup, which has another id."""
        await self._write(_MOVED.format(old), str(new))

    async def gone(self, chat: int) -> bool:
        """Whether the bot was removed from a group."""
        return chat < 0 and await self._read(_GONE.format(chat)) is not None

    async def leave(self, chat: int) -> None:
        """Know that the bot was removed from a group."""
        await self._write(_GONE.format(chat), "1")

    async def come(self, chat: int) -> None:
        """Know that the bot is in a group (again)."""
        if await self.gone(chat):
            await self._write(_GONE.format(chat), None)

    async def may_write(self, person: str) -> bool:
        """Whether a person has begun a private chat, and not blocked the bot since."""
        return await self._private_of(person) == _OPEN

    async def blocked(self, person: str) -> bool:
        """Whether a person has blocked the bot."""
        return await self._private_of(person) == _BLOCKED

    async def began(self, person: str) -> None:
        """Know that a person may be written to."""
        if not await self.may_write(person):
            await self._note(person, _OPEN)

    async def block(self, person: str) -> None:
        """Know that a person has blocked the bot."""
        await self._note(person, _BLOCKED)

    async def _private_of(self, person: str) -> str | None:
        if self._private.get(person) is None:
            with contextlib.suppress(StorageError):
                self._private[person] = await self._notes.note(person, _PRIVATE)
        return self._private.get(person)

    async def _note(self, person: str, fact: str) -> None:
        self._private[person] = fact
        with contextlib.suppress(StorageError):
            await self._notes.keep(person, _PRIVATE, fact)

    async def _read(self, key: str) -> str | None:
        if key not in self._facts:
            with contextlib.suppress(StorageError):
                self._facts[key] = await self._register.read(key)
        return self._facts.get(key)

    async def _write(self, key: str, fact: str | None) -> None:
        self._facts[key] = fact
        with contextlib.suppress(StorageError):
            await self._register.write(key, fact)
