"""Collections beside other processes, which write, hold, and are killed."""

import asyncio
import contextlib
import signal
import sys

import pytest

from storage.blobs import FileBlobs
from tests.storage.test_collection import nothing, stored

WRITER = """
import asyncio, os, sys
from pathlib import Path
from storage.blobs import FileBlobs
blobs, references = FileBlobs(Path(sys.argv[1])), Path(sys.argv[2])
async def write():
    turn = 0
    while True:
        turn += 1
        async with blobs.writing():
            sha = await blobs.put(os.urandom(64) * 500)
            await asyncio.sleep(0.01)
            if turn % 3:
                with references.open("a") as file:
                    file.write(sha + "\\n")
        print(turn, flush=True)
asyncio.run(write())
"""

HOLDER = """
import asyncio, sys
from pathlib import Path
from storage.blobs import FileBlobs
async def hold():
    blobs = FileBlobs(Path(sys.argv[1]))
    async with blobs.writing():
        print(await blobs.put(b"never committed"), flush=True)
        await asyncio.Event().wait()
asyncio.run(hold())
"""


@contextlib.asynccontextmanager
async def running(code, *arguments):
    """Another process with `code`, which has said its first line; killed at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, *map(str, arguments), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        assert await asyncio.wait_for(process.stdout.readline(), 30)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_another_process_that_writes_holds_collections_off_until_it_is_killed(tmp_path):
    blobs = FileBlobs(tmp_path, patience_s=0.05)
    async with running(HOLDER, tmp_path) as process:
        assert (await blobs.collect(nothing)).count == 0
        process.kill()
        await process.wait()
        assert (await blobs.collect(nothing)).count == 1


async def test_collecting_while_other_processes_write_and_are_killed_loses_nothing(tmp_path):
    folder, references = tmp_path / "blobs", tmp_path / "references"
    blobs = FileBlobs(folder, spell_s=0.0)

    async def committed():
        return frozenset(references.read_text().split()) if references.exists() else frozenset()

    collected = 0
    for enough in (8, 16, 24):
        async with running(WRITER, folder, references) as process:
            # In no step with the writer, so that it is met wherever it may be.
            while len(await committed()) < enough:
                collected += (await blobs.collect(committed)).count
            process.send_signal(signal.SIGKILL)
    collected += (await blobs.collect(committed)).count
    kept = await committed()
    assert collected > 5
    assert len(kept) > 5
    assert all([len(await blobs.get(sha)) == 32_000 for sha in kept])
    assert await blobs.size() == 32_000 * len(kept)


COLLECTOR = """
import asyncio, os, sys
from pathlib import Path
from storage.blobs import FileBlobs
real, left = Path.unlink, [int(sys.argv[2])]
def unlink(path, **options):
    if not left[0]:
        os.kill(os.getpid(), 9)
    left[0] -= 1
    real(path, **options)
Path.unlink = unlink
kept = set(sys.argv[3:])
async def ask():
    return kept
asyncio.run(FileBlobs(Path(sys.argv[1])).collect(ask))
"""


@pytest.mark.parametrize("after", [0, 2, 4])
async def test_a_collection_that_is_killed_in_the_middle_is_finished_by_the_next(tmp_path, after):
    blobs = FileBlobs(tmp_path)
    shas = await stored(blobs, *(bytes([turn]) for turn in range(8)))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", COLLECTOR, tmp_path, str(after), *shas[:3]
    )
    assert await process.wait() == -signal.SIGKILL

    async def kept():
        return set(shas[:3])

    assert (await blobs.collect(kept)).count == 5 - after
    assert [await blobs.get(sha) for sha in shas[:3]] == [b"\0", b"\1", b"\2"]
