"""A connection to SQLite or PostgreSQL, and their faults as ours.

SQLite writes through one connection, which takes the write lock when its transaction begins, so
that two writers wait for each other instead of failing half-way. Readers have connections of their
own and see the last commit.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from pipeline.domain.errors import StorageError
from storage.faults import translated

if TYPE_CHECKING:
    from sqlalchemy import Connection

BUSY_MS = 5_000
"""How long a writer of SQLite waits for another process."""
CONNECT_S = 10
WAIT_S = 15.0
"""How long a call waits for one of our own connections."""
READERS = 4
SERVER_CONNECTIONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One database; on PostgreSQL `reader` and `writer` share their connections.

    `place` is what people may see of its address, `path` the file of SQLite and None elsewhere.
    """

    reader: AsyncEngine
    writer: AsyncEngine
    place: str
    path: Path | None

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

    async def close(self) -> None:
        """End every connection."""
        with translated(self.place):
            await self.writer.dispose()
            await self.reader.dispose()


def connect(url: str) -> Database:
    """The database at `sqlite:///PATH` or `postgresql://...`; nothing is opened yet.

    Raises:
        StorageError: `storage-url` for any other address, told without its secrets.
    """
    address = _parsed(url)
    match address.drivername:
        case "sqlite" | "sqlite+aiosqlite" if address.database not in {None, "", ":memory:"}:
            return _sqlite(address)
        case "postgresql" | "postgres" | "postgresql+psycopg":
            return _postgresql(address)
        case _:
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


def _sqlite(address: URL) -> Database:
    url = URL.create("sqlite+aiosqlite", database=address.database)
    path = Path(str(address.database))
    # parameters stay out of messages: they are people's words
    options: dict[str, Any] = {
        "hide_parameters": True, "pool_timeout": WAIT_S, "max_overflow": 0,
        "connect_args": {"timeout": BUSY_MS / 1000},
    }  # fmt: skip
    writer = create_async_engine(url, pool_size=1, **options)
    reader = create_async_engine(url, pool_size=READERS, **options)
    event.listen(writer.sync_engine, "connect", _prepare_writer)
    event.listen(reader.sync_engine, "connect", _prepare_reader)
    event.listen(writer.sync_engine, "begin", _begin_immediate)
    event.listen(reader.sync_engine, "begin", _begin)
    return Database(reader=reader, writer=writer, place=str(path), path=path)


def _prepare_writer(connection: Any, _record: object) -> None:
    _pragmas(connection, "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


def _prepare_reader(connection: Any, _record: object) -> None:
    _pragmas(connection, "query_only=ON")


def _pragmas(connection: Any, *settings: str) -> None:
    connection.isolation_level = None  # the `begin` events below begin transactions, not the driver
    cursor = connection.cursor()
    for setting in (f"busy_timeout={BUSY_MS}", *settings):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _postgresql(address: URL) -> Database:
    writer = create_async_engine(
        address.set(drivername="postgresql+psycopg"),
        hide_parameters=True, pool_size=SERVER_CONNECTIONS, max_overflow=0, pool_timeout=WAIT_S,
        pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_S},
    )  # fmt: skip
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(reader=reader, writer=writer, place=_shown(address), path=None)
