"""A collection never takes a blob between its storing and the commit of its reference."""

import asyncio
import os
import random
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.errors import StorageError
from storage.blobs import FileBlobs
from storage.memory_blobs import MemoryBlobs

MANY = 40


@pytest.fixture(params=["file", "memory"])
def blobs(request, tmp_path):
    return FileBlobs(tmp_path / "b") if request.param == "file" else MemoryBlobs()


@pytest.fixture(params=["file", "memory"])
def hasty(request, tmp_path):
    """A store whose collections have no patience."""
    if request.param == "file":
        return FileBlobs(tmp_path / "b", patience_s=0.02)
    return MemoryBlobs(patience_s=0.02)


async def nothing():
    return frozenset[str]()


async def stored(blobs, *contents):
    async with blobs.writing():
        return [await blobs.put(content) for content in contents]


async def test_a_collection_waits_for_the_commit_of_those_who_write(blobs):
    references, asked = set(), asyncio.Event()

    async def committed():
        asked.set()
        return frozenset(references)

    async with blobs.writing():
        sha = await blobs.put(b"a cover")
        collecting = asyncio.create_task(blobs.collect(committed))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asked.wait(), 0.3)
        references.add(sha)
    assert (await collecting).count == 0
    assert await blobs.get(sha) == b"a cover"


async def test_a_collection_gives_up_when_somebody_writes_all_the_time(hasty):
    await stored(hasty, b"orphan")
    async with hasty.writing():
        assert (await hasty.collect(nothing)).count == 0
    assert (await hasty.collect(nothing)).count == 1


async def test_who_wants_to_write_waits_while_references_are_asked(blobs):
    await stored(blobs, b"orphan")
    asked, answer = asyncio.Event(), asyncio.Event()

    async def slowly():
        asked.set()
        await answer.wait()
        return frozenset[str]()

    collecting = asyncio.create_task(blobs.collect(slowly))
    await asked.wait()
    writing = asyncio.create_task(stored(blobs, b"new"))
    await asyncio.sleep(0.03)
    assert not writing.done()
    answer.set()
    assert (await collecting).count == 1
    [sha] = await writing
    assert await blobs.get(sha) == b"new"


async def test_who_cannot_write_for_long_is_told_that_the_store_is_busy(tmp_path):
    blobs = FileBlobs(tmp_path, writing_patience_s=0.02)
    await stored(blobs, b"orphan")
    refused = []

    async def ask():
        with pytest.raises(StorageError) as caught:
            await stored(blobs, b"new")
        refused.append(caught.value.code)
        return frozenset[str]()

    await blobs.collect(ask)
    assert refused == ["storage-busy"]


async def test_references_that_cannot_be_asked_cost_no_blob(blobs):
    [sha] = await stored(blobs, b"a cover")

    async def gone():
        raise StorageError("storage-unavailable", reason="gone")

    with pytest.raises(StorageError):
        await blobs.collect(gone)
    assert await blobs.get(sha) == b"a cover"
    assert await stored(blobs, b"and writing goes on")


async def test_drafts_of_the_dead_go_and_strangers_stay(tmp_path):
    blobs = FileBlobs(tmp_path)
    [sha] = await stored(blobs, b"a cover")
    (tmp_path / "drafts" / ".articover-dead.part").write_bytes(b"half")
    stranger = tmp_path / sha[:2] / sha[2:4] / "notes.txt"
    stranger.write_text("mine")
    gone = await blobs.collect(nothing)
    assert (gone.count, gone.size) == (2, len(b"a cover") + len(b"half"))
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [tmp_path / "lock", stranger]


async def test_folders_that_a_collection_emptied_go_too(tmp_path):
    await stored(FileBlobs(tmp_path), *map(os.urandom, range(10, 20)))
    await FileBlobs(tmp_path).collect(nothing)
    assert {path.name for path in tmp_path.iterdir()} == {"drafts", "lock"}


async def test_between_two_spells_of_a_long_collection_others_may_write(tmp_path):
    blobs = FileBlobs(tmp_path, spell_s=0.0)
    await stored(blobs, *(bytes([turn]) for turn in range(MANY)))
    references, spells = set(), 0

    async def committed():
        nonlocal spells
        spells += 1
        return frozenset(references)

    async def write():
        for turn in range(5):
            async with blobs.writing():
                references.add(await blobs.put(b"new %d" % turn))

    gone, _ = await asyncio.gather(blobs.collect(committed), write())
    assert (gone.count, spells) == (MANY, MANY)
    assert [await blobs.get(sha) for sha in references]


async def test_a_cancelled_collection_removes_nothing_after_it_let_others_in(tmp_path, monkeypatch):
    """The thread that removes cannot be cancelled, so its lock outlives it."""
    blobs = FileBlobs(tmp_path, spell_s=60)
    await stored(blobs, b"a", b"b")
    begun, go_on, real = threading.Event(), threading.Event(), Path.unlink

    def slowly(path, **options):
        begun.set()
        go_on.wait(10)
        real(path, **options)

    monkeypatch.setattr(Path, "unlink", slowly)
    collecting = asyncio.create_task(blobs.collect(nothing))
    await asyncio.to_thread(begun.wait, 10)
    for _ in range(2):
        collecting.cancel()
        await asyncio.sleep(0.01)
    assert not collecting.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await collecting
    [sha] = await stored(blobs, b"a")
    assert await blobs.get(sha) == b"a"


async def write(blobs, references, draw):
    """Store contents so few that what one writer drops another stores again; commit some."""
    for _ in range(4):
        async with blobs.writing():
            sha = await blobs.put(bytes([draw.randrange(3)]))
            await asyncio.sleep(draw.choice([0, 0.001]))
            if draw.random() < 0.6:
                references.add(sha)


async def collect(blobs, references, draw):
    async def committed():
        await asyncio.sleep(draw.choice([0, 0.001]))
        return frozenset(references)

    for _ in range(3):
        await blobs.collect(committed)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
@pytest.mark.parametrize("kind", ["file", "memory"])
def test_in_whatever_order_they_come_what_was_committed_stays(tmp_path_factory, kind, seed):
    async def law():
        folder, references = tmp_path_factory.mktemp("law"), set()
        blobs = FileBlobs(folder, spell_s=0.0) if kind == "file" else MemoryBlobs()
        # Threads may change the turns: hypothesis itself must not be asked in between.
        common = (blobs, references, random.Random(seed))
        await asyncio.gather(write(*common), collect(*common), write(*common), collect(*common))
        for sha in references:
            assert len(await blobs.get(sha)) == 1
        await collect(*common)
        assert await blobs.size() == len(references)

    asyncio.run(law())
