"""What must be remembered between two messages, and what holds for the whole installation.

Every method may raise `StorageError`; nothing has changed then.
"""

from collections.abc import Mapping
from typing import Protocol


class Notes(Protocol):
    """Short texts about a person that outlive a process: a talk that is under way, a draft.

    They are the person's own: they go when the person is forgotten.
    """

    async def note(self, person: str, key: str) -> str | None:
        """What was kept under a key; None when there is nothing."""
        ...

    async def keep(self, person: str, key: str, text: str) -> None:
        """Keep `text` under a key, instead of what was there; nothing for who was forgotten."""
        ...

    async def drop(self, person: str, key: str) -> bool:
        """Forget what was kept under a key; whether there was anything."""
        ...

    async def notes(self, person: str) -> Mapping[str, str]:
        """Everything that is kept about a person, by its key."""
        ...


class Register(Protocol):
    """What whoever runs the place decided, by key: a ban, a quota, a line about an outage."""

    async def read(self, key: str) -> str | None:
        """What is written under a key."""
        ...

    async def write(self, key: str, text: str | None) -> None:
        """Write under a key, or with None take away what is there."""
        ...
