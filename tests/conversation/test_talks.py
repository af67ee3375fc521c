"""Questions one after another, where there are no forms."""

import pytest

from bot.conversation.answer import Ordered, Turns
from bot.conversation.rooms.talks import end_talk
from bot.conversation.talk import open_talk
from bot.conversation.words import Words
from tests.conversation.hearer import answer, begin, choice, further, skip_on
from tests.conversation.measures import all_fit
from tests.conversation.place import buttons, only, said


@pytest.fixture(params=["en", "ko"])
async def tess(place, request):
    return await place.somebody("tess", platform="telegram", forms=False, private=True,
                                language=request.param)  # fmt: skip


async def test_a_talk_asks_everything_and_orders_what_was_answered(place, tess):
    await begin(tess)
    last = await answer(tess, "The Quiet Lantern", "mystery", "A lighthouse goes dark.", "Anna Wren",
                        "no people", "A Novel", "Tales 2", "a5", "2")  # fmt: skip
    everything = said(last)
    assert all(told in everything.text for told in ("The Quiet Lantern", "Anna Wren", "a5"))
    _, ordered = all_fit(await tess.press(choice(everything, "go")))
    brief = (await place.studio.cover(tess.person, ordered.ticket.job.cover)).brief
    assert (brief.title, brief.author, brief.series) == (
        "The Quiet Lantern",
        "Anna Wren",
        "Tales 2",
    )
    assert (brief.genre, brief.format.name, brief.options) == ("mystery", "a5", 2)
    assert await end_talk(place.means, tess.caller()) is False


async def test_each_question_has_an_example_and_says_how_far_it_is(tess):
    message = await begin(tess)
    assert Words(tess.language).say("chat-example-title") in message.lines
    assert any("1" in line and "9" in line for line in message.lines)


async def test_buttons_answer_as_well_as_words_and_turn_the_message(place, tess):
    await begin(tess)
    genres = said(await answer(tess, "A"))
    turned = only(all_fit(await tess.press(choice(genres, "c0"))))
    assert isinstance(turned, Turns)
    talk = await open_talk(place.means, tess.caller())
    assert talk.answers["genre"] == buttons(genres)[0].label


@pytest.mark.parametrize(("texts", "count"), [(["A"], 29), (["A", "", "", "", "", "", ""], 25)])
async def test_all_genres_and_formats_can_be_leafed_through(place, tess, texts, count):
    message = await begin(tess)
    message = said(await answer(tess, "A"))
    message = await skip_on(tess, message, len(texts) - 1)
    pages = [message]
    while (page := said(all_fit(await tess.press(further(pages[-1]))))) != message:
        pages.append(page)
    pressed = {one.act.arg(2) for page in pages for one in buttons(page)}
    assert {f"c{number}" for number in range(count)} == {
        one for one in pressed if one[0] == "c"
    } - {"cancel"}


async def test_what_most_people_want_comes_first(tess):
    await begin(tess)
    genres = [one.label for one in buttons(said(await answer(tess, "A")))]
    assert {"en": "romance", "ko": "로맨스"}[tess.language] in genres[:3]


async def test_an_answer_that_will_not_do_is_told_at_once_and_asked_again(place, tess):
    await begin(tess)
    again = said(await answer(tess, "A", "zzgrx"))
    assert "zzgrx" in again.text
    assert choice(again, "skip")
    after = said(await answer(tess, "mystery"))
    assert "zzgrx" not in after.text
    assert (await open_talk(place.means, tess.caller())).step == 2


async def test_a_title_that_is_too_long_is_told_with_its_limit(tess):
    await begin(tess)
    assert "400" in said(await answer(tess, "x" * 401)).text


async def test_the_title_cannot_be_skipped_and_all_else_can(tess):
    message = await begin(tess)
    assert not [one for one in buttons(message) if one.act.arg(2) in {"skip", "done", "back"}]
    message = await skip_on(tess, said(await answer(tess, "A")), 8)
    assert choice(message, "go")


async def test_back_shows_the_answer_before_and_keeps_it_by_a_button(place, tess):
    await begin(tess)
    genres = said(await answer(tess, "The Quiet Lantern"))
    title = said(all_fit(await tess.press(choice(genres, "back"))))
    assert "The Quiet Lantern" in buttons(title)[0].label
    await tess.press(choice(title, "keep"))
    talk = await open_talk(place.means, tess.caller())
    assert (talk.step, talk.answers["title"]) == (1, "The Quiet Lantern")


async def test_what_was_said_with_the_command_is_proposed(tess):
    message = await begin(tess, "The Quiet Lantern")
    assert "The Quiet Lantern" in buttons(message)[0].label
    everything = said(all_fit(await tess.press(choice(message, "done"))))
    closed, ordered = all_fit(await tess.press(choice(everything, "go")))
    assert not closed.message.rows
    assert isinstance(ordered, Ordered)


async def test_a_kept_proposal_can_be_left_empty(place, tess):
    await begin(tess, "Genre: mystery")
    message = said(await answer(tess, "A"))
    await tess.press(choice(message, "skip"))
    assert (await open_talk(place.means, tess.caller())).values["genre"] == ""


async def test_a_dash_leaves_a_question_without_an_answer(place, tess):
    await begin(tess, "Genre: mystery")
    await answer(tess, "-", "-")  # a book may be called so; no genre is
    talk = await open_talk(place.means, tess.caller())
    assert (talk.values["title"], talk.values["genre"], talk.step) == ("-", "", 2)


async def test_a_whole_brief_is_taken_as_the_answer_to_everything(place, tess):
    await begin(tess)
    everything = said(await answer(tess, "제목: 바다의 편지\n장르: 에세이\n스타일: noir\n시안: 2"))
    _, ordered = all_fit(await tess.press(choice(everything, "go")))
    brief = (await place.studio.cover(tess.person, ordered.ticket.job.cover)).brief
    assert (brief.title, brief.genre, brief.style, brief.options) == (
        "바다의 편지", "에세이", "noir", 2,
    )  # fmt: skip


async def test_a_whole_brief_without_a_title_leads_back_to_that_question(place, tess):
    await begin(tess)
    title = said(await answer(tess, "Genre: mystery\nAuthor: Ada"))
    assert Words(tess.language).say("interview-title") == title.title
    everything = said(await tess.press(choice(said(await answer(tess, "A title")), "done")))
    assert all(told in everything.text for told in ("A title", "mystery", "Ada"))


async def test_yes_is_an_answer_to_the_last_question_too(place, tess):
    message = await begin(tess, "A title")
    await tess.press(choice(message, "done"))
    assert said(all_fit(await tess.say("hmm"))).rows
    ordered = only(await tess.say({"en": "Yes!", "ko": "네"}[tess.language]))
    assert isinstance(ordered, Ordered)
