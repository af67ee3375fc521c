"""What somebody waits for who only looks: pages of a long history, and pictures."""

import asyncio
import contextlib
import hashlib
import os
import time
from collections.abc import AsyncGenerator, Generator
from getpass import getuser

from bot.terminal.courier import PLATFORM
from pipeline.domain.person import Person
from pipeline.studio import Studio
from storage.blobs import FileBlobs
from storage.durable import write_new
from tests.bench.commands import command_time
from tests.bench.crowds import pattern, shelf
from tests.bench.grounds import Grounds
from tests.bench.line import Line, share, spread
from tests.real import brief

COVERS, VERSIONS = 10_000, 2
DEEP = 100
"""How many covers are older than the first of the deep page."""
TURNS = 150
LIMIT_MS = 20.0
"""What the issue allows a page of history."""
PUTS = 40
PICTURE_BYTES = 2_500_000
"""About what the picture of a version has as PNG, which does not get smaller."""


async def page_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """Pages of somebody with ten thousand covers, in one process and as a whole command."""
    async with grounds.each() as each:
        for ground in each:
            studio = ground.studio()
            owner = await studio.meet(PLATFORM, getuser())
            like = await asyncio.to_thread(pattern)
            names = await shelf(ground, owner, brief(), like, count=COVERS, each=VERSIONS)
            for place, after in (("first", None), ("deep", names[DEEP])):
                times = await _turned(studio, owner, after)
                for line in spread(f"history, {place} page of {COVERS}, {ground.name}", times,
                                   limit_ms=LIMIT_MS):  # fmt: skip
                    yield line
        yield Line("articover history, started cold", command_time(each[0].folder, "history"))


async def _turned(studio: Studio, owner: Person, after: str | None) -> list[float]:
    times = list[float]()
    for _ in range(TURNS):
        with _clocked(times):
            page = await studio.history(owner, after=after)
        if len(page.entries) != 10:
            raise RuntimeError(f"a page of {len(page.entries)} covers")
    return times


async def picture_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """Pictures in and out, against the same bytes forced to a bare file, and hashed."""
    blobs = FileBlobs(grounds.folder / "blobs")
    puts, gets, forced, hashed = [list[float]() for _ in range(4)]
    for number in range(PUTS):
        content = os.urandom(PICTURE_BYTES)
        bare = grounds.folder / f"bare-{number}"
        with _clocked(forced):
            write_new(bare, content)
        async with blobs.writing():
            with _clocked(puts):
                sha = await blobs.put(content)
        with _clocked(hashed):
            hashlib.sha256(bare.read_bytes()).hexdigest()
        with _clocked(gets):
            await blobs.get(sha)
    yield _against("picture put, 2.5 MB", puts, forced)
    yield _against("picture got and checked, 2.5 MB", gets, hashed)


def _against(name: str, times: list[float], bare: list[float]) -> Line:
    return Line(f"{name}, p50", 1000 * share(times, 50), unit="ms",
                ratio=share(times, 50) / share(bare, 50))  # fmt: skip


@contextlib.contextmanager
def _clocked(times: list[float]) -> Generator[None]:
    began = time.perf_counter()
    yield
    times.append(time.perf_counter() - began)
