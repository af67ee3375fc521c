"""A store that ends with its process: for tests, and for trying things out."""

from pipeline.ports.clock import Clock
from storage.memory_blobs import MemoryBlobs
from storage.memory_covers import MemoryCovers, MemoryPeople
from storage.memory_jobs import MemoryJobs, MemoryWork
from storage.memory_notes import MemoryNotes, MemoryRegister
from storage.memory_outbox import MemoryLock, MemoryOutbox, MemoryReceipts, MemorySwitch
from storage.memory_removals import MemoryRemovals
from storage.memory_state import MemoryState
from storage.store import Store


def memory_store(clock: Clock) -> Store:
    """An empty store; it keeps the same promises as a database, but to survive."""
    state, blobs = MemoryState(), MemoryBlobs()
    return Store(
        covers=MemoryCovers(state),
        people=MemoryPeople(state, blobs.size_of),
        removals=MemoryRemovals(state, blobs.size_of),
        notes=MemoryNotes(state),
        register=MemoryRegister(state),
        jobs=MemoryJobs(state),
        work=MemoryWork(state, clock),
        outbox=MemoryOutbox(state, clock),
        receipts=MemoryReceipts(state),
        switch=MemorySwitch(state),
        lock=MemoryLock(state),
        blobs=blobs,
        references=state.references,
        close=_nothing,
    )


async def _nothing() -> None:
    pass
