"""What a book is called in orders: as on the version that is changed, else as in its brief."""

from dataclasses import replace

import pytest

from bot.conversation.books import as_on, title_on
from bot.conversation.caller import Screen, View
from bot.conversation.rooms.accepting import ordered
from pipeline.domain.operation import EditText, Restyle
from tests.conversation.place import cover_document, said
from tests.conversation.wall import Watched


@pytest.fixture
def place():
    return Watched()


@pytest.fixture
async def ada(place):
    return await place.somebody()


@pytest.fixture
async def renamed(place, ada):
    """A version of "Small Hours" on which "Long Nights" stands now."""
    first = await place.cover(ada)
    caller = ada.caller()
    here = caller.address(View(screen=Screen.CARD))
    edit = EditText(changes=(("title", "Long Nights"),))
    ticket = await place.studio.order(ada.person, first.id, edit, here, caller.key)
    return (await place.made(ticket.job, content=cover_document("Long Nights")))[0]


async def test_an_order_on_a_renamed_version_has_its_title_everywhere(place, ada, renamed):
    view = View(screen=Screen.CARD)
    taken = await ordered(place.means, ada.caller(), renamed, Restyle(size=1.2), view)
    assert "Long Nights" in taken.message.title
    waiting = said(await ada.command("status")).lines[0]
    assert "“Long Nights”" in waiting
    await place.run(taken.ticket.job)
    await place.look()
    assert "Long Nights" in place.wall.shown[-1][1].title


async def test_an_order_on_a_version_from_before_keeps_the_title_there(place, ada, renamed):
    first = await place.store.covers.version(renamed.parent)
    view = View(screen=Screen.CARD)
    taken = await ordered(place.means, ada.caller(), first, Restyle(size=1.2), view)
    assert "Small Hours" in taken.message.title


async def test_a_cover_without_words_is_called_as_in_its_brief(place, ada, renamed):
    cover = await place.store.covers.cover(renamed.cover)
    document = renamed.document
    bare = replace(renamed, document=replace(document, layout=replace(document.layout, blocks=())))
    assert title_on(bare) == ""
    assert as_on(cover, bare).brief.title == as_on(cover, None).brief.title == "Small Hours"
