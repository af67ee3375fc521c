"""Rows that say which blob is used by what, for quotas and for the collection of blobs.

Whoever writes a version, an open job with a picture, or a delivery with files writes these rows in
the same transaction; they go with what they belong to.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.step import Step
from pipeline.domain.version import Sha
from storage.codec import loaded
from storage.database import Database
from storage.tables import IS_OPEN, holdings, jobs

SizeOf = Callable[[Sha], Awaitable[int]]
"""The bytes of a stored blob; ask before the transaction begins. It may raise `blob-missing`."""


class Holder(StrEnum):
    """What can use a blob."""

    VERSION = "version"
    JOB = "job"
    DELIVERY = "delivery"


async def hold(
    connection: AsyncConnection, person: str, holder: Holder, name: str, sizes: Mapping[Sha, int]
) -> None:
    """Let the version, job or delivery `name` of `person` use the blobs in `sizes`, in bytes."""
    rows = [
        {"person": person, "sha": sha, "size": size, holder.value: name}
        for sha, size in sizes.items()
    ]
    if rows:
        await connection.execute(holdings.insert(), rows)


async def let_go(connection: AsyncConnection, holder: Holder, name: str) -> None:
    """Let what the version, job or delivery `name` uses go, if nothing else uses it."""
    await connection.execute(holdings.delete().where(holdings.c[holder.value] == name))


async def sizes_of(shas: Iterable[Sha], size_of: SizeOf) -> dict[Sha, int]:
    """The bytes of each blob; asked before a transaction begins, so that none waits for a disk."""
    return {sha: await size_of(sha) for sha in sorted(set(shas))}


async def totals(connection: AsyncConnection, held: Select[Any, Any]) -> tuple[int, int]:
    """How many different blobs there are among `held` (key, bytes), and their bytes."""
    each = held.distinct().subquery()
    total = select(func.count(), func.coalesce(func.sum(each.c.size), 0)).select_from(each)
    count, size = (await connection.execute(total)).one()
    return count, int(size)


async def references(database: Database) -> frozenset[Sha]:
    """The keys of all blobs that a version, a result on its way or an open job needs.

    Raises:
        StorageError: also when a row cannot be read: nothing may be collected then.
    """
    held = select(holdings.c.sha).distinct()
    shown = select(jobs.c.step).where(IS_OPEN, jobs.c.step.is_not(None))
    async with database.reading() as connection:
        kept = set(await connection.scalars(held))
        kept |= {loaded(Step, step).preview for step in await connection.scalars(shown)}
    return frozenset(kept - {""})
