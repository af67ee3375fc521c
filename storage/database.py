"""A connection to SQLite or PostgreSQL, and their faults as ours.

SQLite writes through one connection, which takes the write lock when its transaction begins, so
that two writers wait for each other instead of failing half-way. Readers have connections of their
own and see the last commit.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from pipeline.domain.errors import StorageError
from storage.connection_threads import ConnectionThreads
from storage.faults import translated

if TYPE_CHECKING:
    from sqlalchemy import Connection

BUSY_MS = 5_000
"""How long a writer of SQLite waits for another process."""
CONNECT_S = 10
WAIT_S = 15.0
"""How long a call waits for one of our own connections."""
READERS = 4
_PAUSE_S = 0.01
SERVER_CONNECTIONS = 10
# a process that is frozen in a transaction must not keep others from taking its work over
_OPTIONS = "-c idle_in_transaction_session_timeout=30s"
_SERVER = {
    "connect_timeout": str(CONNECT_S),
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "4",
}
"""What an address may set otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One database; on PostgreSQL `reader` and `writer` share their connections.

    `place` is what people may see of its address, `path` the file of SQLite and None elsewhere.
    SQLite's connections work in `threads`.
    """

    reader: AsyncEngine
    writer: AsyncEngine
    place: str
    path: Path | None
    threads: ConnectionThreads = field(default_factory=ConnectionThreads)

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection]:
        """A connection that only reads: one state of the database, however much is asked.

        Raises:
            StorageError: for what happens to the connection inside the block, too.
        """
        with translated(self.place):
            async with self.reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        """A transaction: committed when the block ends, rolled back when it raises.

        Raises:
            StorageError: nothing was changed.
        """
        with translated(self.place):
            async with self.writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def restructuring(self) -> AsyncGenerator[AsyncConnection]:
        """A transaction in which tables may be rebuilt; what refers to what is checked at its end.

        SQLite rebuilds a table by copying and dropping it, and with foreign keys on, dropping it
        would take everything along that refers to its rows.

        Raises:
            StorageError: nothing was changed.
        """
        if self.path is None:
            async with self.writing() as connection:
                yield connection
            return
        with translated(self.place):
            engine = _sqlite_engine(
                self.path, 1, _prepare_restructuring, _begin_immediate, self.threads
            )
            try:
                async with engine.begin() as connection:
                    yield connection
                    lost = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
                    if lost:
                        reason = f"{len(lost)} rows refer to nothing, in {lost[0][0]}"
                        raise StorageError("storage-damaged", reason=reason)
            finally:
                await engine.dispose()

    async def close(self) -> None:
        """End every connection."""
        with translated(self.place):
            await self.writer.dispose()
            await self.reader.dispose()
        await self.threads.ended()


def connect(url: str) -> Database:
    """The database at `sqlite:///PATH` or `postgresql://...`; nothing is opened yet.

    Raises:
        StorageError: `storage-url` for any other address, told without its secrets.
    """
    scheme, _, path = url.partition(":///")
    if scheme in {"sqlite", "sqlite+aiosqlite"} and path not in {"", ":memory:"}:
        return _sqlite(Path(path))  # as it stands: in a path, ? and % mean themselves
    address = _parsed(url)
    if address.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        return _postgresql(address)
    raise StorageError("storage-url", url=_shown(address))


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        scheme, sign, _ = url.partition("://")
        shown = f"{scheme}://…" if sign else "…"
        # not chained: the parser repeats the whole address, and with it a password
        raise StorageError("storage-url", url=shown) from None


def _shown(address: URL) -> str:
    """The address without its password, and without parameters, which may hold another."""
    return address.set(query={}).render_as_string(hide_password=True)


def _sqlite(path: Path) -> Database:
    threads = ConnectionThreads()
    return Database(
        reader=_sqlite_engine(path, READERS, _prepare_reader, _begin, threads),
        writer=_sqlite_engine(path, 1, _prepare_writer, _begin_immediate, threads),
        place=str(path),
        path=path,
        threads=threads,
    )


def _sqlite_engine(
    path: Path,
    connections: int,
    prepare: Callable[[Any, object], None],
    begin: Callable[[Connection], None],
    threads: ConnectionThreads,
) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        hide_parameters=True,  # they are people's words
        pool_size=connections,
        max_overflow=0,
        pool_timeout=WAIT_S,
        connect_args={"timeout": BUSY_MS / 1000, "async_creator_fn": threads.connect},
    )
    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", begin)
    return engine


def _prepare_writer(connection: Any, _record: object) -> None:
    _pragmas(connection, "synchronous=FULL", "foreign_keys=ON")
    _into_wal(connection)


def _prepare_restructuring(connection: Any, _record: object) -> None:
    _pragmas(connection, "synchronous=FULL", "foreign_keys=OFF")
    _into_wal(connection)


def _prepare_reader(connection: Any, _record: object) -> None:
    _pragmas(connection, "query_only=ON")


def _pragmas(connection: Any, *settings: str) -> None:
    connection.isolation_level = None  # the `begin` events below begin transactions, not the driver
    cursor = connection.cursor()
    for setting in (f"busy_timeout={BUSY_MS}", *settings):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _into_wal(connection: Any) -> None:
    """Write ahead. Of several who turn a new database to it at once, SQLite lets none wait."""
    deadline = time.monotonic() + BUSY_MS / 1000
    while not _turned(connection):
        if time.monotonic() > deadline:
            raise StorageError("storage-busy")
        connection.run_async(lambda _connection: asyncio.sleep(_PAUSE_S))


def _turned(connection: Any) -> bool:
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        cursor.close()
    return True


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _postgresql(address: URL) -> Database:
    options = (_OPTIONS, *address.normalized_query.get("options", ()))
    query = {**_SERVER, **address.query, "options": " ".join(options)}
    writer = create_async_engine(
        address.set(drivername="postgresql+psycopg", query=query),
        hide_parameters=True, pool_size=SERVER_CONNECTIONS, max_overflow=0, pool_timeout=WAIT_S,
        pool_pre_ping=True,
    )  # fmt: skip
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(reader=reader, writer=writer, place=_shown(address), path=None)
