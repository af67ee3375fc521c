"""One process with its store, watched over its socket; and nothing of people in what it logs."""

import asyncio
import contextlib
import io
import json
import logging
from dataclasses import replace

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.service.logs import logging_to
from bot.service.watch import Watch
from pipeline.domain.errors import DeliveryError, LetteringError, StorageError
from pipeline.domain.event import QueueTurned
from pipeline.domain.job import is_open
from pipeline.domain.limits import QueueLimits
from pipeline.domain.outcome import Made
from pipeline.domain.report import Report
from pipeline.domain.version import Draft
from pipeline.queue.performing import Means
from pipeline.queue.processes import Processes
from pipeline.queue.queue import Queue
from storage.database import connect
from storage.opening import open_store
from tests.queue import works
from tests.storage.orders import MOST, brief, cover_for, document, job_for

WORDS = ("Pomegranate", "석류나무", "Xanthippe")
PASSWORD = "s3cr3t-db-passw0rd"
JOBS = 6


@pytest.fixture
def log():
    return io.StringIO()


@pytest.fixture
async def store(tmp_path):
    opened = await open_store("", tmp_path, SystemClock())
    yield opened
    await opened.close()


def shout(_shop, words):
    """What a bug in a worker process says."""
    raise ValueError(words)


async def perform(task, bench):
    """Succeed, or fail in one of the ways in which words get into errors."""
    words = f"{task.brief.title} {task.brief.summary} {task.brief.author}"
    match task.operation.seed:
        case 1:
            raise LetteringError("lettering-no-room", words=words)
        case 2:
            raise KeyError(words) from ValueError(words)
        case 3:
            await bench.do(shout, words)
        case 4:
            raise ExceptionGroup(words, [RuntimeError(words)])
    draft = Draft(id=bench.new_id(), document=document(), report=Report(checks=()),
                  raster=b"raster", preview=b"preview")  # fmt: skip
    return Made(drafts=(draft,))


class Courier:
    """Delivers, after it has failed with words in its errors."""

    platform = "terminal"

    def __init__(self):
        self.failures = [RuntimeError(" ".join(WORDS)), TimeoutError(" ".join(WORDS)),
                         DeliveryError("delivery-unavailable", platform="terminal")]  # fmt: skip

    async def post(self, _parcel):
        if self.failures:
            raise self.failures.pop()
        return "message"

    async def fill(self, _message, _parcel):
        pass


async def ordered(store, seeds):
    """Jobs whose covers say the marked words wherever a person can write some."""
    title, summary, author = WORDS
    words = replace(brief(), title=title, summary=summary, author=author, requirements=summary)
    person = await store.people.meet("terminal", "ada")
    for seed in seeds:
        cover = replace(cover_for(person.id), brief=words)
        job = job_for(person.id, cover.id)
        yield await store.jobs.submit(replace(job, operation=replace(job.operation, seed=seed)),
                                      cover=cover, most_open=MOST)  # fmt: skip


def queue_of(store, processes, notice):
    limits = QueueLimits(attempts=2, backoff_s=0.01, longest_backoff_s=0.02, poll_s=0.02)
    means = Means(jobs=store.jobs, work=store.work, covers=store.covers, blobs=store.blobs,
                  processes=processes, perform=perform, clock=SystemClock(), limits=limits,
                  notice=notice)  # fmt: skip
    return Queue(means, lock=store.lock, outbox=store.outbox, couriers=[Courier()],
                 references=store.references, collect_every_s=0.05)  # fmt: skip


@contextlib.asynccontextmanager
async def at_work(store, notice):
    processes = Processes(works.shop, long=1, step_s=30)
    queue = queue_of(store, processes, notice)
    running = asyncio.create_task(queue.run())
    try:
        yield
        await queue.drain()
    finally:
        await queue.stop()
        await running
        processes.close()


async def ended(store, jobs):
    async with asyncio.timeout(30):
        while any([is_open(await store.jobs.job(job.id)) for job in jobs]):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_log_of_orders_failures_and_bugs_holds_no_word_of_theirs(log, store):
    with logging_to(log, clock=SystemClock(), secrets=[PASSWORD]) as journal:
        watch = Watch(clock=SystemClock(), release="1", log=journal)
        jobs = [job async for job in ordered(store, range(JOBS))]
        async with at_work(store, watch):
            await ended(store, jobs)
        logging.getLogger("sqlalchemy.engine").info("INSERT %s", WORDS[0])
        logging.getLogger("asyncio").error("never retrieved\n%s", WORDS[1])
    written = log.getvalue()
    events = [json.loads(line)["event"] for line in written.splitlines()]
    assert events.count("job-started") >= JOBS
    assert {"job-failed", "job-finished", "send-failed", "sent"} <= set(events)
    assert any("unforeseen" in event for event in events)
    assert all(job.id in written and job.cover in written for job in jobs)
    assert not [word for word in WORDS if word in written or word in ascii_of(written)]


def ascii_of(text):
    """The text with what JSON spells out as it is read."""
    return "\n".join(str(json.loads(line)) for line in text.splitlines())


@pytest.mark.parametrize("url", [
    f"postgresql://ada:{PASSWORD}@127.0.0.1:1/covers",
    f"postgresql://ada@127.0.0.1:1/covers?password={PASSWORD}&connect_timeout=2",
    f"nosuch://ada:{PASSWORD}@host/covers",
    f"postgresql://ada:{PASSWORD}@127.0.0.1:wrong/covers",
])  # fmt: skip
async def test_a_log_of_a_database_that_is_away_holds_no_password(log, tmp_path, url):
    with logging_to(log, clock=SystemClock()):
        try:
            await open_store(url, tmp_path, SystemClock())
        except StorageError as error:
            logging.getLogger("bot").exception("no store: %s", error.facts)
        asyncio.get_running_loop().call_exception_handler({"message": url})
    assert "no store" in log.getvalue()
    assert PASSWORD not in log.getvalue()


async def test_the_database_of_a_process_that_is_watched_goes_and_comes_back(store, tmp_path):
    watch = Watch(clock=SystemClock(), release="1")
    watch(QueueTurned(state="taken"))
    async with (
        watch.serving("127.0.0.1", 0, jobs=store.jobs, folder=store.blobs) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):

        async def status(path):
            async with session.get(path) as answer:
                return answer.status, await answer.text()

        assert (await status("/readyz"))[0] == 200
        assert "articover_store_reachable 1.0" in (await status("/metrics"))[1]
        database = connect(f"sqlite:///{tmp_path / 'articover.db'}")
        async with database.writer.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE jobs RENAME TO gone")
        assert (await status("/readyz"))[0] == 503
        assert (await status("/healthz"))[0] == 200
        assert "articover_store_reachable 0.0" in (await status("/metrics"))[1]
        async with database.writer.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE gone RENAME TO jobs")
        await database.close()
        assert (await status("/readyz"))[0] == 200


async def test_the_queue_of_a_watched_process_is_counted(store):
    watch = Watch(clock=SystemClock(), release="1")
    async with watch.serving("127.0.0.1", 0, jobs=store.jobs, folder=store.blobs):
        jobs = [job async for job in ordered(store, [0, 1])]
        shown = (await watch.metrics.exposed()).decode()
        assert 'articover_jobs{lane="long",state="waiting"} 2.0' in shown
        async with at_work(store, watch):
            await ended(store, jobs)
        shown = (await watch.metrics.exposed()).decode()
    assert 'articover_jobs{lane="long",state="waiting"} 0.0' in shown
    assert 'articover_job_seconds_count{kind="illustrate"} 1.0' in shown
    assert 'code="lettering-no-room",kind="illustrate"} 1.0' in shown
    assert "articover_queue_held 0.0" in shown
