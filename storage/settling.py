"""What the end of a run writes, inside the transaction that ends it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.file import StoredFile
from pipeline.domain.job import Address, Fault
from pipeline.domain.outcome import DeliveryState, delivery_of
from pipeline.domain.version import Head, Sha, Version
from storage.codec import dumped, loaded
from storage.cover_rows import UNDONE, head_row
from storage.holding import Holder, hold, let_go
from storage.references import of_version
from storage.tables import covers, deliveries, faults, versions
from storage.timing import Timing
from storage.version_rows import version_row

FILES = tuple[StoredFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A run that ends now: its job, whose it is, and where its result goes."""

    job: str
    person: str
    cover: str
    address: Address


async def grow(
    connection: AsyncConnection, ending: Ending, made: tuple[Version, ...], sizes: Mapping[Sha, int]
) -> None:
    """Add the versions that a run made to its cover, and move the cover's head.

    They are the owner's, whoever ordered them: what they hold goes on the owner's account.
    """
    if not made:
        return
    row = covers.c.id == ending.cover
    # Whoever adds to a cover holds its row: numbers are given once, without a gap.
    stand = (
        select(covers.c.owner, covers.c.current, covers.c.undone)
        .where(row)
        .with_for_update(key_share=True)
    )
    owner, current, undone = (await connection.execute(stand)).one()
    last = select(func.coalesce(func.max(versions.c.number), 0)).where(
        versions.c.cover == ending.cover
    )
    first = (await connection.execute(last)).scalar_one() + 1
    numbered = [replace(version, number=n) for n, version in enumerate(made, start=first)]
    await connection.execute(insert(versions), [version_row(version) for version in numbered])
    for version in made:
        used = {sha: sizes[sha] for sha in of_version(version)}
        await hold(connection, owner, Holder.VERSION, version.id, used)
    head = Head(current=current, undone=loaded(UNDONE, undone))
    moved = head.after(tuple(version.id for version in made))
    await connection.execute(update(covers).where(row).values(**head_row(moved)))


async def ship(connection: AsyncConnection, ending: Ending, files: FILES, timing: Timing) -> None:
    """Put what a run came to on its way, and let go of what the job was ordered with."""
    delivery = delivery_of(ending.job)
    await connection.execute(
        insert(deliveries).values(
            id=delivery,
            job=ending.job,
            platform=ending.address.platform,
            place=ending.address.place,
            state=DeliveryState.PENDING.value,
            attempts=0,
            files=dumped(files, FILES),
            made_at=timing.now(),
        )
    )
    sizes = {file.sha256: file.size for file in files}
    await hold(connection, ending.person, Holder.DELIVERY, delivery, sizes)
    await let_go(connection, Holder.JOB, ending.job)


async def note(connection: AsyncConnection, job: str, fault: Fault, timing: Timing) -> None:
    """Keep what went wrong with a try."""
    values = {"job": job, "fault": dumped(fault), "made_at": timing.now()}
    await connection.execute(insert(faults).values(**values))
