"""Choosing lettering by number, and erasing it."""

import pytest

from bot.conversation.act import LONGEST, Verb, act
from bot.conversation.caller import Screen
from bot.conversation.places import view_of
from bot.conversation.rooms.lettering_found import MOST, PER_PAGE, written
from bot.conversation.words import Words
from pipeline.domain.operation import EraseText
from tests.conversation.found import lines, looked, painting_of
from tests.conversation.measures import fits
from tests.conversation.place import button, buttons, hint, pickers, said, ticket
from tests.retouching import three_lines


@pytest.fixture
async def ada(place):
    return await place.somebody()


@pytest.fixture
async def version(place, ada):
    return await painting_of(place, ada)


def chosen(message):
    return [one.value for one in pickers(message)[0].choices if one.chosen]


def step(message, name):
    (found,) = [one.act for one in buttons(message)
                if one.act.verb is Verb.ERASE and one.act.arg(2) == name]  # fmt: skip
    return found


async def test_some_lines_are_chosen_at_once_and_erased(place, ada, version):
    _, landed = await looked(place, ada, version)
    picked = said(await ada.press(pickers(landed)[0].picked("ac")))
    assert chosen(picked) == ["a", "c"]
    assert "Erase these 2" in [one.label for one in buttons(picked)]
    job = ticket(await ada.press(step(picked, "go"))).job
    assert job.operation.areas == three_lines().polygons((1, 3))
    assert (view_of(job.address).screen, view_of(job.address).here) == (Screen.CARD, False)


async def test_lines_are_chosen_and_let_go_one_by_one_where_menus_are_buttons(place, ada, version):
    _, message = await looked(place, ada, version)
    for index in (0, 1, 0):
        picker = pickers(message)[0]
        message = said(await ada.press(picker.toggled(picker.choices[index])))
    assert chosen(message) == ["b"]


async def test_all_are_erased_without_choosing(place, ada, version):
    _, landed = await looked(place, ada, version)
    assert ticket(await ada.press(step(landed, "all"))).job.operation == EraseText(seed=77)


async def test_before_anything_is_chosen_there_is_nothing_to_press_for_it(place, ada, version):
    job, landed = await looked(place, ada, version)
    assert not [one for one in buttons(landed) if one.act.arg(2) == "go"]
    told = hint(await ada.press(act(Verb.ERASE, version.id, job.id, "go", "0")))
    assert told == Words("en").say("erase-nothing-chosen")


async def test_what_is_chosen_on_one_page_stays_so_on_the_next(place, ada, version):
    _, landed = await looked(place, ada, version, found=lines(PER_PAGE + 3))
    first = said(await ada.press(pickers(landed)[0].picked("bx")))
    second = said(await ada.press(step(first, "2")))
    assert chosen(second) == []
    both = fits(said(await ada.press(pickers(second)[0].picked("c"))))
    assert "Erase these 3" in [one.label for one in buttons(both)]
    areas = ticket(await ada.press(step(both, "go"))).job.operation.areas
    assert areas == lines(PER_PAGE + 3).polygons((2, PER_PAGE, PER_PAGE + 3))


async def test_choosing_none_on_a_page_lets_those_of_others_stay(place, ada, version):
    job, _ = await looked(place, ada, version, found=lines(PER_PAGE + 3))
    pressed = act(Verb.ERASE, version.id, job.id, "1", written({1, PER_PAGE + 1}))
    emptied = said(await ada.press(pickers(said(await ada.press(pressed)))[0].act))
    assert "Erase this one" in [one.label for one in buttons(emptied)]


async def test_as_many_as_can_be_chosen_fit_into_an_act(place, ada, version):
    job, _ = await looked(
        place, ada, version, found=lines(MOST, "The same long words " * 4, turned=True)
    )
    everything = act(Verb.ERASE, version.id, job.id, "2", written(range(1, MOST + 1)))
    message = fits(said(await ada.press(everything)))
    picker = pickers(message)[0]
    assert len(picker.picked(one.value for one in picker.choices).wire) <= LONGEST
    assert all(len(picker.toggled(one).wire) <= LONGEST for one in picker.choices)
    assert f"Erase these {MOST}" in [one.label for one in buttons(message)]


async def test_pressing_twice_erases_once(place, ada, version):
    _, landed = await looked(place, ada, version)
    ticket(await ada.press(step(landed, "all")))
    assert "already" in hint(await ada.press(step(landed, "all")))
    some = act(Verb.ERASE, version.id, landed.rows[1][0].act.arg(1), "go", written({1}))
    assert ticket(await ada.press(some)), "another order is no second press"


async def test_the_result_is_a_card_that_says_what_was_erased(place, ada, version):
    _, landed = await looked(place, ada, version)
    job = ticket(await ada.press(step(landed, "all"))).job
    await place.made(job, content=version.document)
    result = fits(await place.landed(job))
    assert "Erasing all text in the picture" in result.text
    assert button(result, Verb.FIND, (await place.parcel(job)).versions[0].id)


async def test_one_that_is_chosen_can_be_given_other_words(place, ada, version):
    _, landed = await looked(place, ada, version)
    assert button(landed, Verb.REPLACE, version.id)
    one = said(await ada.press(pickers(landed)[0].picked("b")))
    assert button(one, Verb.REWORD, version.id).arg(1).endswith(".2.auto")


async def test_a_list_of_another_version_is_not_read(place, ada, version):
    job, _ = await looked(place, ada, version)
    other = await painting_of(place, ada)
    answers = await ada.press(act(Verb.ERASE, other.id, job.id, "go", written({1})))
    assert answers[-1].ticket.job.version == other.id


@pytest.mark.parametrize("args", [("x",), ("9", "zz", "??"), ("-1", "v" * 10, "y"), ()])
async def test_a_step_of_no_release_shows_what_there_is(place, ada, version, args):
    job, _ = await looked(place, ada, version)
    assert pickers(said(await ada.press(act(Verb.ERASE, version.id, job.id, *args))))


async def test_the_presser_is_answered_in_their_own_language(place, ada, version):
    _, landed = await looked(place, ada, version)
    hana = await place.somebody("ada", language="ko")
    assert "표지에 얹은 글" in said(await hana.press(pickers(landed)[0].act)).text
