"""A store that ends with its process: for tests, and for trying things out."""

from pipeline.domain.version import Sha
from pipeline.ports.clock import Clock
from storage.memory_blobs import MemoryBlobs
from storage.memory_covers import MemoryCovers, MemoryPeople
from storage.memory_jobs import MemoryJobs, MemoryWork
from storage.memory_notes import MemoryNotes, MemoryRegister
from storage.memory_outbox import (
    MemoryHolds,
    MemoryLock,
    MemoryOutbox,
    MemoryReceipts,
    MemorySwitch,
)
from storage.memory_removals import MemoryRemovals
from storage.memory_state import MemoryState
from storage.store import Store


def memory_store(clock: Clock) -> Store:
    """An empty store; it keeps the same promises as a database, but to survive."""
    state, blobs = MemoryState(), MemoryBlobs()
    holds = MemoryHolds(state, clock)

    async def kept() -> frozenset[Sha]:
        await holds.expire()
        return await state.references()

    return Store(
        covers=MemoryCovers(state),
        people=MemoryPeople(state, blobs.size_of),
        removals=MemoryRemovals(state, blobs.size_of),
        notes=MemoryNotes(state),
        register=MemoryRegister(state),
        jobs=MemoryJobs(state),
        work=MemoryWork(state, clock),
        outbox=MemoryOutbox(state, clock),
        holds=holds,
        receipts=MemoryReceipts(state),
        switch=MemorySwitch(state),
        lock=MemoryLock(state),
        blobs=blobs,
        references=kept,
        close=_nothing,
    )


async def _nothing() -> None:
    pass
