"""Lettering in a picture, erased and replaced on Discord: the real rooms, a strict server."""

import pytest

from bot.conversation.rooms.index import all_rooms
from pipeline.domain.operation import EraseText, ReplaceText
from tests.conversation.found import files_of, lines
from tests.conversation.place import cover_document, picture
from tests.discord.stand import Stand
from tests.paintings import painted
from tests.retouching import three_lines

ERASE, REPLACE = "Erase text in the picture", "Replace text in the picture"


@pytest.fixture
def stand(server):
    return Stand(server, rooms=all_rooms())


async def newest(stand):
    """The one order that waits."""
    await stand.settled()
    (line,) = (await stand.place.studio.overview()).lines
    return await stand.place.store.jobs.job(line.job)


@pytest.fixture
def ada(server):
    return server.person()


async def painting(stand, who):
    """The card of a cover that was painted."""
    did = await who.runs("cover", title="Small Hours", genre="mystery", summary="A keeper.",
                         ratio="6x9", options=1)  # fmt: skip
    job = await newest(stand)
    async with stand.place.store.blobs.writing():
        sha = await stand.place.store.blobs.put(picture())
    await stand.place.made(job, content=painted(cover_document(), sha))
    await stand.deliver(job)
    return did.said[-1]


async def looked(stand, who, label=ERASE, found=None):
    """The picture with numbers, after a press on the card."""
    did = await who.presses(await painting(stand, who), label)
    job = await newest(stand)
    await stand.place.made(job, 0, files=files_of(three_lines() if found is None else found))
    await stand.deliver(job)
    return did.said[-1]


async def test_lines_are_chosen_in_a_menu_and_erased(stand, ada):
    async with stand.running():
        shown = await looked(stand, ada)
        menu = shown.picker("a:er:")
        assert (menu["min_values"], menu["max_values"]) == (0, 3)
        await ada.chooses(shown, "a:er:", "1. “SEA KING” · Latin", "3. unread text")
        await stand.settled()
        assert [one["default"] for one in shown.picker("a:er:")["options"]] == [True, False, True]
        await ada.presses(shown, "Erase these 2")
        assert (await newest(stand)).operation.areas == three_lines().polygons((1, 3))
    assert "numbered frames round 3 lines" in shown.attachments[0].alt


async def test_choosing_none_again_is_a_choice(stand, ada):
    async with stand.running():
        shown = await looked(stand, ada)
        await ada.chooses(shown, "a:er:", "2. “바다” · Hangul")
        await stand.settled()
        await ada.chooses(shown, "a:er:")
        await stand.settled()
        assert "Erase this one" not in shown.labels
        await ada.presses(shown, "Erase all")
        assert isinstance((await newest(stand)).operation, EraseText)


async def test_choosing_a_line_opens_a_form_whose_words_are_ordered_after_a_restart(stand, ada):
    async with stand.running():
        shown = await looked(stand, ada, REPLACE)
    async with stand.running():
        asked = await ada.chooses(shown, "a:rw:", "2. “바다” · Hangul")
        assert asked.modal.title == "Other words for line 2"
        await ada.fills(asked, words="여관", colour="gold")
        wanted = (await newest(stand)).operation
        assert isinstance(wanted, ReplaceText)
        assert (wanted.words, wanted.area) == ("여관", three_lines().lines[1].polygon)


async def test_more_lines_than_a_menu_holds_are_on_further_pages(stand, ada):
    async with stand.running():
        shown = await looked(stand, ada, found=lines(40))
        assert len(shown.picker("a:er:")["options"]) == 24
        await ada.presses(shown, "Next ›")
        await stand.settled()
        assert len(shown.picker("a:er:")["options"]) == 16


async def test_where_nothing_was_found_there_is_only_the_way_back(stand, ada):
    async with stand.running():
        shown = await looked(stand, ada, found=lines(0))
    assert shown.labels == ["Back to the cover"]
    assert "nothing to erase" in shown.content
