"""Other words in the place of lettering in a cover's picture."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.caller import Screen
from bot.conversation.places import view_of
from bot.conversation.rooms.lettering_found import PER_PAGE
from bot.conversation.words import Words
from pipeline.domain.errors import RetouchError
from pipeline.domain.job import Fault
from pipeline.domain.lettering import Hand
from tests.conversation.found import finished, let_go, lines, looked, painting_of
from tests.conversation.measures import fits, form_fits
from tests.conversation.place import button, buttons, form, hint, pickers, said, ticket
from tests.retouching import three_lines


@pytest.fixture
async def ada(place):
    return await place.somebody()


@pytest.fixture
async def version(place, ada):
    return await painting_of(place, ada)


async def asked(place, who, version, number=1):
    """The act that asks for the words of a line, chosen from the menu."""
    _, landed = await looked(place, who, version, "replace")
    (picker,) = pickers(fits(landed))
    return picker.act.adding(picker.choices[number - 1].value)


async def test_a_line_is_chosen_and_its_words_are_asked_for(place, ada, version):
    pressed = await asked(place, ada, version)
    words, colour, font = form_fits(form(await ada.press(pressed))).fields
    assert (words.value, words.needed, colour.needed, font.needed) == (
        "SEA KING",
        True,
        False,
        False,
    )
    job = ticket(await ada.submit(pressed, words="Hotel\n Lune", colour="gold", font="Anton")).job
    wanted = job.operation
    assert (wanted.area, wanted.words) == (three_lines().lines[0].polygon, "Hotel Lune")
    assert (wanted.colour, wanted.font, wanted.hand) == ("#c79a3b", "Anton", None)
    assert (view_of(job.address).screen, view_of(job.address).here) == (Screen.CARD, False)


async def test_what_could_not_be_read_begins_empty(place, ada, version):
    fields = form(await ada.press(await asked(place, ada, version, 3))).fields
    assert fields[0].value == ""


@pytest.mark.parametrize(("given", "told"), [
    ({"words": "  "}, "which words"), ({"words": "Hotel", "colour": "zzgrx"}, "no colour"),
    ({"words": "Hotel 🌊"}, "🌊"), ({"words": "달빛", "font": "Anton"}, "달빛"),
    ({"words": "Hotel", "font": "Nobody's Hand"}, "no typeface"),
])  # fmt: skip
async def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(
    place, ada, version, given, told
):
    pressed = await asked(place, ada, version)
    refused = said(await ada.submit(pressed, **given))
    assert told in refused.text
    again = form(await ada.press(button(refused, Verb.REWORD))).fields
    assert {one.key: one.value for one in again if one.key in given} == given


async def test_where_a_model_letters_one_can_say_who_shall(place, ada, version):
    place.menu = replace(place.menu, writes=True)
    place.restart()
    _, landed = await looked(place, ada, version, "replace")
    hands = [one for one in buttons(landed) if one.act.verb is Verb.REPLACE]
    assert [one.act.arg(3) for one in hands] == ["auto", "model", "type"]
    typeset = said(await ada.press(hands[2].act))
    assert "✓ By the typesetter" in [one.label for one in buttons(typeset)]
    picker = pickers(typeset)[0]
    pressed = picker.act.adding(picker.choices[0].value)
    assert ticket(await ada.submit(pressed, words="A")).job.operation.hand is Hand.TYPE


async def test_what_the_model_cannot_write_is_one_press_from_the_typesetter(place, ada, version):
    place.menu = replace(place.menu, writes=True)
    place.restart()
    _, landed = await looked(place, ada, version, "replace")
    by_model = next(one.act for one in buttons(landed) if one.act.arg(3) == "model")
    (picker,) = pickers(said(await ada.press(by_model)))
    refused = said(await ada.submit(picker.act.adding(picker.choices[0].value), words="달빛"))
    (typesetter,) = buttons(refused)
    assert typesetter.label == "By the typesetter"
    asked = form(await ada.press(typesetter.act))
    assert asked.fields[0].value == "달빛"
    wanted = ticket(await ada.submit(typesetter.act, words="달빛")).job.operation
    assert (wanted.words, wanted.hand) == ("달빛", Hand.TYPE)


async def test_where_none_does_nobody_is_asked_about_it(place, ada, version):
    _, landed = await looked(place, ada, version, "replace")
    assert not [one for one in buttons(landed) if one.act.verb is Verb.REPLACE]


async def test_lines_behind_the_first_menu_are_on_the_next(place, ada, version):
    _, landed = await looked(place, ada, version, "replace", lines(PER_PAGE + 2))
    second = fits(said(await ada.press(button(landed, Verb.REPLACE, version.id))))
    (picker,) = pickers(second)
    fields = form(await ada.press(picker.act.adding(picker.choices[1].value))).fields
    assert fields[0].value == f"Line {PER_PAGE + 2}"


async def test_words_that_come_after_the_list_was_let_go_are_kept_for_the_next_one(
    place, ada, version
):
    pressed = await asked(place, ada, version, 2)
    await let_go(place, await place.store.jobs.job(pressed.arg(1).split(".")[0]))
    place.restart()
    told, again = await ada.submit(pressed, words="여관", colour="gold", font="")
    assert told.text == Words("en").say("lettering-once-more", kept="words")
    landed = await finished(place, again.ticket.job)
    (picker,) = pickers(landed)
    fields = form(await ada.press(picker.act.adding(picker.choices[1].value))).fields
    assert [one.value for one in fields] == ["여관", "gold", ""]


async def test_words_that_had_no_room_can_be_changed_where_they_were_typed(place, ada, version):
    pressed = await asked(place, ada, version)
    job = ticket(await ada.submit(pressed, words="Hotel " * 9, colour="gold", font="")).job
    await place.failed(job, Fault.of(RetouchError("replace-long", length=53, limit=20)))
    change = button(fits(await place.landed(job)), Verb.REWORD)
    fields = form(await ada.press(change)).fields
    assert [one.value for one in fields] == ["Hotel " * 9, "gold", ""]


async def test_pressing_twice_replaces_once(place, ada, version):
    pressed = await asked(place, ada, version)
    ticket(await ada.submit(pressed, words="Hotel", colour="gold"))
    twice = await ada.submit(pressed, words="Hotel", colour="gold")
    assert hint(twice) == Words("en").say("lettering-busy", what="replace")
    assert ticket(await ada.submit(pressed, words="Hotel", colour="navy")), "another wish"


@pytest.mark.parametrize(
    "part", ["", "x", "{job}", "{job}.9.auto", "{job}.0.auto", "{job}.-1.type"]
)
async def test_a_line_that_there_is_not_is_no_form(place, ada, version, part):
    job, _ = await looked(place, ada, version, "replace")
    answers = await ada.press(act(Verb.REWORD, version.id, part.format(job=job.id)))
    assert not hasattr(answers[0], "form")


async def test_who_has_no_forms_is_asked_one_after_another_in_korean(place):
    hana = await place.somebody("hana", language="ko", platform="telegram", forms=False,
                                private=True)  # fmt: skip
    pressed = await asked(place, hana, await painting_of(place, hana))
    first = fits(said(await hana.press(pressed)))
    assert "1번 글자 자리에 어떤 글을 넣을까요?" in first.text
    colour = said(await hana.say("달빛 여관"))
    assert "어떤 색으로 할까요?" in colour.text
    last = said(await hana.press(button(colour, Verb.TALK)))
    assert last.text


@pytest.mark.parametrize(("error", "verb", "label"), [
    (RetouchError("replace-long", length=53, limit=20), Verb.REWORD, "chat-button-change"),
    (RetouchError("detector-lost", detector="craft"), Verb.REWORD, "chat-button-again"),
    (RetouchError("replace-small", least_px=9), Verb.FIND, "replace-another-line"),
    (RetouchError("retouch-nothing"), Verb.FIND, "replace-another-line"),
])  # fmt: skip
async def test_what_went_wrong_leads_to_what_mends_it(place, ada, version, error, verb, label):
    pressed = await asked(place, ada, version)
    job = ticket(await ada.submit(pressed, words="Hotel")).job
    await place.failed(job, Fault.of(error))
    first = buttons(fits(await place.landed(job)))[0]
    assert (first.act.verb, first.label) == (verb, Words("en").say(label))
    if verb is Verb.FIND:
        assert first.act.arg(1) == "replace"


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_where_questions_are_asked_what_will_not_do_is_told_at_its_own(place, language):
    hana = await place.somebody("hana", language=language, platform="telegram", forms=False,
                                private=True)  # fmt: skip
    say = Words(language).say
    await hana.press(await asked(place, hana, await painting_of(place, hana)))
    refused = said(await hana.say("달빛 🌕")).text
    assert say("replace-undrawable", characters="🌕", family="") in refused
    assert say("replace-words-question", number="1") in refused
    await hana.say("달빛")
    assert "zzgrx" in said(await hana.say("zzgrx")).text
    await hana.say("gold")
    assert "달빛" in said(await hana.say("Anton")).text
    end = said(await hana.say("나눔명조"))
    wanted = ticket((await hana.press(button(end, Verb.TALK)))[1:]).job.operation
    assert (wanted.words, wanted.font) == ("달빛", "나눔명조")
