"""While covers are drawn, printed, stored and delivered, the event loop goes on."""

import asyncio
import functools
import gc
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.__main__ import stocked_workshop
from bot.clock import SystemClock
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address, Done, Job
from pipeline.domain.operation import EditText, Illustrate, lane_of
from pipeline.domain.version import Cover
from pipeline.queue.performing import Means
from pipeline.queue.processes import Processes
from pipeline.queue.queue import Queue
from pipeline.workshop.performing import perform
from storage.opening import open_store
from tests.queue.heartbeat import heartbeat
from tests.queue.installation import Pulse, Recorder
from tests.real import brief

MOST_BLOCKED_S = 0.05
LIMIT_S = 200.0


@dataclass
class Atelier:
    """A real store on disk, and real workshops in the workers."""

    folder: Path
    clock: SystemClock = field(default_factory=SystemClock)
    courier: Recorder = field(default_factory=lambda: Recorder(Pulse()))

    async def open(self) -> None:
        self.store = await open_store("", self.folder, self.clock)
        self.person = await self.store.people.meet("recorder", "ann")
        workshop = functools.partial(stocked_workshop, self.folder / "blobs")
        self.processes = Processes(workshop, long=2, step_s=LIMIT_S)
        means = Means(
            jobs=self.store.jobs, work=self.store.work, covers=self.store.covers,
            blobs=self.store.blobs, processes=self.processes, perform=perform, clock=self.clock,
        )  # fmt: skip
        self.queue = Queue(means, lock=self.store.lock, outbox=self.store.outbox,
                           couriers=[self.courier],
                           references=self.store.references)  # fmt: skip

    async def close(self) -> None:
        self.processes.close()
        await self.store.close()

    async def make(self, operation, about, version=None) -> str:
        """Order something, and wait until it is delivered; the id of its cover."""
        cover = Cover(id=new_id(), owner=self.person.id, brief=about, made_at=self.clock.now())
        job = Job(
            id=new_id(), key=new_id(), person=self.person.id, cover=cover.id, version=version,
            operation=operation, address=Address(platform="recorder", place=new_id()),
            lane=lane_of(operation), ordered_at=self.clock.now(),
        )  # fmt: skip
        await self.store.jobs.submit(job, cover=cover, most_open=10)
        self.queue.nudge()
        await self.courier.pulse.until(lambda: job.id in self.courier.brought, LIMIT_S)
        parcel = next(parcel for _, parcel in self.courier.filled if parcel.job.id == job.id)
        assert isinstance(parcel.job.state, Done), parcel.job.state
        return cover.id


@pytest.fixture
async def atelier(tmp_path):
    opened = Atelier(tmp_path)
    await opened.open()
    # as a service does: what other tests left would be looked through while the loop waits
    gc.collect()
    gc.freeze()
    yield opened
    gc.unfreeze()
    await opened.close()


@pytest.mark.kills
async def test_drawing_real_covers_never_blocks_the_event_loop(atelier):
    async with heartbeat() as heart:
        run = asyncio.create_task(atelier.queue.run())
        printed, _ = await asyncio.gather(
            atelier.make(Illustrate(seed=1, for_print=True), brief(options=1)),
            atelier.make(Illustrate(seed=2), brief(options=2)),
        )
        base = (await atelier.store.covers.tree(printed))[0]
        await atelier.make(EditText(changes=(("title", "Another Title"),)), brief(), base.id)
        await atelier.queue.stop()
        await run
    assert heart.beats > 100
    assert heart.longest_s <= MOST_BLOCKED_S, heart


BLOCKS = {"waiting": lambda: time.sleep(0.1), "working": lambda: sum(range(20_000_000))}


@pytest.mark.parametrize("block", BLOCKS)
async def test_the_heartbeat_notices_what_blocks(block):
    async with heartbeat() as heart:
        await asyncio.sleep(0.03)
        quiet_s = heart.longest_s
        BLOCKS[block]()
        await asyncio.sleep(0.03)
    assert quiet_s < MOST_BLOCKED_S < heart.longest_s
