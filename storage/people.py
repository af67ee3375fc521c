"""Accounts in a database."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from pipeline.domain.ids import new_id
from pipeline.domain.person import Person, Preferences
from storage.codec import dumped, loaded
from storage.database import Database
from storage.holding import totals
from storage.tables import holdings, people


class SqlPeople:
    """The port `People`; new people get an id from `ids`."""

    def __init__(self, database: Database, ids: Callable[[], str] = new_id) -> None:
        self._database = database
        self._ids = ids

    async def meet(self, platform: str, name: str) -> Person:
        """See the port; however many meet somebody for the first time, there is one person."""
        account = (people.c.platform == platform) & (people.c.name == name)
        if known := await self._find(select(people).where(account)):
            return known
        new = Person(id=self._ids(), platform=platform, name=name)
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(people).values(**_row(new)))
        except IntegrityError:
            # somebody met them in the meantime; an id that was taken would raise once more
            if known := await self._find(select(people).where(account)):
                return known
            raise
        return new

    async def person(self, person: str) -> Person | None:
        """See the port."""
        return await self._find(select(people).where(people.c.id == person))

    async def prefer(self, person: str, preferences: Preferences) -> None:
        """See the port; there is nothing to keep of somebody who was forgotten."""
        keep = update(people).where(people.c.id == person)
        async with self._database.writing() as connection:
            await connection.execute(keep.values(preferences=dumped(preferences)))

    async def usage(self, person: str) -> int:
        """See the port."""
        held = select(holdings.c.sha, holdings.c.size).where(holdings.c.person == person)
        async with self._database.reading() as connection:
            return (await totals(connection, held))[1]

    async def _find(self, wanted: Select[*tuple[Any, ...]]) -> Person | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        preferences = loaded(Preferences, row.preferences)
        return Person(id=row.id, platform=row.platform, name=row.name, preferences=preferences)


def _row(person: Person) -> dict[str, str]:
    return {
        "id": person.id,
        "platform": person.platform,
        "name": person.name,
        "preferences": dumped(person.preferences),
    }
