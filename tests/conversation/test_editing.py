"""Other words on a cover, by a form."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.layout import Role
from pipeline.domain.operation import EditText
from tests.conversation.covers import (
    GUEST_SETTINGS,
    cover_of,
    lettered,
    prefers,
    text,
    title,
)
from tests.conversation.place import buttons, form, hint, said, ticket

FREE = [text(Role.FREE, f"Words {number}") for number in range(1, 5)]


async def asked(who, version, *page):
    return form(await who.press(act(Verb.EDIT, version.id, *page)))


async def test_the_form_has_the_words_that_are_there_and_room_for_others(place, ada):
    version = await place.cover(ada)
    fields = (await asked(ada, version)).fields
    assert {one.key: one.value for one in fields} == {
        "title": "Small Hours", "subtitle": "", "author": "Ada Wren", "series": "", "free": "",
    }  # fmt: skip
    assert [one.label for one in fields] == ["Title", "Subtitle", "Author", "Series",
                                             "One more text"]  # fmt: skip


async def test_texts_that_are_there_come_before_those_that_could_be(place, ada):
    version = await cover_of(place, ada, lettered(title(), *FREE[:3]))
    keys = [one.key for one in (await asked(ada, version)).fields]
    assert keys == ["title", "subtitle", "free-1", "free-2", "free-3"]


async def test_a_cover_of_many_texts_has_a_button_for_the_others(place, ada):
    version = await cover_of(place, ada, lettered(title(), text(Role.AUTHOR, "Ada"), *FREE))
    first, rest = await asked(ada, version), await asked(ada, version, "2")
    assert len(first.fields) == 5
    assert [(one.key, one.value) for one in rest.fields] == [("free-4", "Words 4")]
    from bot.conversation.rooms.card import card  # noqa: PLC0415

    shown = await card(place.means, Words("en"), version)
    assert act(Verb.EDIT, version.id, "2") in {one.act for one in buttons(shown)}


async def test_only_what_changed_is_ordered_and_lands_in_place(place, ada):
    version = await place.cover(ada)
    pressed = act(Verb.EDIT, version.id)
    job = ticket(await ada.submit(pressed, title="Late Hours", author="Ada Wren", series="")).job
    assert job.operation == EditText(changes=(("title", "Late Hours"),))
    assert view_of(job.address) == View(screen=Screen.CARD, here=True)


async def test_an_emptied_text_goes_and_a_new_one_comes(place, ada):
    version = await place.cover(ada)
    job = ticket(await ada.submit(act(Verb.EDIT, version.id), author="  ", free="A novel")).job
    assert job.operation == EditText(changes=(("author", ""), ("free", "A novel")))


async def test_what_a_form_did_not_ask_for_stays(place, ada):
    """As in a talk in which somebody skips."""
    version = await place.cover(ada)
    job = ticket(await ada.submit(act(Verb.EDIT, version.id), subtitle="A novel")).job
    assert job.operation == EditText(changes=(("subtitle", "A novel"),))


async def test_a_field_that_nobody_asked_for_changes_nothing(place, ada):
    version = await place.cover(ada)
    told = hint(await ada.submit(act(Verb.EDIT, version.id), nonsense="words"))
    assert told == Words("en").say("chat-text-unchanged")


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_the_same_words_are_no_order(place, language):
    ada = await place.somebody(language=language)
    version = await place.cover(ada)
    told = hint(await ada.submit(act(Verb.EDIT, version.id), title=" Small  Hours "))
    assert told == Words(language).say("chat-text-unchanged")
    assert len(await place.studio.jobs(ada.person)) == 1


async def test_the_last_text_cannot_go(place, ada):
    version = await cover_of(place, ada, lettered(title()))
    told = said(await ada.submit(act(Verb.EDIT, version.id), title="")).text
    assert "at least one text" in told


async def test_words_that_cannot_be_set_are_told_at_once(place, ada):
    version = await place.cover(ada)
    pressed = act(Verb.EDIT, version.id)
    assert "Subtitle" in said(await ada.submit(pressed, subtitle="🦊")).text
    assert "300" in said(await ada.submit(pressed, free="long " * 80)).text
    assert "400" in said(await ada.submit(pressed, title="x" * 500)).text


async def test_the_same_form_sent_twice_is_one_order(place, ada):
    version = await place.cover(ada)
    pressed = act(Verb.EDIT, version.id)
    once = ticket(await ada.submit(pressed, key="same", title="Late"))
    again = ticket(await ada.submit(pressed, key="same", title="Late"))
    assert (again.job.id, again.again) == (once.job.id, True)


@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused_before_the_form_and_after_it(
    place, ada, forkable, shared, told
):  # fmt: skip
    version = await place.cover(ada)
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    assert told in hint(await guest.press(act(Verb.EDIT, version.id)))
    assert told in hint(await guest.submit(act(Verb.EDIT, version.id), title="Mine"))


async def test_a_guest_who_may_press_edits(place, ada):
    version = await place.cover(ada)
    await prefers(place, ada, shared=True)
    guest = await place.somebody("bo")
    assert ticket(await guest.submit(act(Verb.EDIT, version.id), title="Ours")).job.cover
