"""Live progress: edits that come in time, and never after a result."""

import pytest

from bot.conversation.caller import Screen, View
from pipeline.domain.operation import Restyle
from pipeline.domain.outcome import HandedBack
from pipeline.domain.step import Doing
from tests.conversation.place import buttons
from tests.conversation.wall import EVERY_S, Watched, ordered
from tests.storage.orders import TOKEN


@pytest.fixture
async def place():
    return Watched()


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody(language=request.param)


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
