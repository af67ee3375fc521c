"""Health over real sockets, with a store that comes and goes."""

import asyncio
import socket
import time

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.service.health import QueueState, serve
from bot.service.metrics import Metrics
from pipeline.domain.errors import ServiceError, StorageError
from pipeline.domain.event import QueueTurned
from pipeline.domain.standing import Overview
from storage.blobs import FileBlobs
from tests.storage.small_disk import fill, mounted


class Database:
    """A database that the test takes away."""

    def __init__(self):
        self.fault = None
        self.silent = False
        self.asked = 0

    async def overview(self):
        self.asked += 1
        if self.silent:
            await asyncio.Event().wait()
        if self.fault:
            raise self.fault
        return Overview(lines=())


@pytest.fixture
def database():
    return Database()


@pytest.fixture
def queue():
    state = QueueState()
    state(QueueTurned(state="taken"))
    return state


@pytest.fixture
def blobs(tmp_path):
    return FileBlobs(tmp_path / "blobs")


@pytest.fixture
def patience_s():
    """Longer than anything takes on a busy machine; who has something hang waits less."""
    return 10.0


hasty = pytest.mark.parametrize("patience_s", [0.2])


@pytest.fixture
async def get(database, queue, blobs, patience_s):
    """Asks the served process over its socket: (status, JSON or text)."""
    clock = SystemClock()
    metrics = Metrics(overview=database.overview, blob_bytes=blobs.size, clock=clock,
                      release="1", patience_s=patience_s)  # fmt: skip
    checks = {"database": database.overview, "pictures": blobs.demand_room, "queue": queue.check}
    async with (
        serve(
            "127.0.0.1", 0, checks=checks, metrics=metrics, clock=clock, patience_s=patience_s
        ) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):

        async def ask(path):
            async with session.get(path, timeout=aiohttp.ClientTimeout(10)) as answer:
                json = answer.content_type == "application/json"
                return answer.status, await (answer.json() if json else answer.text())

        yield ask


async def test_a_process_that_has_all_it_needs_is_ready(get):
    assert await get("/healthz") == (200, {"alive": True})
    assert await get("/readyz") == (
        200, {"ready": True, "checks": {"database": "ok", "pictures": "ok", "queue": "ok"}}
    )  # fmt: skip


async def test_with_its_database_gone_a_process_lives_but_is_not_ready(get, database):
    database.fault = StorageError("storage-unavailable", reason="postgresql://u:pw@h is down")
    status, told = await get("/readyz")
    assert (status, told["ready"]) == (503, False)
    assert told["checks"] == {"database": "storage-unavailable", "pictures": "ok", "queue": "ok"}
    assert (await get("/healthz"))[0] == 200
    database.fault = None
    assert (await get("/readyz"))[0] == 200


@hasty
async def test_a_database_that_hangs_is_not_waited_for_and_not_asked_again(get, database):
    database.silent, begun = True, time.monotonic()
    answers = await asyncio.gather(*(get("/readyz") for _ in range(5)), get("/healthz"))
    assert time.monotonic() - begun < 5
    assert [status for status, _ in answers] == [503] * 5 + [200]
    assert answers[0][1]["checks"]["database"] == "no-answer"
    assert database.asked == 1


async def test_an_error_of_a_library_is_named_and_not_quoted(get, database):
    database.fault = ConnectionRefusedError("u:pw@h")
    _, told = await get("/readyz")
    assert told["checks"]["database"] == "ConnectionRefusedError"


async def test_a_full_disk_makes_a_process_unready(get, blobs):
    blobs.folder.parent.mkdir(exist_ok=True)
    with mounted(blobs.folder, "size=100k"):
        assert (await get("/readyz"))[0] == 200
        ballast = fill(blobs.folder)
        status, told = await get("/readyz")
        assert (status, told["checks"]["pictures"]) == (503, "storage-full")
        ballast.unlink()
        assert (await get("/readyz"))[0] == 200


@pytest.mark.parametrize(("state", "status"), [
    ("taken", 200), ("lost", 503), ("draining", 503),
    ("stopped", 503),
])  # fmt: skip
async def test_only_who_runs_the_queue_is_ready(get, queue, state, status):
    queue(QueueTurned(state=state))
    found, told = await get("/readyz")
    assert found == status
    assert told["checks"]["queue"] == ("ok" if status == 200 else f"queue-{state}")


async def test_who_waits_for_the_queue_says_so():
    with pytest.raises(Exception, match="waiting"):
        await QueueState().check()


@hasty
async def test_metrics_are_served_even_when_the_database_hangs(get, database):
    database.silent = True
    status, text = await get("/metrics")
    assert status == 200
    assert "articover_store_reachable 0.0" in text


async def test_the_lag_of_the_loop_is_watched_while_serving(get):
    async with asyncio.timeout(10):
        while "articover_loop_lag_seconds_count 0.0" in (await get("/metrics"))[1]:
            pass


@pytest.mark.parametrize("path", ["/", "/healthz/../etc/passwd", "/metrics/"])
async def test_there_is_nothing_else(get, path):
    assert (await get(path))[0] == 404


async def test_a_port_that_is_taken_is_said_in_our_words(database, blobs):
    clock = SystemClock()
    metrics = Metrics(overview=database.overview, blob_bytes=blobs.size, clock=clock, release="1")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        serving = serve("127.0.0.1", port, checks={}, metrics=metrics, clock=clock)
        with pytest.raises(ServiceError) as caught:
            await serving.__aenter__()
    assert caught.value.facts == {"host": "127.0.0.1", "port": port,
                                  "reason": "address already in use"}  # fmt: skip


async def test_a_number_that_no_port_has_is_said_in_our_words(database, blobs):
    clock = SystemClock()
    metrics = Metrics(overview=database.overview, blob_bytes=blobs.size, clock=clock, release="1")
    with pytest.raises(ServiceError) as caught:
        await serve("127.0.0.1", 70000, checks={}, metrics=metrics, clock=clock).__aenter__()
    assert caught.value.facts["reason"] == "port must be 0-65535"


async def test_afterwards_the_port_is_free_and_nothing_runs(database, blobs):
    clock = SystemClock()
    metrics = Metrics(overview=database.overview, blob_bytes=blobs.size, clock=clock, release="1")
    before = asyncio.all_tasks()
    async with serve("127.0.0.1", 0, checks={}, metrics=metrics, clock=clock) as port:
        pass
    with socket.create_server(("127.0.0.1", port)):
        assert asyncio.all_tasks() == before
