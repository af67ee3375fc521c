"""Files that a link was given away for: the contract of the port `Holds`, held by every store."""

from datetime import timedelta

import pytest

from pipeline.domain.job import Fault
from tests.storage.orders import START, Orders

WEEK = timedelta(days=7)
GONE = Fault(code="delivery-gone", facts={"platform": "terminal"})


@pytest.fixture
def orders(store):
    return Orders(store)


@pytest.fixture
async def shipped(orders, store):
    """A delivery with one file, and the key of the file's blob."""
    job = await orders.finished(files=1)
    parcel = (await store.receipts.receipt(job.id)).parcel
    return parcel.delivery.id, parcel.files[0].sha256


async def test_files_are_let_go_as_soon_as_they_were_brought(store, shipped):
    delivery, sha = shipped
    assert sha in await store.references()
    await store.outbox.sent(delivery)
    assert sha not in await store.references()


async def test_files_that_are_held_stay_when_they_were_brought(store, shipped):
    delivery, sha = shipped
    assert await store.holds.hold(delivery, START + WEEK)
    await store.outbox.sent(delivery)
    assert sha in await store.references()


async def test_files_that_are_held_stay_when_their_delivery_is_given_up(store, shipped):
    delivery, sha = shipped
    await store.holds.hold(delivery, START + WEEK)
    await store.outbox.give_up(delivery, GONE)
    assert sha in await store.references()


async def test_held_files_go_when_their_time_is_over(store, shipped, clock, kind):
    delivery, sha = shipped
    # the clock of a server is its own, and is not set by tests
    await store.holds.hold(delivery, START + (WEEK if kind != "postgres" else timedelta()))
    await store.outbox.sent(delivery)
    clock.pass_(WEEK.total_seconds())
    assert sha not in await store.references()
    assert not await store.holds.hold(delivery, START + 2 * WEEK)


async def test_what_is_on_its_way_outlasts_its_hold(store, shipped, clock, kind):
    delivery, sha = shipped
    await store.holds.hold(delivery, START + (WEEK if kind != "postgres" else timedelta()))
    clock.pass_(WEEK.total_seconds())
    assert await store.holds.expire() == 0
    assert sha in await store.references()


async def test_what_was_let_go_cannot_be_held_any_more(store, shipped):
    delivery, _ = shipped
    await store.outbox.sent(delivery)
    assert not await store.holds.hold(delivery, START + WEEK)
    assert not await store.holds.hold("nothing", START + WEEK)


async def test_held_files_go_with_their_cover(store, orders):
    job = await orders.finished(files=1)
    delivery = (await store.receipts.receipt(job.id)).parcel.delivery.id
    await store.holds.hold(delivery, START + WEEK)
    await store.outbox.sent(delivery)
    kept = await store.references()
    removed = await store.removals.remove(job.cover)
    assert removed.pictures == len(kept)
    assert not await store.references()
    assert await store.receipts.receipt(job.id) is None
