"""Leafing through versions; undo and redo."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.words import Words
from pipeline.domain import operation as op
from tests.conversation.covers import cover_of, grown, lettered, prefers, title
from tests.conversation.place import Place, button, buttons, hint, said


@pytest.fixture
def place():
    return Place(open_per_person=50)


async def page(who, version):
    return said(await who.press(act(Verb.VERSIONS, version)))


def ways(message):
    return {one.label: one.act.about for one in buttons(message) if one.act.verb is Verb.VERSIONS}


async def test_a_page_is_one_version_with_what_made_it(place, ada):
    second = await place.child(ada, await place.cover(ada), op.Restyle(size=1.1))
    shown = await page(ada, second.id)
    assert shown.pictures[0].source == second.preview
    for told in ("Version 2 of 2", "All texts set larger", "Made 2026-01-01", "stands here"):
        assert told in shown.text
    assert button(shown, Verb.COMPARE, second.id)


async def test_a_version_is_worked_on_in_the_place_of_its_page(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.Restyle(size=1.1))
    shown = said(await ada.press(button(await page(ada, first.id), Verb.CARD, first.id, "stand")))
    assert shown.title == "Small Hours · version 1"
    assert await place.stands(second) == first.id
    stays = buttons(await page(ada, first.id))
    assert act(Verb.CARD, first.id, "stand") not in [one.act for one in stays]


async def test_pages_lead_from_the_first_version_to_the_last(place, ada):
    last = await grown(place, ada, 40)
    tree = (await place.studio.tree(ada.person, last.id))[1]
    shown, seen = await page(ada, tree[0].id), [tree[0].id]
    while (following := ways(shown).get("Next ›")) is not None:
        shown = await page(ada, following)
        seen.append(following)
    assert seen == [one.id for one in tree]
    assert "Version 40 of 40" in shown.text


async def test_many_versions_have_long_steps_where_there_are_so_many(place, ada):
    last = await grown(place, ada, 40)
    tree = (await place.studio.tree(ada.person, last.id))[1]
    middle, near = ways(await page(ada, tree[19].id)), ways(await page(ada, tree[10].id))
    assert (middle["« 10 back"], middle["10 on »"]) == (tree[9].id, tree[29].id)
    assert near["« 10 back"] == tree[0].id
    assert "« 10 back" not in ways(await page(ada, tree[9].id))
    assert "10 on »" in ways(await page(ada, tree[29].id))
    assert "10 on »" not in ways(await page(ada, tree[30].id))


async def test_a_few_versions_have_short_steps_only(place, ada):
    last = await grown(place, ada, 3)
    assert set(ways(await page(ada, last.id))) == {"‹ Previous"}


async def test_the_way_back_leads_to_where_the_cover_stands(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.Restyle(size=1.1))
    shown = await page(ada, first.id)
    assert button(shown, Verb.CARD, second.id)
    assert "stands here" not in shown.text


async def test_undo_stands_at_the_parent_and_says_what_went(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.EditText(changes=(("title", "Late"),)))
    shown = said(await ada.press(act(Verb.UNDO, second.id)))
    assert (shown.title, shown.lines[0]) == ("Small Hours · version 1", "Undone: Title now “Late”")
    assert shown.pictures[0].source == first.preview
    assert await place.stands(first) == first.id


async def test_redo_comes_back_and_says_to_what(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.EditText(changes=(("title", "Late"),)))
    undone = said(await ada.press(act(Verb.UNDO, second.id)))
    shown = said(await ada.press(button(undone, Verb.REDO)))
    assert shown.lines[0] == "Done again: Title now “Late”"
    assert await place.stands(first) == second.id


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_steps_that_lead_nowhere_are_told(place, language):
    ada = await place.somebody(language=language)
    version, words = await place.cover(ada), Words(language)
    told = {"version": version.id}
    assert hint(await ada.press(act(Verb.UNDO, version.id))) == words.say(
        "chat-version-no-parent", **told
    )
    assert hint(await ada.press(act(Verb.REDO, version.id))) == words.say(
        "chat-version-no-redo", **told
    )


async def test_a_guest_who_may_press_undoes_too(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.Restyle(size=1.1))
    await prefers(place, ada, shared=True)
    guest = await place.somebody("bo")
    assert said(await guest.press(act(Verb.UNDO, second.id)))
    assert await place.stands(first) == first.id


async def test_who_made_a_version_for_the_owner_is_said_without_a_name(place, ada):
    first = await place.cover(ada)
    await prefers(place, ada, shared=True)
    guest = await place.somebody("bo")
    second = await place.child(guest, first, op.Restyle(size=1.1))
    assert "by somebody" not in (await page(ada, first.id)).text
    assert "by somebody who may press these buttons" in (await page(ada, second.id)).text


async def test_a_cover_with_one_text_has_pages_too(place, ada):
    version = await cover_of(place, ada, lettered(title("Alone")))
    assert (await page(ada, version.id)).title == "Alone · version 1"
