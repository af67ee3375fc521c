"""Texts in other places and sizes, on a screen that stays."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Turns
from bot.conversation.caller import Screen, View
from bot.conversation.message import Picker, Tone
from bot.conversation.places import view_of
from pipeline.domain import operation as op
from pipeline.domain.geometry import Box
from pipeline.domain.job import Fault
from pipeline.domain.layout import Role
from tests.conversation.covers import cover_of, lettered, text, title
from tests.conversation.place import button, buttons, hint, only, said, ticket


async def screen(who, version, *block):
    return said(await who.press(act(Verb.MOVE, version.id, *block)))


async def step(who, version, name, block="title"):
    job = ticket(await who.press(act(Verb.MOVE, version.id, block, name))).job
    await who.place.studio.cancel(who.person, job.id)  # so that the next one is taken
    return job.operation


async def test_the_screen_has_nine_places_four_nudges_and_two_sizes(place, ada):
    version = await place.cover(ada)
    shown = await screen(ada, version)
    steps = {one.act.arg(2) for one in buttons(shown) if one.act.verb is Verb.MOVE}
    assert steps == {"", *op.Anchor9, "smaller", "larger", "by-up", "by-down", "by-left",
                     "by-right"}  # fmt: skip
    assert [len(row) for row in shown.rows] == [2, 5, 5, 5, 1]


async def test_places_stand_on_the_screen_as_they_do_on_the_cover(place, ada):
    shown = await screen(ada, await place.cover(ada))
    grid = [[one.act.arg(2) for one in row[:3]] for row in shown.rows[1:4]]
    assert grid == [["top-left", "top", "top-right"], ["left", "middle", "right"],
                    ["bottom-left", "bottom", "bottom-right"]]  # fmt: skip


async def test_where_the_text_stands_is_marked_and_said(place, ada):
    shown = await screen(ada, await place.cover(ada))
    marked = [one.act.arg(2) for one in buttons(shown) if one.tone is Tone.MAIN]
    assert marked == ["top", ""]
    assert "Title: now top" in shown.text


async def test_another_text_can_be_chosen(place, ada):
    version = await place.cover(ada)
    shown = await screen(ada, version, "author")
    assert [one.label for one in shown.rows[0]] == ["Title", "✓ Author"]
    assert button(shown, Verb.MOVE, version.id, "author", "top")


async def test_one_text_needs_no_choice_and_many_get_a_picker(place, ada):
    alone = await cover_of(place, ada, lettered(title()))
    many = [text(Role.FREE, str(number)) for number in range(6)]
    full = await cover_of(place, ada, lettered(title(), *many))
    assert len((await screen(ada, alone)).rows) == 4
    shown = await screen(ada, full)
    assert isinstance(shown.rows[0], Picker)
    assert (len(shown.rows), len(shown.rows[0].choices)) == (5, 7)


async def test_a_cover_without_a_title_moves_what_it_has(place, ada):
    version = await cover_of(place, ada, lettered(text(Role.AUTHOR, "Ada")))
    shown = await screen(ada, version, "title")
    assert button(shown, Verb.MOVE, version.id, "author", "top")


@pytest.mark.parametrize("anchor", op.Anchor9)
async def test_an_arrow_orders_a_place(place, ada, anchor):
    version = await place.cover(ada)
    assert await step(ada, version, anchor) == op.MoveText(block="title", to=anchor)


async def test_a_nudge_goes_a_little_way_and_never_off_the_cover(place, ada):
    box = Box(x=0.0, y=0.01, w=0.8, h=0.1)
    version = await cover_of(place, ada, lettered(title(box=box)))
    assert await step(ada, version, "by-right") == op.MoveText(block="title", to=op.Nudge(dx=0.02))
    assert await step(ada, version, "by-up") == op.MoveText(block="title", to=op.Nudge(dy=-0.01))
    assert "edge" in hint(await ada.press(act(Verb.MOVE, version.id, "title", "by-left")))


async def test_sizes_go_up_and_back_down(place, ada):
    version = await place.cover(ada)
    larger, smaller = [await step(ada, version, name) for name in ("larger", "smaller")]
    assert larger.blocks == smaller.blocks == ("title",)
    assert larger.size * smaller.size == pytest.approx(1)


async def test_a_step_lands_as_the_same_screen_of_the_new_version(place, ada):
    version = await place.cover(ada)
    job = ticket(await ada.press(act(Verb.MOVE, version.id, "author", "top"))).job
    assert view_of(job.address) == View(screen=Screen.MOVE, about="author", here=True)
    (moved,) = await place.made(job)
    landed = await place.landed(job)
    assert landed.pictures[0].source == moved.preview
    assert button(landed, Verb.MOVE, moved.id, "author", "top")
    assert button(landed, Verb.CARD, moved.id)


async def test_a_second_step_waits_for_the_first(place, ada):
    """It would start from where the first one did, and undo it."""
    version = await place.cover(ada)
    right = act(Verb.MOVE, version.id, "title", "by-right")
    first = ticket(await ada.press(right, key="one")).job
    assert "still being made" in hint(await ada.press(right, key="two"))
    assert ticket(await ada.press(right, key="one")).job.id == first.id
    await place.made(first)
    assert ticket(await ada.press(right, key="three"))


async def test_a_step_that_failed_leads_back_to_the_screen(place, ada):
    version = await place.cover(ada)
    job = ticket(await ada.press(act(Verb.MOVE, version.id, "author", "larger"))).job
    await place.failed(job, Fault(code="text-unchanged"))
    assert button(await place.landed(job), Verb.MOVE, version.id, "author")


async def test_undo_stays_on_the_screen_at_the_version_before(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.MoveText(block="title", to=op.Anchor9.BOTTOM))
    back = button(await screen(ada, second), Verb.MOVE, second.id, "title", "undo")
    answer = only(await ada.press(back))
    assert isinstance(answer, Turns)
    assert "Undone: Title moved to the bottom" in answer.message.text
    assert answer.message.pictures[0].source == first.preview
    assert await place.stands(second) == first.id


@pytest.mark.parametrize("name", ["sideways", "by-inside", "free-9"])
async def test_a_step_of_no_release_leads_nowhere(place, ada, name):
    version = await place.cover(ada)
    assert hint(await ada.press(act(Verb.MOVE, version.id, "title", name)))
    assert len(await place.studio.jobs(ada.person)) == 1


async def test_the_screen_in_korean(place):
    ada = await place.somebody(language="ko")
    shown = await screen(ada, await place.cover(ada))
    assert "제목 위치: 위" in shown.text
