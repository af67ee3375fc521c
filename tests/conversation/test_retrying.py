"""Forms that could not be taken open again as they were filled in."""

import pytest

from bot.conversation.act import LONGEST, Verb, act, read_act
from bot.conversation.answer import Asks
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.typed import MOST
from pipeline.domain.operation import EditText, Recolour, Restyle
from tests.conversation.measures import all_fit
from tests.conversation.place import buttons, form, hint, only, said, ticket

WRONG = "Small \U0001f98a Hours"


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody("ada", language=request.param)


def way_back(answers):
    """The one button under a sentence that only the person sees."""
    assert only(all_fit(answers)).alone
    (found,) = buttons(said(answers))
    assert read_act(found.act.wire) == found.act
    return found.act


async def refused(who, version):
    pressed = act(Verb.EDIT, version.id)
    return await who.submit(pressed, title=WRONG, subtitle="A Novel", author="Ada Wren")


async def test_words_that_cannot_be_set_are_not_lost(place, ada):
    version = await place.cover(ada)
    answers = await refused(ada, version)
    assert "\U0001f98a" in said(answers).text
    place.restart()
    asked = form(await ada.press(way_back(answers)))
    values = {one.key: one.value for one in asked.fields}
    assert (values["title"], values["subtitle"]) == (WRONG, "A Novel")
    job = ticket(await ada.submit(asked.act, **{**values, "title": "Fox"})).job
    assert job.operation == EditText(changes=(("title", "Fox"), ("subtitle", "A Novel")))


async def test_what_comes_of_it_is_not_put_in_the_place_of_the_sentence(place, ada):
    version = await place.cover(ada)
    asked = form(await ada.press(way_back(await refused(ada, version))))
    job = ticket(await ada.submit(asked.act, title="Fox")).job
    assert view_of(job.address) == View(screen=Screen.CARD)


async def test_it_may_be_wrong_again(place, ada):
    version = await place.cover(ada)
    asked = form(await ada.press(way_back(await refused(ada, version))))
    again = await ada.submit(asked.act, title="Fox", subtitle="\U0001f98a")
    values = {one.key: one.value for one in form(await ada.press(way_back(again))).fields}
    assert (values["title"], values["subtitle"]) == ("Fox", "\U0001f98a")


async def test_a_form_that_was_taken_is_forgotten(place, ada):
    version = await place.cover(ada)
    back = way_back(await refused(ada, version))
    await ada.submit(back, title="Fox")
    assert {one.key: one.value for one in form(await ada.press(back)).fields}["title"] == (
        "Small Hours"
    )


async def test_the_cards_own_button_opens_the_words_that_are_there(place, ada):
    version = await place.cover(ada)
    await refused(ada, version)
    asked = form(await ada.press(act(Verb.EDIT, version.id)))
    assert asked.fields[0].value == "Small Hours"


async def test_colours_that_nobody_knows_are_not_lost(place, ada):
    version = await place.cover(ada)
    own = act(Verb.TINT, version.id)
    asked = form(await ada.press(way_back(await ada.submit(own, **{"1": "gold", "2": "zzgrx"}))))
    assert [one.value for one in asked.fields] == ["gold", "zzgrx", ""]
    job = ticket(await ada.submit(asked.act, **{"1": "gold", "2": "#112233"})).job
    assert isinstance(job.operation, Recolour)


async def test_the_colour_of_a_text_is_asked_for_that_text_again(place, ada):
    version = await place.cover(ada)
    back = way_back(await ada.submit(act(Verb.TINT, version.id, "author"), **{"1": "zzgrx"}))
    asked = form(await ada.press(back))
    assert [one.value for one in asked.fields] == ["zzgrx"]
    operation = ticket(await ada.submit(asked.act, **{"1": "gold"})).job.operation
    assert isinstance(operation, Restyle) and operation.blocks == ("author",)


async def test_the_oldest_forms_are_forgotten(place, ada):
    covers = [await place.cover(ada) for _ in range(MOST + 1)]
    backs = [way_back(await refused(ada, version)) for version in covers]
    titles = [form(await ada.press(back)).fields[0].value for back in backs]
    assert titles == ["Small Hours", *[WRONG] * MOST]


async def test_where_there_are_no_forms_the_question_stays_open(place, ada):
    version = await place.cover(ada)
    ada.forms, ada.private = False, True
    await ada.press(act(Verb.EDIT, version.id))
    again = said(await ada.say(WRONG))
    assert "\U0001f98a" in again.text
    assert {one.act.verb for one in buttons(again)} == {Verb.TALK}


async def test_a_cover_that_is_gone_meanwhile_has_no_way_back(place, ada):
    version = await place.cover(ada)
    back = way_back(await refused(ada, version))
    await place.studio.remove(ada.person, version.cover)
    assert hint(await ada.submit(back, title="Fox"))
    assert not any(isinstance(one, Asks) for one in await ada.press(back))


def test_the_way_back_fits_into_an_id():
    assert len(act(Verb.TINT, "k3f8a2b4cd", "free-999", "again").wire) <= LONGEST
