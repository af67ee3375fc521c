"""Stores to measure: the real one on SQLite and on PostgreSQL, side by side on one disk."""

import contextlib
import os
import sys
import time
from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import _menu
from bot.clock import SystemClock
from pipeline.domain.event import Notice, unnoticed
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address
from pipeline.domain.limits import QueueLimits, StudioLimits
from pipeline.domain.operation import Lane
from pipeline.steward import Rules
from pipeline.studio import Studio
from storage.database import connect
from storage.opening import DATABASE, open_store
from storage.schema import upgrade
from storage.store import Store
from tests import postgres

PLATFORM = "bench"
ADDRESS = Address(platform=PLATFORM, place="{}")
SLOTS = {Lane.QUICK: 1, Lane.LONG: 2}
_PAGE = b"x" * 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An open store; `name` says on which database, `url` where that is, `folder` where the rest."""

    name: str
    url: str
    folder: Path
    store: Store

    def studio(self, notice: Notice = unnoticed) -> Studio:
        """The door of a front end to this store."""
        return Studio(
            self.store, _menu(), clock=SystemClock(), new_id=new_id, new_seed=lambda: 1,
            slots=SLOTS, limits=StudioLimits(), queue=QueueLimits(), rules=Rules(self.store.register), notice=notice,
        )  # fmt: skip


class Grounds:
    """Makes empty stores below `folder`, each in a database of its own."""

    def __init__(self, folder: Path, server: postgres.Postgres | None) -> None:
        self.folder = folder
        self._server = server
        self._count = 0

    @contextlib.asynccontextmanager
    async def sqlite(self) -> AsyncGenerator[Ground]:
        """A store that needs no set-up."""
        folder = self._new_folder()
        async with _opened("SQLite", f"sqlite:///{folder / DATABASE}", folder) as ground:
            yield ground

    @contextlib.asynccontextmanager
    async def each(self) -> AsyncGenerator[list[Ground]]:
        """A store of every kind that there is."""
        async with contextlib.AsyncExitStack() as open_now:
            grounds = [await open_now.enter_async_context(self.sqlite())]
            if self._server is not None:
                url = open_now.enter_context(self._server.database())
                ground = _opened("PostgreSQL", url, self._new_folder())
                grounds.append(await open_now.enter_async_context(ground))
            yield grounds

    def syncs_per_s(self, count: int = 100) -> float:
        """The yardstick: how often in a second this disk keeps one page more, forced out each time.

        Every change that is durable by itself takes at least one such turn.
        """
        with (self.folder / "yardstick").open("wb", buffering=0) as file:
            began = time.perf_counter()
            for _ in range(count):
                file.write(_PAGE)
                os.fsync(file.fileno())
            return count / (time.perf_counter() - began)

    def _new_folder(self) -> Path:
        self._count += 1
        return self.folder / f"data-{self._count}"


@contextlib.contextmanager
def server() -> Generator[postgres.Postgres | None]:
    """A PostgreSQL that forces every commit to the disk; None where there is none to start."""
    with contextlib.ExitStack() as running:
        try:
            found = running.enter_context(postgres.server(durable=True))
        except pytest.skip.Exception as missing:
            sys.stderr.write(f"NOT MEASURED: {missing}\n")
            found = None
        yield found


@contextlib.asynccontextmanager
async def _opened(name: str, url: str, folder: Path) -> AsyncGenerator[Ground]:
    if not url.startswith("sqlite"):
        database = connect(url)
        await upgrade(database)
        await database.close()
    store = await open_store(url, folder, SystemClock())
    try:
        yield Ground(name=name, url=url, folder=folder, store=store)
    finally:
        await store.close()
