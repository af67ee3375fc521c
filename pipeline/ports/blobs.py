"""Content-addressed pictures."""

from collections.abc import Awaitable, Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from pipeline.domain.version import Sha


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """How many blobs a collection removed, and their bytes."""

    count: int
    size: int


class Blobs(Protocol):
    """Immutable contents under their SHA-256.

    Every method may raise `StorageError`: `storage-full`, `storage-read-only`, `blob-missing`,
    `blob-damaged`, `storage-unavailable`.
    """

    def writing(self) -> AbstractAsyncContextManager[None]:
        """Hold off collection from the first `put` until its reference is committed."""
        ...

    async def put(self, content: bytes) -> Sha:
        """Store `content` durably; its key. Only inside `writing`."""
        ...

    async def get(self, sha: Sha) -> bytes:
        """The content under a key, checked against it."""
        ...

    async def collect(self, kept: Callable[[], Awaitable[Collection[Sha]]]) -> Collected:
        """Remove every blob that is not among `kept`, asked while nobody is `writing`."""
        ...
