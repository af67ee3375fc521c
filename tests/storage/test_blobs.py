"""What every store of blobs promises, and what the one in a folder promises besides."""

import asyncio
import hashlib
import os
import pickle
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.errors import StorageError
from storage.blobs import FileBlobs, reader
from storage.memory_blobs import MemoryBlobs


@pytest.fixture(params=["file", "memory"])
def blobs(request, tmp_path):
    """Each implementation of the port, empty."""
    return FileBlobs(tmp_path / "data" / "blobs") if request.param == "file" else MemoryBlobs()


@pytest.fixture
def filed(tmp_path):
    return FileBlobs(tmp_path / "blobs")


async def stored(blobs, *contents):
    async with blobs.writing():
        return [await blobs.put(content) for content in contents]


def where(blobs, sha) -> Path:
    return blobs.folder / sha[:2] / sha[2:4] / sha


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


async def refusal(awaitable):
    with pytest.raises(StorageError) as caught:
        await awaitable
    return caught.value


async def test_what_was_put_is_got_under_its_sha256(blobs):
    [sha] = await stored(blobs, b"a cover")
    assert sha == hashlib.sha256(b"a cover").hexdigest()
    assert await blobs.get(sha) == b"a cover"


async def test_the_same_content_twice_is_one_blob(blobs):
    assert len(set(await stored(blobs, b"same", b"same", b"other"))) == 2
    assert await blobs.size() == len(b"same") + len(b"other")


@pytest.mark.parametrize("key", ["0" * 64, "", "../../../etc/passwd", "A" * 64, "0" * 63 + "\n"])
async def test_a_key_that_nobody_stored_is_missing(blobs, key):
    error = await refusal(blobs.get(key))
    assert (error.code, error.facts) == ("blob-missing", {"sha256": key})


async def test_putting_outside_of_writing_is_a_bug_of_the_caller(blobs):
    with pytest.raises(RuntimeError, match="writing"):
        await blobs.put(b"unguarded")
    await stored(blobs, b"guarded")
    with pytest.raises(RuntimeError, match="writing"):
        await blobs.put(b"too late")


async def test_several_may_write_at_once(blobs):
    async with blobs.writing(), blobs.writing():
        await blobs.put(b"one")
    assert await blobs.size() == 3


async def test_what_is_raised_while_writing_passes_unchanged(blobs):
    with pytest.raises(FileNotFoundError):
        async with blobs.writing():
            raise FileNotFoundError
    assert await stored(blobs, b"and the next may write")


async def test_an_empty_store_has_no_size_and_nothing_to_collect(blobs):
    async def none():
        return ()

    assert await blobs.size() == 0
    assert (await blobs.collect(none)).count == 0


@settings(max_examples=25, deadline=None)
@given(contents=st.lists(st.binary(max_size=200), max_size=8), keep=st.sets(st.integers(0, 7)))
@pytest.mark.parametrize("make", [FileBlobs, MemoryBlobs], ids=["file", "memory"])
def test_a_collection_leaves_exactly_what_is_kept(tmp_path_factory, make, contents, keep):
    async def law():
        folder = tmp_path_factory.mktemp("law")
        blobs = make(folder) if make is FileBlobs else make()
        shas = await stored(blobs, *contents)
        kept = {sha for turn, sha in enumerate(shas) if turn in keep}
        gone = {
            sha: content for sha, content in zip(shas, contents, strict=True) if sha not in kept
        }

        async def ask():
            return kept

        collected = await blobs.collect(ask)
        assert (collected.count, collected.size) == (len(gone), sum(map(len, gone.values())))
        for sha, content in zip(shas, contents, strict=True):
            if sha in kept:
                assert await blobs.get(sha) == content
            else:
                assert (await refusal(blobs.get(sha))).code == "blob-missing"

    asyncio.run(law())


async def test_a_blob_lies_two_folders_deep_for_its_owner_only(filed):
    [sha] = await stored(filed, b"a cover")
    assert files(filed.folder) == {"lock", f"{sha[:2]}/{sha[2:4]}/{sha}"}
    assert where(filed, sha).stat().st_mode & 0o777 == 0o600


async def test_what_is_there_is_not_written_again(filed):
    [sha] = await stored(filed, b"a cover")
    before = where(filed, sha).stat()
    await stored(FileBlobs(filed.folder), b"a cover")
    assert where(filed, sha).stat().st_ino == before.st_ino


async def test_a_blob_that_was_cut_short_is_mended_by_the_next_put(filed):
    [sha] = await stored(filed, b"a cover")
    where(filed, sha).write_bytes(b"a co")
    await stored(filed, b"a cover")
    assert await filed.get(sha) == b"a cover"


@pytest.mark.parametrize("damage", [b"", b"a c0ver", b"a cover and more"])
async def test_a_damaged_blob_is_never_given_out(filed, damage):
    [sha] = await stored(filed, b"a cover")
    where(filed, sha).write_bytes(damage)
    assert (await refusal(filed.get(sha))).code == "blob-damaged"


async def test_a_worker_process_reads_with_what_was_sent_to_it(filed):
    [sha] = await stored(filed, b"a cover")
    read = pickle.loads(pickle.dumps(reader(filed.folder)))  # noqa: S301 - our own
    assert read(sha) == b"a cover"
    with pytest.raises(StorageError, match="blob-missing"):
        read("0" * 64)


async def test_content_is_forced_to_the_disk_before_it_is_named_and_the_name_after(
    filed, monkeypatch
):
    await stored(filed, b"the folders are there")
    done = []

    def noted(name, real):
        def call(what, *rest, **options):
            path = Path(f"/proc/self/fd/{what}").readlink() if isinstance(what, int) else what
            done.append((name, Path(path).name))
            return real(what, *rest, **options)

        return call

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    [sha] = await stored(filed, b"a cover")
    steps = [(name, "draft" if path.endswith(".part") else path) for name, path in done]
    named = steps.index(("replace", "draft"))
    assert steps[named - 1] == ("fsync", "draft")
    # The new folders' names were forced before, the blob's own and its folders' after.
    assert steps[: named - 1] == [("fsync", filed.folder.name), ("fsync", sha[:2])]
    assert steps[named + 1 :] == [
        ("fsync", sha[2:4]), ("fsync", sha[:2]), ("fsync", filed.folder.name)
    ]  # fmt: skip


async def test_the_loop_does_none_of_the_writing(filed, monkeypatch):
    """Every fsync, and with it what may take long, happens in another thread."""
    threads, real = set(), os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (threads.add(threading.get_ident()), real(fd))[1])
    await stored(filed, b"a cover")
    await filed.demand_room()
    assert threads
    assert threading.get_ident() not in threads


async def test_asking_for_room_leaves_nothing(filed):
    await filed.demand_room()
    assert files(filed.folder) == set()


async def test_a_file_in_the_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "blobs").write_bytes(b"")
    blobs = FileBlobs(tmp_path / "blobs")
    assert (await refusal(stored(blobs, b"x"))).code == "storage-read-only"
    assert (await refusal(blobs.demand_room())).code == "storage-read-only"
