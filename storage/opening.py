"""Opening everything that outlives a process."""

from pathlib import Path

from pipeline.domain.version import Sha
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import QueueLock
from storage.blobs import FileBlobs
from storage.covers import SqlCovers
from storage.database import Database, connect
from storage.disk_faults import disk_told
from storage.holding import references
from storage.holds import SqlHolds
from storage.jobs import SqlJobs
from storage.locks import FileLock, ServerLock
from storage.notes import SqlNotes, SqlRegister
from storage.outbox import SqlOutbox, SqlReceipts
from storage.people import SqlPeople
from storage.removals import SqlRemovals
from storage.schema import Fit, demand_current, fit_of, upgrade
from storage.store import Store
from storage.switch import SqlSwitch
from storage.work import SqlWork

DATABASE = "articover.db"
BLOBS = "blobs"
QUEUE_LOCK = "queue.lock"


async def open_store(url: str, data: Path, clock: Clock) -> Store:
    """The store at the database `url`, with its pictures in the folder `data`.

    An empty `url` means SQLite in that folder. A database of SQLite is made, or brought up to
    date, by this; a server's must have been, by `articover db upgrade`.

    Raises:
        StorageError: when it can't be opened, is not up to date, or is ahead of this program.
    """
    _make_folder(data)
    database = open_database(url, data)
    try:
        await _make_ready(database)
    except BaseException:
        await database.close()
        raise
    return _store(database, data, clock)


def _store(database: Database, data: Path, clock: Clock) -> Store:
    """Everything over one database and one folder."""
    blobs, lock = FileBlobs(data / BLOBS), _lock(database, data)
    holds = SqlHolds(database, clock)

    async def kept() -> frozenset[Sha]:
        await holds.expire()
        return await references(database)

    async def close() -> None:
        try:
            await lock.give_back()
        finally:
            await database.close()

    return Store(
        covers=SqlCovers(database),
        people=SqlPeople(database),
        removals=SqlRemovals(database),
        notes=SqlNotes(database, clock),
        register=SqlRegister(database),
        jobs=SqlJobs(database, clock, size_of=blobs.size_of),
        work=SqlWork(database, clock, size_of=blobs.size_of),
        outbox=SqlOutbox(database, clock),
        holds=holds,
        receipts=SqlReceipts(database),
        switch=SqlSwitch(database),
        lock=lock,
        blobs=blobs,
        references=kept,
        close=close,
    )


def open_database(url: str, data: Path) -> Database:
    """The database at `url`, or of the folder `data` where that is empty; see `connect`."""
    return connect(url or f"sqlite:///{data / DATABASE}")


async def bring_up_to_date(database: Database) -> None:
    """Take the steps that the tables lack; a file of SQLite is made, with its folder.

    Raises:
        StorageError: nothing was changed.
    """
    if database.path is not None:
        _make_folder(database.path.parent)
        if not database.path.exists():
            _make_file(database.path)
    await upgrade(database)


async def _make_ready(database: Database) -> None:
    fit, _ = await fit_of(database)
    if database.path is not None and fit in {Fit.EMPTY, Fit.BEHIND}:
        await bring_up_to_date(database)
    await demand_current(database)


def _lock(database: Database, data: Path) -> QueueLock:
    return FileLock(data / QUEUE_LOCK) if database.path is not None else ServerLock(database)


def _make_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into; one that is there stays as it is."""
    with disk_told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _make_file(path: Path) -> None:
    """Make the database's file so that only its owner can read it, whatever the folder is.

    SQLite gives what it makes beside it the same rights.
    """
    with disk_told(path):
        path.touch(mode=0o600)
