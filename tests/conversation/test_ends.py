"""The ends of orders that are followed: no edit comes after a result, whatever goes wrong."""

import asyncio

import pytest

from bot.conversation.act import Verb
from pipeline.domain.errors import StorageError
from pipeline.domain.job import Fault
from pipeline.domain.outcome import Finished
from tests.conversation.place import buttons
from tests.conversation.wall import Watched, look_again, ordered
from tests.storage.orders import TOKEN


@pytest.fixture
async def place():
    return Watched()


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody(language=request.param)


async def test_that_an_order_was_cancelled_is_shown_once_without_buttons(place, ada):
    job, _ = await ordered(ada)
    await place.look()
    await place.studio.cancel(ada.person, job.id)
    await place.look()
    await place.look()
    ((_, message),) = place.wall.shown
    assert not message.rows
    assert await place.store.notes.note(ada.person.id, f"shown:{job.id}") is None


async def test_an_order_that_ended_is_left_to_its_result(place, ada):
    job, _ = await ordered(ada)
    other, _ = await ordered(ada)
    await place.look()
    await place.made(job)
    await place.failed(other, Fault(code="work-crashed"))
    shown = len(place.wall.shown)
    await place.look()
    await place.look()
    assert len(place.wall.shown) == shown


async def test_after_the_end_is_told_no_edit_follows(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    await place.look()
    await place.following.ended(job.id)
    await place.step(job, 3)
    await place.look()
    assert await place.store.work.settle(job.id, TOKEN, Finished())
    await place.look()
    await place.look()
    assert len(place.wall.shown) == 1
    assert await place.store.notes.note(ada.person.id, f"shown:{job.id}") is None


async def test_the_end_waits_for_an_edit_that_is_under_way(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    place.wall.gate.clear()
    await look_again(place)
    await asyncio.wait_for(place.wall.reached.wait(), 5)
    ending = asyncio.create_task(place.following.ended(job.id))
    await asyncio.sleep(0)
    assert not ending.done()
    place.wall.gate.set()
    await asyncio.wait_for(ending, 5)
    assert len(place.wall.shown) == 1


async def test_an_edit_that_was_only_about_to_begin_does_not(place, ada):
    """The end is told between the look and the edit."""
    job, _ = await ordered(ada)
    await place.run(job)
    await look_again(place)  # the edit's task is made, and has not run yet
    await place.following.ended(job.id)
    assert not place.wall.shown


async def test_the_end_that_is_told_during_a_look_is_kept_in_mind(place, ada, monkeypatch):
    """The overview was read before, and still names the job."""
    job, _ = await ordered(ada)
    await place.run(job)
    read = place.store.jobs.overview

    async def slow():
        found = await read()
        await place.following.ended(job.id)
        return found

    monkeypatch.setattr(place.store.jobs, "overview", slow)
    await place.look()
    await place.look()
    assert not place.wall.shown


async def test_one_slow_message_holds_up_no_other(place, ada):
    first, _ = await ordered(ada)
    bo = await place.somebody("bo")
    second, _ = await ordered(bo)
    await place.run(first)
    place.wall.gate.clear()
    await look_again(place)
    await asyncio.wait_for(place.wall.reached.wait(), 5)
    await place.following.ended(second.id)
    await look_again(place)
    place.wall.gate.set()
    await place.following.rest()
    assert first.id in {job for job, _ in place.wall.shown}


async def test_an_edit_that_hangs_does_not_hold_up_the_end(place, ada, monkeypatch):
    monkeypatch.setattr("bot.conversation.following.LAST_S", 0.01)
    job, _ = await ordered(ada)
    await place.run(job)
    place.wall.gate.clear()
    await look_again(place)
    await look_again(place)
    await asyncio.wait_for(place.wall.reached.wait(), 5)
    running = asyncio.create_task(place.following.run())
    await asyncio.sleep(0)
    running.cancel()
    await asyncio.wait({running}, timeout=5)
    assert running.done()
    place.wall.gate.set()
    await place.following.rest()
    assert not place.wall.shown


async def test_a_store_that_is_away_is_asked_again(place, ada, monkeypatch):
    job, _ = await ordered(ada)
    await place.look()
    await place.run(job)
    read, asked = place.store.jobs.overview, asyncio.Event()

    async def away():
        asked.set()
        raise StorageError("storage-busy")

    monkeypatch.setattr(place.store.jobs, "overview", away)
    running = asyncio.create_task(place.following.run())
    await asyncio.wait_for(asked.wait(), 5)
    assert not running.done()
    monkeypatch.setattr(place.store.jobs, "overview", read)
    await place.look()
    running.cancel()
    await asyncio.wait({running})
    assert len(place.wall.shown) == 1


async def test_a_board_that_breaks_ends_nobodys_progress(place, ada):
    told = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    job, _ = await ordered(ada)
    await place.run(job)
    place.wall.broken = True
    await place.look()
    await place.look()
    place.wall.broken = False
    await place.step(job, 2)
    await place.look()
    assert len(place.wall.shown) == 1
    assert isinstance(told[0]["exception"], OSError)


async def test_who_was_forgotten_is_followed_no_more(place, ada):
    job, _ = await ordered(ada)
    await place.look()
    await place.studio.forget(ada.person)
    await place.look()
    assert not place.wall.shown
    assert await place.store.jobs.job(job.id) is None


async def test_waiting_orders_cost_one_look_however_many_they_are(place, ada, monkeypatch):
    for _ in range(10):
        await ordered(ada)
    await place.look()
    asked = []
    read = place.store.jobs.job

    async def counted(job):
        asked.append(job)
        return await read(job)

    monkeypatch.setattr(place.store.jobs, "job", counted)
    await place.look()
    assert not asked


async def test_the_message_of_a_followed_order_can_cancel_it(place, ada):
    job, message = await ordered(ada)
    assert [one.act.verb for one in buttons(message)] == [Verb.CANCEL]
    await place.run(job)
    await place.look()
    await place.look()
    assert buttons(place.wall.shown[-1][1])[0].act.verb is Verb.CANCEL
