"""What goes wrong in a database, as a `StorageError`: the one place that knows."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from pipeline.domain.errors import StorageError

_SHMSIZE = sqlite3.SQLITE_IOERR | (19 << 8)
"""The index of the log could not grow, which is how a full disk shows there."""
_SQLITE = {
    sqlite3.SQLITE_FULL: "storage-full",
    sqlite3.SQLITE_BUSY: "storage-busy",
    sqlite3.SQLITE_LOCKED: "storage-busy",
    sqlite3.SQLITE_READONLY: "storage-read-only",
    sqlite3.SQLITE_PERM: "storage-read-only",
    sqlite3.SQLITE_NOTADB: "storage-damaged",
    sqlite3.SQLITE_CORRUPT: "storage-damaged",
    sqlite3.SQLITE_CANTOPEN: "storage-unavailable",
    sqlite3.SQLITE_IOERR: "storage-unavailable",
    sqlite3.SQLITE_NOMEM: "storage-unavailable",
}
"""By the primary result code, https://sqlite.org/rescode.html."""
_POSTGRESQL = {
    "53100": "storage-full",
    "40001": "storage-busy",  # could not serialise
    "40P01": "storage-busy",  # deadlock
    "55P03": "storage-busy",  # lock not available
    "25006": "storage-read-only",
}
_CLASSES = {
    "08": "storage-unavailable",  # connection
    "28": "storage-unavailable",  # authorisation
    "3D": "storage-unavailable",  # no such database
    "53": "storage-unavailable",  # out of memory, too many connections
    "57": "storage-unavailable",  # shut down by its operator
    "58": "storage-unavailable",  # its disk fails
    "XX": "storage-damaged",
}
"""By the first two characters of SQLSTATE."""
_SHOWN = 200


@contextmanager
def translated(place: str) -> Generator[None]:
    """Turn what the database at `place` (a path, or an address without its password) raises.

    A broken constraint passes as it is: who writes knows what it means.

    Raises:
        StorageError: in the place of the libraries' errors.
    """
    try:
        yield
    except IntegrityError:
        raise
    except PoolTimeoutError as error:
        raise StorageError("storage-busy") from error
    except DBAPIError as error:
        if (fault := _fault(error, place)) is None:
            raise
        raise fault from error


def _fault(error: DBAPIError, place: str) -> StorageError | None:
    """What it means; None for a mistake of ours, such as SQL that cannot be read."""
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause, place)
    state = getattr(cause, "sqlstate", None)
    if error.connection_invalidated or state is None:
        return StorageError("storage-unavailable", reason=_said(cause))
    return _of_postgresql(str(state), _said(cause), place)


def _of_sqlite(cause: sqlite3.Error, place: str) -> StorageError | None:
    extended = getattr(cause, "sqlite_errorcode", None)
    if extended is None:  # the driver's own: the connection is closed
        return StorageError("storage-unavailable", reason=_said(cause))
    code = "storage-full" if extended == _SHMSIZE else _SQLITE.get(extended & 0xFF)
    if code == "storage-unavailable" and not _can_be_made(Path(place)):
        code = "storage-read-only"
    return _error(code, _said(cause), place)


def _can_be_made(path: Path) -> bool:
    return os.access(path if path.exists() else path.parent, os.W_OK)


def _of_postgresql(state: str, reason: str, place: str) -> StorageError | None:
    return _error(_POSTGRESQL.get(state) or _CLASSES.get(state[:2]), reason, place)


def _error(code: str | None, reason: str, place: str) -> StorageError | None:
    match code:
        case None:
            return None
        case "storage-read-only":
            return StorageError(code, path=place)
        case "storage-damaged" | "storage-unavailable":
            return StorageError(code, reason=reason)
        case _:
            return StorageError(code)


def _said(cause: BaseException | None) -> str:
    """The first line of what the driver says; neither driver repeats a password."""
    lines = str(cause).strip().splitlines()
    return (lines[0] if lines else type(cause).__name__)[:_SHOWN]
