"""All that is kept about a person, and removing it."""

import re

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Turns
from pipeline.domain.operation import Vary
from pipeline.domain.person import Preferences
from tests.conversation.place import button, hint, only, said


@pytest.fixture
async def ada(place):
    return await place.somebody()


async def covers(place, who):
    return len((await place.studio.history(who.person)).entries)


async def test_forget_says_exactly_what_would_go_and_removes_nothing_yet(place, ada):
    await place.options(ada, 3)
    answer = only(await ada.command("forget"))
    assert isinstance(answer, Says)
    assert answer.alone
    assert "one cover with 3 versions, one order" in answer.message.text
    assert "MB of pictures" in answer.message.text
    assert "/export" in answer.message.text
    assert await covers(place, ada) == 1


async def test_who_is_sure_is_forgotten_and_told_what_went(place, ada):
    await place.options(ada, 3)
    sure = button(said(await ada.command("forget")), Verb.FORGET, ada.person.id, "sure")
    answer = only(await ada.press(sure))
    assert isinstance(answer, Turns)
    assert "Removed: one cover, 3 versions, one order" in answer.message.text
    assert not answer.message.rows
    assert await covers(place, ada) == 0


async def test_who_is_not_sure_keeps_everything(place, ada):
    await place.cover(ada)
    keep = button(said(await ada.command("forget")), Verb.FORGET, ada.person.id, "keep")
    assert "Nothing was removed" in said(await ada.press(keep)).text
    assert await covers(place, ada) == 1


async def test_nobody_is_forgotten_by_the_button_of_another(place, ada):
    bo = await place.somebody("bo")
    await place.cover(ada)
    await place.cover(bo)
    assert "somebody else's" in hint(await bo.press(act(Verb.FORGET, ada.person.id, "sure")))
    assert (await covers(place, ada), await covers(place, bo)) == (1, 1)


async def test_a_button_without_an_answer_asks_first(place, ada):
    await place.cover(ada)
    said(await ada.press(act(Verb.FORGET)))
    assert await covers(place, ada) == 1


async def test_who_presses_twice_is_told_that_nothing_was_left(place, ada):
    sure = act(Verb.FORGET, ada.person.id, "sure")
    await ada.press(sure)
    assert "Removed: 0 covers" in said(await ada.press(sure)).text


async def test_what_is_announced_is_what_goes_also_where_others_took_part(place, ada):
    bo = await place.somebody("bo")
    first = await place.cover(ada)
    await place.studio.prefer(ada.person, Preferences(shared=True, forkable=True))
    await place.child(bo, first, Vary(seed=1))
    asked = said(await ada.command("forget"))
    assert "one cover with 2 versions, 2 orders" in asked.text
    gone = said(await ada.press(button(asked, Verb.FORGET, ada.person.id, "sure")))
    assert "one cover, 2 versions, 2 orders" in gone.text
    [size] = re.findall(r"[\d.]+ MB", asked.text)
    assert size in gone.text


async def test_it_speaks_korean(place):
    hana = await place.somebody("hana", language="ko")
    await place.options(hana, 2)
    assert "표지 1개, 판 2개" in said(await hana.command("forget")).text
