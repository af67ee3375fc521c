"""What every chat's addresses say alike."""

import pytest

from bot.conversation.caller import Screen, View
from bot.conversation.places import language_of, place_of, read_place, view_of
from pipeline.domain.job import Address


def test_an_address_keeps_how_its_result_is_shown_and_in_which_language():
    view = View(screen=Screen.MOVE, about="title", here=True)
    address = Address(platform="telegram", place=place_of(view, "ko", chat=-100, topic=7))
    assert (view_of(address), language_of(address)) == (view, "ko")
    assert read_place(address)["topic"] == 7


@pytest.mark.parametrize(
    "place", ["", "[]", "7", "{}", '{"view": {"screen": "old"}, "language": "tlh"}']
)
def test_an_address_that_says_nothing_is_shown_as_a_cover_in_english(place):
    address = Address(platform="discord", place=place)
    assert (view_of(address), language_of(address)) == (View(screen=Screen.CARD), "en")


async def test_the_scaffold_settles_orders_by_hand():
    from tests.conversation.place import Place  # noqa: PLC0415

    place = Place()
    ada = await place.somebody()
    options = await place.options(ada, 3)
    parcel = await place.parcel((await place.studio.jobs(ada.person))[0])
    assert [one.number for one in options] == [1, 2, 3]
    assert [file.name for file in parcel.files] == ["contact-sheet.png"]
    assert await place.stands(options[0]) == options[0].id
