"""What was made, side by side: picking one, asking for more, and why nothing came of it."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Ordered, Says, Turns
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain import errors
from pipeline.domain.art import Brought
from pipeline.domain.geometry import Box
from pipeline.domain.job import Fault
from pipeline.domain.operation import Reroll, Restyle, Vary
from pipeline.domain.person import Preferences
from pipeline.domain.picture import Origin
from tests.conversation.measures import all_fit, fits
from tests.conversation.place import (
    button,
    buttons,
    cover_document,
    only,
    picture,
    said,
    ticket,
)


@pytest.fixture(params=["en", "ko"])
async def ada(place, request):
    return await place.somebody(language=request.param)


async def sheet_of(place, who, count=4, **given):
    options = await place.options(who, count, **given)
    return options, fits(await place.landed((await place.studio.jobs(who.person))[0]))


async def test_a_sheet_shows_every_option_with_a_number_to_pick_it(place, ada):
    options, message = await sheet_of(place, ada, 8)
    picks = [one.act.about for one in buttons(message) if one.act.verb is Verb.PICK]
    assert picks == [option.id for option in options]
    assert [one.label for one in buttons(message)][:8] == list("12345678")
    assert len([line for line in message.lines if line[:2] in {f"{n}." for n in range(1, 9)}]) == 8


async def test_a_sheet_says_what_was_understood_and_the_seed(place, ada):
    _, message = await sheet_of(place, ada, genre="mistery", format="a5")
    assert "Small Hours" in message.title
    genre = {"en": "mystery", "ko": "미스터리"}[ada.language]
    assert all(told in message.text for told in (genre, "A5", "77", "a lighthouse"))


async def test_the_picture_of_a_sheet_is_its_file_and_is_described(place, ada):
    _, message = await sheet_of(place, ada)
    (shown,) = message.pictures
    parcel = await place.parcel((await place.studio.jobs(ada.person))[0])
    assert (shown.source, shown.name) == (parcel.files[0].sha256, parcel.files[0].name)
    assert "Small Hours" in shown.alt
    assert "a lighthouse" in shown.alt


async def test_more_and_another_idea_and_another_brief_are_offered(place, ada):
    _, message = await sheet_of(place, ada)
    for verb in (Verb.MORE, Verb.IDEA, Verb.CHANGE):
        assert button(message, verb)


async def test_a_brought_picture_cannot_be_drawn_anew(place, ada):
    ticket_ = await place.ordered(ada, options=2)
    brought = with_picture_of(cover_document())
    await place.made(ticket_.job, 2, files={"contact-sheet.png": picture()}, content=brought)
    message = fits(await place.landed(ticket_.job))
    verbs = {one.act.verb for one in buttons(message)}
    assert verbs == {Verb.PICK, Verb.CHANGE}


async def test_a_single_option_is_shown_as_what_it_is(place, ada):
    _, message = await sheet_of(place, ada, 1)
    assert not [one for one in buttons(message) if one.act.verb is Verb.PICK]
    assert button(message, Verb.EDIT)


async def test_picking_stands_at_the_option_and_shows_it_below_the_sheet(place, ada):
    options, message = await sheet_of(place, ada)
    answer = only(all_fit(await ada.press(button(message, Verb.PICK, options[2].id))))
    assert isinstance(answer, Says)
    assert not answer.alone
    assert await place.stands(options[2]) == options[2].id
    assert button(answer.message, Verb.EDIT, options[2].id)


async def test_the_sheet_works_on_after_a_pick_and_after_a_restart(place, ada):
    options, message = await sheet_of(place, ada)
    await ada.press(button(message, Verb.PICK, options[2].id))
    place.restart()
    await ada.press(button(message, Verb.PICK, options[0].id))
    assert await place.stands(options[0]) == options[0].id


async def test_others_see_what_they_pick_for_themselves_and_move_nothing(place, ada):
    options, message = await sheet_of(place, ada)
    bo = await place.somebody("bo", language=ada.language)
    answer = only(all_fit(await bo.press(button(message, Verb.PICK, options[2].id))))
    assert answer.alone
    assert await place.stands(options[2]) == options[0].id


async def test_others_pick_together_where_the_owner_shares(place, ada):
    options, message = await sheet_of(place, ada)
    await place.studio.prefer(ada.person, Preferences(shared=True))
    bo = await place.somebody("bo")
    assert not only(await bo.press(button(message, Verb.PICK, options[2].id))).alone
    assert await place.stands(options[2]) == options[2].id


async def test_whose_covers_are_private_is_obeyed(place, ada):
    _, message = await sheet_of(place, ada)
    await place.studio.prefer(ada.person, Preferences(forkable=False))
    bo = await place.somebody("bo", language=ada.language)
    for verb in (Verb.PICK, Verb.MORE, Verb.IDEA, Verb.CHANGE):
        answer = only(all_fit(await bo.press(button(message, verb))))
        assert not isinstance(answer, Ordered | Turns)
        assert "Small Hours" not in str(answer)
    assert not await place.studio.jobs(bo.person)


async def test_more_asks_which_one_and_back_leads_to_the_sheet(place, ada):
    options, message = await sheet_of(place, ada)
    which = said(all_fit(await ada.press(button(message, Verb.MORE))))
    varies = [one.act.about for one in buttons(which) if one.act.verb is Verb.VARY]
    assert varies == [option.id for option in options]
    again = said(all_fit(await ada.press(button(which, Verb.SHEET))))
    assert (again.title, again.lines, again.rows) == (message.title, message.lines, message.rows)
    assert not again.pictures


async def test_more_like_one_is_ordered_as_variations_and_the_sheet_has_its_buttons_back(
    place, ada
):
    options, message = await sheet_of(place, ada)
    which = said(await ada.press(button(message, Verb.MORE)))
    turned, ordered = all_fit(await ada.press(button(which, Verb.VARY, options[1].id)))
    assert turned.message.rows == message.rows
    job = ordered.ticket.job
    assert (job.version, job.operation) == (options[1].id, Vary(seed=77, count=4))
    assert view_of(job.address) == View(screen=Screen.SHEET)


async def test_more_of_a_single_one_needs_no_question(place, ada):
    version = await place.cover(ada)
    job = ticket(await ada.press(act(Verb.MORE, version.id))).job
    assert isinstance(job.operation, Vary)


async def test_variations_land_as_a_sheet_that_is_drawn_of_them(place, ada):
    version = await place.cover(ada)
    job = ticket(all_fit(await ada.press(act(Verb.VARY, version.id)))).job
    made = await place.made(job, 4)
    message = fits(await place.landed(job))
    assert [one.act.about for one in buttons(message)[:4]] == [one.id for one in made]
    assert message.pictures[0].source[:2] == b"\xff\xd8"  # a JPEG file


async def test_another_idea_lands_as_a_cover(place, ada):
    _, message = await sheet_of(place, ada)
    job = ticket(all_fit(await ada.press(button(message, Verb.IDEA)))).job
    assert isinstance(job.operation, Reroll)
    await place.made(job)
    assert button(fits(await place.landed(job)), Verb.EDIT)


async def test_an_option_of_a_style_that_is_no_more_still_has_its_line(place, ada):
    old = cover_document()
    old = replace(old, art=replace(old.art, choice=replace(old.art.choice, recipe="bygone")))
    job = (await place.ordered(ada, options=2)).job
    await place.made(job, 2, files={"contact-sheet.png": picture()}, content=old)
    assert "bygone" in fits(await place.landed(job)).text


async def test_an_option_that_shows_nothing_in_particular_is_named_by_its_style_alone(place, ada):
    job = (await place.ordered(ada, options=2)).job
    bare = replace(cover_document(), motifs=())
    await place.made(job, 2, files={"contact-sheet.png": picture()}, content=bare)
    lines = fits(await place.landed(job)).lines
    assert {"1. atmospheric landscape", "1. 겹겹의 풍경"} & set(lines)


async def test_a_sheet_of_the_longest_titles_and_motifs_can_be_read(place, ada):
    content = replace(cover_document("Title " * 60), motifs=("a very long motif indeed",) * 9)
    job = (await place.ordered(ada, options=8, title="Title " * 60, genre="mystery")).job
    await place.made(job, 8, files={"contact-sheet.png": picture()}, content=content)
    message = fits(await place.landed(job))
    assert len(message.pictures[0].alt) <= 1024


async def test_a_failure_says_why_in_words_for_a_chat(place, ada):
    job = (await place.ordered(ada)).job
    await place.failed(job, Fault(code="lettering-no-face", facts={"characters": "☃"}))
    message = fits(await place.landed(job))
    assert "☃" in message.text
    assert "articover" not in message.text
    verbs = [one.act.verb for one in buttons(message)]
    assert verbs == [Verb.AMEND]  # the same again would fail again


async def test_a_change_that_failed_leads_back_to_its_cover(place, ada):
    version = await place.cover(ada)
    caller = ada.caller()
    here = caller.address(View(screen=Screen.CARD, here=True))
    ordered = await place.studio.order(ada.person, version.id, Restyle(size=1.2), here, caller.key)
    await place.failed(ordered.job, Fault(code="work-crashed"))
    message = fits(await place.landed(ordered.job))
    card = said(await ada.press(button(message, Verb.CARD, version.id)))
    assert button(card, Verb.EDIT)


@pytest.mark.parametrize("verb", [Verb.VARY, Verb.IDEA])
async def test_what_was_drawn_from_a_version_can_be_tried_again(place, ada, verb):
    version = await place.cover(ada)
    job = ticket(await ada.press(act(verb, version.id))).job
    await place.failed(job, Fault(code="work-crashed"))
    again = ticket(await ada.press(button(fits(await place.landed(job)), verb))).job
    assert (type(again.operation), again.version) == (type(job.operation), version.id)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("kind", [errors.WorkError, errors.LetteringError, errors.PictureError])
def test_why_a_job_can_fail_names_no_command_of_a_terminal(kind, language):
    for code, facts in kind.known.items():
        told = chat_sentence(kind(code, **dict.fromkeys(facts, 7)), Words(language))
        assert "articover " not in told, code
        assert "--" not in told, code


def with_picture_of(content):
    """The same cover over a picture of the author's."""
    whole = Box(x=0, y=0, w=1, h=1)
    origin = Origin(sha256="0" * 64, kind="png", width_px=9, height_px=9, crop=whole)
    return replace(content, art=Brought(origin=origin))
