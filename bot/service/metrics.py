"""Prometheus metrics, fed by events as they happen and by the store when they are asked for.

Labels are kinds, lanes, stages, codes and platforms: there are few of each, and none is a
person's. Durations are seconds, sizes bytes.
"""

import asyncio
import platform
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from bot.service.attempt import Attempt
from bot.service.lettering_metrics import LetteringMetrics
from bot.service.painting_metrics import PaintingMetrics
from pipeline.domain.event import (
    BlobsCollected,
    Event,
    JobFailed,
    JobFinished,
    JobOrdered,
    JobStarted,
    JobStopped,
    JobTakenBack,
    LetteringTreated,
    Painted,
    PainterEnded,
    PainterLost,
    PainterRested,
    PainterStarted,
    PromptFlagged,
    QueueTurned,
    SendFailed,
    Sent,
    StepTaken,
    StoreFailed,
)
from pipeline.domain.operation import Lane
from pipeline.domain.standing import Line, Overview
from pipeline.ports.clock import Clock

WORK_S = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 900)
"""From setting a line of type to the longest step that is allowed."""
WAIT_S = (0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400)
LAG_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)
"""With an edge at the 50 ms that the loop may be late at most."""
SIZE_EVERY_S = 60.0
"""Measuring the blobs looks at every file."""


class Metrics:
    """The metrics of one process; call it with every event, and `watch` the loop with `late`."""

    def __init__(
        self,
        *,
        overview: Callable[[], Awaitable[Overview]],
        blob_bytes: Callable[[], Awaitable[int]],
        clock: Clock,
        release: str,
        patience_s: float = 2.0,
    ) -> None:
        """Metrics of a store that is asked for its `overview`, for at most `patience_s`."""
        self.registry = CollectorRegistry()
        self._clock = clock
        self._ask_overview, self._ask_size = overview, blob_bytes
        self._overview = Attempt(self._show, patience_s=patience_s)
        self._size = Attempt(self._measure, patience_s=patience_s)
        self._measured_at: float | None = None
        self._events = _Events(self.registry)
        self._standing = _Standing(self.registry)
        built = self._gauge("build_info", "This release; always 1.", ("version", "python"))
        built.labels(release, platform.python_version()).set(1)
        self._reachable = self._gauge(
            "store_reachable", "Whether the last look at the store worked."
        )
        self._blobs = self._gauge("blob_bytes", "Bytes of all pictures, measured once a minute.")
        self._lag = Histogram("articover_loop_lag_seconds", "How late the event loop was.",
                              buckets=LAG_S, registry=self.registry)  # fmt: skip
        ProcessCollector(registry=self.registry)

    def __call__(self, event: Event) -> None:
        """Count an event."""
        self._events.count(event)

    def late(self, seconds: float) -> None:
        """Note how late the event loop was."""
        self._lag.observe(seconds)

    async def exposed(self) -> bytes:
        """All metrics in Prometheus' text format.

        When the store does not answer, its gauges show what it said last, and
        `articover_store_reachable` is 0.
        """
        _, reachable = await asyncio.gather(_whether(self._size), _whether(self._overview))
        self._reachable.set(reachable)
        return generate_latest(self.registry)

    async def close(self) -> None:
        """Take back what is being asked of the store."""
        await self._overview.close()
        await self._size.close()

    async def _show(self) -> None:
        self._standing.show(await self._ask_overview(), self._clock.now())

    async def _measure(self) -> None:
        """Measure the pictures, if that was not done of late; however late it comes, it is shown."""
        now = self._clock.monotonic()
        if self._measured_at is None or now - self._measured_at >= SIZE_EVERY_S:
            self._blobs.set(await self._ask_size())
            self._measured_at = now

    def _gauge(self, name: str, text: str, labels: Sequence[str] = ()) -> Gauge:
        return Gauge(f"articover_{name}", text, labels, registry=self.registry)


async def _whether(attempt: Attempt[None]) -> bool:
    try:
        await attempt.answer()
    except Exception:  # noqa: BLE001 - whatever it is, it must not hide the other metrics
        return False
    return True


class _Standing:
    """What the store says about the queue."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def gauge(name: str, text: str, *labels: str) -> Gauge:
            return Gauge(f"articover_{name}", text, labels, registry=registry)

        self._jobs = gauge("jobs", "Jobs that wait or run.", "lane", "state")
        self._oldest = gauge("oldest_waiting_seconds", "Age of the oldest waiting job.", "lane")
        self._paused = gauge("paused", "Whether no further job may start.")
        self._undelivered = gauge("undelivered", "Results on their way.")

    def show(self, overview: Overview, now: datetime) -> None:
        for lane in Lane:
            own = [line for line in overview.lines if line.lane is lane]
            waiting = [line for line in own if not line.running]
            self._jobs.labels(lane.value, "waiting").set(len(waiting))
            self._jobs.labels(lane.value, "running").set(len(own) - len(waiting))
            self._oldest.labels(lane.value).set(_oldest(waiting, now))
        self._paused.set(overview.paused)
        self._undelivered.set(overview.undelivered)


def _oldest(waiting: Sequence[Line], now: datetime) -> float:
    """Seconds; 0 when nothing waits, or the clock was turned back."""
    return max((max(0.0, (now - line.ordered_at).total_seconds()) for line in waiting), default=0.0)


class _Events:
    """What happened in this process since it began."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def counter(name: str, text: str, *labels: str) -> Counter:
            return Counter(f"articover_{name}", text, labels, registry=registry)

        def histogram(name: str, text: str, buckets: Sequence[float], *labels: str) -> Histogram:
            return Histogram(f"articover_{name}_seconds", text, labels, buckets=buckets,
                             registry=registry)  # fmt: skip

        self._orders = counter("orders", "Orders by their kind; again: known before.",
                               "kind", "lane", "again")  # fmt: skip
        self._flagged = counter("prompts_flagged", "Painted orders with forbidden words.")
        self._waited = histogram("job_waited", "From order to start.", WAIT_S, "lane")
        self._took = histogram("job", "From start to result.", WORK_S, "kind")
        self._step = histogram("stage", "One step of a job.", WORK_S, "kind", "stage")
        self._failures = counter("job_failures", "Tries that failed.", "kind", "code")
        self._retries = counter("job_retries", "Failed tries that were repeated.", "kind")
        self._stops = counter("job_stops", "Runs without a result.", "kind", "why")
        self._lost = counter("workers_lost", "Jobs taken back from lost workers.", "kind", "spent")
        self._deliveries = counter("deliveries", "Tries to deliver.", "platform", "result")
        self._refusals = counter("delivery_failures", "Deliveries that failed.",
                                 "platform", "code")  # fmt: skip
        self._delivery = histogram("delivery", "From taking up to delivered.", WORK_S, "platform")
        self._store = counter("store_failures", "Faults of database and pictures.", "code")
        self._blobs = counter("blobs_collected", "Unused pictures that were removed.")
        self._bytes = counter("blobs_collected_bytes", "Their size.")
        self._holds = Gauge("articover_queue_held", "Whether this process runs the queue.",
                            registry=registry)  # fmt: skip
        self._painting = PaintingMetrics(registry)
        self._lettering = LetteringMetrics(registry)

    def count(self, event: Event) -> None:
        match event:
            case Sent() | SendFailed():
                self._sent(event)
            case JobFailed() | JobStopped() | JobTakenBack():
                self._ended_badly(event)
            case JobOrdered() | JobStarted() | StepTaken() | JobFinished():
                self._went_on(event)
            case PromptFlagged():
                self._flagged.inc()
            case StoreFailed() | BlobsCollected() | QueueTurned():
                self._kept_house(event)
            case PainterStarted() | PainterLost() | PainterEnded() | PainterRested() | Painted():
                self._painting.count(event)
            case LetteringTreated():
                self._lettering.count(event)

    def _went_on(self, event: JobOrdered | JobStarted | StepTaken | JobFinished) -> None:
        match event:
            case JobOrdered():
                self._orders.labels(event.kind, event.lane, _yes(event.again)).inc()
            case JobStarted():
                self._waited.labels(event.lane).observe(event.waited_s)
            case StepTaken():
                self._step.labels(event.kind, event.stage).observe(event.seconds)
            case JobFinished():
                self._took.labels(event.kind).observe(event.seconds)

    def _ended_badly(self, event: JobFailed | JobStopped | JobTakenBack) -> None:
        match event:
            case JobFailed():
                self._failures.labels(event.kind, event.code).inc()
                self._retries.labels(event.kind).inc(event.retried)
            case JobStopped():
                self._stops.labels(event.kind, event.why).inc()
            case JobTakenBack():
                self._lost.labels(event.kind, _yes(event.spent)).inc()

    def _sent(self, event: Sent | SendFailed) -> None:
        match event:
            case Sent():
                self._deliveries.labels(event.platform, "sent").inc()
                self._delivery.labels(event.platform).observe(event.seconds)
            case SendFailed():
                result = "retried" if event.retried else "given-up"
                self._deliveries.labels(event.platform, result).inc()
                self._refusals.labels(event.platform, event.code).inc()

    def _kept_house(self, event: StoreFailed | BlobsCollected | QueueTurned) -> None:
        match event:
            case StoreFailed():
                self._store.labels(event.code).inc()
            case BlobsCollected():
                self._blobs.inc(event.count)
                self._bytes.inc(event.size)
            case QueueTurned(state="taken"):
                self._holds.set(1)
            case QueueTurned(state="lost" | "stopped"):
                self._holds.set(0)
            case QueueTurned():
                pass


def _yes(value: bool) -> str:
    return "yes" if value else "no"
