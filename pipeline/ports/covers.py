"""Where people, covers and versions are kept: what the studio needs of it.

Every method may raise `StorageError`; nothing has changed then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pipeline.domain.person import Forgotten, Person, Preferences
from pipeline.domain.version import Cover, Head, Sha, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a person's history: a cover, its current version if any, and how many it has."""

    cover: str
    title: str
    current: str | None
    preview: Sha | None
    versions: int
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some entries, newest first; `after` continues behind them, None at the end."""

    entries: tuple[Entry, ...]
    after: str | None


class Covers(Protocol):
    """Covers and their versions."""

    async def cover(self, cover: str) -> Cover | None:
        """The cover of that id."""
        ...

    async def version(self, version: str) -> Version | None:
        """The version of that id."""
        ...

    async def tree(self, cover: str) -> Sequence[Version]:
        """All versions of a cover, by number."""
        ...

    async def history(self, person: str, *, after: str | None = None, limit: int = 10) -> Page:
        """A person's covers, newest first, from behind the place that an earlier page named."""
        ...

    async def stand_at(self, cover: str, head: Head, *, was: Head) -> bool:
        """Move a cover's head, if it still stands where it `was`; whether it did."""
        ...


class People(Protocol):
    """Accounts, what they prefer, and what they own."""

    async def meet(self, platform: str, name: str) -> Person:
        """The person of an account; a new one if it was never seen."""
        ...

    async def person(self, person: str) -> Person | None:
        """The person of that id."""
        ...

    async def prefer(self, person: str, preferences: Preferences) -> None:
        """Keep what a person set for themselves."""
        ...

    async def usage(self, person: str) -> int:
        """Bytes of the pictures that a person's covers and results hold, each counted once."""
        ...


class Removals(Protocol):
    """Removing for good. What others made of it stays theirs, and running work ends with its row.

    The pictures themselves go with the next collection of blobs, as far as nobody else needs them.
    """

    async def would_forget(self, person: str) -> Forgotten:
        """What `forget` would remove just now; nothing goes."""
        ...

    async def forget(self, person: str) -> Forgotten:
        """Remove a person with all that is theirs, also what others added to their covers."""
        ...

    async def remove(self, cover: str) -> Forgotten:
        """Remove one cover with its versions, the jobs and results that belong to it, and its print notes.

        What anybody wanted printed of it goes in the same step, so that nothing can be left over.
        """
        ...
