"""Painted covers in the chats: what is said of them, what can be done, and when none came."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.alt import alt_of
from bot.conversation.language import LANGUAGES
from bot.conversation.rooms.card import card
from bot.conversation.words import Words
from pipeline.domain import operation as op
from pipeline.domain.errors import CODES, ModelError, PaintError
from pipeline.domain.job import Fault
from tests.conversation.covers import brought, cover_of, painted, report
from tests.conversation.measures import all_fit, fits
from tests.conversation.place import Place, button, buttons, picture, said, ticket

LONG = "She kept every letter that he had never sent, in a box under the stairs of the lighthouse. "


@pytest.fixture
def place():
    return Place(paints=True)


@pytest.fixture(params=LANGUAGES)
async def ada(place, request):
    return await place.somebody(language=request.param, sent={"photo": picture()})


async def painting_of(place, who, **facts):
    """A painted cover of one version."""
    return await cover_of(place, who, painted(await place.cover(who), **facts))


async def shown(place, who, version, **how):
    return fits(await card(place.means, Words(who.language), version, **how))


def verbs(message):
    return {one.act.verb for one in buttons(message)}


async def test_a_card_says_what_was_understood_what_found_no_room_and_how_it_was_painted(
    place, ada
):
    text = (await shown(place, ada, await painting_of(place, ada))).text
    for fact in ("a lighthouse, the sea", "She never wrote back.", "4711", "30",
                 "stable-diffusion-v1-4", "ink-wash"):  # fmt: skip
        assert fact in text
    assert "CompVis/" not in text


async def test_however_much_found_no_room_a_card_can_be_shown(place, ada):
    left = tuple(f"{number}. {LONG}" for number in range(40))
    version = await painting_of(place, ada, understood=(LONG,) * 9, left_out=left)
    assert "39." not in (await shown(place, ada, version)).text


async def test_who_only_looks_reads_nothing_of_the_brief(place, ada):
    version = await painting_of(place, ada)
    text = (await shown(place, ada, version, looking=True)).text
    assert "She never wrote back." not in text
    assert "stable-diffusion-v1-4" in text


async def test_a_painted_cover_is_varied_and_made_anew_but_not_recoloured(place, ada):
    message = await shown(place, ada, await painting_of(place, ada))
    assert {Verb.VARY, Verb.IDEA, Verb.REMAKE} <= verbs(message)
    assert Verb.RECOLOUR not in verbs(message)


async def test_another_engine_makes_a_new_cover_of_the_same_brief(place, ada):
    version = await painting_of(place, ada)
    drawn = ticket(all_fit(await ada.press(act(Verb.REMAKE, version.id, "illustrator")))).job
    painted_ = ticket(await ada.press(act(Verb.REMAKE, version.id, "painter"))).job
    assert (type(drawn.operation), type(painted_.operation)) == (op.Illustrate, op.Paint)
    briefs = [(await place.studio.cover(ada.person, one.cover)).brief for one in (drawn, painted_)]
    assert {brief.title for brief in briefs} == {"Small Hours"}
    assert drawn.cover != version.cover


async def test_a_drawn_cover_can_be_painted_without_its_style(place, ada):
    version = await place.cover(ada, style="noir")
    message = await shown(place, ada, version)
    job = ticket(await ada.press(button(message, Verb.REMAKE, version.id, "painter"))).job
    assert isinstance(job.operation, op.Paint)
    assert not (await place.studio.cover(ada.person, job.cover)).brief.style


async def test_a_lettered_picture_can_be_painted_from(place, ada):
    version = await place.cover(ada)
    own = await cover_of(place, ada, brought(version))
    job = ticket(await ada.press(button(await shown(place, ada, own), Verb.REMAKE))).job
    assert await place.studio.picture(job.operation.picture) == await place.studio.picture(
        version.preview
    )


@pytest.mark.parametrize("art", ["drawn", "brought"])
async def test_nothing_is_painted_where_there_is_no_model(art):
    place = Place()
    ada = await place.somebody()
    version = await place.cover(ada)
    if art == "brought":
        version = await cover_of(place, ada, brought(version))
    assert Verb.REMAKE not in verbs(await shown(place, ada, version))
    answers = await ada.press(act(Verb.REMAKE, version.id, "painter"))
    assert button(said(answers), Verb.ORDER)


async def test_a_sheet_says_once_what_was_understood_and_offers_more(place, ada):
    job = (await place.ordered(ada, options=3)).job
    content = painted(await place.cover(ada))
    await place.made(job, 3, content=content, files={"contact-sheet.png": picture()})
    message = fits(await place.landed(job))
    assert message.text.count("a lighthouse, the sea") == 1
    assert message.text.count("She never wrote back.") == 1
    assert {Verb.MORE, Verb.IDEA, Verb.CHANGE} <= verbs(message)


async def test_a_changed_brief_is_painted_again_from_the_same_picture(place, ada):
    asked = {"title": "Small Hours", "genre": "poetry", "art": "photo", "engine": "painter"}
    job = ticket(await ada.command("cover", **asked)).job
    (first,) = await place.made(job, content=painted(await place.cover(ada)))
    form = (await ada.press(act(Verb.CHANGE, first.id)))[0].form
    again = ticket(await ada.submit(form.act, title="Late Hours")).job
    assert isinstance(again.operation, op.Paint)
    assert again.operation.picture == job.operation.picture


async def test_an_order_to_paint_says_what_is_made_and_with_which_seed(place, ada):
    text = said(all_fit(await ada.command("cover", title="A", summary="B", genre="poetry",
                                          ratio="6x9", engine="painter"))).text  # fmt: skip
    assert "77" in text


async def not_painted(place, who, code, **asked):
    """An order that the model failed, and what is said of that."""
    given = {"title": "A", "genre": "poetry", "summary": "B", "ratio": "6x9", "engine": "painter"}
    job = ticket(await who.command("cover", **given | asked)).job
    await place.failed(job, Fault(code=code, facts=dict.fromkeys(CODES[code], "1")))
    return job, fits(await place.landed(job))


@pytest.mark.parametrize(
    ("code", "again"),
    [("painter-failed", True), ("paint-unsafe", True), ("adapter-missing", True),
     ("painter-memory", False), ("paint-words", False), ("model-missing", False)],
)  # fmt: skip
async def test_what_was_not_painted_can_be_drawn_and_tried_again_where_that_may_help(
    place, ada, code, again
):
    job, message = await not_painted(place, ada, code)
    assert any(one.act == act(Verb.ORDER, job.cover) for one in buttons(message)) is again
    pressed = await ada.press(button(message, Verb.ORDER, job.cover, "illustrator"))
    assert isinstance(ticket(pressed).job.operation, op.Illustrate)


@pytest.mark.parametrize("code", sorted({*PaintError.known, *ModelError.known}))
async def test_whatever_is_wrong_with_the_model_a_cover_can_be_drawn(place, code):
    job, message = await not_painted(place, await place.somebody(), code)
    assert button(message, Verb.ORDER, job.cover, "illustrator")


async def test_trying_again_paints_again(place, ada):
    job, message = await not_painted(place, ada, "painter-failed", art="photo")
    again = ticket(await ada.press(button(message, Verb.ORDER, job.cover))).job
    assert isinstance(again.operation, op.Paint)
    assert again.operation.picture == job.operation.picture
    lettered = ticket(await ada.press(act(Verb.ORDER, job.cover, "illustrator"))).job
    assert isinstance(lettered.operation, op.Letter)


async def test_a_painting_too_small_for_print_is_not_said_to_be_the_authors(place, ada):
    version = replace(await painting_of(place, ada), report=report(("resolution", "fail")))
    text = (await shown(place, ada, version)).text
    assert "DPI" in text
    assert "larger picture" not in text
    assert "큰 그림" not in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_painted_cover_is_described_by_what_it_was_painted_of(place, ada, language):
    version = await painting_of(place, ada, understood=("lighthouse",))
    told = alt_of(replace(version, document=replace(version.document, alt_text="")), (),
                  Words(language))  # fmt: skip
    assert {"en": "lighthouse", "ko": "등대"}[language] in told
