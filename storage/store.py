"""Everything that outlives a process, behind its ports."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from pipeline.domain.version import Sha
from pipeline.ports.blobs import Blobs
from pipeline.ports.covers import Covers, People, Removals
from pipeline.ports.jobs import Holds, Jobs, Outbox, QueueLock, QueueSwitch, Receipts, Work
from pipeline.ports.notes import Notes, Register


class BlobFolder(Blobs, Protocol):
    """Blobs as whoever runs the place sees them."""

    async def size(self) -> int:
        """Bytes that all pictures take."""
        ...

    async def demand_room(self) -> None:
        """Find out whether a picture could be written now.

        Raises:
            StorageError: what stands in the way.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """One database and one blob store.

    `references` are the keys of all blobs that a version, a file on its way, or a running job's
    preview refers to; asking for them lets files go that were held long enough. `close` ends every
    connection.
    """

    covers: Covers
    people: People
    removals: Removals
    notes: Notes
    register: Register
    jobs: Jobs
    work: Work
    outbox: Outbox
    holds: Holds
    receipts: Receipts
    switch: QueueSwitch
    lock: QueueLock
    blobs: BlobFolder
    references: Callable[[], Awaitable[frozenset[Sha]]]
    close: Callable[[], Awaitable[None]]
