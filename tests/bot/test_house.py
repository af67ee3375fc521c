"""A house opens what it stands on when that is needed, and leaves nothing running behind it."""

import asyncio
import multiprocessing
from dataclasses import replace

import pytest

from bot.__main__ import _menu
from bot.house import Plan, open_house
from bot.terminal.courier import Folder
from config.formats import load_formats
from pipeline.domain.brief import read_brief
from pipeline.domain.event import PainterEnded, PainterStarted
from pipeline.domain.file import File
from pipeline.domain.ids import new_id
from pipeline.domain.job import Failed
from pipeline.domain.limits import PaintingLimits, QueueLimits, StudioLimits
from pipeline.domain.outcome import Made
from pipeline.queue.painting.painter import PaintingProcess
from tests.queue import works
from tests.queue.painting import easel


async def unwatched(_news):
    pass


async def paint(_task, bench):
    """A job that is one picture."""
    picture = await bench.paint(easel.asked("a castle"), unwatched)
    return Made(files=(File(name="cover.png", width_px=1, height_px=1, content=picture.content),))


@pytest.fixture
def plan(tmp_path):
    def painter(notice):
        return PaintingProcess(easel.scripted, at_once=6, limits=PaintingLimits(), notice=notice)

    return Plan(
        data=tmp_path, database_url="", account="ada", menu=_menu(), workshop=works.shop,
        perform=paint, long_workers=1, painter=painter, limits=StudioLimits(), queue=QueueLimits(),
    )  # fmt: skip


async def ordered(house, folder):
    brief = read_brief({"title": "Small Hours"}, load_formats())
    here = Folder(path=str(folder), force=True).address
    return await house.studio.order_cover(house.person, brief, here, new_id())


async def test_a_house_with_a_painter_starts_it_when_a_job_needs_it_and_ends_it(plan, tmp_path):
    events = []
    async with open_house(plan, events.append) as house:
        assert not [event for event in events if isinstance(event, PainterStarted)]
        ticket = await ordered(house, tmp_path / "covers")
        receipt = await house.carry(ticket, unwatched)
    assert receipt is not None and not isinstance(receipt.parcel.job.state, Failed)
    assert int((tmp_path / "covers" / "cover.png").read_text()) > 0
    assert not multiprocessing.active_children()
    (ended,) = [event for event in events if isinstance(event, PainterEnded)]
    assert ended == PainterEnded(why="closed", pictures=1)


async def test_no_order_waits_for_a_result_that_its_folder_does_not_take(plan):
    brief, keys = read_brief({"title": "Small Hours"}, load_formats()), (new_id(), new_id())
    async with open_house(plan) as house, asyncio.timeout(10):
        tickets = [
            await house.studio.order_cover(
                house.person,
                brief,
                Folder(path="/proc/covers", order=key).address,
                key,
            )
            for key in keys
        ]
        receipts = [await house.carry(ticket, unwatched) for ticket in tickets]
    assert all(receipt is not None and receipt.fault is not None for receipt in receipts)


async def both(_task, bench):
    """A job of a picture and of words; its files tell the processes that made them."""
    asked = easel.asked("a castle"), replace(easel.asked("a sign"), words="Salt")
    made = [await bench.paint(request, unwatched) for request in asked]
    return Made(files=tuple(
        File(name=f"{name}.png", width_px=1, height_px=1, content=one.content)
        for name, one in zip(("painter", "writer"), made, strict=True)
    ))  # fmt: skip


async def test_a_writer_has_a_process_of_its_own_which_ends_with_the_house(plan, tmp_path):
    def writer():
        return PaintingProcess(easel.scripted, at_once=2, limits=PaintingLimits())

    async with open_house(replace(plan, perform=both, writer=writer)) as house:
        await house.carry(await ordered(house, tmp_path / "covers"), unwatched)
    told = [
        int((tmp_path / "covers" / f"{name}.png").read_text()) for name in ("painter", "writer")
    ]
    assert told[0] != told[1]
    assert not multiprocessing.active_children()


async def test_a_house_loads_its_model_when_it_is_told_to(plan):
    events = []
    async with open_house(plan, events.append) as house:
        await house.load()
        assert [event for event in events if isinstance(event, PainterStarted)]


async def test_a_house_without_a_painter_starts_none(plan):
    events = []
    async with open_house(replace(plan, painter=None), events.append) as house:
        await house.load()
    assert not events
