"""Pictures of the author's that come with a brief."""

import asyncio

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.sent import MOST, Sent
from pipeline.domain.operation import Letter
from pipeline.domain.picture import LARGEST_MB, MEGABYTE
from tests.conversation.measures import all_fit
from tests.conversation.place import button, form, hint, picture, said, ticket


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody(language=request.param)


async def test_a_picture_that_was_sent_is_lettered(place, ada):
    ada.sent = {"photo": picture()}
    job = ticket(await ada.command("cover", title="Small Hours", art="photo")).job
    assert isinstance(job.operation, Letter)
    assert await place.studio.picture(job.operation.picture) == ada.sent["photo"]


async def test_a_picture_stays_with_the_brief_while_a_form_is_filled_in(place, ada):
    ada.sent = {"photo": picture()}
    asked = form(await ada.command("cover", art="photo"))
    assert isinstance(ticket(await ada.submit(asked.act, title="A")).job.operation, Letter)


async def test_a_picture_that_can_be_fetched_only_once_waits_for_its_brief(place, ada):
    """As on Discord, which brings a picture to nobody but the command that it came with."""
    ada.sent = {"photo": (photo := picture())}
    asked = form(await ada.command("cover", art="photo"))
    await asyncio.sleep(0)
    ada.sent = {}
    wrong = said(await ada.submit(asked.act, title="A", genre="zzgrx"))
    again = form(await ada.press(button(wrong, Verb.AMEND)))
    job = ticket(await ada.submit(again.act, title="A", genre="")).job
    assert await place.studio.picture(job.operation.picture) == photo
    place.restart()
    amended = form(await ada.press(act(Verb.AMEND, asked.act.about)))
    once_more = ticket(await ada.submit(amended.act, title="B")).job
    assert once_more.operation.picture == job.operation.picture


async def test_a_picture_that_was_lost_in_a_restart_is_asked_for_again(place, ada):
    ada.sent = {"photo": picture()}
    asked = form(await ada.command("cover", art="photo"))
    await asyncio.sleep(0)
    ada.sent = {}
    place.restart()
    assert hint(all_fit(await ada.submit(asked.act, title="A")))
    assert not await place.studio.jobs(ada.person)


async def test_pictures_that_wait_take_no_more_than_their_room():
    sent = Sent(most_bytes=100)

    async def fetch():
        return bytes(60)

    for draft in ("old", "new"):
        sent.expect(draft, fetch)
        assert len(await sent.content(draft)) == 60
    await asyncio.sleep(0)
    with pytest.raises(LookupError):
        await sent.content("old")
    assert await sent.content("new")


async def test_a_picture_that_gives_way_while_it_is_fetched_is_not_there():
    sent = Sent(most_bytes=100)
    sent.expect("old", asyncio.Event().wait)
    asked = asyncio.create_task(sent.content("old"))
    await asyncio.sleep(0)

    for draft in range(MOST):
        sent.expect(str(draft), asyncio.Event().wait)

    with pytest.raises(LookupError):
        await asked


async def test_a_picture_that_is_gone_or_too_large_is_told(place, ada):
    all_fit(gone := await ada.command("cover", title="A", art="nowhere"))
    assert hint(gone)
    ada.sent = {"huge": bytes(LARGEST_MB * MEGABYTE + 1)}
    assert str(LARGEST_MB) in said(await ada.command("cover", title="A", art="huge")).text
    assert not await place.studio.jobs(ada.person)


async def test_a_style_does_not_go_with_a_picture(place, ada):
    ada.sent = {"photo": picture()}
    answers = all_fit(await ada.command("cover", title="A", style="noir", art="photo"))
    assert button(said(answers), Verb.AMEND)
    assert not await place.studio.jobs(ada.person)
