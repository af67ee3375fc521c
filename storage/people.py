"""Accounts in a database, and forgetting them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.ids import new_id
from pipeline.domain.person import Forgotten, Person, Preferences
from storage.codec import dumped, loaded
from storage.database import Database
from storage.tables import covers, holdings, jobs, people, versions


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
            return (await _totals(connection, held))[1]

    async def forget(self, person: str) -> Forgotten:
        """See the port; a running job ends with its row, since nobody can settle it any more."""
        async with self._database.writing() as connection:
            # on PostgreSQL nobody can order in this name while the rows are counted and removed
            await connection.execute(select(people).where(people.c.id == person).with_for_update())
            forgotten = await _counted(connection, person)
            await connection.execute(delete(people).where(people.c.id == person))
        return forgotten

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


async def _counted(connection: AsyncConnection, person: str) -> Forgotten:
    own = select(covers.c.id).where(covers.c.owner == person)
    others = holdings.alias("others")
    shared = exists().where(others.c.sha == holdings.c.sha, others.c.person != person)
    alone = select(holdings.c.sha, holdings.c.size).where(holdings.c.person == person, ~shared)
    pictures, size = await _totals(connection, alone)
    return Forgotten(
        covers=await _count(connection, own),
        versions=await _count(connection, select(versions.c.id).where(versions.c.cover.in_(own))),
        jobs=await _count(connection, select(jobs.c.id).where(jobs.c.person == person)),
        pictures=pictures,
        picture_bytes=size,
    )


async def _count(connection: AsyncConnection, rows: Select[Any]) -> int:
    counted = select(func.count()).select_from(rows.subquery())
    return (await connection.execute(counted)).scalar_one()


async def _totals(connection: AsyncConnection, held: Select[Any, Any]) -> tuple[int, int]:
    """How many different blobs there are among `held`, and their bytes."""
    each = held.distinct().subquery()
    totals = select(func.count(), func.coalesce(func.sum(each.c.size), 0)).select_from(each)
    count, size = (await connection.execute(totals)).one()
    return count, int(size)
