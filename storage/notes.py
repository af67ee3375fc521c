"""Notes and the register in a database."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from pipeline.ports.clock import Clock
from storage.codec import dumped, loaded
from storage.database import Database
from storage.tables import notes, settings
from storage.timing import Timing

_REGISTER = "register:"
"""Before every key of the register, so that none is taken for a setting such as `paused`."""


class SqlNotes:
    """The port `Notes`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._timing = Timing(database, clock)

    async def note(self, person: str, key: str) -> str | None:
        """See the port."""
        async with self._database.reading() as connection:
            kept = await connection.scalar(select(notes.c.value).where(*_at(person, key)))
        return None if kept is None else loaded(str, kept)

    async def keep(self, person: str, key: str, text: str) -> None:
        """See the port."""
        written = {"value": dumped(text), "made_at": self._timing.now()}
        keep = _placing(self._database, notes, {"person": person, "key": key}, written)
        try:
            async with self._database.writing() as connection:
                await connection.execute(keep)
        except IntegrityError:
            return  # there is no such person (any more)

    async def drop(self, person: str, key: str) -> bool:
        """See the port."""
        async with self._database.writing() as connection:
            dropped = await connection.execute(delete(notes).where(*_at(person, key)))
        return dropped.rowcount == 1

    async def notes(self, person: str) -> Mapping[str, str]:
        """See the port."""
        own = select(notes.c.key, notes.c.value).where(notes.c.person == person)
        async with self._database.reading() as connection:
            rows = (await connection.execute(own.order_by(notes.c.key))).all()
        return {key: loaded(str, value) for key, value in rows}


class SqlRegister:
    """The port `Register`, in the table of settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, key: str) -> str | None:
        """See the port."""
        written = select(settings.c.value).where(settings.c.key == _REGISTER + key)
        async with self._database.reading() as connection:
            value = await connection.scalar(written)
        return None if value is None else loaded(str, value)

    async def write(self, key: str, text: str | None) -> None:
        """See the port."""
        place = {"key": _REGISTER + key}
        change = (
            delete(settings).where(settings.c.key == place["key"])
            if text is None
            else _placing(self._database, settings, place, {"value": dumped(text)})
        )
        async with self._database.writing() as connection:
            await connection.execute(change)


def _at(person: str, key: str) -> tuple[ColumnElement[bool], ...]:
    return notes.c.person == person, notes.c.key == key


def _placing(
    database: Database, table: Table, place: Mapping[str, str], values: Mapping[str, object]
) -> Any:
    """The statement that puts `values` into the row at `place`, whether it is there or not.

    In one statement, so that two who write at once do not both find nothing there.
    """
    insert = postgresql.insert if database.path is None else sqlite.insert
    new = insert(table).values(**place, **values)
    return new.on_conflict_do_update(index_elements=list(place), set_=dict(values))
