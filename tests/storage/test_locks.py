"""The right to run the queue: the contract of `QueueLock`, and what ends it."""

import asyncio
import subprocess
import sys
from contextlib import asynccontextmanager

import psycopg
import pytest

from pipeline.domain.errors import StorageError
from storage.database import connect
from storage.locks import FileLock, ServerLock
from storage.memory_outbox import MemoryLock
from storage.memory_state import MemoryState
from storage.opening import open_store

KILL = """
    SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""

CONNECTED = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
    ORDER BY pid
"""


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def rivals(request, tmp_path):
    """Two who want the same right."""
    match request.param:
        case "memory":
            state = MemoryState()
            yield MemoryLock(state), MemoryLock(state)
        case "sqlite":
            locks = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
            yield locks
            for lock in locks:
                await lock.give_back()
        case _:
            database = connect(request.getfixturevalue("postgres_url"))
            locks = ServerLock(database), ServerLock(database)
            yield locks
            for lock in locks:
                await lock.give_back()
            await database.close()


async def test_one_has_the_right_and_the_other_not(rivals):
    first, second = rivals
    assert await first.take()
    assert not await second.take()
    assert (await first.held(), await second.held()) == (True, False)


async def test_whoever_has_it_may_take_it_again(rivals):
    first, second = rivals
    assert await first.take()
    assert await first.take()
    await first.give_back()
    assert await second.take()
    assert not await first.held()


async def test_what_was_given_back_is_free(rivals):
    first, second = rivals
    await first.take()
    await first.give_back()
    assert not await first.held()
    assert await second.take()
    assert not await first.take()


async def test_who_has_nothing_gives_nothing_back(rivals):
    first, second = rivals
    await first.take()
    await second.give_back()
    assert await first.held()


async def test_of_many_takers_at_once_one_has_it(rivals):
    answers = await asyncio.gather(*(lock.take() for lock in rivals))
    assert sorted(answers) == [False, True]


@pytest.fixture(params=["sqlite", "postgres"])
def url(request):
    return request.getfixturevalue("postgres_url") if request.param == "postgres" else ""


@pytest.fixture
async def lock(url, tmp_path, clock):
    store = await open_store(url, tmp_path, clock)
    yield store.lock
    await store.lock.give_back()
    await store.close()


@asynccontextmanager
async def holder(url, data):
    """Another process, which has said whether it has the right."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.storage.lock_holder", url, str(data),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(30):
            yield process, (await process.stdout.readline()).decode().strip()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        process._transport.close()


async def taken_within(lock, limit_s=10.0):
    async with asyncio.timeout(limit_s):
        while not await lock.take():  # noqa: ASYNC110 - nobody tells when a lock is free
            await asyncio.sleep(0.01)


async def test_a_process_that_is_killed_leaves_the_right_to_others(url, tmp_path, lock):
    async with holder(url, tmp_path) as (process, said):
        assert said == "taken"
        assert not await lock.take()
        process.kill()
        await taken_within(lock)
        assert await lock.held()


async def test_a_process_that_stops_leaves_the_right_to_others(url, tmp_path, lock):
    async with holder(url, tmp_path) as (process, said):
        assert said == "taken"
        process.stdin.write(b"\n")
        await taken_within(lock)


async def test_another_process_is_refused_while_this_one_has_the_right(url, tmp_path, lock):
    assert await lock.take()
    async with holder(url, tmp_path) as (_, said):
        assert said == "refused"
    assert await lock.held()


async def test_a_lock_on_a_file_that_was_removed_counts_as_lost(tmp_path):
    path = tmp_path / "queue.lock"
    first, second = FileLock(path), FileLock(path)
    assert await first.take()
    path.unlink()
    assert not await first.held()
    assert await second.take()
    assert not await first.take()
    await second.give_back()


async def test_a_lock_that_cannot_be_made_is_an_error_and_no_right(tmp_path):
    lock = FileLock(tmp_path / "no folder" / "queue.lock")
    with pytest.raises(StorageError, match="storage-unavailable"):
        await lock.take()
    assert not await lock.held()


async def test_whoever_loses_the_connection_loses_the_right_and_learns_of_it(postgres_url):
    database = connect(postgres_url)
    lock, other = ServerLock(database), ServerLock(database)
    assert await lock.take()
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(KILL)
    assert not await lock.held()
    assert await other.take()
    assert not await lock.take()
    await other.give_back()
    assert await lock.take()
    await lock.give_back()
    await database.close()


async def test_who_waits_for_the_right_asks_again_on_the_same_connection(postgres_url):
    database = connect(postgres_url)
    lock, other = ServerLock(database), ServerLock(database)
    await lock.take()
    pids = []
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        for _ in range(3):
            assert not await other.take()
            pids.append(connection.execute(CONNECTED).fetchall())
    for each in (lock, other):
        await each.give_back()
    await database.close()
    assert len(pids[0]) == 2
    assert pids == [pids[0]] * 3


async def test_a_server_that_is_away_is_an_error_and_no_right(tmp_path):
    database = connect(f"postgresql://nobody@/none?host={tmp_path}")
    lock = ServerLock(database)
    with pytest.raises(StorageError, match="storage-unavailable"):
        await lock.take()
    assert not await lock.held()
    await lock.give_back()
    await database.close()
