"""The time that waiting rows are held against.

SQLite has the clock of its one machine. Where several machines share a PostgreSQL, its clock
counts for all of them, and a machine whose own clock is wrong neither hurries nor holds up a job:
what it sends is how long to wait, not until when.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Interval, func, literal, or_

from pipeline.domain.waiting import LONGEST_WAIT, wait_until
from pipeline.ports.clock import Clock
from storage.database import Database
from storage.types import Moment

Instant = ColumnElement[Any]


class Timing:
    """Now, later, and whether it is time, as SQL."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._clock = clock
        self._server = database.path is None

    def now(self) -> Instant:
        """The present moment."""
        return self._after(timedelta())

    def until(self, wanted: datetime) -> Instant:
        """When a wait until `wanted` by our own clock ends; see `waiting.wait_until`."""
        now = self._clock.now()
        return self._after(wait_until(wanted, now) - now)

    def moment(self, wanted: datetime) -> Instant:
        """The moment `wanted` by our own clock, however far away."""
        return self._after(wanted - self._clock.now())

    def is_due(self, not_before: Instant) -> ColumnElement[bool]:
        """Whether the wait in a column is over; see `waiting.is_due`."""
        longest = self._after(LONGEST_WAIT)
        return or_(not_before.is_(None), not_before <= self.now(), not_before > longest)

    def _after(self, delay: timedelta) -> Instant:
        if self._server:
            server_now = func.statement_timestamp(type_=DateTime(timezone=True))
            return server_now + literal(delay, Interval)
        return literal(self._clock.now() + delay, Moment)
