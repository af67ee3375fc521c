"""Pausing: the contract of the port `QueueSwitch`, held by every store."""

import pytest

from pipeline.domain.operation import Lane
from tests.storage.orders import Orders


@pytest.fixture
def orders(store):
    return Orders(store)


async def test_nothing_starts_while_the_queue_is_paused(orders, store):
    job = await orders.submit()
    await store.switch.pause()
    assert not await store.work.fronts(Lane.LONG)
    assert await store.work.claim(job.id, "t") is None
    assert (await store.jobs.overview()).paused


async def test_orders_are_taken_and_running_jobs_end_while_the_queue_is_paused(orders, store):
    job = await orders.claimed()
    await store.switch.pause()
    await orders.submit()
    assert await store.work.settle(job.id, "t", await orders.result(job))
    assert await store.outbox.due(["terminal"])


async def test_the_queue_goes_on_where_it_was(orders, store):
    job = await orders.submit()
    await store.switch.pause()
    await store.switch.resume()
    assert not (await store.jobs.overview()).paused
    assert [front.job for front in await store.work.fronts(Lane.LONG)] == [job.id]
    assert await store.work.claim(job.id, "t") is not None


async def test_pausing_and_resuming_twice_is_once(store):
    await store.switch.resume()
    await store.switch.pause()
    await store.switch.pause()
    assert (await store.jobs.overview()).paused
    await store.switch.resume()
    await store.switch.resume()
    assert not (await store.jobs.overview()).paused
