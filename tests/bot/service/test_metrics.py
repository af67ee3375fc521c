"""Metrics count what happens, show what stands, and survive a store that is gone."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.service.lag import watch_lag
from bot.service.metrics import SIZE_EVERY_S, Metrics
from pipeline.domain import event as events
from pipeline.domain.errors import StorageError
from pipeline.domain.operation import Lane
from pipeline.domain.standing import Line, Overview

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


class Clock:
    """A clock that the test sets."""

    def __init__(self):
        self.seconds = 0.0

    def now(self):
        return NOON + timedelta(seconds=self.seconds)

    def monotonic(self):
        return self.seconds


class Store:
    """A store whose answers, silence and faults the test sets."""

    def __init__(self):
        self.overview = Overview(lines=())
        self.size, self.asked, self.measured = 0, 0, 0
        self.gone = False
        self.silent = None

    async def look(self):
        self.asked += 1
        if self.silent:
            await self.silent.wait()
        if self.gone:
            raise StorageError("storage-unavailable", reason="gone")
        return self.overview

    async def measure(self):
        self.measured += 1
        return self.size


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def metrics(store, clock):
    metrics = Metrics(overview=store.look, blob_bytes=store.measure, clock=clock, release="1.2.3",
                      patience_s=0.05)  # fmt: skip
    yield metrics
    await metrics.close()


async def shown(metrics):
    """Every sample as {name: {labels: value}}."""
    found = {}
    for family in text_string_to_metric_families((await metrics.exposed()).decode()):
        for sample in family.samples:
            labels = tuple(sorted(sample.labels.items()))
            found.setdefault(sample.name.removeprefix("articover_"), {})[labels] = sample.value
    return found


def of(samples, name, **labels):
    return samples[name][tuple(sorted(labels.items()))]


def line(job, lane, *, running=False, age_s=0):
    return Line(job=job, person="p", lane=lane, kind="vary", running=running, attempts=0,
                ordered_at=NOON - timedelta(seconds=age_s))  # fmt: skip


async def test_the_queue_is_shown_by_lane_and_state_with_its_oldest_waiting_job(metrics, store):
    store.overview = Overview(
        lines=(line("a", Lane.LONG, running=True, age_s=900), line("b", Lane.LONG, age_s=60),
               line("c", Lane.LONG, age_s=5)), paused=True, undelivered=4)  # fmt: skip
    found = await shown(metrics)
    assert of(found, "jobs", lane="long", state="waiting") == 2
    assert of(found, "jobs", lane="long", state="running") == 1
    assert of(found, "jobs", lane="quick", state="waiting") == 0
    assert of(found, "oldest_waiting_seconds", lane="long") == 60
    assert of(found, "oldest_waiting_seconds", lane="quick") == 0
    assert (of(found, "paused"), of(found, "undelivered")) == (1, 4)


async def test_a_clock_that_was_turned_back_makes_no_negative_age(metrics, store, clock):
    store.overview = Overview(lines=(line("a", Lane.QUICK),))
    clock.seconds = -3600
    assert of(await shown(metrics), "oldest_waiting_seconds", lane="quick") == 0


async def test_a_job_is_counted_on_its_whole_way(metrics):
    ids = {"job": "j", "cover": "c", "kind": "vary"}
    metrics(events.JobOrdered(**ids, lane="long", again=False))
    metrics(events.JobOrdered(**ids, lane="long", again=True))
    metrics(events.JobStarted(**ids, lane="long", attempt=1, waited_s=0.2))
    metrics(events.StepTaken(job="j", kind="vary", stage="drawing", seconds=3.0))
    metrics(events.JobFinished(**ids, lane="long", seconds=4.0))
    metrics(events.Sent(job="j", delivery="d", platform="discord", attempts=1, seconds=0.3))
    found = await shown(metrics)
    assert of(found, "orders_total", kind="vary", lane="long", again="no") == 1
    assert of(found, "orders_total", kind="vary", lane="long", again="yes") == 1
    assert of(found, "job_waited_seconds_sum", lane="long") == 0.2
    assert of(found, "stage_seconds_sum", kind="vary", stage="drawing") == 3
    assert of(found, "stage_seconds_bucket", kind="vary", stage="drawing", le="5.0") == 1
    assert of(found, "stage_seconds_bucket", kind="vary", stage="drawing", le="2.5") == 0
    assert of(found, "job_seconds_count", kind="vary") == 1
    assert of(found, "deliveries_total", platform="discord", result="sent") == 1
    assert of(found, "delivery_seconds_count", platform="discord") == 1


async def test_what_goes_wrong_is_counted_by_its_code(metrics):
    ids = {"job": "j", "kind": "vary"}
    for retried in (True, True, False):
        metrics(events.JobFailed(**ids, cover="c", code="work-crashed", attempt=1, retried=retried))
    metrics(events.JobStopped(**ids, why="cancelled"))
    metrics(events.JobTakenBack(**ids, attempts=3, spent=True))
    for retried in (True, False):
        metrics(events.SendFailed(job="j", delivery="d", platform="telegram",
                                  code="delivery-gone", retried=retried))  # fmt: skip
    metrics(events.StoreFailed(code="storage-full"))
    metrics(events.BlobsCollected(count=3, size=500))
    found = await shown(metrics)
    assert of(found, "job_failures_total", kind="vary", code="work-crashed") == 3
    assert of(found, "job_retries_total", kind="vary") == 2
    assert of(found, "job_stops_total", kind="vary", why="cancelled") == 1
    assert of(found, "workers_lost_total", kind="vary", spent="yes") == 1
    assert of(found, "deliveries_total", platform="telegram", result="retried") == 1
    assert of(found, "deliveries_total", platform="telegram", result="given-up") == 1
    assert of(found, "delivery_failures_total", platform="telegram", code="delivery-gone") == 2
    assert of(found, "store_failures_total", code="storage-full") == 1
    assert of(found, "blobs_collected_total") == 3
    assert of(found, "blobs_collected_bytes_total") == 500


async def test_the_painter_is_shown_with_its_pictures_its_losses_and_its_rests(metrics):
    metrics(events.PainterStarted(seconds=30.0))
    metrics(events.Painted(steps=20, seconds=1.5, waited_s=0.5))
    assert of(await shown(metrics), "painter_open") == 1
    metrics(events.PainterLost(why="late", tickets=3, exit_code=-9))
    metrics(events.PainterRested(seconds=300.0))
    found = await shown(metrics)
    assert of(found, "painter_open") == 0
    assert of(found, "painter_load_seconds_sum") == 30
    assert of(found, "picture_seconds_bucket", le="1.0") == 0
    assert of(found, "picture_seconds_bucket", le="2.0") == 1
    assert of(found, "picture_waited_seconds_sum") == 0.5
    assert of(found, "picture_steps_total") == 20
    assert of(found, "painter_lost_total", why="late") == 1
    assert of(found, "painter_pictures_lost_total") == 3
    assert of(found, "painter_rests_total") == 1


async def test_lettering_is_counted_by_what_became_of_it_and_faults_by_their_code(metrics):
    job = {"job": "j", "kind": "paint", "detector": "craft", "by_itself": True}
    metrics(events.LetteringTreated(**job, eraser="builtin", found=3, erased=2, left=1, fault=""))
    metrics(events.LetteringTreated(**job, eraser="", found=0, erased=0, left=0,
                                    fault="detector-lost"))  # fmt: skip
    found = await shown(metrics)
    counts = [of(found, "lettering_lines_total", result=result, kind="paint")
              for result in ("found", "erased", "left")]  # fmt: skip
    assert counts == [3, 2, 1]
    assert of(found, "lettering_pictures_total", eraser="builtin", by_itself="yes") == 1
    assert of(found, "lettering_faults_total", code="detector-lost") == 1


async def test_a_painter_that_was_ended_on_purpose_was_not_lost(metrics):
    metrics(events.PainterStarted(seconds=30.0))
    metrics(events.PainterEnded(why="idle", pictures=7))
    found = await shown(metrics)
    assert (of(found, "painter_open"), of(found, "painter_ended_total", why="idle")) == (0, 1)
    assert "painter_lost_total" not in found


@pytest.mark.parametrize(("turns", "held"), [
    ((), 0), (("taken",), 1), (("taken", "draining"), 1), (("taken", "lost"), 0),
    (("taken", "stopped"), 0),
])  # fmt: skip
async def test_whether_this_process_runs_the_queue_is_shown(metrics, turns, held):
    for state in turns:
        metrics(events.QueueTurned(state=state))
    assert of(await shown(metrics), "queue_held") == held


async def test_two_sets_of_metrics_know_nothing_of_each_other(metrics, store, clock):
    other = Metrics(overview=store.look, blob_bytes=store.measure, clock=clock, release="9")
    other(events.StoreFailed(code="storage-full"))
    assert "store_failures_total" not in await shown(metrics)
    await other.close()


async def test_the_release_and_this_process_are_shown(metrics):
    found = await shown(metrics)
    assert [dict(labels)["version"] for labels in found["build_info"]] == ["1.2.3"]
    assert of(found, "process_resident_memory_bytes") > 1_000_000


async def test_a_store_that_is_gone_leaves_what_it_said_last_and_says_so(metrics, store):
    store.overview = Overview(lines=(line("a", Lane.LONG),))
    assert of(await shown(metrics), "store_reachable") == 1
    store.gone = True
    found = await shown(metrics)
    assert of(found, "store_reachable") == 0
    assert of(found, "jobs", lane="long", state="waiting") == 1
    store.gone, store.overview = False, Overview(lines=())
    found = await shown(metrics)
    assert (of(found, "store_reachable"), of(found, "jobs", lane="long", state="waiting")) == (1, 0)


async def test_a_store_that_hangs_is_asked_once_and_holds_nobody_up(metrics, store):
    store.silent = asyncio.Event()
    async with asyncio.timeout(10):
        found = await asyncio.gather(*(shown(metrics) for _ in range(5)))
    assert {of(one, "store_reachable") for one in found} == {0}
    assert store.asked == 1


async def test_an_answer_that_comes_late_is_shown_all_the_same(metrics, store):
    store.silent, store.overview = asyncio.Event(), Overview(lines=(), undelivered=7)
    await shown(metrics)
    store.silent.set()
    await asyncio.sleep(0)
    store.gone = True
    assert of(await shown(metrics), "undelivered") == 7


async def test_pictures_are_measured_once_a_minute(metrics, store, clock):
    store.size = 1000
    assert of(await shown(metrics), "blob_bytes") == 1000
    store.size = 2000
    assert of(await shown(metrics), "blob_bytes") == 1000
    clock.seconds = SIZE_EVERY_S
    assert of(await shown(metrics), "blob_bytes") == 2000
    assert store.measured == 2


async def test_a_blocked_loop_shows_as_lag(clock):
    """The watch sleeps 50 ms; the clock says that 300 ms went by."""
    told, enough = [], asyncio.Event()

    def late(seconds):
        told.append(seconds)
        enough.set()

    watching = asyncio.create_task(watch_lag(late, clock=clock, every_s=0.05))
    await asyncio.sleep(0)
    clock.seconds = 0.3
    await asyncio.wait_for(enough.wait(), 10)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching
    assert told[0] == pytest.approx(0.25)


async def test_lag_is_shown_with_an_edge_at_fifty_milliseconds(metrics):
    for seconds in (0.001, 0.04, 0.3):
        metrics.late(seconds)
    found = await shown(metrics)
    assert of(found, "loop_lag_seconds_bucket", le="0.05") == 2
    assert of(found, "loop_lag_seconds_count") == 3


def documented():
    page = Path("docs/how-to/run-it-as-a-service.md").read_text("utf-8")
    return set(re.findall(r"`([a-z_]+)`", page))


async def test_every_metric_is_in_the_documentation(metrics):
    told = documented()
    ours = {family.name for family in metrics.registry.collect()
            if family.name.startswith("articover_")}  # fmt: skip
    assert len(ours) > 20
    names = {name.removeprefix("articover_") for name in ours}
    assert {name for name in names if name not in told and f"{name}_total" not in told} == set()
