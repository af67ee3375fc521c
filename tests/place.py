"""A studio over a store in memory, for tests of who may do what there."""

from dataclasses import replace

from bot.__main__ import _menu
from config.formats import load_formats
from pipeline.domain import operation as op
from pipeline.domain.brief import read_brief
from pipeline.domain.geometry import Box
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address
from pipeline.domain.layout import Role, TextBlock
from pipeline.domain.limits import QueueLimits, StudioLimits
from pipeline.domain.outcome import Finished
from pipeline.domain.report import Report
from pipeline.domain.version import Version
from pipeline.steward import Rules
from pipeline.studio import Studio
from storage.memory import memory_store
from tests.storage.orders import START, TOKEN, HandClock, document

EMPTY = Report(checks=())
HERE = Address(platform="terminal", place="{}")
TITLE = TextBlock(role=Role.TITLE, words="Small Hours", lines=("Small Hours",), font="none",
                  size=0.1, box=Box(x=0.1, y=0.1, w=0.8, h=0.1), colour="#000000")  # fmt: skip


class Place:
    """A studio over a store in memory, and somebody who does what is ordered there."""

    def __init__(self, **limits):
        self.clock = HandClock()
        self.store = memory_store(self.clock)
        self.rules = Rules(self.store.register)
        self.events = []
        self.studio = Studio(
            self.store, _menu(), clock=self.clock, new_id=new_id, new_seed=lambda: 77, slots={op.Lane.QUICK: 1, op.Lane.LONG: 1},
            limits=StudioLimits(**limits), queue=QueueLimits(open_per_person=3), rules=self.rules,
            notice=self.events.append,
        )  # fmt: skip

    async def person(self, name="ada"):
        return await self.studio.meet("terminal", name)

    async def ordered(self, person, **given):
        asked = {"title": "Small Hours", "summary": "A secret.", "requirements": "blue", **given}
        brief = read_brief(asked, load_formats())
        return await self.studio.order_cover(person, brief, HERE, new_id())

    async def cover(self, person, **given):
        """The version that a cover begins with."""
        return await self.made((await self.ordered(person, **given)).job)

    async def child(self, person, version, operation):
        ticket = await self.studio.order(person, version.id, operation, HERE, new_id())
        return await self.made(ticket.job)

    async def made(self, job, seconds=0.0, **changes):
        """Do an order in `seconds`: one version, with the picture that every version here has."""
        assert await self.store.work.claim(job.id, TOKEN)
        self.clock.pass_(seconds)
        async with self.store.blobs.writing():
            sha = await self.store.blobs.put(b"a picture")
        content = replace(document(), layout=replace(document().layout, blocks=(TITLE,)), **changes)
        version = Version(
            id=new_id(), cover=job.cover, number=1, parent=job.version, operation=job.operation,
            document=content, report=EMPTY, raster=sha, preview=sha, job=job.id, made_at=START,
        )  # fmt: skip
        assert await self.store.work.settle(job.id, TOKEN, Finished(versions=(version,)))
        return await self.store.covers.version(version.id)

    async def stands(self, version):
        return (await self.store.covers.cover(version.cover)).head.current
