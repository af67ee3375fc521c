"""Notes and the register in memory."""

from collections.abc import Mapping

from storage.memory_state import MemoryState

_REGISTER = "register:"


class MemoryNotes:
    """The port `Notes`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def note(self, person: str, key: str) -> str | None:
        """See the port."""
        return self._state.notes.get((person, key))

    async def keep(self, person: str, key: str, text: str) -> None:
        """See the port."""
        if person in self._state.people:
            self._state.notes[person, key] = text

    async def drop(self, person: str, key: str) -> bool:
        """See the port."""
        return self._state.notes.pop((person, key), None) is not None

    async def notes(self, person: str) -> Mapping[str, str]:
        """See the port."""
        kept = sorted(self._state.notes.items())
        return {key: text for (whose, key), text in kept if whose == person}


class MemoryRegister:
    """The port `Register`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def read(self, key: str) -> str | None:
        """See the port."""
        return self._state.settings.get(_REGISTER + key)

    async def write(self, key: str, text: str | None) -> None:
        """See the port."""
        if text is None:
            self._state.settings.pop(_REGISTER + key, None)
        else:
            self._state.settings[_REGISTER + key] = text
