"""The backup that the documentation describes, taken as it is written there."""

import asyncio
import os
import re
from pathlib import Path

from storage.opening import open_store
from tests.storage.orders import Orders

PAGE = Path("docs/how-to/run-it-as-a-service.md")


def commands():
    section = PAGE.read_text("utf-8").partition("## Backup")[2]
    found = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


async def back_up(data, backup):
    """Run the documented commands in another process."""
    backup.mkdir()
    process = await asyncio.create_subprocess_exec(
        "sh", "-ec", commands(),
        env={**os.environ, "ARTICOVER_DATA": str(data), "BACKUP": str(backup)},
    )  # fmt: skip
    assert await process.wait() == 0


async def test_a_backup_taken_while_orders_come_has_every_picture_that_it_names(tmp_path, clock):
    store = await open_store("", tmp_path / "data", clock)
    orders, done = Orders(store), asyncio.Event()
    before = [await orders.finished(versions=2) for _ in range(3)]

    async def go_on():
        while not done.is_set():
            await orders.finished(versions=1)

    going = asyncio.create_task(go_on())
    await back_up(tmp_path / "data", tmp_path / "backup")
    done.set()
    await going
    await store.close()
    copy = await open_store("", tmp_path / "backup", clock)
    named = await copy.references()
    assert len(named) >= 2 * 2 * len(before)
    assert all([await copy.blobs.get(sha) for sha in named])
    assert all([await copy.covers.tree(job.cover) for job in before])
    await copy.close()
