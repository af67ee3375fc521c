"""Bringing a database's tables up to date, by the steps in `migrations/`.

All steps are one transaction under a lock, so that a crash leaves the database as it was, and of
several processes that start at once one takes the steps while the others wait.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from pipeline.domain.errors import StorageError
from storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

COMMAND = "articover db upgrade"
STEPS = Path(__file__).parent / "migrations"
_STEP = re.compile(r"\bstep_(\d{4})_\w+\.py\b")
"""A step's file is named after its id, and ids grow."""
_LOCK = 0x61727469  # "arti": PostgreSQL's advisory locks are numbers


class Fit(StrEnum):
    """How the tables of a database and this program go together."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    AHEAD = "ahead"


async def fit_of(database: Database, steps: Path = STEPS) -> tuple[Fit, str]:
    """How far a database is, and the id of the last step that it has taken (empty: none).

    Raises:
        StorageError: when it can't be read.
    """
    if database.path is not None and not database.path.exists():
        return Fit.EMPTY, ""  # looking would make the file
    async with database.reading() as connection:
        return await connection.run_sync(_fit, steps)


async def demand_current(database: Database) -> None:
    """Find out whether the database is fit for this program.

    Raises:
        StorageError: `storage-behind`, `storage-ahead`.
    """
    where, _ = await fit_of(database)
    if where is Fit.AHEAD:
        raise StorageError("storage-ahead")
    if where is not Fit.CURRENT:
        raise StorageError("storage-behind", command=COMMAND)


async def upgrade(database: Database, *, to: str = "head", steps: Path = STEPS) -> None:
    """Take all steps that are missing, up to the step `to`; nothing when there are none.

    Raises:
        StorageError: `storage-ahead` when a newer program has been here; nothing was changed.
    """
    async with database.restructuring() as connection:
        await connection.run_sync(_upgrade, to, steps)


def _upgrade(connection: Connection, to: str, steps: Path) -> None:
    from alembic import command  # noqa: PLC0415 - 100 ms

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    where, _ = _fit(connection, steps)
    if where is Fit.AHEAD:
        raise StorageError("storage-ahead")
    if where is Fit.CURRENT:
        return
    config = configuration(steps)
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def configuration(steps: Path = STEPS) -> Config:
    """What `alembic.ini` would say."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    return config


def _fit(connection: Connection, steps: Path) -> tuple[Fit, str]:
    """Held against the names of the steps, without Alembic: every command asks this at its start."""
    taken = _taken(connection)
    if not taken:
        return Fit.EMPTY, ""
    known = sorted(_STEP.findall(" ".join(path.name for path in steps.glob("versions/*.py"))))
    if taken == known[-1]:
        return Fit.CURRENT, taken
    return (Fit.BEHIND if taken in known else Fit.AHEAD), taken


def _taken(connection: Connection) -> str:
    """The id of the last step, as Alembic notes it; empty before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
