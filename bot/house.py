"""An installation that is open: the studio, its store, and the queue as far as it runs here."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.clock import SystemClock
from bot.front import Ground, OpenStaff, Staff, nobody
from bot.terminal.courier import PLATFORM, FolderCourier
from pipeline.domain.brief import SEEDS
from pipeline.domain.errors import ArtiCoverError, StorageError
from pipeline.domain.event import (
    Event,
    JobFailed,
    JobFinished,
    JobOrdered,
    JobStarted,
    Notice,
    SendFailed,
    Sent,
    StoreFailed,
    unnoticed,
)
from pipeline.domain.ids import new_id
from pipeline.domain.job import Cancelled, Failed, Job, is_open
from pipeline.domain.limits import QueueLimits, StudioLimits
from pipeline.domain.operation import Lane
from pipeline.domain.outcome import DeliveryState, Made, Receipt
from pipeline.domain.person import Person
from pipeline.menu import Menu
from pipeline.queue.painting.both import PainterAndWriter
from pipeline.queue.painting.painter import PaintingProcess
from pipeline.queue.performing import Means
from pipeline.queue.processes import Processes
from pipeline.queue.queue import Queue
from pipeline.steward import Rules, Steward
from pipeline.studio import Studio, Ticket
from storage.opening import open_store
from storage.store import Store

if TYPE_CHECKING:
    from pipeline.ports.bench import Bench
    from pipeline.ports.clock import Clock
    from pipeline.ports.painter import Painter
    from pipeline.workshop.task import Task

LOOK_S = 0.1
"""How often an order that somebody waits for is looked at."""
TROUBLE_S = 15.0
"""A store that has been failing for so long is told to whoever waits at a terminal."""

Watch = Callable[["Job"], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a house is built of.

    `data` is the folder for everything that is kept, `account` the name of who sits at the
    terminal. `workshop` must be picklable: it is called in every worker process. `perform` does
    an operation with a bench of that workshop. `long_workers` jobs of the long lane run at once, or
    as many as the `painter` paints, where there is one; it is told what hears of its events. The
    `writer` is the model that letters words into pictures, in a process of its own as well.
    """

    data: Path
    database_url: str
    account: str
    menu: Menu
    workshop: Callable[[], Any]
    perform: Callable[[Task, Bench[Any]], Awaitable[Made]]
    long_workers: int
    painter: Callable[[Notice], PaintingProcess] | None = None
    writer: Callable[[], PaintingProcess] | None = None
    limits: StudioLimits
    queue: QueueLimits


class Trouble:
    """How long the store has been failing, as far as the queue of this process has met it."""

    def __init__(self, clock: Clock) -> None:
        """No trouble yet."""
        self._clock = clock
        self._since: float | None = None

    def __call__(self, event: Event) -> None:
        """Take note of an event: a failure begins trouble, whatever is stored ends it."""
        match event:
            case StoreFailed():
                self._since = self._clock.monotonic() if self._since is None else self._since
            case JobOrdered() | JobStarted() | JobFinished() | JobFailed() | Sent() | SendFailed():
                self._since = None
            case _:
                pass

    @property
    def lasts_s(self) -> float:
        """Seconds since the store began to fail; 0 while it works."""
        return 0.0 if self._since is None else self._clock.monotonic() - self._since


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The open doors. `person` is who sits at the terminal.

    `warm` starts the worker processes, `load` the model, so that the first order does not wait for
    them. `staff` are the chats that this process is on. `steward` is the door for whoever runs the
    place. `fault` is why nothing paints although that was demanded.
    """

    studio: Studio
    steward: Steward
    person: Person
    store: Store
    queue: Queue
    trouble: Trouble
    warm: Callable[[], Awaitable[None]]
    load: Callable[[], Awaitable[None]]
    staff: Staff
    fault: ArtiCoverError | None = None

    async def carry(self, ticket: Ticket, watch: Watch) -> Receipt | None:
        """See an order through: run the queue here if nobody else does, and wait for its end.

        `watch` is told the job as it stands, again and again. None when the job was cancelled. A
        result that could not be delivered at once is tried again when the queue runs next.
        The order is cancelled when the wait for it is.

        Raises:
            StorageError: `storage-stalled` when nothing can be stored; the order is kept.
        """
        async with self.running():
            try:
                return await self._awaited(ticket.job, watch)
            except asyncio.CancelledError:
                await asyncio.shield(self._called_off(ticket.job))
                raise

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """The queue runs, here or elsewhere, for as long as the context lasts.

        Whatever else runs here then is handed back: who waits for it runs the queue as well.
        """
        work = asyncio.create_task(self.queue.run())
        try:
            yield
        finally:
            work.cancel()
            await asyncio.wait({work})

    async def _awaited(self, job: Job, watch: Watch) -> Receipt | None:
        while True:
            now = await self.studio.job(self.person, job.id)
            await watch(now)
            if isinstance(now.state, Cancelled):
                return None
            if not is_open(now):
                receipt = await self.studio.receipt(self.person, job.id)
                if receipt and _is_told(receipt):
                    return receipt
            if self.trouble.lasts_s > TROUBLE_S:
                raise StorageError("storage-stalled", job=job.id)
            await asyncio.sleep(LOOK_S)

    async def _called_off(self, job: Job) -> None:
        now = await self.studio.job(self.person, job.id)
        if is_open(now):
            await self.studio.cancel(self.person, job.id)


def _is_told(receipt: Receipt) -> bool:
    """Whether there is something to say to who waits: the end, or why it is not the end yet."""
    failed = isinstance(receipt.parcel.job.state, Failed)
    return failed or receipt.fault is not None or receipt.state is not DeliveryState.PENDING


@contextlib.asynccontextmanager
async def open_house(
    plan: Plan, notice: Notice = unnoticed, hire: OpenStaff = nobody
) -> AsyncGenerator[House]:  # fmt: skip
    """Open the store, and everything that stands on it; `notice` hears what happens.

    `hire` brings the chats, which stand on the studio.

    Raises:
        StorageError: when the store cannot be opened.
    """
    clock = SystemClock()
    trouble = Trouble(clock)

    def noticed(event: Event) -> None:
        notice(event)
        trouble(event)
        if isinstance(event, JobOrdered):
            queue.nudge()

    async with contextlib.AsyncExitStack() as opened:
        store = await open_store(plan.database_url, plan.data, clock)
        opened.push_async_callback(store.close)
        painter, models = _models(plan, noticed, opened)
        processes = Processes(plan.workshop, long=plan.long_workers, step_s=plan.queue.step_s)
        opened.callback(processes.close)
        means = Means(
            jobs=store.jobs, work=store.work, covers=store.covers, blobs=store.blobs,
            processes=processes, perform=plan.perform, clock=clock, painter=models,
            limits=plan.queue, notice=noticed,
        )  # fmt: skip
        studio, steward = _doors(plan, store, means)
        staff = hire(Ground(studio=studio, steward=steward, store=store, clock=clock,
                            do=processes.run_within))  # fmt: skip
        couriers = (FolderCourier(store.blobs), *(front.courier for front in staff.fronts))
        queue = Queue(means, lock=store.lock, outbox=store.outbox, references=store.references,
                      couriers=couriers)  # fmt: skip
        yield House(studio=studio, steward=steward, person=await studio.meet(PLATFORM, plan.account),
                    store=store, queue=queue, trouble=trouble, warm=processes.warm,
                    load=_nothing if painter is None else painter.warm, staff=staff,
                    fault=plan.menu.fault)  # fmt: skip


def _models(
    plan: Plan, notice: Notice, opened: contextlib.AsyncExitStack
) -> tuple[PaintingProcess | None, Painter | None]:
    """The painter, and it together with the writer as jobs know them; both end with what is `opened`."""
    painter = None if plan.painter is None else plan.painter(notice)
    # its life is no news of the painter's, which the events are about
    writer = None if plan.writer is None else plan.writer()
    for model in (writer, painter):
        if model is not None:
            opened.push_async_callback(model.close)
    return painter, None if painter is writer is None else PainterAndWriter(painter, writer)


async def _nothing() -> None:
    """What is loaded where no model paints."""


def _doors(plan: Plan, store: Store, means: Means[Any]) -> tuple[Studio, Steward]:
    """The doors for people and for whoever runs the place, over the same rules."""
    rules = Rules(store.register)
    steward = Steward(switch=store.switch, jobs=store.jobs, people=store.people,
                      register=store.register, rules=rules)  # fmt: skip
    studio = Studio(
        store, plan.menu, clock=means.clock, new_id=new_id, new_seed=lambda: secrets.randbelow(SEEDS[1]),
        slots={lane: means.slots(lane) for lane in Lane}, limits=plan.limits, queue=plan.queue,
        rules=rules, notice=means.notice,
    )  # fmt: skip
    return studio, steward
