"""Waits while the clock is set: nobody waits an hour too long, and nothing is forgotten."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.operation import Lane
from pipeline.domain.outcome import Again
from pipeline.domain.waiting import LONGEST_WAIT, is_due, wait_until
from storage.memory import memory_store
from storage.opening import open_store
from tests.storage.orders import SOON, START, Orders

SECONDS = st.floats(-1e6, 1e6).map(lambda s: timedelta(seconds=s))


@given(asked=SECONDS, jumps=st.lists(SECONDS, max_size=5))
def test_every_wait_ends_within_the_longest_after_the_last_jump(asked, jumps):
    not_before = wait_until(START + asked, START)
    now = START + sum(jumps, timedelta())
    assert is_due(not_before, now) or is_due(not_before, now + LONGEST_WAIT)


@given(asked=SECONDS, passed=SECONDS.filter(lambda s: s >= timedelta()))
def test_without_a_jump_a_wait_lasts_as_long_as_was_asked_but_never_longer_than_the_longest(
    asked, passed
):
    due = is_due(wait_until(START + asked, START), START + passed)
    assert due is (passed >= min(asked, LONGEST_WAIT))


def test_what_does_not_wait_is_due():
    assert is_due(None, START)


@pytest.fixture(params=["memory", "sqlite"])
async def local(request, tmp_path, clock):
    """A store that goes by the clock of its one machine."""
    opened = (
        memory_store(clock) if request.param == "memory" else await open_store("", tmp_path, clock)
    )
    yield opened
    await opened.close()


@pytest.fixture
async def server(postgres_url, tmp_path, clock):
    """A store that goes by the clock of the database, whatever those of its machines say."""
    opened = await open_store(postgres_url, tmp_path, clock)
    yield opened
    await opened.close()


async def waiting_job(store, clock, seconds=60.0):
    orders = Orders(store)
    job = await orders.claimed()
    wait = Again(not_before=clock.now() + timedelta(seconds=seconds), fault=SOON)
    assert await store.work.settle(job.id, "t", wait)
    return job


async def waiting_delivery(store, clock):
    await Orders(store).finished()
    [parcel] = await store.outbox.due(["terminal"])
    later = clock.now() + timedelta(seconds=60)
    await store.outbox.postpone(parcel.delivery.id, later, SOON)


async def may_start(store):
    return bool(await store.work.fronts(Lane.LONG))


async def may_be_sent(store):
    return bool(await store.outbox.due(["terminal"]))


async def test_a_clock_that_goes_lets_waits_end_in_their_time(local, clock):
    await waiting_job(local, clock)
    await waiting_delivery(local, clock)
    clock.pass_(59)
    assert (await may_start(local), await may_be_sent(local)) == (False, False)
    clock.pass_(1)
    assert (await may_start(local), await may_be_sent(local)) == (True, True)


@pytest.mark.parametrize("hours", [1, -1])
async def test_a_clock_that_is_set_by_an_hour_ends_waits_and_keeps_none(local, clock, hours):
    await waiting_job(local, clock)
    await waiting_delivery(local, clock)
    clock.jump(hours)
    assert (await may_start(local), await may_be_sent(local)) == (True, True)


async def test_a_clock_that_is_set_back_a_little_makes_a_wait_a_little_longer(local, clock):
    await waiting_job(local, clock)
    clock.jump(-30 / 3600)
    assert not await may_start(local)
    clock.pass_(90)
    assert await may_start(local)


async def test_nobody_waits_longer_than_the_longest_wait(local, clock):
    await waiting_job(local, clock, seconds=1e6)
    assert not await may_start(local)
    clock.pass_(LONGEST_WAIT.total_seconds())
    assert await may_start(local)


@pytest.mark.parametrize("hours", [1, -1])
async def test_where_the_database_has_the_time_a_machines_clock_changes_nothing(
    server, clock, hours
):
    await waiting_job(server, clock)
    await waiting_delivery(server, clock)
    clock.jump(hours)
    assert (await may_start(server), await may_be_sent(server)) == (False, False)


async def test_where_the_database_has_the_time_a_wait_ends_by_that(server, clock):
    await waiting_job(server, clock, seconds=0.3)
    assert not await may_start(server)
    async with asyncio.timeout(10):
        while not await may_start(server):  # noqa: ASYNC110 - the server's clock tells nobody
            await asyncio.sleep(0.02)
