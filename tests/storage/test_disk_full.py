"""What a disk without room, or that nobody may write, does to pictures and to the database."""

import contextlib
import os
import shutil

import pytest

from pipeline.domain.errors import StorageError
from storage.blobs import FileBlobs
from storage.opening import open_store
from tests.storage.orders import Orders
from tests.storage.small_disk import files_of_at_most, fill, mounted, remount

PICTURE = os.urandom(100_000)


@pytest.fixture
def disk(tmp_path):
    """A disk of one megabyte."""
    with mounted(tmp_path / "disk", "size=1m") as folder:
        yield folder


async def put(blobs, *contents):
    async with blobs.writing():
        return [await blobs.put(content) for content in contents]


async def refusal(awaitable):
    with pytest.raises(StorageError) as caught:
        await awaitable
    return caught.value


async def until_full(blobs):
    """The keys of what was acknowledged before the disk was full, and the refusal."""
    shas = []
    while True:
        try:
            shas += await put(blobs, os.urandom(100_000))
        except StorageError as error:
            return shas, error


async def test_on_a_full_disk_a_put_is_refused_and_what_was_stored_stays_readable(disk):
    blobs = FileBlobs(disk / "blobs")
    shas, error = await until_full(blobs)
    assert (error.code, error.retryable) == ("storage-full", True)
    assert len(shas) >= 8
    assert all([len(await blobs.get(sha)) == 100_000 for sha in shas])


async def test_a_refused_put_leaves_neither_a_blob_nor_a_draft(disk):
    blobs = FileBlobs(disk / "blobs")
    shas, _ = await until_full(blobs)
    files = {path.name for path in blobs.folder.rglob("*") if path.is_file()}
    assert files == {"lock", *shas}
    assert await blobs.size() == 100_000 * len(shas)


async def test_a_collection_needs_no_room_and_makes_some(disk):
    blobs = FileBlobs(disk / "blobs")
    shas, _ = await until_full(blobs)
    fill(disk)

    async def kept():
        return shas[2:]

    assert (await blobs.collect(kept)).count == 2
    [sha] = await put(blobs, PICTURE)
    assert await blobs.get(sha) == PICTURE


async def test_room_is_asked_for_before_it_is_needed(disk):
    blobs = FileBlobs(disk / "blobs")
    await blobs.demand_room()
    ballast = fill(disk)
    assert (await refusal(blobs.demand_room())).code == "storage-full"
    ballast.unlink()
    await blobs.demand_room()


async def test_a_disk_without_room_for_names_is_full_too(tmp_path):
    with mounted(tmp_path / "disk", "size=10m,nr_inodes=12") as disk:
        shas, error = await until_full(FileBlobs(disk / "blobs"))
        assert error.code == "storage-full"
        assert len(await FileBlobs(disk / "blobs").get(shas[0])) == 100_000


async def test_a_file_that_may_not_grow_is_a_full_disk(tmp_path):
    """As with a quota, and without the right to mount."""
    blobs = FileBlobs(tmp_path)
    [small] = await put(blobs, b"small")
    with files_of_at_most(50_000):
        assert (await refusal(put(blobs, PICTURE))).code == "storage-full"
    assert {p.name for p in tmp_path.rglob("*") if p.is_file()} == {"lock", small}
    assert await put(blobs, PICTURE)


async def test_a_read_only_disk_is_named_and_still_read(disk):
    blobs = FileBlobs(disk / "blobs")
    [sha] = await put(blobs, PICTURE)
    remount(disk, "ro")

    async def kept():
        return ()

    for refused in (put(blobs, b"new"), blobs.demand_room(), blobs.collect(kept)):
        error = await refusal(refused)
        assert (error.code, error.facts) == ("storage-read-only", {"path": str(blobs.folder)})
    assert await blobs.get(sha) == PICTURE
    remount(disk, "rw")
    assert await put(blobs, b"new")


async def orders_until_full(store):
    """The keys of the orders that were acknowledged before the disk was full, and the refusal."""
    keys, orders = [], Orders(store)
    while True:
        key = f"order-{len(keys)}"
        try:
            await orders.submit(key=key, most_open=10**6)
        except StorageError as error:
            return keys, error
        keys.append(key)


async def keys_in(store):
    person = await Orders(store).person()
    return {job.key for job in await store.jobs.jobs_of(person, limit=10**6)}


@contextlib.asynccontextmanager
async def opened(disk, clock):
    """A database on the disk, in which somebody ordered something before."""
    store = await open_store("", disk, clock)
    try:
        await Orders(store).submit(key="before")
        yield store
    finally:
        await store.close()


async def test_a_database_on_a_full_disk_refuses_and_has_what_it_acknowledged(disk, clock):
    async with opened(disk, clock) as store:
        fill(disk)
        keys, error = await orders_until_full(store)
        assert (error.code, error.retryable) == ("storage-full", True)
        assert await keys_in(store) == {"before", *keys}


async def test_a_database_that_fills_its_disk_itself_refuses_as_well(disk, clock):
    async with opened(disk, clock) as store:
        keys, error = await orders_until_full(store)
        assert len(keys) > 5
        assert error.code == "storage-full"
        assert await keys_in(store) == {"before", *keys}


async def test_a_database_takes_orders_again_when_there_is_room(disk, clock):
    async with opened(disk, clock) as store:
        ballast = fill(disk)
        keys, _ = await orders_until_full(store)
        ballast.unlink()
        await Orders(store).submit(key="after")
        assert await keys_in(store) == {"before", "after", *keys}


async def test_who_is_killed_on_a_full_disk_finds_what_was_acknowledged(disk, clock):
    """A copy of the files as they lie there is what another process would find."""
    async with opened(disk, clock) as store:
        fill(disk)
        keys, _ = await orders_until_full(store)
        found = disk.parent / "found"
        shutil.copytree(disk, found, ignore=shutil.ignore_patterns("ballast"))
    async with opened(found, clock) as copy:
        assert await keys_in(copy) == {"before", *keys}


async def test_a_database_that_cannot_even_be_made_says_why(disk, clock):
    fill(disk)
    assert (await refusal(open_store("", disk, clock))).code == "storage-full"


async def test_a_read_only_database_is_named_and_writable_again_later(disk, clock):
    async with opened(disk, clock):
        pass
    remount(disk, "ro")
    error = await refusal(order_once(disk, clock))
    assert error.code == "storage-read-only"
    assert str(disk) in str(error.facts["path"])
    remount(disk, "rw")
    await order_once(disk, clock)


async def order_once(disk, clock):
    async with opened(disk, clock) as store:
        await Orders(store).submit()
