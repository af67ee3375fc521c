"""From a brief to an order: commands, forms, pictures."""

import pytest

from bot.conversation.act import Verb
from bot.conversation.answer import Asks
from bot.conversation.caller import Screen
from bot.conversation.commands import FROM_MESSAGE
from bot.conversation.interview import KOREAN_FORMAT
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.operation import Letter
from pipeline.domain.person import Preferences
from pipeline.steward import Rule
from tests.conversation.measures import all_fit, fits
from tests.conversation.place import Place, button, form, hint, only, picture, said, ticket

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


async def test_a_whole_brief_is_ordered_at_once_and_shown_as_a_sheet(place, ada):
    answers = all_fit(await ada.command("cover", **FULL, author="Ada", seed="7", options="2"))
    job = ticket(answers).job
    brief = await brief_of(place, ada, job)
    assert (brief.title, brief.author, brief.format.name) == ("Small Hours", "Ada", "6x9")
    assert (brief.seed, brief.options) == (7, 2)
    assert view_of(job.address).screen is Screen.SHEET


async def test_the_answer_says_what_is_made_the_place_in_the_queue_the_seed_and_how_to_cancel(
    place, ada
):
    await ada.command("cover", **FULL)
    answers = await ada.command("cover", **FULL)
    message = fits(said(answers))
    assert all(told in message.text for told in ("Small Hours", "4", "77", "2"))
    assert {"en": "mystery", "ko": "미스터리"}[ada.language] in message.text
    assert button(message, Verb.CANCEL, ticket(answers).job.id)


async def test_the_line_about_an_outage_stands_in_the_answer(place, ada):
    await place.steward.announce("Back at noon.")
    assert "Back at noon." in said(await ada.command("cover", **FULL)).text


async def test_a_paused_queue_is_told(place, ada):
    running = said(await ada.command("cover", **FULL)).text
    await place.steward.pause()
    assert said(await ada.command("cover", **FULL)).text != running


async def test_the_same_interaction_is_one_order(place, ada):
    first = ticket(await ada.command("cover", key="once", **FULL))
    again = ticket(await ada.command("cover", key="once", **FULL))
    assert (again.again, again.job.id) == (True, first.job.id)


@pytest.mark.parametrize(
    ("given", "rest"),
    [
        ([], ["title", "genre", "summary", "format", "author"]),
        (["title"], ["genre", "summary", "format", "author", "requirements"]),
        (["title", "genre", "summary"], ["format", "author", "requirements"]),
        (["genre", "summary", "ratio"], ["title", "author", "requirements"]),
    ],
    ids=lambda keys: "+".join(keys) or "nothing",
)
async def test_with_less_a_form_asks_for_what_is_missing_and_nothing_else(place, ada, given, rest):
    options = {key: FULL[key] for key in given}
    asked = form(all_fit(await ada.command("cover", **options)))
    assert [field.key for field in asked.fields] == rest
    values = {field.key: field.value or FULL.get(field.key, "") for field in asked.fields}
    brief = await brief_of(place, ada, ticket(await ada.submit(asked.act, **values)).job)
    assert (brief.title, brief.genre, brief.summary) == ("Small Hours", "mystery", "A lighthouse.")


async def test_the_ratio_is_asked_for_with_what_is_usual_where_it_alone_is_missing(place, ada):
    ada.person = await place.studio.prefer(ada.person, Preferences(format="a5"))
    given = {key: value for key, value in FULL.items() if key != "ratio"}
    asked = form(await ada.command("cover", **given, author="Ada", requirements="no people"))
    assert [(field.key, field.value) for field in asked.fields] == [("format", "a5")]
    job = ticket(await ada.submit(asked.act, format="ebook")).job
    assert (await brief_of(place, ada, job)).format.name == "ebook"


async def test_who_empties_the_ratio_gets_the_usual_one(place, ada):
    asked = form(await ada.command("cover", title="Small Hours"))
    job = ticket(await ada.submit(asked.act, format="")).job
    usual = {"en": "6x9", "ko": KOREAN_FORMAT}[ada.language]
    assert (await brief_of(place, ada, job)).format.name == usual


async def test_what_was_given_and_what_was_filled_in_make_one_brief(place, ada):
    asked = form(await ada.command("cover", title="Small Hours", style="noir"))
    filled = {"genre": "mystery", "author": "Ada"}
    job = ticket(all_fit(await ada.submit(asked.act, **filled))).job
    brief = await brief_of(place, ada, job)
    assert (brief.author, brief.genre, brief.style) == ("Ada", "mystery", "noir")


async def test_the_usual_format_is_that_of_the_language(place, ada):
    asked = form(await ada.command("cover"))
    job = ticket(await ada.submit(asked.act, title="Small Hours")).job
    usual = {"en": "6x9", "ko": KOREAN_FORMAT}[ada.language]
    assert (await brief_of(place, ada, job)).format.name == usual


async def test_preferences_fill_what_is_missing(place, ada):
    ada.person = await place.studio.prefer(ada.person, Preferences(format="a5", genre="poetry"))
    asked = form(await ada.command("cover", title="Small Hours", summary="Poems."))
    values = {field.key: field.value for field in asked.fields}
    assert (values["format"], values["genre"]) == ("a5", "poetry")
    job = ticket(await ada.submit(asked.act, **values)).job
    brief = await brief_of(place, ada, job)
    assert (brief.format.name, brief.genre) == ("a5", "poetry")


async def test_who_empties_a_preferred_genre_in_the_form_has_none(place, ada):
    ada.person = await place.studio.prefer(ada.person, Preferences(genre="poetry"))
    asked = form(await ada.command("cover", title="Small Hours"))
    assert {field.key: field.value for field in asked.fields}["genre"] == "poetry"
    job = ticket(await ada.submit(asked.act, title="Small Hours", genre="")).job
    assert (await brief_of(place, ada, job)).genre == ""


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"genre": "zzgrx"}, "zzgrx"),
        ({"style": "zzgrx"}, "zzgrx"),
        ({"ratio": "zzgrx"}, "zzgrx"),
        ({"options": "99"}, "99"),
        ({"title": "x" * 401}, "401"),
        ({"title": "A" + "\U0001f600"}, "\U0001f600"),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)
async def test_a_wrong_part_is_told_with_its_field_and_nothing_of_the_brief_is_lost(
    place, ada, wrong, named
):
    answers = all_fit(await ada.command("cover", **{**FULL, **wrong}))
    message = said(answers)
    assert named in message.text
    assert only(answers).alone
    assert not await place.studio.jobs(ada.person)
    again = form(await ada.press(button(message, Verb.AMEND)))
    key, told = next(iter(wrong.items()))
    first = again.fields[0]
    assert (first.key, first.value) == ({"ratio": "format"}.get(key, key), told)
    mended = {"title": "Small Hours", "genre": "mystery", "format": "6x9"}.get(first.key, "")
    job = ticket(await ada.submit(again.act, **{first.key: mended})).job
    assert (await brief_of(place, ada, job)).summary == "A lighthouse."


@pytest.mark.parametrize("forms", [True, False])
async def test_names_that_are_nearest_are_told_in_the_language_of_the_reader(place, forms, ada):
    ada.forms = forms
    label = {"en": "one-point perspective noir", "ko": "누아르 원근"}[ada.language]
    text = said(await ada.command("cover", **FULL, style="noirr")).text
    assert label in text
    assert text.count(",") < 3
    unlike = said(await ada.command("cover", **FULL, style="zzgrx")).text
    assert "/styles" in unlike
    assert "landscape" not in unlike
    genre = {"en": "fantasy", "ko": "판타지"}[ada.language]
    assert genre in said(await ada.command("cover", **{**FULL, "genre": "fnatsyx"})).text


async def test_a_style_that_will_not_do_is_asked_for_in_a_talk_too(place, tess):
    text = "Title: Small Hours\nGenre: mystery\nStyle: zzgrx"
    message = said(await tess.command("cover", text=text))
    again = said(await tess.press(button(message, Verb.AMEND)))
    assert Words(tess.language).say("interview-style") == again.title
    assert "zzgrx" in again.rows[0][0].label


async def test_a_form_with_a_mistake_can_be_opened_again_as_it_was_filled_in(place, ada):
    asked = form(await ada.command("cover", title="Small Hours"))
    wrong = said(await ada.submit(asked.act, title="Small Hours", genre="zzgrx", author="Ada"))
    again = form(await ada.press(button(wrong, Verb.AMEND)))
    values = {field.key: field.value for field in again.fields}
    assert (values["genre"], values["author"]) == ("zzgrx", "Ada")
    assert ticket(await ada.submit(again.act, **{**values, "genre": "mystery"}))


async def test_a_form_without_a_title_is_not_ordered(place, ada):
    asked = form(await ada.command("cover"))
    assert button(said(await ada.submit(asked.act, title="  ", summary="A")), Verb.AMEND)
    assert not await place.studio.jobs(ada.person)


async def test_a_wrong_engine_is_answered_with_those_that_are(place, ada):
    told = hint(all_fit(await ada.command("cover", **FULL, engine="sdxl")))
    assert "sdxl" in told
    assert "illustrator" in told
    assert ticket(await ada.command("cover", **FULL, engine="Illustrator"))


async def test_somebodys_message_becomes_a_form_with_a_title_to_correct(place, ada):
    text = "I keep thinking of “The Quiet Lantern”, a novel about a keeper and his letters."
    asked = form(all_fit(await ada.command(FROM_MESSAGE, text=text)))
    values = {field.key: field.value for field in asked.fields}
    assert (values["title"], values["summary"]) == ("The Quiet Lantern", text)


async def test_somebodys_brief_becomes_a_form_with_its_parts_and_picture(place, ada):
    ada.sent = {"photo": picture()}
    asked = form(await ada.command(FROM_MESSAGE, text="제목: 바다\n장르: 시", art="photo"))
    values = {field.key: field.value for field in asked.fields}
    assert (values["title"], values["genre"]) == ("바다", "시")
    assert isinstance(ticket(await ada.submit(asked.act, **values)).job.operation, Letter)


async def test_an_empty_message_still_gets_its_form(place, ada):
    assert form(await ada.command(FROM_MESSAGE, text="")).fields[0].value == ""


async def test_who_is_banned_gets_no_form(place, ada):
    await place.steward.rules.decide("discord", "ada", Rule(banned=True))
    answers = await ada.command("cover")
    assert not any(isinstance(one, Asks) for one in answers)


async def test_who_has_no_room_gets_no_form():
    place = Place(quota_mb=0)
    ada = await place.somebody()
    assert not any(isinstance(one, Asks) for one in await ada.command("cover"))
