"""An installation in memory whose jobs do what a test says."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from pipeline.domain.arrangement import Anchor, Arrangement
from pipeline.domain.art import Brought
from pipeline.domain.errors import StorageError
from pipeline.domain.event import Event
from pipeline.domain.file import File
from pipeline.domain.geometry import Box
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address, Job
from pipeline.domain.layout import Align, Layout
from pipeline.domain.limits import QueueLimits
from pipeline.domain.operation import EditText, Lane, Operation, Recolour, lane_of
from pipeline.domain.outcome import Made, Parcel
from pipeline.domain.person import Person
from pipeline.domain.picture import Origin
from pipeline.domain.report import Report
from pipeline.domain.version import Cover, Document, Draft, Maker, Version
from pipeline.ports.bench import Bench
from pipeline.queue.performing import Means
from pipeline.queue.processes import Processes
from pipeline.queue.queue import Queue
from pipeline.workshop.task import Task
from storage.memory_blobs import MemoryBlobs
from storage.memory_covers import MemoryCovers
from storage.memory_jobs import MemoryJobs, MemoryWork
from storage.memory_outbox import MemoryLock, MemoryOutbox, MemorySwitch
from storage.memory_state import MemoryState
from tests.queue import works
from tests.real import brief

LIMIT_S = 20.0
LIMITS = QueueLimits(attempts=3, backoff_s=0.02, longest_backoff_s=0.05, delivery_attempts=3,
                     drain_s=10.0, poll_s=0.02)  # fmt: skip
Act = Callable[[Task, Bench[Any]], Awaitable[Made]]


class ShiftedClock:
    """The system's clocks, with a time of day that can be set."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        return time.monotonic()


class Pulse:
    """Lets a test wait for what must become true, without looking again and again."""

    def __init__(self) -> None:
        self._beat = asyncio.Event()

    def beat(self) -> None:
        self._beat.set()
        self._beat = asyncio.Event()

    async def until(self, true: Callable[[], Any], limit_s: float = LIMIT_S) -> Any:
        async with asyncio.timeout(limit_s):
            while not (found := true()):
                await self._beat.wait()
        return found


class Fragile:
    """Something of the store that can be away: all of it, or the methods that are `broken`."""

    def __init__(self, real: object, pulse: Pulse) -> None:
        self._real = real
        self._pulse = pulse
        self.broken: dict[str, Exception] = {}
        self.calls: list[str] = []

    def breaks(self, method: str, error: Exception | None = None) -> None:
        self.broken[method] = error or StorageError("storage-unavailable", reason="gone")

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._real, name)
        if name == "writing":
            return method

        async def called(*args: Any, **kwargs: Any) -> Any:
            self.calls.append(name)
            error = self.broken.get(name) or self.broken.get("*")
            try:
                if error is not None:
                    raise error
                return await method(*args, **kwargs)
            finally:
                self._pulse.beat()

        return called


@dataclass
class Recorder:
    """A courier that keeps what it was given; `acts` are played before each call, in turn."""

    pulse: Pulse
    platform: str = "recorder"
    posted: list[str] = field(default_factory=list)
    filled: list[tuple[str, Parcel]] = field(default_factory=list)
    post_acts: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    fill_acts: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    async def post(self, parcel: Parcel) -> str:
        if self.post_acts:
            await self.post_acts.pop(0)()
        self.posted.append(parcel.job.id)
        self.pulse.beat()
        return f"message-{len(self.posted)}"

    async def fill(self, message: str, parcel: Parcel) -> None:
        if self.fill_acts:
            await self.fill_acts.pop(0)()
        self.filled.append((message, parcel))
        self.pulse.beat()

    @property
    def brought(self) -> list[str]:
        return [parcel.job.id for _, parcel in self.filled]


def raising(error: Exception) -> Callable[[], Awaitable[None]]:
    async def act() -> None:
        raise error

    return act


def document() -> Document:
    box = Box(x=0.0, y=0.0, w=1.0, h=1.0)
    origin = Origin(sha256="0" * 64, kind="png", width_px=10, height_px=10, crop=box)
    zones = Arrangement(title=box, author=box, align=Align.CENTRE, anchor=Anchor.TOP, inks=(),
                        small_inks=())  # fmt: skip
    return Document(art=Brought(origin=origin), layout=Layout(aspect=1.0, blocks=()), pairing="p",
                    zones=zones, maker=Maker(engine="test", release="1"))  # fmt: skip


def draft(name: str = "", *, raster: bytes | None = b"art") -> Draft:
    return Draft(id=name or new_id(), document=document(), report=Report(checks=()), raster=raster,
                 preview=b"preview of " + (name or new_id()).encode())  # fmt: skip


async def make(_task: Task, bench: Bench[Any]) -> Made:
    """The act of a job that succeeds: a version and a file."""
    file = File(name="cover.png", width_px=1, height_px=1, content=b"a file")
    return Made(drafts=(draft(bench.new_id()),), files=(file,))


class Installation:
    """Everything that a queue stands on, in memory; jobs are ordered by the name of their act."""

    def __init__(
        self, limits: QueueLimits = LIMITS, *, long: int = 2, step_s: float = 30.0
    ) -> None:
        self.limits = limits
        self.clock = ShiftedClock()
        self.pulse = Pulse()
        self.events: list[Event] = []
        self.state = MemoryState()
        self.jobs = Fragile(MemoryJobs(self.state), self.pulse)
        self.work = Fragile(MemoryWork(self.state, self.clock), self.pulse)
        self.covers = Fragile(MemoryCovers(self.state), self.pulse)
        self.outbox = Fragile(MemoryOutbox(self.state, self.clock), self.pulse)
        self.blobs = Fragile(MemoryBlobs(), self.pulse)
        self.switch = MemorySwitch(self.state)
        self.courier = Recorder(self.pulse)
        self.couriers: list[Any] = [self.courier]
        self.processes = Processes(works.shop, long=long, step_s=step_s)
        self.acts: dict[str, Act] = {"make": make}
        self.lock = self.new_lock()

    def new_lock(self) -> Fragile:
        """The lock as another process sees it."""
        return Fragile(MemoryLock(self.state), self.pulse)

    def notice(self, event: Event) -> None:
        self.events.append(event)
        self.pulse.beat()

    async def perform(self, task: Task, bench: Bench[Any]) -> Made:
        match task.operation:
            case EditText(changes=((_, act),)):
                return await self.acts[act](task, bench)
            case Recolour(palette=act):
                return await self.acts[act](task, bench)
            case _:
                return await self.acts["make"](task, bench)

    def means(self, **changes: Any) -> Means[works.Shop]:
        return replace(
            Means(jobs=self.jobs, work=self.work, covers=self.covers, blobs=self.blobs,
                  processes=self.processes, perform=self.perform, clock=self.clock,
                  limits=self.limits, random=Random(1), notice=self.notice),
            **changes,
        )  # fmt: skip

    def queue(self, lock: Fragile | None = None, **settings: Any) -> Queue:
        return Queue(self.means(), lock=lock or self.lock, outbox=self.outbox,
                     couriers=self.couriers, references=self.state.references,
                     **settings)  # fmt: skip

    async def order(
        self, act: str = "make", *, person: str = "ann", lane: Lane = Lane.LONG, place: str = "",
        operation: Operation | None = None, version: str | None = None,
    ) -> str:  # fmt: skip
        """A job of its own cover that will do `act`; its id."""
        if operation is None:
            quick = EditText(changes=(("title", act),))
            operation = Recolour(palette=act) if lane is Lane.LONG else quick
        job = new_id()
        account = Person(id=person, platform="recorder", name=person)
        self.state.people.setdefault(person, account)
        cover = Cover(id=f"cover-{job}", owner=person, brief=brief(), made_at=self.clock.now())
        order = Job(
            id=job, key=job, person=person, cover=cover.id, version=version, operation=operation,
            address=Address(platform="recorder", place=place or job), lane=lane_of(operation),
            ordered_at=self.clock.now(),
        )  # fmt: skip
        await self.jobs.submit(order, cover=cover, most_open=1000)
        return job

    def add_version(self, name: str, cover: str) -> Version:
        version = Version(
            id=name, cover=cover, number=len(self.state.versions) + 1, parent=None,
            operation=Recolour(), document=document(), report=Report(checks=()),
            raster=f"raster of {name}", preview="p", job="j", made_at=self.clock.now(),
        )  # fmt: skip
        self.state.versions[name] = version
        return version

    def is_now(self, job: str) -> str:
        """The name of a job's state."""
        return type(self.state.jobs[job].state).__name__

    async def comes_to(self, job: str, *states: str) -> None:
        await self.pulse.until(lambda: self.is_now(job) in states)

    def of(self, kind: type[Any], **facts: Any) -> list[Any]:
        """The events of a kind with these facts."""
        return [event for event in self.events if isinstance(event, kind)
                and all(getattr(event, name) == value for name, value in facts.items())]  # fmt: skip

    async def tells(self, kind: type[Any], **facts: Any) -> Any:
        return (await self.pulse.until(lambda: self.of(kind, **facts)))[-1]


class Gate:
    """An act that says when it has begun, and ends when it may."""

    def __init__(self) -> None:
        self.begun: list[Task] = []
        self.beat = Pulse()
        self.may_end = asyncio.Event()

    async def __call__(self, task: Task, bench: Bench[Any]) -> Made:
        self.begun.append(task)
        self.beat.beat()
        await self.may_end.wait()
        return await make(task, bench)

    async def entered(self, times: int = 1) -> None:
        await self.beat.until(lambda: len(self.begun) >= times)
