"""Results on their way: the contract of the ports `Outbox` and `Receipts`, held by every store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.domain.job import Delivered, Done, Failed, Fault
from pipeline.domain.outcome import Broken, DeliveryState
from tests.storage.orders import Orders

GONE = Fault(code="delivery-gone", facts={"platform": "terminal"})
AWAY = Fault(code="delivery-unavailable", facts={"platform": "terminal"})


@pytest.fixture
def orders(store):
    return Orders(store)


async def due(store):
    return await store.outbox.due(["terminal", "other"])


async def test_deliveries_come_oldest_first_and_for_the_platforms_asked(orders, store):
    first, second = await orders.finished(), await orders.finished("bob")
    assert [parcel.job.id for parcel in await due(store)] == [first.id, second.id]
    assert [parcel.job.id for parcel in await store.outbox.due(["terminal"], limit=1)] == [first.id]
    assert not await store.outbox.due(["discord"])
    assert not await store.outbox.due([])


async def test_deliveries_to_addresses_that_are_busy_are_left_out(orders, store):
    job = await orders.finished()
    other = replace(job.address, place="elsewhere")
    assert not await store.outbox.due(["terminal"], besides=[other, job.address])
    assert len(await store.outbox.due(["terminal"], besides=[other])) == 1


async def test_a_parcel_has_where_to_answer(orders, store):
    job = await orders.finished()
    [parcel] = await due(store)
    assert parcel.delivery.address == job.address
    assert (parcel.delivery.job, parcel.delivery.attempts) == (job.id, 0)


async def test_a_placeholder_is_remembered(orders, store):
    await orders.finished()
    [parcel] = await due(store)
    await store.outbox.posted(parcel.delivery.id, "message 7")
    assert [parcel.delivery.message for parcel in await due(store)] == ["message 7"]


async def test_what_was_sent_is_delivered_once_and_lets_its_files_go(orders, store):
    job = await orders.finished(files=1)
    [parcel] = await due(store)
    sha = parcel.files[0].sha256
    assert sha in await store.references()
    assert await store.outbox.sent(parcel.delivery.id)
    assert (await store.jobs.job(job.id)).state == Delivered()
    assert sha not in await store.references()
    assert parcel.versions[0].preview in await store.references()
    assert not await due(store)
    assert not await store.outbox.sent(parcel.delivery.id)
    assert not await store.outbox.sent("nothing")


async def test_a_failure_that_was_told_stays_a_failure(orders, store):
    job = await orders.claimed()
    await store.work.settle(job.id, "t", Broken(fault=GONE))
    [parcel] = await due(store)
    assert await store.outbox.sent(parcel.delivery.id)
    assert (await store.jobs.job(job.id)).state == Failed(fault=GONE)
    assert not await due(store)


async def test_a_try_that_failed_waits_and_counts(orders, store, clock):
    job = await orders.finished()
    [parcel] = await due(store)
    later = clock.now() + timedelta(seconds=60)
    await store.outbox.postpone(parcel.delivery.id, later, AWAY)
    assert not await due(store)
    assert (await store.jobs.overview()).undelivered == 1
    await store.outbox.postpone(parcel.delivery.id, clock.now() - timedelta(seconds=1), AWAY)
    [again] = await due(store)
    assert again.delivery.attempts == 2
    receipt = await store.receipts.receipt(job.id)
    assert (receipt.state, receipt.fault) == (DeliveryState.PENDING, AWAY)


async def test_what_is_given_up_stays_to_be_seen_but_its_files_take_no_room(orders, store):
    job = await orders.finished(files=1)
    [parcel] = await due(store)
    await store.outbox.give_up(parcel.delivery.id, GONE)
    assert not await due(store)
    assert (await store.jobs.job(job.id)).state == Done()
    receipt = await store.receipts.receipt(job.id)
    assert (receipt.state, receipt.fault) == (DeliveryState.GIVEN_UP, GONE)
    assert receipt.parcel.files[0].sha256 not in await store.references()
    assert not await store.outbox.sent(parcel.delivery.id)


async def test_a_delivery_that_is_over_does_not_change_any_more(orders, store, clock):
    job = await orders.finished()
    [parcel] = await due(store)
    await store.outbox.sent(parcel.delivery.id)
    before = await store.receipts.receipt(job.id)
    await store.outbox.posted(parcel.delivery.id, "late")
    await store.outbox.postpone(parcel.delivery.id, clock.now(), AWAY)
    await store.outbox.give_up(parcel.delivery.id, GONE)
    assert await store.receipts.receipt(job.id) == before
    assert before.state is DeliveryState.SENT


async def test_a_receipt_shows_the_result_and_names_files_that_were_let_go(orders, store):
    job = await orders.finished(versions=2, files=1)
    [parcel] = await due(store)
    await store.outbox.sent(parcel.delivery.id)
    receipt = await store.receipts.receipt(job.id)
    assert (receipt.parcel.files, receipt.parcel.versions) == (parcel.files, parcel.versions)
    assert receipt.parcel.job.state == Delivered()


async def test_there_is_no_receipt_of_what_has_no_result(orders, store):
    waits, runs, ended = await orders.submit(), await orders.claimed(), await orders.submit()
    await store.jobs.cancel(ended.id)
    for job in (waits, runs, ended):
        assert await store.receipts.receipt(job.id) is None
    assert await store.receipts.receipt("nothing") is None
