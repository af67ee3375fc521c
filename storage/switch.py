"""Pausing, in the database: the port `QueueSwitch`."""

from sqlalchemy import ColumnElement, delete, exists, insert
from sqlalchemy.exc import IntegrityError

from storage.codec import dumped
from storage.database import Database
from storage.tables import settings

_PAUSED = "paused"


def is_paused() -> ColumnElement[bool]:
    """Whether no further job may start, as SQL."""
    return exists().where(settings.c.key == _PAUSED)


class SqlSwitch:
    """Pauses and resumes for everybody who uses this database, and beyond a restart."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def pause(self) -> None:
        """See the port."""
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(settings).values(key=_PAUSED, value=dumped(True)))
        except IntegrityError:
            return  # it is paused already

    async def resume(self) -> None:
        """See the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(settings).where(settings.c.key == _PAUSED))
