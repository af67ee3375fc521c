"""What people in chats have checked for print: in a worker process, one after another."""

import asyncio
import contextlib
import importlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

from bot.judging import judged, printing_of
from pipeline.domain.errors import PrintError, StorageError, WorkError
from pipeline.domain.operation import Lane, Print
from pipeline.domain.person import Person
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Report
from pipeline.domain.shop import Shop
from pipeline.domain.version import Version
from pipeline.studio import Studio
from pipeline.workshop.scratch import scratch_beside

CHECK_S = 120.0
"""A file of a cover is read in some seconds; what takes longer was made so that it does."""
_BY_THE_FILE = frozenset({"work-crashed", "work-memory", "work-too-long"})
"""How the worker ends that a file was too much for."""
_READERS = ("pipeline.workshop.check_file", "pipeline.workshop.check_version")


class Checks:
    """Checks files, and versions. Nothing of a file is looked at in this process: it is anybody's."""

    def __init__(
        self, do: Callable[..., Awaitable[Any]], studio: Studio, limit_s: float = CHECK_S
    ) -> None:
        """By `do`, which does something in a worker; each may take `limit_s` once it has one."""
        self._do = do
        self._studio = studio
        self._limit_s = limit_s
        self._turn = asyncio.Semaphore(1)  # reading takes a processor, and memory
        self._people: set[str] = set()

    async def file(
        self, person: Person, content: bytes, aim: PrintTarget | Shop, book: Book | None
    ) -> Report:
        """What the printer or the shop will say; nothing of the file is left when this returns.

        Raises:
            PrintError: `unchecked-...` for what cannot be read; `unchecked-busy` where something else
                of that person is being checked.
            PictureError: when it is a picture that is damaged or too large.
        """
        async with self._in_turn(person):
            return await self._read(content, aim, book)

    async def version(
        self, person: Person, version: Version, order: Print, aim: PrintTarget | Shop
    ) -> Report:
        """What they will say to a version, printed as a settled `order` says.

        Raises:
            PrintError: what `Print` raises; `unchecked-busy`.
            VersionError: when it is gone, or not theirs to change.
            PictureError: when its picture cannot be read.
        """
        async with self._in_turn(person):
            about = await printing_of(self._studio, person, version, order)
            return await judged(self._work, about, aim)

    @contextlib.asynccontextmanager
    async def _in_turn(self, person: Person) -> AsyncGenerator[None]:
        if person.id in self._people:
            raise PrintError("unchecked-busy")
        self._people.add(person.id)
        try:
            async with self._turn:
                # only who checks something loads what does it, and nobody else waits for that
                await asyncio.to_thread(_loaded)
                yield
        finally:
            self._people.discard(person.id)

    async def _read(self, content: bytes, aim: PrintTarget | Shop, book: Book | None) -> Report:
        from pipeline.workshop.check_file import checked_file, checked_for_shop  # noqa: PLC0415

        async with scratch_beside() as folder:
            path = folder / "file"
            try:
                await asyncio.to_thread(path.write_bytes, content)
                if isinstance(aim, Shop):
                    return await self._work(checked_for_shop, path, aim)
                return await self._work(checked_file, path, aim, book)
            except OSError as error:
                raise StorageError("storage-full") from error
            except WorkError as error:
                if error.code in _BY_THE_FILE:
                    raise PrintError("unchecked-complex") from error
                raise

    async def _work(self, work: Callable[..., Report], *args: object) -> Report:
        return await self._do(self._limit_s, Lane.LONG, work, *args)


def _loaded() -> None:
    for name in _READERS:
        importlib.import_module(name)
