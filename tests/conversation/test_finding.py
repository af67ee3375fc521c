"""Lettering in a cover's picture, looked for from its card: the picture with numbers."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Hints
from bot.conversation.caller import Screen
from bot.conversation.language import LANGUAGES
from bot.conversation.places import view_of
from bot.conversation.rooms.card import card
from bot.conversation.rooms.lettering_found import MOST, read_numbers, written
from bot.conversation.words import Words
from pipeline.domain.errors import RetouchError
from pipeline.domain.job import Fault
from pipeline.domain.lettering import Eraser, Erasure, Hand, Replacement
from pipeline.domain.operation import FindText
from pipeline.steward import Rule
from tests.conversation.covers import brought, cover_of, prefers
from tests.conversation.found import files_of, finished, let_go, lines, looked, painting_of
from tests.conversation.measures import fits
from tests.conversation.place import button, buttons, hint, pickers, ticket

CLEANED = Erasure(eraser=Eraser.BUILTIN, erased=2, by_itself=True)
LEFT = Erasure(eraser=Eraser.BUILTIN, erased=2, left=1, tries=2)


@pytest.fixture(params=LANGUAGES)
async def ada(place, request):
    return await place.somebody(language=request.param)


async def shown(place, who, version):
    return fits(await card(place.means, Words(who.language), version))


def found_by(message):
    return [one.act.arg(1) for one in buttons(message) if one.act.verb is Verb.FIND]


async def test_pictures_that_were_painted_or_brought_can_be_looked_through(place, ada):
    drawn = await place.cover(ada)
    own = await cover_of(place, ada, brought(drawn))
    assert found_by(await shown(place, ada, drawn)) == []
    for version in (own, await painting_of(place, ada)):
        assert found_by(await shown(place, ada, version)) == ["erase", "replace"]


async def test_what_is_drawn_has_no_lettering_to_look_for(place, ada):
    drawn = await place.cover(ada)
    told = hint(await ada.press(act(Verb.FIND, drawn.id, "erase")))
    assert told == Words(ada.language).say("chat-retouch-drawn")


async def test_the_order_has_a_message_of_its_own_since_others_may_be_painting(place, ada):
    job = ticket(await ada.press(act(Verb.FIND, (await painting_of(place, ada)).id, "erase"))).job
    assert job.operation == FindText()
    assert (view_of(job.address).screen, view_of(job.address).here) == (Screen.LETTERING, False)


async def test_the_picture_comes_with_every_line_by_number_words_and_script(place, ada):
    _, landed = await looked(place, ada, await painting_of(place, ada))
    (shown_picture,) = fits(landed).pictures
    (picker,) = pickers(landed)
    hangul = {"en": "Hangul", "ko": "한글"}[ada.language]
    for said in (landed.text, shown_picture.alt, " ".join(one.label for one in picker.choices)):
        assert "1. “SEA KING”" in said
        assert f"2. “바다” · {hangul}" in said
    unread = {"en": "3. unread text", "ko": "3. 읽지 못한 글자"}[ada.language]
    assert picker.choices[2].label == unread
    assert shown_picture.name == "lettering.png"


async def test_nothing_found_is_told_in_one_sentence_with_the_way_back(place, ada):
    version = await painting_of(place, ada)
    _, landed = await looked(place, ada, version, found=lines(0))
    assert len(fits(landed).lines) == 1
    assert [one.act for one in buttons(landed)] == [act(Verb.CARD, version.id)]


async def test_so_many_lines_that_no_menu_holds_them_are_counted(place, ada):
    _, landed = await looked(place, ada, await painting_of(place, ada), found=lines(90))
    assert "90" in fits(landed).text
    assert str(90 - MOST) in landed.text


async def test_a_list_that_is_no_list_can_be_made_again(place, ada):
    version = await painting_of(place, ada)
    job = ticket(await ada.press(act(Verb.FIND, version.id, "erase"))).job
    await place.made(job, 0, files={**files_of(lines(1)), "lettering.json": b"{}"})
    again = button(fits(await place.landed(job)), Verb.FIND, version.id)
    assert ticket(await ada.press(again)).job.id != job.id


async def test_pressing_twice_looks_once(place, ada):
    version = await painting_of(place, ada)
    pressed = act(Verb.FIND, version.id, "erase")
    job = ticket(await ada.press(pressed, key="k")).job
    assert hint(await ada.press(pressed)) == Words(ada.language).say("lettering-busy", what="find")
    assert ticket(await ada.press(pressed, key="k")).job.id == job.id
    await finished(place, job)
    assert ticket(await ada.press(pressed)).job.id != job.id


async def test_a_press_below_a_list_that_was_let_go_looks_once_more_with_the_same_chosen(
    place, ada
):
    version = await painting_of(place, ada)
    job, _ = await looked(place, ada, version)
    await let_go(place, job)
    place.restart()
    pressed = act(Verb.ERASE, version.id, job.id, "go", written({1, 3}))
    told, again = await ada.press(pressed)
    assert told == Hints(text=Words(ada.language).say("lettering-once-more", kept="numbers"))
    assert view_of(again.ticket.job.address).here
    landed = await finished(place, again.ticket.job)
    assert [one.chosen for one in pickers(landed)[0].choices] == [True, False, True]


async def test_looking_again_keeps_what_is_chosen_and_takes_the_place_of_the_picture(place, ada):
    version = await painting_of(place, ada)
    _, landed = await looked(place, ada, version)
    again = button(landed, Verb.FIND, version.id)
    job = ticket(await ada.press(again)).job
    assert view_of(job.address).here


@pytest.mark.parametrize("shared", [True, False])
async def test_a_guest_finds_for_themselves_where_the_owner_lets_them(place, ada, shared):
    version = await painting_of(place, ada)
    _, landed = await looked(place, ada, version)
    await prefers(place, ada, shared=shared)
    guest = await place.somebody("bo")
    answers = await guest.press(pickers(landed)[0].act)
    if shared:
        assert answers[-1].ticket.job.operation == FindText()
    else:
        assert "somebody else's" in hint(answers)


async def test_a_banned_person_presses_in_vain(place, ada):
    version = await painting_of(place, ada)
    await place.steward.rules.decide("discord", "ada", Rule(banned=True))
    told = hint(await ada.press(act(Verb.FIND, version.id, "erase")))
    assert told == Words(ada.language).say("person-banned")


async def test_the_buttons_of_a_cover_that_was_deleted_say_so(place, ada):
    version = await painting_of(place, ada)
    job, _ = await looked(place, ada, version)
    await place.studio.remove(ada.person, version.cover)
    part = f"{job.id}.1.auto"
    for verb, args in ((Verb.FIND, ()), (Verb.ERASE, (job.id, "1", "1")), (Verb.REWORD, (part,)),
                       (Verb.REPLACE, (job.id,))):  # fmt: skip
        told = hint(await ada.press(act(verb, version.id, *args)))
        assert told == Words(ada.language).say("chat-version-missing")


async def test_a_card_says_what_was_erased_by_itself(place, ada):
    text = (await shown(place, ada, await painting_of(place, ada, CLEANED))).text
    assert Words(ada.language).say("retouch-erased-by-itself", count=2) in text


async def test_a_card_says_honestly_what_is_left_with_a_button_to_try_again(place, ada):
    message = await shown(place, ada, await painting_of(place, ada, CLEANED, LEFT))
    words = Words(ada.language)
    assert words.say("retouch-left", count=1) in message.text
    assert words.say("card-button-erase-left") in [one.label for one in buttons(message)]


async def test_a_card_says_that_the_typesetter_did_what_the_model_could_not(place, ada):
    done = Replacement(hand=Hand.TYPE, words="Hotel", face="Anton", fallback=True)
    text = (await shown(place, ada, await painting_of(place, ada, done))).text
    assert Words(ada.language).say("retouch-fallback") in text


async def test_a_card_calls_the_typeface_what_people_call_it(place, ada):
    done = Replacement(hand=Hand.TYPE, words="여관", face="BM Euljiro")
    text = (await shown(place, ada, await painting_of(place, ada, done))).text
    assert {"en": "BM Euljiro", "ko": "배민 을지로체"}[ada.language] in text


async def test_a_card_says_when_the_models_letters_read_otherwise(place, ada):
    for read, told in (("HOTEL lune.", False), ("HOTEl LUNF", True)):
        done = Replacement(hand=Hand.MODEL, words="Hotel Lune", read=read)
        text = (await shown(place, ada, await painting_of(place, ada, done))).text
        assert (f"“{read}”" in text) is told


async def test_a_sheet_says_where_lettering_was_erased_and_where_some_is_left(place, ada):
    start = await painting_of(place, ada, CLEANED)
    ticket_ = await place.ordered(ada, options=2)
    options = await place.made(ticket_.job, 2, content=start.document)
    assert len(options) == 2
    told = Words(ada.language).say("chat-sheet-cleaned", count=2, total="", left="", erase="")
    assert told in fits(await place.landed(ticket_.job)).text


async def test_a_sheet_claims_nothing_where_nothing_could_be_erased(place, ada):
    start = await painting_of(place, ada, replace(CLEANED, erased=0, left=2))
    ticket_ = await place.ordered(ada, options=2)
    await place.made(ticket_.job, 2, content=start.document)
    words = Words(ada.language)
    told = fits(await place.landed(ticket_.job)).text
    assert {"en": "could not be erased", "ko": "지우지 못했습니다"}[ada.language] in told
    assert {"en": "on: 1, 2.", "ko": "1, 2번."}[ada.language] in told
    assert words.say("card-button-erase-left") in told


@pytest.mark.parametrize(("error", "again"), [
    (RetouchError("detector-lost", detector="craft"), True),
    (RetouchError("detector-extra", detector="keras-ocr", extra="keras-ocr"), False),
])  # fmt: skip
async def test_a_failed_search_is_offered_again_where_that_may_help(place, ada, error, again):
    version = await painting_of(place, ada)
    job = ticket(await ada.press(act(Verb.FIND, version.id, "erase"))).job
    await place.failed(job, Fault.of(error))
    landed = fits(await place.landed(job))
    assert bool(found_by(landed)) is again
    assert button(landed, Verb.CARD, version.id)


@pytest.mark.parametrize("what", ["erase", "replace"])
async def test_a_failed_search_is_made_again_for_what_it_was_made_for(place, ada, what):
    version = await painting_of(place, ada)
    job = ticket(await ada.press(act(Verb.FIND, version.id, what))).job
    await place.failed(job, Fault.of(RetouchError("detector-lost", detector="craft")))
    assert found_by(await place.landed(job)) == [what]


def test_numbers_are_short_and_read_as_they_were_written():
    for numbers in ({1}, {5, 6}, set(range(1, MOST + 1)), set()):
        assert read_numbers(written(numbers), MOST) == numbers
    assert len(written({MOST})) == 10
    assert read_numbers(written({3, 9}), 4) == {3}
    assert read_numbers("Ä!", 9) == read_numbers("", 9) == read_numbers("xyz", 9) == frozenset()
