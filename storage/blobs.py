"""Pictures as files under the SHA-256 of their content.

    FOLDER/3f/a9/3fa9…   a blob, written once and never changed
    FOLDER/drafts/       what is being written; only a finished draft gets a blob's name
    FOLDER/lock          held together by all who write, alone by who collects

A blob is forced to the disk before it gets its name, and its name before `put` returns, so that a
power cut after a reference was committed cannot lose it. A kill -9 leaves at most a draft or a
blob that nothing refers to, and the next collection removes either.
"""

import asyncio
import hashlib
import re
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from pipeline.domain.errors import StorageError
from pipeline.domain.version import Sha
from pipeline.ports.blobs import Collected
from storage.disk_faults import disk_told
from storage.durable import (
    draft_name,
    make_folder,
    missing_folders,
    remove,
    sync_folder,
    write_new,
)
from storage.file_lock import locked
from storage.threads import to_the_end

_KEY = re.compile(r"[0-9a-f]{64}")
_OWNER_ONLY = 0o600
_MISSING = -1
_PROBE = b"Can this folder be written?"


def reader(folder: Path) -> Callable[[Sha], bytes]:
    """A way to read the blobs of `folder` that can be sent to another process."""
    return partial(read, folder)


def read(folder: Path, sha: Sha) -> bytes:
    """The content of a blob, checked against its key.

    Raises:
        StorageError: `blob-missing`, `blob-damaged`, `storage-unavailable`.
    """
    with disk_told(folder):
        try:
            content = place_of(folder, sha).read_bytes()
        except FileNotFoundError as error:
            raise StorageError("blob-missing", sha256=sha) from error
    if hashlib.sha256(content).hexdigest() != sha:
        raise StorageError("blob-damaged", sha256=sha)
    return content


class FileBlobs:
    """The port `Blobs` in a folder, for any number of processes on one machine.

    `patience_s` seconds a collection waits for a moment in which nobody writes; then it leaves
    everything for the next time. It lets writers in again after `spell_s`. `writing` waits up to
    `writing_patience_s` for a collection.
    """

    def __init__(
        self,
        folder: Path,
        *,
        patience_s: float = 5.0,
        spell_s: float = 0.5,
        writing_patience_s: float = 30.0,
    ) -> None:
        self.folder = folder
        self._drafts = folder / "drafts"
        self._lock = folder / "lock"
        self._patience_s = patience_s
        self._spell_s = spell_s
        self._writing_patience_s = writing_patience_s
        self._writers = 0

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[None]:
        """Hold off collection, in every process, until the block ends.

        Raises:
            StorageError: `storage-busy` when a collection does not end, and as the port says.
        """
        await asyncio.to_thread(self._make_ready)
        async with self._locked(exclusive=False, patience_s=self._writing_patience_s) as ours:
            if not ours:
                raise StorageError("storage-busy")
            self._writers += 1
            try:
                yield
            finally:
                self._writers -= 1

    async def put(self, content: bytes) -> Sha:
        """Store `content` durably; its key. What is there already is not written again.

        Raises:
            StorageError: as the port says; nothing is stored then.
            RuntimeError: outside `writing`, where a collection could take the blob at once.
        """
        if not self._writers:
            raise RuntimeError("put() outside writing()")
        return await asyncio.to_thread(self._store, content)

    async def get(self, sha: Sha) -> bytes:
        """The content under a key; see `read`."""
        return await asyncio.to_thread(read, self.folder, sha)

    async def collect(self, kept: Callable[[], Awaitable[Collection[Sha]]]) -> Collected:
        """Remove every blob that is not among `kept`, and drafts whose writers died.

        What was stored after the call began stays until the next time. Counts nothing when
        writers leave no moment free.
        """
        if not await asyncio.to_thread(self.folder.exists):
            return Collected(count=0, size=0)
        await asyncio.to_thread(self._make_ready)
        left, sizes = await asyncio.to_thread(self._candidates), list[int]()
        while left:
            async with self._locked(exclusive=True, patience_s=self._patience_s) as ours:
                if not ours:
                    break
                alive = frozenset(await kept())
                dead = [path for path in left if path.name not in alive]
                # To the end, or the lock would be let go while a thread goes on removing.
                gone = await to_the_end(partial(self._remove, dead))
            sizes += [size for size in gone if size != _MISSING]
            left = dead[len(gone) :]
        return Collected(count=len(sizes), size=sum(sizes))

    async def size_of(self, sha: Sha) -> int:
        """Bytes that one blob takes.

        Raises:
            StorageError: `blob-missing`, and as the port says.
        """
        with disk_told(self.folder):
            size = await asyncio.to_thread(_size, place_of(self.folder, sha))
        if size == _MISSING:
            raise StorageError("blob-missing", sha256=sha)
        return size

    async def size(self) -> int:
        """Bytes that all blobs take."""
        return await asyncio.to_thread(self._measure)

    async def demand_room(self) -> None:
        """Find out whether a blob could be written now.

        Raises:
            StorageError: what stands in the way.
        """
        await asyncio.to_thread(self._probe)

    @asynccontextmanager
    async def _locked(self, *, exclusive: bool, patience_s: float) -> AsyncGenerator[bool]:
        lock = locked(self._lock, exclusive=exclusive, patience_s=patience_s)
        async with AsyncExitStack() as held:
            with disk_told(self.folder):
                ours = await held.enter_async_context(lock)
            yield ours

    def _make_ready(self) -> None:
        with disk_told(self.folder):
            for place in missing_folders(self._drafts):
                make_folder(place)

    def _probe(self) -> None:
        self._make_ready()
        with disk_told(self.folder):
            draft = self._drafts / draft_name()
            write_new(draft, _PROBE, mode=_OWNER_ONLY)
            remove(draft)

    def _store(self, content: bytes) -> Sha:
        sha = hashlib.sha256(content).hexdigest()
        path = place_of(self.folder, sha)
        with disk_told(self.folder):
            if _size(path) != len(content):
                self._write(path, content)
            # Even if it was there: whoever wrote it may not have come as far as this.
            for place in (path.parent, path.parent.parent, self.folder):
                sync_folder(place)
        return sha

    def _write(self, path: Path, content: bytes) -> None:
        for place in missing_folders(path.parent):
            make_folder(place)
        draft = self._drafts / draft_name()
        write_new(draft, content, mode=_OWNER_ONLY)
        try:
            draft.replace(path)
        except BaseException:
            remove(draft)
            raise

    def _candidates(self) -> list[Path]:
        """Every blob and draft."""
        with disk_told(self.folder):
            folders = (leaf for branch in _within(self.folder) for leaf in _within(branch))
            blobs = (path for leaf in folders for path in _within(leaf))
            return [*_within(self._drafts), *(blob for blob in blobs if _KEY.fullmatch(blob.name))]

    def _measure(self) -> int:
        with disk_told(self.folder):
            return sum(max(0, _size(path)) for path in self._candidates())

    def _remove(self, paths: Iterable[Path]) -> list[int]:
        """The sizes of those, in order, that were removed before the spell was over; at least one.

        Missing is what another collection removed since.
        """
        sizes, until = list[int](), time.monotonic() + self._spell_s
        with disk_told(self.folder):
            for path in paths:
                sizes.append(_size(path))
                path.unlink(missing_ok=True)
                if path.parent != self._drafts:
                    _remove_empty((path.parent, path.parent.parent))
                if time.monotonic() > until:
                    break
        return sizes


def place_of(folder: Path, sha: Sha) -> Path:
    """The file of a blob, whether it is there or not.

    Raises:
        StorageError: `blob-missing` for what is no key.
    """
    if not _KEY.fullmatch(sha):
        raise StorageError("blob-missing", sha256=sha)
    return folder / sha[:2] / sha[2:4] / sha


def _within(folder: Path) -> list[Path]:
    """What is in a folder; nothing when it is a file, or has just been removed."""
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _remove_empty(folders: Iterable[Path]) -> None:
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def _size(path: Path) -> int:
    """Bytes of a file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return _MISSING
