"""Versions side by side."""

import pytest

from bot.conversation.act import LONGEST, Verb, act
from bot.conversation.answer import Ordered, Turns
from bot.conversation.caller import Screen, View
from bot.conversation.language import LANGUAGES
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.operation import Compare, EditText, Restyle
from tests.conversation.covers import GUEST_SETTINGS, grown, prefers
from tests.conversation.measures import fits
from tests.conversation.place import Place, button, buttons, hint, picture, said


@pytest.fixture
def place():
    return Place(open_per_person=50)


async def screen(who, version, *args):
    return said(await who.press(act(Verb.COMPARE, version.id, *args)))


def numbers(message):
    """The numbers on the screen, and those that are chosen."""
    found = [one for one in buttons(message) if one.label.removeprefix("✓ ").isdecimal()]
    chosen = [one.label.removeprefix("✓ ") for one in found if one.label.startswith("✓")]
    return [one.label.removeprefix("✓ ") for one in found], chosen


def press_of(message, label):
    return next(one.act for one in buttons(message) if one.label.removeprefix("✓ ") == label)


async def test_a_version_is_held_against_the_one_it_was_made_from(place, ada):
    last = await grown(place, ada, 4)
    shown = await screen(ada, last)
    assert numbers(shown) == (["1", "2", "3", "4"], ["3", "4"])
    assert "4: All texts set larger" in shown.lines


async def test_the_first_version_is_held_against_where_the_cover_stands(place, ada):
    first = await place.cover(ada)
    await place.child(ada, await place.child(ada, first, Restyle(size=1.1)), Restyle(size=1.1))
    assert numbers(await screen(ada, first))[1] == ["1", "3"]


async def test_numbers_are_chosen_and_let_go(place, ada):
    last = await grown(place, ada, 4)
    shown = said(await ada.press(press_of(await screen(ada, last), "1")))
    assert numbers(shown)[1] == ["1", "3", "4"]
    shown = said(await ada.press(press_of(shown, "3")))
    assert numbers(shown)[1] == ["1", "4"]


async def test_all_may_be_let_go(place, ada):
    last = await grown(place, ada, 2)
    shown = await screen(ada, last)
    for label in ("1", "2"):
        shown = said(await ada.press(press_of(shown, label)))
    assert numbers(shown) == (["1", "2"], [])


async def test_a_ninth_number_changes_nothing(place, ada):
    last = await grown(place, ada, 12)
    shown = await screen(ada, last, "1.2.3.4.5.6.7.8")
    assert numbers(said(await ada.press(press_of(shown, "9"))))[1] == list("12345678")
    nine = act(Verb.COMPARE, last.id, "1.2.3.4.5.6.7.8.9")
    assert "8 versions" in hint(await ada.press(nine))


async def test_forty_versions_have_two_pages_and_what_is_chosen_stays(place, ada):
    last = await grown(place, ada, 40)
    shown = await screen(ada, last)
    assert numbers(shown)[0] == [str(number) for number in range(21, 41)]
    before = said(await ada.press(press_of(shown, "‹ Previous")))
    assert numbers(before)[0] == [str(number) for number in range(1, 21)]
    both = said(await ada.press(press_of(before, "7")))
    assert "Compare (3)" in [one.label for one in buttons(both)]
    assert [len(row) for row in both.rows] == [5, 5, 5, 5, 3]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_of_long_deeds_fits_under_a_picture(place, language):
    ada = await place.somebody(language=language)
    version = await place.cover(ada)
    wordy = EditText(changes=(("title", "Long words " * 20), ("author", "Long names " * 10)))
    for _ in range(39):
        version = await place.child(ada, version, wordy)
    fits(await screen(ada, version, "1.2.3"))


async def test_the_longest_choice_fits_into_an_id(place, ada):
    last = await grown(place, ada, 1)
    chosen = ".".join(str(9990 + number) for number in range(8))
    for more in ("go", "p500"):
        assert len(act(Verb.COMPARE, last.id, chosen, more).wire) <= LONGEST


async def test_what_is_chosen_is_compared_and_the_card_is_back(place, ada):
    last = await grown(place, ada, 3)
    tree = (await place.studio.tree(ada.person, last.id))[1]
    turned, ordered = await ada.press(act(Verb.COMPARE, last.id, "1.3", "go"))
    assert isinstance(turned, Turns)
    assert isinstance(ordered, Ordered)
    job = ordered.ticket.job
    assert job.operation == Compare(versions=(tree[0].id, tree[2].id))
    assert view_of(job.address) == View(screen=Screen.COMPARISON)


async def test_a_comparison_begun_at_an_older_version_leads_back_to_where_the_cover_stands(
    place, ada
):
    last = await grown(place, ada, 3)
    first = (await place.studio.tree(ada.person, last.id))[1][0]
    assert button(await screen(ada, first), Verb.CARD) == act(Verb.CARD, last.id)
    turned, _ = await ada.press(act(Verb.COMPARE, first.id, "1.3", "go"))
    assert turned.message.title == "Small Hours · version 3"
    assert await place.stands(last) == last.id


async def test_a_comparison_lands_with_a_button_for_each_version(place, ada):
    last = await grown(place, ada, 3)
    tree = (await place.studio.tree(ada.person, last.id))[1]
    _, ordered = await ada.press(act(Verb.COMPARE, last.id, "1.2.3", "go"))
    await place.made(ordered.ticket.job, 0, files={"comparison.png": picture()})
    landed = await place.landed(ordered.ticket.job)
    assert [(one.label, one.act) for one in buttons(landed)] == [
        (f"Version {version.number}", act(Verb.PICK, version.id)) for version in tree
    ]
    assert "versions 1, 2, 3" in landed.pictures[0].alt


@pytest.mark.parametrize("chosen", ["1", "-", "99", "nonsense"])
@pytest.mark.parametrize("language", ["en", "ko"])
async def test_one_version_cannot_be_compared(place, language, chosen):
    ada = await place.somebody(language=language)
    version = await place.cover(ada)
    told = hint(await ada.press(act(Verb.COMPARE, version.id, chosen, "go")))
    assert told == Words(language).say("chat-compare-count", low=2, high=8)


@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused(place, ada, forkable, shared, told):
    version = await place.cover(ada)
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    assert told in hint(await guest.press(act(Verb.COMPARE, version.id)))
    assert told in hint(await guest.press(act(Verb.COMPARE, version.id, "1.2", "go")))
