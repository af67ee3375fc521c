"""Forgetting people and removing covers in a database, with all that hangs on them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, false, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.person import Forgotten
from pipeline.domain.print_wishes import note_key
from storage.database import Database
from storage.holding import totals
from storage.tables import IS_OPEN, covers, deliveries, holdings, jobs, notes, people, versions


class SqlRemovals:
    """The port `Removals`; rows go by the cascades of the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def would_forget(self, person: str) -> Forgotten:
        """See the port."""
        async with self._database.reading() as connection:
            return await _counted(connection, _all_of(person))

    async def forget(self, person: str) -> Forgotten:
        """See the port."""
        async with self._database.writing() as connection:
            await _held_off(connection, jobs.c.person == person)
            # on PostgreSQL nobody can order in this name while the rows are counted and removed
            await connection.execute(select(people).where(people.c.id == person).with_for_update())
            going = _all_of(person)
            forgotten = await _counted(connection, going)
            await _unnoted(connection, going.covers)
            await connection.execute(delete(people).where(people.c.id == person))
        return forgotten

    async def remove(self, cover: str) -> Forgotten:
        """See the port."""
        async with self._database.writing() as connection:
            await _held_off(connection, jobs.c.cover == cover)
            await connection.execute(
                select(covers.c.id).where(covers.c.id == cover).with_for_update()
            )
            one = select(covers.c.id).where(covers.c.id == cover)
            going = _Going(covers=one, jobs=jobs.c.cover == cover, held=false())
            removed = await _counted(connection, going)
            await _unnoted(connection, one)
            await connection.execute(delete(covers).where(covers.c.id == cover))
        return removed


async def _held_off(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Wait for runs that end just now, in the order in which they take rows: their job first."""
    await connection.execute(select(jobs.c.id).where(which, IS_OPEN).with_for_update())


async def _unnoted(connection: AsyncConnection, going: Select[Any]) -> None:
    """Drop what anybody wanted printed of these covers: the owner, and whoever they let."""
    kept = going.with_only_columns(literal(note_key("")) + covers.c.id)
    await connection.execute(delete(notes).where(notes.c.key.in_(kept)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Going:
    """What goes: covers by id, jobs, and what is `held` besides by these."""

    covers: Select[Any]
    jobs: ColumnElement[bool]
    held: ColumnElement[bool]


def _all_of(person: str) -> _Going:
    """All that is a person's, with what others ordered on their covers."""
    own = select(covers.c.id).where(covers.c.owner == person)
    ordered = or_(jobs.c.person == person, jobs.c.cover.in_(own))
    return _Going(covers=own, jobs=ordered, held=holdings.c.person == person)


async def _counted(connection: AsyncConnection, going: _Going) -> Forgotten:
    grown = select(versions.c.id).where(versions.c.cover.in_(going.covers))
    ordered = select(jobs.c.id).where(going.jobs)
    shipped = select(deliveries.c.id).where(deliveries.c.job.in_(ordered))
    held = (
        select(holdings.c.seq, holdings.c.sha, holdings.c.size)
        .where(or_(going.held, holdings.c.version.in_(grown), holdings.c.job.in_(ordered),
                   holdings.c.delivery.in_(shipped)))
        .cte("held")
    )  # fmt: skip
    also = held.alias("also")
    stays = ~exists().where(also.c.seq == holdings.c.seq)
    kept = exists().where(holdings.c.sha == held.c.sha, stays)
    pictures, size = await totals(connection, select(held.c.sha, held.c.size).where(~kept))
    return Forgotten(
        covers=await _count(connection, going.covers),
        versions=await _count(connection, grown),
        jobs=await _count(connection, ordered),
        pictures=pictures,
        picture_bytes=size,
    )


async def _count(connection: AsyncConnection, rows: Select[Any]) -> int:
    counted = select(func.count()).select_from(rows.subquery())
    return (await connection.execute(counted)).scalar_one()
