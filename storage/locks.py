"""The right to run the queue: a lock that the kernel or the server lets go when its holder dies.

On one machine it is a lock on a file, for the whole of a data folder. On PostgreSQL it is an
advisory lock, for everybody who uses the same tables: it lives as long as the connection that took
it, so whoever loses that connection has lost the right and must ask `held` before going on. What a
former holder still brings is refused by its token, whatever it believes.
"""

import asyncio
import contextlib
import fcntl
from collections.abc import AsyncGenerator
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from pipeline.domain.errors import StorageError
from storage.database import CONNECT_S, Database
from storage.disk_faults import disk_told
from storage.faults import translated
from storage.file_lock import is_of, release, try_lock

ANSWER_S = 5.0
"""How long a server may take to say that it is still there."""


class FileLock:
    """The right for the processes of one machine, by a lock on the file `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    async def take(self) -> bool:
        """See the port.

        Raises:
            StorageError: when the lock's file cannot be made.
        """
        if await self.held():
            return True
        await self.give_back()
        with disk_told(self._path):
            self._descriptor = try_lock(self._path, fcntl.LOCK_EX)
        return self._descriptor is not None

    async def held(self) -> bool:
        """See the port; a lock on a file that was removed excludes nobody, and counts as lost."""
        return self._descriptor is not None and is_of(self._descriptor, self._path)

    async def give_back(self) -> None:
        """See the port."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            release(descriptor)


# By the schema, so that two installations in one database do not shut each other out.
_KEYS = "hashtext('articover queue'), hashtext(current_schema())"
_TAKE = text(f"SELECT pg_try_advisory_lock({_KEYS})")
_HELD = text(
    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted"
    " AND pid = pg_backend_pid() AND database = (SELECT oid FROM pg_database"
    "  WHERE datname = current_database())"
    " AND classid::bigint = hashtext('articover queue')::bigint & 4294967295"
    " AND objid::bigint = hashtext(current_schema())::bigint & 4294967295)"
)
_GIVE_BACK = text(f"SELECT pg_advisory_unlock({_KEYS})")
# A server that hears nothing of a holder's machine frees the lock within half a minute.
_LISTEN = [
    text("SET tcp_keepalives_idle = 10"),
    text("SET tcp_keepalives_interval = 5"),
    text("SET tcp_keepalives_count = 4"),
    text(
        "SELECT set_config(name, '0', false) FROM pg_settings"
        " WHERE name = 'idle_session_timeout'"  # not before PostgreSQL 14
    ),
]


class ServerLock:
    """The right for everybody who uses one PostgreSQL, on a connection of its own."""

    def __init__(self, database: Database) -> None:
        self._place = database.place
        self._url = database.writer.url
        self._engine: AsyncEngine | None = None
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def take(self) -> bool:
        """See the port.

        Raises:
            StorageError: when the server cannot be asked.
        """
        async with self._turn:
            if await self._alive():
                return True
            async with self._asking():
                # kept also when others have the lock: who waits for it asks often
                connection = self._connection or await self._connected()
                return bool((await connection.execute(_TAKE)).scalar_one())

    async def held(self) -> bool:
        """See the port; a server that does not answer in `ANSWER_S` counts as lost."""
        async with self._turn:
            return await self._alive()

    async def give_back(self) -> None:
        """See the port; without a connection there is nothing to give back any more."""
        async with self._turn:
            if self._connection is not None:
                with contextlib.suppress(StorageError):
                    async with self._asking():
                        await self._connection.execute(_GIVE_BACK)
            await self._drop()

    async def _alive(self) -> bool:
        """Whether the session that took the lock is there, and has it."""
        if self._connection is None:
            return False
        try:
            async with self._asking():
                return bool((await self._connection.execute(_HELD)).scalar_one())
        except StorageError:
            return False

    async def _connected(self) -> AsyncConnection:
        self._engine = create_async_engine(
            self._url,
            hide_parameters=True,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"connect_timeout": CONNECT_S},
        )
        self._connection = await self._engine.connect()
        for setting in _LISTEN:
            await self._connection.execute(setting)
        return self._connection

    @contextlib.asynccontextmanager
    async def _asking(self) -> AsyncGenerator[None]:
        """Ask the server; the connection is dropped, and with it the lock, when that fails."""
        try:
            with translated(self._place):
                async with asyncio.timeout(ANSWER_S):
                    yield
        except TimeoutError as error:
            await self._drop()
            raise StorageError("storage-unavailable", reason="no answer") from error
        except BaseException:
            await self._drop()
            raise

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        engine, self._engine = self._engine, None
        if connection is not None:
            with contextlib.suppress(DBAPIError, OSError):
                # Not handed back but cut: the server frees the lock when the connection ends.
                await connection.invalidate()
                await connection.close()
        if engine is not None:
            await engine.dispose()
