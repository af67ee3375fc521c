"""All that is kept about a person: taking it along, and removing it."""

import io
import zipfile

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Turns
from bot.conversation.rooms import yourself
from tests.conversation.place import Place, button, hint, only, said


@pytest.fixture
def place():
    return Place()


@pytest.fixture
async def ada(place):
    return await place.somebody()


def names(document):
    with zipfile.ZipFile(io.BytesIO(document.source)) as zipped:
        return zipped.namelist()


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


async def test_more_covers_than_a_page_holds_are_counted(place, ada, monkeypatch):
    monkeypatch.setattr(yourself, "_PAGE", 2)
    for _ in range(5):
        await place.cover(ada)
    assert "5 covers with 5 versions" in said(await ada.command("forget")).text


async def test_export_is_a_zip_for_the_person_alone_with_pictures_and_one_without(place, ada):
    await place.cover(ada)
    answer = only(await ada.command("export"))
    assert isinstance(answer, Says)
    assert answer.alone
    (document,) = answer.message.documents
    assert document.size == len(document.source)
    assert any(name.endswith(".png") for name in names(document))
    assert not any(name.endswith(".png") for name in names(document.smaller))
    assert "profile.json" in names(document.smaller)
    assert "one cover with one version" in answer.message.text


async def test_pictures_that_no_chat_can_carry_are_left_out_and_it_says_so(place, ada, monkeypatch):
    await place.cover(ada)
    monkeypatch.setattr(yourself, "WITH_PICTURES", 0)
    message = said(await ada.command("export"))
    (document,) = message.documents
    assert not any(name.endswith(".png") for name in names(document))
    assert document.smaller is None
    assert "not in it" in message.text


async def test_nothing_of_another_is_in_it(place, ada):
    bo = await place.somebody("bo")
    await place.cover(bo, title="Of Bo")
    (document,) = said(await ada.command("export")).documents
    assert not any("Of Bo" in name for name in names(document))


async def test_both_speak_korean(place):
    hana = await place.somebody("hana", language="ko")
    await place.options(hana, 2)
    assert "표지 1개, 판 2개" in said(await hana.command("forget")).text
    assert "표지 1개와 판 2개" in said(await hana.command("export")).text
