"""Faults that only a database server can have: it goes away, or drops a worker that is frozen."""

import signal
from contextlib import asynccontextmanager
from http import HTTPStatus

import aiohttp
import psycopg
import pytest

from bot.clock import SystemClock
from bot.service.health import serve
from bot.service.metrics import Metrics
from pipeline.domain.errors import StorageError
from pipeline.domain.job import Delivered
from storage.opening import open_database, open_store
from storage.schema import upgrade
from tests.faults.life import Place, at_rest, until
from tests.faults.platform import messages
from tests.faults.test_processes import by_person, holder_of, ordered, states
from tests.faults.wares import OPTIONS
from tests.faults.worker import open_gate, workers
from tests.postgres import server

pytestmark = pytest.mark.kills

DROP_HOLDER = """
    SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND database = (
        SELECT oid FROM pg_database WHERE datname = current_database()
    )
"""


@pytest.fixture(scope="module")
def postgres():
    """A server of these tests alone: they stop it."""
    with server() as running:
        yield running


@pytest.fixture
async def url(postgres, place: Place):
    """A database that is up to date."""
    with postgres.database() as address:
        database = open_database(address, place.data)
        await upgrade(database)
        await database.close()
        yield address


@pytest.fixture
async def store(url, place):
    """The store on the server."""
    store = await open_store(url, place.data, SystemClock())
    yield store
    await store.close()


async def at_rest_somehow(store) -> bool:
    """Whether everything is done; not while nobody can be asked."""
    try:
        return await at_rest(store)
    except StorageError:
        return False


@asynccontextmanager
async def readiness(store):
    """What `/readyz` answers at the moment."""
    clock = SystemClock()
    metrics = Metrics(overview=store.jobs.overview, blob_bytes=store.blobs.size, clock=clock,
                      release="0")  # fmt: skip
    checks = {"database": store.jobs.overview}
    async with (
        serve("127.0.0.1", 0, checks=checks, metrics=metrics, clock=clock) as port,
        aiohttp.ClientSession() as session,
    ):

        async def ask() -> int:
            async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                return answer.status

        yield ask


async def versions_of(store, job: str) -> list[str]:
    cover = (await store.jobs.job(job)).cover
    return [version.job for version in await store.covers.tree(cover)]


async def test_a_frozen_queue_that_thaws_after_another_took_over_changes_nothing(
    url, store, place
) -> None:
    ids = await ordered(store, 2)
    with workers(place, url, count=2) as both:
        await until(lambda: holder_of(both))
        first, second = sorted(both, key=lambda worker: not worker.noted(queue="taken"))
        await first.notes(waits=0)
        await first.notes(waits=1)
        first.send(signal.SIGSTOP)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(DROP_HOLDER)
        await second.notes(queue="taken")
        open_gate(place)
        await until(lambda: at_rest(store))
        before = [await versions_of(store, job) for job in ids]
        first.send(signal.SIGCONT)
        await first.notes(queue="lost")
        late = await by_person(store, 2)
        await until(lambda: at_rest(store))
    assert before == [[job] * OPTIONS for job in ids]
    assert [await versions_of(store, job) for job in ids] == before
    assert await states(store, [*ids, late.id]) == [Delivered()] * 3
    assert [len(filled) for filled in messages(place.platform()).filled.values()] == [1] * 3


async def test_when_the_queue_is_killed_another_one_takes_over(url, store, place) -> None:
    ids = await ordered(store, 4)
    with workers(place, url, count=2) as both:
        await until(lambda: holder_of(both))
        first, second = sorted(both, key=lambda worker: not worker.noted(queue="taken"))
        await first.notes(waits=0)
        assert not second.noted(queue="taken")
        first.process.kill()
        await second.notes(queue="taken")
        open_gate(place)
        await until(lambda: at_rest(store))
    assert await states(store, ids) == [Delivered()] * 4
    assert [len(filled) for filled in messages(place.platform()).filled.values()] == [1] * 4


async def test_a_database_that_went_away_and_came_back_loses_nothing(
    postgres, url, store, place
) -> None:
    """Some jobs run and some wait while it is gone; new orders are refused and not half taken."""
    ids = await ordered(store, 4)
    async with readiness(store) as ready:
        assert await ready() == HTTPStatus.OK
        with workers(place, url) as (worker,):
            await worker.notes(waits=0)
            await worker.notes(waits=1)
            postgres.stop()
            try:
                open_gate(place)
                await worker.notes(queue="lost")
                await worker.notes(times=3, failed="storage-unavailable")
                with pytest.raises(StorageError) as refusal:
                    await by_person(store, 4)
                red = await ready()
            finally:
                postgres.start()
            await until(lambda: at_rest_somehow(store))
            ids.append((await by_person(store, 4)).id)
            await until(lambda: at_rest_somehow(store))
        assert (red, await ready()) == (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.OK)
    assert refusal.value.retryable
    assert await states(store, ids) == [Delivered()] * 5
    assert [await versions_of(store, job) for job in ids] == [[job] * OPTIONS for job in ids]
    assert [len(filled) for filled in messages(place.platform()).filled.values()] == [1] * 5
