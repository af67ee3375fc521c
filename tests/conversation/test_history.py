"""A person's covers, page by page."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Turns
from tests.conversation.place import Place, button, buttons, hint, only, pickers, said

LONG = "or what became of it in the years when nobody looked, a novel in letters"


@pytest.fixture
def place():
    return Place(open_per_person=100)


@pytest.fixture
async def ada(place):
    return await place.somebody()


@pytest.fixture
async def many(place, ada):
    """Sixty covers: twelve pages."""
    return [await place.cover(ada, title=f"Book {number}, {LONG}") for number in range(60)]


async def test_who_has_no_cover_is_told_how_to_begin(ada):
    message = said(await ada.command("history"))
    assert "/cover" in message.text
    assert button(message, Verb.BEGIN) == act(Verb.BEGIN)
    assert not message.pictures


async def test_a_page_shows_each_cover_with_its_title_its_versions_and_its_day(place, ada):
    await place.options(ada, 3, title="Small Hours")
    await place.cover(ada, title="Salt Roads")
    first, second, *_ = said(await ada.command("history")).lines
    assert (first, second) == (
        "1. “Salt Roads” · one version · 2026-01-01",
        "2. “Small Hours” · 3 versions · 2026-01-01",
    )


async def test_a_page_has_one_picture_with_all_its_covers(place, ada):
    for title in ("Small Hours", "Salt Roads"):
        await place.cover(ada, title=title)
    (picture,) = said(await ada.command("history")).pictures
    assert picture.source[:2] == b"\xff\xd8"
    assert "Salt Roads" in picture.alt
    assert "Small Hours" in picture.alt


async def test_a_number_opens_the_version_at_which_the_cover_stands(place, ada):
    _, second = await place.options(ada, 2)
    await place.studio.back(ada.person, second.id)
    assert button(said(await ada.command("history")), Verb.PICK) == act(Verb.PICK, second.id)


async def test_every_version_of_a_cover_with_several_is_a_choice_away(place, ada):
    await place.cover(ada, title="One")
    some = await place.options(ada, 3, title="Three")
    (picker,) = pickers(said(await ada.command("history")))
    (choice,) = picker.choices
    assert picker.act.adding(choice.value) == act(Verb.VERSIONS, some[0].id)
    assert "Three" in choice.label


async def test_only_the_person_sees_the_list(place, ada):
    await place.cover(ada)
    answer = only(await ada.command("history"))
    assert isinstance(answer, Says)
    assert answer.alone


async def test_older_leafs_in_place_through_all_pages_and_every_cover_is_there_once(ada, many):
    message, opened = said(await ada.command("history")), []
    for _ in range(12):
        opened += [one.act.about for one in buttons(message) if one.act.verb is Verb.PICK]
        older = [
            one.act for one in buttons(message) if one.act.verb is Verb.HISTORY and one.act.arg(1)
        ]
        if older:
            answer = only(await ada.press(older[0]))
            assert isinstance(answer, Turns)
            message = answer.message
    assert opened == [version.id for version in reversed(many)]
    assert not older


async def test_newest_leads_back_to_the_first_page(ada, many):
    first = said(await ada.command("history"))
    later = said(await ada.press(button(first, Verb.HISTORY)))
    newest = [one.act for one in buttons(later) if one.label == "Newest"]
    assert said(await ada.press(newest[0])).lines == first.lines


async def test_a_page_behind_a_cover_that_was_deleted_is_the_first(place, ada, many):
    older = button(said(await ada.command("history")), Verb.HISTORY)
    await place.studio.remove(ada.person, older.arg(1))
    assert "Book 59" in said(await ada.press(older)).text


async def test_a_cover_that_nothing_was_made_for_has_a_line_and_no_button(place, ada):
    await place.ordered(ada, title="Not Yet")
    message = said(await ada.command("history"))
    assert "nothing drawn yet" in message.lines[0]
    assert not [one for one in buttons(message) if one.act.verb is Verb.PICK]
    assert len(message.pictures) == 1


async def test_a_picture_that_is_gone_leaves_a_place_empty_and_breaks_nothing(place, ada):
    await place.cover(ada, title="Whole")
    lost = await place.cover(ada, title="Lost")
    place.store.blobs._contents.pop(lost.preview)
    message = said(await ada.command("history"))
    assert len(message.pictures) == 1
    assert len([one for one in buttons(message) if one.act.verb is Verb.PICK]) == 2


async def test_the_page_of_another_is_refused_politely_to_who_presses(place, ada, many):
    older = button(said(await ada.command("history")), Verb.HISTORY)
    bo = await place.somebody("bo")
    assert "somebody else's" in hint(await bo.press(older))


async def test_a_button_from_elsewhere_opens_the_list_beside_what_is_there(place, ada):
    await place.cover(ada)
    answer = only(await ada.press(act(Verb.HISTORY)))
    assert isinstance(answer, Says)
    assert answer.alone


async def test_the_list_speaks_korean(place):
    hana = await place.somebody("hana", language="ko")
    assert "/표지" in said(await hana.command("history")).text
    await place.options(hana, 2, title="바다의 편지")
    message = said(await hana.command("history"))
    assert message.lines[0] == "1. 《바다의 편지》 · 판 2개 · 2026-01-01"
    assert message.title == "내 표지"


@pytest.mark.parametrize("forms", [True, False])
async def test_rows_and_labels_fit_every_platform(place, many, ada, forms):
    ada.forms = forms
    first = said(await ada.command("history"))
    message = said(await ada.press(button(first, Verb.HISTORY)))
    assert len(message.rows) <= 5
    assert len(message.text) < 1024
    assert all(len(one.label) <= 40 for one in buttons(message))
