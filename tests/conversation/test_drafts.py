"""Briefs in free text, and drafts: offered, amended, thrown away, made from earlier covers."""

import json

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Asks, Ordered, Turns
from bot.conversation.drafts import MOST
from pipeline.domain.errors import StorageError
from pipeline.domain.job import Fault
from pipeline.domain.operation import Letter
from tests.conversation.measures import all_fit, fits
from tests.conversation.place import button, buttons, form, hint, picture, said, ticket

FULL = {"title": "Small Hours", "genre": "mystery", "summary": "A lighthouse.", "ratio": "6x9"}


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody(language=request.param)


@pytest.fixture(params=["en", "ko"])
async def tess(place, request):
    """Somebody where there are no forms."""
    return await place.somebody("tess", platform="telegram", forms=False, private=True,
                                language=request.param)  # fmt: skip


async def brief_of(place, who, job):
    return (await place.studio.cover(who.person, job.cover)).brief


async def test_everything_in_one_message_is_ordered_at_once(place, tess):
    text = "Title: Small Hours Genre: mystery\nSummary: A lighthouse goes dark. Format: a5"
    job = ticket(all_fit(await tess.command("cover", text=text))).job
    brief = await brief_of(place, tess, job)
    assert (brief.title, brief.summary) == ("Small Hours", "A lighthouse goes dark.")
    assert (brief.genre, brief.format.name) == ("mystery", "a5")


async def test_korean_labels_are_understood(place, tess):
    job = ticket(
        await tess.command("cover", text="제목：바다의 편지 장르：에세이 작가：한서윤")
    ).job
    brief = await brief_of(place, tess, job)
    assert (brief.title, brief.genre, brief.author) == ("바다의 편지", "에세이", "한서윤")
    assert brief.language == "ko"


async def test_a_photo_with_a_caption_is_lettered(place, tess):
    tess.sent = {"photo": picture()}
    answers = await tess.command("cover", text="Title: Small Hours", art="photo")
    assert isinstance(ticket(answers).job.operation, Letter)


async def test_free_text_that_looks_like_a_brief_is_offered_and_made_once(place, tess):
    offer = said(all_fit(await tess.say("Title: Small Hours\nGenre: mystery\nAuthor: Ada")))
    assert all(part in offer.text for part in ("Small Hours", "mystery", "Ada"))
    make = button(offer, Verb.ORDER)
    closed, ordered = all_fit(await tess.press(make))
    assert isinstance(closed, Turns)
    assert not closed.message.rows
    assert isinstance(ordered, Ordered)
    _, again = await tess.press(make)
    assert again.ticket.job.id == ordered.ticket.job.id


async def test_an_offer_without_a_title_asks_for_it(place, tess):
    text = "A lighthouse keeper on a northern island finds letters from a ship that never came."
    offer = said(await tess.say(text))
    question = said(all_fit(await tess.press(button(offer, Verb.ORDER))))
    assert button(question, Verb.TALK)
    assert not await place.studio.jobs(tess.person)


async def test_an_offer_without_a_title_is_mended_by_a_form_where_there_are_forms(place, ada):
    ada.private = True
    offer = said(await ada.say("A lighthouse keeper on a northern island finds letters, " * 2))
    told = said(all_fit(await ada.press(button(offer, Verb.ORDER))))
    asked = form(all_fit(await ada.press(button(told, Verb.AMEND))))
    assert ticket(await ada.submit(asked.act, title="Small Hours"))


async def test_an_offer_can_be_changed_and_thrown_away(place, tess):
    offer = said(await tess.say("Title: Small Hours\nGenre: mystery"))
    question = said(all_fit(await tess.press(button(offer, Verb.AMEND))))
    assert "Small Hours" in buttons(question)[0].label
    thrown = said(all_fit(await tess.press(button(offer, Verb.DISCARD))))
    assert not thrown.rows
    assert hint(all_fit(await tess.press(button(offer, Verb.ORDER))))


async def test_groups_are_left_alone(place, tess):
    tess.private = False
    assert await tess.say("hello there") == ()
    assert await tess.say("Title: Small Hours\nGenre: mystery") == ()


async def test_a_draft_outlives_the_process_and_the_oldest_go(place, ada):
    asked = form(await ada.command("cover", title="The first"))
    place.restart()
    kept = form(await ada.press(act(Verb.AMEND, asked.act.about)))
    assert [one.key for one in kept.fields][:2] == ["genre", "summary"]  # the title is kept
    for _ in range(MOST):
        await ada.command("cover", title="Another")
    assert hint(await ada.submit(asked.act, title="The first"))
    drafts = json.loads(await place.store.notes.note(ada.person.id, "drafts"))
    assert len(drafts) == MOST


async def test_a_draft_is_its_owners(place, ada):
    asked = form(await ada.command("cover", title="A"))
    bo = await place.somebody("bo")
    for answers in (await bo.submit(asked.act, title="B"), await bo.press(asked.act)):
        assert hint(answers)


async def test_an_ordered_draft_that_is_amended_becomes_another_cover(place, ada):
    asked = form(await ada.command("cover", title="A"))
    first = ticket(await ada.submit(asked.act, title="A")).job
    again = form(await ada.press(act(Verb.AMEND, asked.act.about)))
    second = ticket(await ada.submit(again.act, title="B")).job
    assert first.id != second.id
    assert (await brief_of(place, ada, second)).title == "B"


async def test_the_brief_of_a_version_can_be_changed_for_another_cover(place, ada):
    version = await place.cover(ada, genre="mystery", author="Ada", format="a5", style="noir")
    asked = form(all_fit(await ada.press(act(Verb.CHANGE, version.id))))
    values = {field.key: field.value for field in asked.fields}
    assert (values["title"], values["author"]) == ("Small Hours", "Ada")
    job = ticket(await ada.submit(asked.act, **{**values, "title": "Long Hours"})).job
    brief = await brief_of(place, ada, job)
    assert (brief.title, brief.style, brief.format.name) == ("Long Hours", "noir", "a5")
    assert job.cover != version.cover


async def test_nobody_changes_the_brief_of_somebody_else(place, ada):
    version = await place.cover(ada)
    bo = await place.somebody("bo", language=ada.language)
    answers = await bo.press(act(Verb.CHANGE, version.id))
    assert not any(isinstance(one, Asks) for one in answers)


async def test_a_long_summary_is_kept_whole_when_the_form_cannot_show_it(place, ada):
    long = "word " * 2000
    version = await place.cover(ada, summary=long)
    asked = form(all_fit(await ada.press(act(Verb.CHANGE, version.id))))
    values = {field.key: field.value for field in asked.fields}
    job = ticket(await ada.submit(asked.act, **{**values, "title": "B"})).job
    assert (await brief_of(place, ada, job)).summary == long.strip()


async def test_a_first_order_that_failed_can_be_tried_again_and_changed(place, ada):
    job = (await place.ordered(ada)).job
    await place.failed(job, Fault(code="work-crashed"))
    message = fits(await place.landed(job))
    again = ticket(await ada.press(button(message, Verb.ORDER))).job
    assert (await brief_of(place, ada, again)).title == "Small Hours"
    asked = form(await ada.press(button(message, Verb.AMEND)))
    assert ticket(await ada.submit(asked.act, title="B")).job.id not in {job.id, again.id}


async def test_a_failed_order_with_a_picture_is_tried_again_with_it(place, ada):
    ada.sent = {"photo": picture()}
    job = ticket(await ada.command("cover", title="A", art="photo")).job
    await place.failed(job, Fault(code="work-crashed"))
    again = ticket(await ada.press(act(Verb.ORDER, job.cover))).job
    assert again.operation.picture == job.operation.picture


async def test_what_is_committed_is_never_told_as_refused(place, ada, monkeypatch):
    async def away():
        raise StorageError("storage-busy")

    monkeypatch.setattr(place.store.jobs, "overview", away)
    answers = all_fit(await ada.command("cover", **FULL))
    assert button(said(answers), Verb.CANCEL, ticket(answers).job.id)


async def test_a_picture_of_which_nothing_is_left_is_asked_for_again(place, ada):
    ada.sent = {"photo": picture()}
    job = ticket(await ada.command("cover", title="A", art="photo")).job
    await place.failed(job, Fault(code="work-crashed"))
    await place.store.blobs.collect(place.store.references)
    assert hint(all_fit(await ada.press(act(Verb.ORDER, job.cover))))


async def test_every_command_of_a_long_brief_is_answered_in_few_words(place, tess):
    parts = dict.fromkeys(("subtitle", "author", "series"), "A word or two. " * 20)
    text = "\n".join(f"{key}: {value[:190]}" for key, value in parts.items())
    offer = await tess.say(f"Title: {'Long ' * 60}\n{text}\nSummary: {'word ' * 900}\n"
                           f"Wishes: {'blue ' * 300}\nGenre: mystery\nStyle: noir\nSeed: 7")  # fmt: skip
    all_fit(offer)
    _, ordered = all_fit(await tess.press(button(said(offer), Verb.ORDER)))
    assert isinstance(ordered, Ordered)
