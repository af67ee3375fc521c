"""Customers in a process of their own: they keep ordering, and keep every answer they got."""

import asyncio
from pathlib import Path
from random import Random

from pipeline.domain.errors import JobError, QueueError, StorageError
from storage.store import Store
from tests.faults.platform import Record
from tests.faults.reckoning import Ledger
from tests.faults.wares import order

PEOPLE = 3
OPEN_AT_MOST = 3
LOOK_S = 0.02
CANCELLED = 0.1
"""The share of orders whose owner thinks better of it."""


async def keep_ordering(store: Store, ledger: Record, stop: Path) -> None:
    """Order until the file `stop` is there; an order without an answer is ordered again."""
    number = len(Ledger.of(ledger).jobs)
    while not stop.exists():  # noqa: ASYNC240 - nobody else is on this loop
        try:
            job = await buy(store, ledger, number)
            if Random(number).random() < CANCELLED:
                await cancel(store, ledger, job)
        except (QueueError, StorageError):
            await asyncio.sleep(LOOK_S)
        else:
            number += 1


async def buy(store: Store, ledger: Record, number: int) -> str:
    """Order number `number`, and keep the answer; its job.

    Raises:
        QueueError, StorageError: there was no answer, or it was no.
    """
    person = await store.people.meet("platform", f"person-{number % PEOPLE}")
    job, cover = order(f"order-{number}", person.id, seed=number)
    kept = await store.jobs.submit(job, cover=cover, most_open=OPEN_AT_MOST)
    ledger.note(acknowledged=kept.key, job=kept.id)
    return kept.id


async def cancel(store: Store, ledger: Record, job: str) -> None:
    """Cancel an order unless it is too late."""
    ledger.note(**{"asks to cancel": job})
    try:
        await store.jobs.cancel(job)
    except JobError:
        return
    ledger.note(cancelled=job)
