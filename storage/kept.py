"""Which blobs are needed, asked of the database."""

from collections.abc import Iterable

from sqlalchemy import select

from pipeline.domain.step import Step
from pipeline.domain.version import Sha
from storage.codec import loaded
from storage.database import Database
from storage.holding import SizeOf
from storage.tables import holdings, jobs


async def sizes_of(shas: Iterable[Sha], size_of: SizeOf) -> dict[Sha, int]:
    """The bytes of each blob; asked before a transaction begins, so that none waits for a disk."""
    return {sha: await size_of(sha) for sha in sorted(set(shas))}


async def references(database: Database) -> frozenset[Sha]:
    """The keys of all blobs that a version, a result on its way or an open job needs.

    Raises:
        StorageError: also when a row cannot be read: nothing may be collected then.
    """
    held = select(holdings.c.sha).distinct()
    shown = select(jobs.c.step).where(jobs.c.state == "running", jobs.c.step.is_not(None))
    async with database.reading() as connection:
        kept = set(await connection.scalars(held))
        kept |= {loaded(Step, step).preview for step in await connection.scalars(shown)}
    return frozenset(kept - {""})
