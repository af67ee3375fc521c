"""Live progress: edits that come in time, and never after a result."""

import asyncio

import pytest

from bot.conversation.act import Verb
from bot.conversation.caller import Screen, View
from bot.conversation.following import Following
from pipeline.domain.errors import StorageError
from pipeline.domain.job import Fault
from pipeline.domain.operation import Restyle
from pipeline.domain.outcome import Finished, HandedBack
from pipeline.domain.step import Doing, Step
from tests.conversation.measures import fits
from tests.conversation.place import Place, buttons, said, ticket
from tests.storage.orders import TOKEN

FULL = {"title": "Small Hours", "genre": "mystery", "summary": "A lighthouse.", "ratio": "6x9"}
EVERY_S = 3.0


class Wall:
    """A board that remembers what it was told to show; while `gate` is closed, it waits."""

    platform = "discord"
    every_s = EVERY_S

    def __init__(self):
        self.shown = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.reached = asyncio.Event()
        self.broken = False

    async def show(self, job, message):
        self.reached.set()
        await self.gate.wait()
        if self.broken:
            raise OSError("the board fell down")
        self.shown.append((job.id, fits(message)))

    @property
    def texts(self):
        return [message.text for _, message in self.shown]


class Watched(Place):
    """A place whose orders are followed on a wall."""

    def __init__(self):
        super().__init__()
        self.wall = Wall()
        self.following = self.follow()

    def follow(self):
        following = Following(studio=self.studio, steward=self.steward, store=self.store,
                              notes=self.store.notes, clock=self.clock)  # fmt: skip
        following.join(self.wall)
        return following

    async def look(self, seconds=EVERY_S):
        """Some seconds later, what there is is looked at and shown."""
        self.clock.pass_(seconds)
        await self.following.look()
        await self.following.rest()

    async def run(self, job):
        assert await self.store.work.claim(job.id, TOKEN)

    async def step(self, job, done, doing=Doing.DRAWING, preview=""):
        told = Step(done=done, total=4, doing=doing, preview=preview)
        assert await self.store.work.progress(job.id, TOKEN, told)


async def look_again(place):
    """Look without waiting for the edit."""
    place.clock.pass_(EVERY_S)
    await place.following.look()


@pytest.fixture
async def place():
    return Watched()


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody(language=request.param)


async def ordered(who):
    answers = await who.command("cover", **FULL)
    return ticket(answers).job, said(answers)


async def test_what_was_just_answered_is_not_shown_again(place, ada):
    await ordered(ada)
    await place.look()
    await place.look()
    assert not place.wall.shown


async def test_every_step_is_shown_in_words_with_how_to_cancel(place, ada):
    job, _ = await ordered(ada)
    await place.look()
    await place.run(job)
    await place.look()
    await place.step(job, 1)
    await place.look()
    await place.step(job, 3, Doing.SHEET)
    await place.look()
    assert [text.count("▰") for text in place.wall.texts] == [0, 2, 6]
    assert len(set(place.wall.texts)) == 3
    assert all(buttons(message)[0].act.args == (job.id,) for _, message in place.wall.shown)
    assert all("Small Hours" in text for text in place.wall.texts)


async def test_a_new_preview_is_shown_once(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    for preview in ("", "a" * 64, "a" * 64, "b" * 64):
        await place.step(job, 1, preview=preview)
        await place.look()
    await place.look()
    pictures = [message.pictures for _, message in place.wall.shown]
    assert [one[0].source[0] if one else "" for one in pictures] == ["", "a", "b"]
    assert all(one[0].alt for one in pictures if one)


async def test_edits_are_no_oftener_than_the_platform_likes(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    for done in range(6):
        await place.step(job, min(done, 3))
        await place.look(seconds=1.0)
    assert len(place.wall.shown) == 2
    await place.look(seconds=EVERY_S)
    assert place.wall.texts[-1].count("▰") == 6


async def test_a_place_in_the_queue_that_changes_is_shown(place, ada):
    first, _ = await ordered(ada)
    second, _ = await ordered(ada)
    await place.look()
    await place.run(first)
    await place.look()
    assert [job for job, _ in place.wall.shown] == [first.id, second.id]


async def test_what_stays_as_it_is_is_not_shown_again(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    await place.step(job, 1)
    for _ in range(5):
        await place.look()
    assert len(place.wall.shown) == 1


async def test_orders_from_before_a_restart_are_followed_and_not_shown_the_same_twice(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    await place.step(job, 1)
    await place.look()
    place.following = place.follow()
    await place.look()
    await place.look()
    assert len(place.wall.shown) == 1
    await place.step(job, 2)
    await place.look()
    assert len(place.wall.shown) == 2


async def test_what_was_handed_back_says_that_it_waits_again(place, ada):
    job, _ = await ordered(ada)
    await place.run(job)
    await place.step(job, 2)
    await place.look()
    assert await place.store.work.settle(job.id, TOKEN, HandedBack())
    place.following = place.follow()
    await place.look()
    await place.look()
    assert "▰" not in place.wall.texts[-1]


async def test_an_outage_line_is_shown_to_who_waits(place, ada):
    await ordered(ada)
    await place.look()
    await place.steward.announce("Back at noon.")
    await place.look()
    assert "Back at noon." in place.wall.texts[-1]


async def test_a_result_in_the_place_of_a_message_shows_no_progress(place, ada):
    version = await place.cover(ada)
    here = ada.caller().address(View(screen=Screen.CARD, here=True))
    change = await place.studio.order(ada.person, version.id, Restyle(size=1.2), here, "key")
    await place.look()
    await place.run(change.job)
    await place.step(change.job, 1)
    await place.look()
    assert not place.wall.shown


async def test_other_platforms_are_left_to_others(place, ada):
    ada.platform = "telegram"
    job, _ = await ordered(ada)
    await place.run(job)
    await place.look()
    assert not place.wall.shown


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
