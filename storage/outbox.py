"""Results on their way, in the database: the ports `Outbox` and `Receipts`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.errors import StorageError
from pipeline.domain.foreseeing import ENLARGE, Enlarging
from pipeline.domain.job import Address, Fault
from pipeline.domain.outcome import Delivery, DeliveryState, Parcel, Receipt
from pipeline.domain.version import Version
from pipeline.ports.clock import Clock
from storage.codec import dumped, loaded
from storage.database import Database
from storage.enlargings import late_enlargings
from storage.holding import Holder, let_go
from storage.job_rows import job_of
from storage.settling import FILES
from storage.tables import IS_PENDING, deliveries, faults, jobs, versions
from storage.timing import Timing
from storage.version_rows import version_of


class SqlOutbox:
    """Deliveries and their tries."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._timing = Timing(database, clock)

    async def due(
        self, platforms: Collection[str], *, besides: Collection[Address] = (), limit: int = 20
    ) -> Sequence[Parcel]:
        """See the port."""
        busy = [(address.platform, address.place) for address in besides]
        ready = (
            select(deliveries)
            .where(IS_PENDING, deliveries.c.platform.in_(sorted(platforms)))
            .where(tuple_(deliveries.c.platform, deliveries.c.place).not_in(busy))
            .where(self._timing.is_due(deliveries.c.not_before))
            .order_by(deliveries.c.seq)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(ready)).all()
            return await _parcels(connection, rows) if rows else []

    async def posted(self, delivery: str, message: str) -> None:
        """See the port."""
        async with self._database.writing() as connection:
            await _change(connection, delivery, {"message": message})

    async def sent(self, delivery: str) -> bool:
        """See the port."""
        over = {"state": DeliveryState.SENT.value, "not_before": None}
        told = case((jobs.c.state == "done", "delivered"), else_=jobs.c.state)
        async with self._database.writing() as connection:
            row = await _change(connection, delivery, over)
            if row is None:
                return False
            ended = jobs.c.state.in_(["done", "failed"])
            tell = update(jobs).where(jobs.c.id == row.job, ended).values(state=told)
            if (await connection.execute(tell)).rowcount != 1:
                raise StorageError("storage-damaged", reason="a delivery of a job that goes on")
            await _let_files_go(connection, row)
        return True

    async def postpone(self, delivery: str, not_before: datetime, fault: Fault) -> None:
        """See the port."""
        until = {"not_before": self._timing.until(not_before)}
        async with self._database.writing() as connection:
            await _change(connection, delivery, _tried(fault) | until)

    async def give_up(self, delivery: str, fault: Fault) -> None:
        """See the port."""
        over = {"state": DeliveryState.GIVEN_UP.value, "not_before": None}
        async with self._database.writing() as connection:
            row = await _change(connection, delivery, _tried(fault) | over)
            if row is not None:
                await _let_files_go(connection, row)


async def _let_files_go(connection: AsyncConnection, delivery: Row[Any]) -> None:
    """Let the files of a delivery go that is over, unless they are held for who has a link."""
    if delivery.held_until is None:
        await let_go(connection, Holder.DELIVERY, delivery.id)


def _tried(fault: Fault) -> dict[str, object]:
    return {"attempts": deliveries.c.attempts + 1, "fault": dumped(fault)}


class SqlReceipts:
    """What became of results."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def receipt(self, job: str) -> Receipt | None:
        """See the port."""
        of_job = select(deliveries).where(deliveries.c.job == job)
        async with self._database.reading() as connection:
            row = (await connection.execute(of_job)).one_or_none()
            if row is None:
                return None
            [parcel] = await _parcels(connection, [row])
        fault = None if row.fault is None else loaded(Fault, row.fault)
        return Receipt(parcel=parcel, state=DeliveryState(row.state), fault=fault)

    async def faults(self, job: str) -> Sequence[Fault]:
        """See the port."""
        oldest = select(faults.c.fault).where(faults.c.job == job).order_by(faults.c.seq)
        async with self._database.reading() as connection:
            return tuple(loaded(Fault, text) for text in await connection.scalars(oldest))

    async def enlargings(self) -> Sequence[Enlarging]:
        """See the port."""
        async with self._database.reading() as connection:
            return [one for kind in ENLARGE for one in await late_enlargings(connection, kind)]


async def _change(
    connection: AsyncConnection, delivery: str, values: Mapping[str, object]
) -> Row[Any] | None:
    """Change a delivery that is on its way; None when it is not (any more)."""
    change = update(deliveries).where(deliveries.c.id == delivery, IS_PENDING).values(**values)
    return (await connection.execute(change.returning(deliveries))).one_or_none()


async def _parcels(connection: AsyncConnection, rows: Sequence[Row[Any]]) -> list[Parcel]:
    """The parcels of deliveries, in their order, with three questions however many they are."""
    ids = [row.job for row in rows]
    ordered = await connection.execute(select(jobs).where(jobs.c.id.in_(ids)))
    by_id = {row.id: job_of(row) for row in ordered}
    made = await _versions_by_job(connection, versions.c.job.in_(ids))
    return [
        Parcel(
            delivery=Delivery(
                id=row.id,
                job=row.job,
                address=Address(platform=row.platform, place=row.place),
                attempts=row.attempts,
                message=row.message,
            ),
            job=by_id[row.job],
            versions=tuple(made.get(row.job, ())),
            files=loaded(FILES, row.files),
        )
        for row in rows
    ]


async def _versions_by_job(
    connection: AsyncConnection, which: ColumnElement[bool]
) -> dict[str, list[Version]]:
    by_number = select(versions).where(which).order_by(versions.c.number)
    made: dict[str, list[Version]] = {}
    for row in await connection.execute(by_number):
        made.setdefault(row.job, []).append(version_of(row))
    return made
