"""Lettering in a picture, erased and replaced on Telegram: the real rooms, a strict server."""

import pytest

from pipeline.domain.operation import ReplaceText
from tests.conversation.found import files_of, lines
from tests.conversation.place import cover_document, picture
from tests.paintings import painted
from tests.retouching import three_lines
from tests.telegram.labour import BRIEF
from tests.telegram.stand import stand

ERASE, REPLACE = "Erase text in the picture", "Replace text in the picture"


@pytest.fixture
async def at():
    async with stand(None) as found:
        yield found


async def heard(at):
    """Everything that was said and pressed is answered."""
    await at.server.until(lambda: not at.server.updates.waiting)
    await at.front._in_order.rest(20)


async def brought(at, count=1, **more):
    """The one order that waits, done and delivered."""
    await heard(at)
    job = await at.open_job()
    await at.place.made(job, count, **more)
    await at.deliver(await at.place.parcel(job))


async def painting(at, who):
    """The card of a cover that was painted."""
    await who.says(BRIEF)
    async with at.place.store.blobs.writing():
        sha = await at.place.store.blobs.put(picture())
    await brought(at, content=painted(cover_document(), sha))
    return who.chat.last


async def looked(at, who, label=ERASE, found=None):
    """The picture with numbers, after a press on the card."""
    await who.presses(await painting(at, who), label)
    await brought(at, 0, files=files_of(three_lines() if found is None else found))
    return who.chat.last


async def pressed(at, who, post, label):
    await who.presses(post, label)
    await heard(at)


async def test_every_line_is_a_button_that_chooses_it_and_lets_it_go(at, ada):
    post = await looked(at, ada)
    for label in ("1. “SEA KING” · Latin", "3. unread text", "✓ 1. “SEA KING” · Latin"):
        await pressed(at, ada, post, label)
    assert "✓ 3. unread text" in post.labels
    await pressed(at, ada, post, "Erase this one")
    assert (await at.open_job()).operation.areas == three_lines().polygons((3,))


async def test_what_is_chosen_outlives_a_restart(at, ada):
    post = await looked(at, ada)
    await pressed(at, ada, post, "2. “바다” · Hangul")
    await at.die()
    await at.restart()
    await pressed(at, ada, post, "Erase this one")
    assert (await at.open_job()).operation.areas == three_lines().polygons((2,))


async def test_the_words_of_a_line_are_asked_for_one_after_another(at, ada):
    post = await looked(at, ada, REPLACE)
    await pressed(at, ada, post, "2. “바다” · Hangul")
    await ada.says("여관")
    await heard(at)
    await pressed(at, ada, ada.chat.last, "That is all")
    last = ada.chat.last
    await pressed(at, ada, last, last.labels[0])
    wanted = (await at.open_job()).operation
    assert isinstance(wanted, ReplaceText)
    assert (wanted.words, wanted.area) == ("여관", three_lines().lines[1].polygon)


async def test_more_lines_than_a_page_holds_are_on_further_ones(at, ada):
    post = await looked(at, ada, found=lines(40))
    assert sum(label.endswith("”") for label in post.labels) == 24
    await pressed(at, ada, post, "Next ›")
    assert "40. “Line 40”" in post.labels


async def test_in_korean_nothing_found_is_told_with_the_way_back(at):
    minji = at.server.people.user("민지", "ko")
    await minji.presses(await painting(at, minji), "그림 속 글자 지우기")
    await brought(at, 0, files=files_of(lines(0)))
    assert "글자를 찾지 못했습니다." in minji.chat.last.said
    assert minji.chat.last.labels == ["표지로"]
