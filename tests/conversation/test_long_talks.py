"""Talks that last: restarts, stale buttons, other people, other forms."""

import json

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Asks, Says, Turns
from bot.conversation.form import Field, Form
from bot.conversation.message import Choice
from bot.conversation.rooms.talks import end_talk
from bot.conversation.talk import open_talk
from bot.conversation.words import Words
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import EditText
from tests.conversation.hearer import answer, begin, choice, labelled
from tests.conversation.measures import all_fit, fits
from tests.conversation.place import button, buttons, hint, only, said


def is_small_talk(answers):
    """Whether a text was no answer to anything: all that is said is how to begin."""
    return [one.act.verb for one in buttons(said(answers))] == [Verb.BEGIN]


@pytest.fixture(params=["en", "ko"])
async def tess(place, request):
    return await place.somebody("tess", platform="telegram", forms=False, private=True,
                                language=request.param)  # fmt: skip


async def test_a_talk_survives_a_restart_at_every_question(place, tess):
    await begin(tess)
    for text in ("A", "mystery", "Of a lighthouse.", "Ada", "blue", "Sub", "Series", "a5", "3"):
        place.restart()
        message = said(await answer(tess, text))
    place.restart()
    _, ordered = await tess.press(choice(message, "go"))
    brief = (await place.studio.cover(tess.person, ordered.ticket.job.cover)).brief
    assert (brief.author, brief.options) == ("Ada", 3)


async def test_what_a_platform_says_again_is_no_second_answer(place, tess):
    await begin(tess)
    for _ in range(2):
        again = said(await place.desk.said(tess.caller("update-7"), "The Quiet Lantern"))
    talk = await open_talk(place.means, tess.caller())
    assert (talk.step, dict(talk.answers)) == (1, {"title": "The Quiet Lantern"})
    assert choice(again, "skip")


async def test_stale_buttons_are_answered_politely_and_change_nothing(place, tess):
    first = await begin(tess)
    genres = said(await answer(tess, "A"))
    await answer(tess, "mystery")
    before = await open_talk(place.means, tess.caller())
    for message in (first, genres):
        assert hint(all_fit(await tess.press(buttons(message)[-1].act)))
    assert await open_talk(place.means, tess.caller()) == before


async def test_a_new_talk_takes_the_place_of_the_old_one(tess):
    old = await begin(tess)
    await begin(tess)
    assert hint(all_fit(await tess.press(choice(old, "cancel"))))


async def test_cancel_ends_a_talk_by_button_and_by_command(place, tess):
    message = await begin(tess)
    stopped = said(all_fit(await tess.press(choice(message, "cancel"))))
    assert not stopped.rows
    assert is_small_talk(await tess.say("A"))
    await begin(tess)
    assert await end_talk(place.means, tess.caller()) is True
    assert await open_talk(place.means, tess.caller()) is None


async def test_one_button_pressed_twice_orders_once(place, tess):
    message = await begin(tess, "A title")
    everything = said(await tess.press(choice(message, "done")))
    await tess.press(choice(everything, "go"))
    assert hint(await tess.press(choice(everything, "go")))
    assert len(await place.studio.jobs(tess.person)) == 1


async def test_in_a_group_the_question_asks_to_be_replied_to(tess):
    said_alone = await begin(tess)
    tess.private = False
    said_in_a_group = await begin(tess)
    assert len(said_in_a_group.lines) == len(said_alone.lines) + 1


async def test_talks_of_two_people_and_two_places_stay_apart(place, tess):
    await begin(tess)
    bo = await place.somebody("bo", platform="telegram", forms=False, private=True)
    assert is_small_talk(await bo.say("hello"))
    tess.room = "elsewhere"
    assert is_small_talk(await tess.say("hello"))


async def test_the_buttons_of_somebody_elses_question_do_nothing(place, tess):
    message = await begin(tess)
    bo = await place.somebody("bo", platform="telegram", forms=False, language=tess.language)
    assert hint(all_fit(await bo.press(choice(message, "cancel"))))
    assert await open_talk(place.means, tess.caller()) is not None


async def test_what_is_said_days_later_is_no_answer_but_the_buttons_still_work(place, tess):
    message = await begin(tess, "A title")
    place.clock.pass_(3 * 86_400)
    assert is_small_talk(await tess.say("good morning"))
    assert isinstance(only(await tess.press(choice(message, "keep"))), Turns)


async def test_a_talk_that_cannot_be_read_is_over(place, tess):
    message = await begin(tess)
    key = f"talk:{tess.room}"
    for kept in ("", "{}", "[]", '{"form": {"act": "a:zz", "title": "", "fields": [{}]}}'):
        await place.store.notes.keep(tess.person.id, key, kept)
        assert hint(await tess.press(choice(message, "cancel")))


async def test_other_words_for_a_cover_are_asked_for_one_after_another(place, tess):
    version = await place.cover(tess)
    question = said(all_fit(await tess.press(act(Verb.EDIT, version.id))))
    assert "Small Hours" in buttons(question)[0].label
    assert "300" in said(await answer(tess, "Long Hours", "x" * 301)).text
    talk = await open_talk(place.means, tess.caller())
    message = said(await tess.say("A Novel"))
    message = said(await tess.press(choice(message, "done")))
    answers = all_fit(await tess.press(choice(message, "go")))
    job = answers[-1].ticket.job
    assert isinstance(job.operation, EditText)
    assert dict(job.operation.changes) == {"title": "Long Hours", "subtitle": "A Novel"}
    assert talk.step == 1


async def test_what_comes_to_nothing_leaves_the_talk_open(place, tess):
    version = await place.cover(tess)
    question = said(await tess.press(act(Verb.EDIT, version.id)))
    everything = said(await tess.press(choice(question, "done")))
    told = said(all_fit(await tess.press(choice(everything, "go"))))
    assert Words(tess.language).say("text-unchanged") in told.text
    assert choice(told, "back")
    assert not [one for one in await place.studio.jobs(tess.person) if one.version]


async def test_who_may_not_change_a_cover_is_asked_nothing(place, tess):
    bo = await place.somebody("bo")
    version = await place.cover(bo)
    refused = only(all_fit(await tess.press(act(Verb.EDIT, version.id))))
    assert not (isinstance(refused, Says) and refused.message.rows)
    assert await open_talk(place.means, tess.caller()) is None


async def test_a_single_question_needs_no_look_back(place, tess):
    heard = []

    async def submit(_means, _caller, pressed, values):
        heard.append((pressed.verb, dict(values)))
        if values["1"] == "red":
            raise VersionError("text-unchanged")
        return (Says(message=fits(question)),)

    from bot.conversation.rooms.talks import Talks  # noqa: PLC0415

    field = Field(
        key="1", label="Colour", needed=True, choices=(Choice(label="Gold", value="gold"),)
    )
    asks = Asks(form=Form(act=act(Verb.TINT, "x"), title="Colours", fields=(field,)))
    talks = Talks({Verb.TINT: submit})
    question = said(await talks.ask(place.means, tess.caller(), asks))
    assert "grurple" in said(await talks.said(place.means, tess.caller(), "grurple")).text
    await talks.said(place.means, tess.caller(), "red")
    assert await open_talk(place.means, tess.caller()) is not None
    await talks.said(place.means, tess.caller(), " GOLD ")
    assert heard == [(Verb.TINT, {"1": "red"}), (Verb.TINT, {"1": "gold"})]


async def test_what_is_kept_of_a_talk_is_text_that_a_person_may_take_along(place, tess):
    await begin(tess, "The Quiet Lantern")
    kept = json.loads(await place.store.notes.note(tess.person.id, f"talk:{tess.room}"))
    assert kept["form"]["fields"][0]["value"] == "The Quiet Lantern"


async def test_buttons_of_a_question_say_what_they_do(tess):
    message = said(await answer(tess, "A")) if await begin(tess) else None
    words = Words(tess.language)
    for key in ("skip", "back", "more", "done", "cancel"):
        assert labelled(message, words.say(f"chat-talk-{key}"))
    assert button(message, Verb.TALK)
