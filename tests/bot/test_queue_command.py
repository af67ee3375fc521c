"""`articover queue` on an installation that nobody serves."""

import asyncio
import json

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from storage.opening import open_store
from tests.storage.orders import Orders


@pytest.fixture
def deserted(tmp_path, monkeypatch):
    """An installation whose last process was killed while it worked on an order; the order."""
    monkeypatch.setenv("ARTICOVER_DATA", str(tmp_path))
    monkeypatch.setenv("ARTICOVER_LANG", "en")

    async def claimed():
        store = await open_store("", tmp_path, SystemClock())
        job = await Orders(store).claimed()
        await store.close()
        return job.id

    return asyncio.run(claimed())


def test_draining_ends_also_where_a_killed_process_left_its_order_running(deserted, capsys):
    assert main(["queue", "drain", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["paused"], told["running"]) == (True, 0)
    assert [(one["job"], one["state"]) for one in told["jobs"]] == [(deserted, "queued")]
