"""Files of results that are held longer than it takes to bring them, in the database."""

from datetime import datetime

from sqlalchemy import delete, or_, select, update

from pipeline.ports.clock import Clock
from storage.database import Database
from storage.tables import IS_PENDING, deliveries, holdings
from storage.timing import Timing


class SqlHolds:
    """The port `Holds`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._timing = Timing(database, clock)

    async def hold(self, delivery: str, until: datetime) -> bool:
        """See the port."""
        there = or_(IS_PENDING, deliveries.c.held_until.is_not(None))
        keep = (
            update(deliveries)
            .where(deliveries.c.id == delivery, there)
            .values(held_until=self._timing.moment(until))
        )
        async with self._database.writing() as connection:
            return (await connection.execute(keep)).rowcount == 1

    async def expire(self) -> int:
        """See the port."""
        over = (deliveries.c.held_until <= self._timing.now(), ~IS_PENDING)
        async with self._database.writing() as connection:
            # the files first: a row that is not marked any more would keep them for ever
            gone = await connection.execute(
                delete(holdings).where(
                    holdings.c.delivery.in_(select(deliveries.c.id).where(*over))
                )
            )
            await connection.execute(update(deliveries).where(*over).values(held_until=None))
        return gone.rowcount
