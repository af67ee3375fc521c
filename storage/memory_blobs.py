"""Pictures in memory: the port `Blobs` for tests, and for trying things out."""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager

from pipeline.domain.errors import StorageError
from pipeline.domain.version import Sha
from pipeline.ports.blobs import Collected


class MemoryBlobs:
    """Blobs that end with the process; otherwise they promise what `FileBlobs` promises.

    `patience_s` seconds a collection waits for a moment in which nobody writes.
    """

    def __init__(self, *, patience_s: float = 5.0) -> None:
        self._contents = dict[Sha, bytes]()
        self._patience_s = patience_s
        self._changed = asyncio.Condition()
        self._writers = 0
        self._collecting = False

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[None]:
        """Hold off collection until the block ends."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._collecting)
            self._writers += 1
        try:
            yield
        finally:
            self._writers -= 1
            await asyncio.shield(self._tell())

    async def put(self, content: bytes) -> Sha:
        """Keep `content`; its key.

        Raises:
            RuntimeError: outside `writing`, where a collection could take the blob at once.
        """
        if not self._writers:
            raise RuntimeError("put() outside writing()")
        sha = hashlib.sha256(content).hexdigest()
        self._contents[sha] = bytes(content)
        return sha

    async def get(self, sha: Sha) -> bytes:
        """The content under a key.

        Raises:
            StorageError: `blob-missing`.
        """
        try:
            return self._contents[sha]
        except KeyError as error:
            raise StorageError("blob-missing", sha256=sha) from error

    async def collect(self, kept: Callable[[], Awaitable[Collection[Sha]]]) -> Collected:
        """Remove every blob that is not among `kept`; nothing when writers leave no moment free."""
        if not await self._alone():
            return Collected(count=0, size=0)
        try:
            alive = frozenset(await kept())
            gone = [self._contents.pop(sha) for sha in {*self._contents} - alive]
        finally:
            self._collecting = False
            await asyncio.shield(self._tell())
        return Collected(count=len(gone), size=sum(map(len, gone)))

    async def size_of(self, sha: Sha) -> int:
        """Bytes that one blob takes.

        Raises:
            StorageError: `blob-missing`.
        """
        return len(await self.get(sha))

    async def size(self) -> int:
        """Bytes that all blobs take."""
        return sum(map(len, self._contents.values()))

    async def demand_room(self) -> None:
        """There always is."""

    async def _alone(self) -> bool:
        """Wait until nobody writes or collects, then keep everybody out; whether that came."""
        try:
            async with asyncio.timeout(self._patience_s), self._changed:
                await self._changed.wait_for(lambda: not self._writers and not self._collecting)
                self._collecting = True
        except TimeoutError:
            return False
        return True

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
