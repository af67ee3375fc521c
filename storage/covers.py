"""Covers and their versions in a database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from pipeline.domain.brief import Brief
from pipeline.domain.version import Cover, Head, Version
from pipeline.ports.covers import Entry, Page
from storage.codec import loaded
from storage.cover_rows import cover_of, head_row
from storage.database import Database
from storage.tables import covers, versions
from storage.version_rows import version_of


class SqlCovers:
    """The port `Covers`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cover(self, cover: str) -> Cover | None:
        """See the port."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(covers).where(covers.c.id == cover))
            row = found.one_or_none()
        return None if row is None else cover_of(row)

    async def version(self, version: str) -> Version | None:
        """See the port."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(versions).where(versions.c.id == version))
            row = found.one_or_none()
        return None if row is None else version_of(row)

    async def tree(self, cover: str) -> Sequence[Version]:
        """See the port."""
        of_cover = select(versions).where(versions.c.cover == cover).order_by(versions.c.number)
        async with self._database.reading() as connection:
            rows = (await connection.execute(of_cover)).all()
        return tuple(version_of(row) for row in rows)

    async def history(self, person: str, *, after: str | None = None, limit: int = 10) -> Page:
        """See the port; `after` is the id of the last cover of the page before."""
        async with self._database.reading() as connection:
            # one more than asked for says whether there is another page
            rows = (await connection.execute(_newest(person, after).limit(limit + 1))).all()
        entries = tuple(_entry_of(row) for row in rows[:limit])
        return Page(entries=entries, after=entries[-1].cover if len(rows) > limit else None)

    async def stand_at(self, cover: str, head: Head, *, was: Head) -> bool:
        """See the port."""
        before = head_row(was)
        move = (
            update(covers)
            .where(covers.c.id == cover)
            .where(covers.c.current.is_not_distinct_from(before["current"]))
            .where(covers.c.undone == before["undone"])
            .values(**head_row(head))
        )
        async with self._database.writing() as connection:
            return (await connection.execute(move)).rowcount == 1


def _newest(person: str, after: str | None) -> Select[*tuple[Any, ...]]:
    every = versions.alias("every")
    made = select(func.max(every.c.number)).where(every.c.cover == covers.c.id)
    newest = (
        select(covers.c.id, covers.c.brief, covers.c.current, covers.c.made_at,
               versions.c.preview, made.scalar_subquery().label("made"))
        .select_from(covers.outerjoin(versions, versions.c.id == covers.c.current))
        .where(covers.c.owner == person)
        .order_by(covers.c.seq.desc())
    )  # fmt: skip
    if after is None:
        return newest
    last = covers.alias("last")
    place = select(last.c.seq).where(last.c.id == after, last.c.owner == person)
    return newest.where(covers.c.seq < place.scalar_subquery())


def _entry_of(row: Row[Any]) -> Entry:
    return Entry(
        cover=row.id,
        title=loaded(Brief, row.brief).title,
        current=row.current,
        preview=row.preview,
        versions=row.made or 0,
        made_at=row.made_at,
    )
