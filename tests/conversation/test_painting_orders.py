"""Asking for a painted cover: by the command, in a talk, from a picture, and what refuses it."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb
from bot.conversation.commands import FROM_MESSAGE
from bot.conversation.engines import engine_label, engine_named
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words
from config.policy import load_forbidden
from pipeline.domain.errors import ModelError
from pipeline.domain.operation import Illustrate, Letter, Paint
from pipeline.domain.painting import Engine
from pipeline.domain.policy import PolicyRule
from pipeline.stages.policy import Policy, WordList
from tests.conversation.measures import all_fit
from tests.conversation.place import Place, button, buttons, form, hint, picture, said, ticket

FULL = {"title": "Small Hours", "genre": "mystery", "summary": "A lighthouse.", "ratio": "6x9"}


@pytest.fixture
def place():
    return Place(paints=True)


@pytest.fixture(params=LANGUAGES)
async def ada(place, request):
    return await place.somebody(language=request.param, sent={"photo": picture()})


@pytest.fixture(params=LANGUAGES)
async def tess(place, request):
    """Somebody where there are no forms."""
    return await place.somebody("tess", platform="telegram", forms=False, private=True,
                                language=request.param, sent={"photo": picture()})  # fmt: skip


def ordered(answers):
    return ticket(answers).job.operation


@pytest.mark.parametrize(
    ("given", "made"),
    [({}, Paint), ({"engine": "painter"}, Paint), ({"engine": "illustrator"}, Illustrate),
     ({"style": "noir"}, Illustrate), ({"art": "photo"}, Letter),
     ({"art": "photo", "engine": "painter"}, Paint), ({"art": "photo", "engine": "drawn"}, Letter)],
    ids=lambda one: "+".join(one) if isinstance(one, dict) else "",
)  # fmt: skip
async def test_the_engine_is_what_was_asked_for_or_else_what_suits(ada, given, made):
    assert isinstance(ordered(all_fit(await ada.command("cover", **FULL, **given))), made)


async def test_a_painting_from_a_picture_begins_with_just_that_picture(place, ada):
    made = ordered(await ada.command("cover", **FULL, art="photo", engine="painter"))
    assert await place.studio.picture(made.picture) == ada.sent["photo"]


@pytest.mark.parametrize(
    ("word", "engine"),
    [("AI", "painter"), ("Stable Diffusion", "painter"), ("그림 모델", "painter"),
     ("인공지능", "painter"), ("built-in", "illustrator"), ("일러스트", "illustrator")],
)  # fmt: skip
def test_people_have_their_own_words_for_it(word, engine):
    assert engine_named(word) == engine


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("of_a_picture", [True, False])
def test_whatever_a_button_says_can_be_typed_as_well(language, engine, of_a_picture):
    label = engine_label(engine, Words(language), picture=of_a_picture)
    assert engine_named(label) is engine


@pytest.mark.parametrize(("paints", "engines"), [(True, 2), (False, 1)])
async def test_the_model_is_a_choice_only_where_there_is_one(paints, engines):
    place = Place(paints=paints)
    ada = await place.somebody()
    offered = place.desk.suggest(ada.caller(), "engine", "")
    assert len(offered) == engines
    assert all(engine_named(one.value) for one in offered)


@pytest.mark.parametrize(
    ("menu", "draws"),
    [({"policy": Policy(PolicyRule.REFUSE, WordList(load_forbidden()))}, False),
     ({"paints": False, "fault": ModelError("model-missing", model="m")}, True)],
)  # fmt: skip
async def test_what_cannot_be_painted_is_kept_and_can_be_changed(menu, draws):
    place = Place(paints=True)
    place.menu = replace(place.menu, **menu)
    place.restart()
    ada = await place.somebody()
    told = said(await ada.command("cover", **FULL | {"summary": "A hentai poster."}))
    verbs = [one.act.verb for one in buttons(told)]
    assert Verb.AMEND in verbs
    assert (Verb.ORDER in verbs) == draws


async def test_an_engine_can_stand_in_a_text(tess):
    told = "Title: Small Hours\nSummary: A lighthouse.\nEngine: illustrator"
    assert isinstance(ordered(await tess.command("cover", text=told)), Illustrate)


async def test_a_message_with_a_picture_can_ask_to_be_painted_from(ada):
    asked = form(await ada.command(FROM_MESSAGE, text="제목: 바다\n엔진: 그림 모델", art="photo"))
    values = {field.key: field.value for field in asked.fields}
    assert isinstance(ordered(await ada.submit(asked.act, **values)), Paint)


def way(message, choice):
    """The button of a talk that leads there."""
    return next(one.act for one in buttons(message) if one.act.arg(2) == choice)


async def last_question(who, **given):
    """The last question of a talk about a new cover, of which all else was told at once."""
    await who.command("cover", text="Genre: mystery", **given)
    shown = said(await who.say("Title: Small Hours\nGenre: mystery"))
    return said(all_fit(await who.press(way(shown, "back"))))


async def test_a_talk_asks_last_what_shall_become_of_a_picture(tess):
    asked, words = await last_question(tess, art="photo"), Words(tess.language)
    assert asked.title == words.say("interview-picture")
    paint = words.say("chat-picture-painter")
    choice = next(one.act for one in buttons(asked) if one.label == paint)
    shown = said(all_fit(await tess.press(choice)))
    assert paint in shown.text
    made = (await tess.press(way(shown, "go")))[-1].ticket.job.operation
    assert isinstance(made, Paint)
    assert made.picture


async def test_who_passes_over_that_question_gets_what_is_usual(tess):
    asked = await last_question(tess, art="photo")
    shown = said(await tess.press(way(asked, "skip")))
    assert isinstance((await tess.press(way(shown, "go")))[-1].ticket.job.operation, Letter)


async def test_a_talk_takes_no_engine_that_is_none(tess):
    await last_question(tess)
    assert "sdxl" in said(all_fit(await tess.say("sdxl"))).text
    shown = said(await tess.say({"en": "illustrator", "ko": "일러스트레이터"}[tess.language]))
    assert isinstance((await tess.press(way(shown, "go")))[-1].ticket.job.operation, Illustrate)


async def test_a_talk_does_not_ask_for_an_engine_where_there_is_one_only():
    tess = await Place().somebody("tess", forms=False, private=True)
    assert (await last_question(tess)).title != Words("en").say("interview-engine")


async def test_a_style_is_not_painted_and_can_be_drawn_by_one_press(place, ada):
    message = said(all_fit(await ada.command("cover", **FULL, engine="painter", style="noir")))
    assert not await place.studio.jobs(ada.person)
    assert form(await ada.press(button(message, Verb.AMEND))).fields[0].key == "style"
    pressed = await ada.press(button(message, Verb.ORDER))
    assert isinstance(pressed[-1].ticket.job.operation, Illustrate)


async def test_where_nothing_paints_the_brief_is_kept_to_be_drawn_or_lettered(place, ada):
    place = Place()
    ada.place, ada.person = place, await place.studio.meet("discord", "ada")
    drawn = said(all_fit(await ada.command("cover", **FULL, engine="painter")))
    own = said(await ada.command("cover", **FULL, engine="painter", art="photo"))
    for message, made in ((drawn, Illustrate), (own, Letter)):
        pressed = await ada.press(button(message, Verb.ORDER))
        assert isinstance(pressed[-1].ticket.job.operation, made)


async def test_an_engine_that_does_not_exist_is_answered_with_those_that_do(ada):
    told = hint(all_fit(await ada.command("cover", **FULL, engine="sdxl")))
    assert all(name in told for name in ("sdxl", "illustrator", "painter"))


async def test_a_brief_that_is_offered_back_keeps_its_engine(tess):
    offer = said(await tess.say("Title: Small Hours\nGenre: mystery\nEngine: painter"))
    assert Words(tess.language).say("chat-engine-painter") in offer.text
    pressed = await tess.press(button(offer, Verb.ORDER))
    assert isinstance(pressed[-1].ticket.job.operation, Paint)
