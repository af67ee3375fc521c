"""The card: one version with everything that can be done to it."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Hints, Turns
from bot.conversation.rooms.card import card
from bot.conversation.words import Words
from pipeline.domain import operation as op
from storage.opening import open_store
from tests.conversation.covers import GUEST_SETTINGS, brought, cover_of, prefers, report
from tests.conversation.place import Place, buttons, hint, only, said
from tests.storage.orders import HandClock, with_picture

ALWAYS = {Verb.EDIT, Verb.MOVE, Verb.LOOK, Verb.PRINT, Verb.VOTE, Verb.FORK, Verb.CHANGE,
          Verb.DELETE}  # fmt: skip
DRAWN = {Verb.RECOLOUR, Verb.VARY, Verb.IDEA}


def verbs(message):
    return {one.act.verb for one in buttons(message)}


async def test_the_only_version_has_no_steps_and_everything_else(place, ada):
    version = await place.cover(ada)
    shown = await card(place.means, Words("en"), version)
    assert verbs(shown) == ALWAYS | DRAWN


async def test_a_version_in_the_middle_has_every_step(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.Restyle(size=1.2))
    await place.child(ada, second, op.Restyle(size=1.2))
    shown = await card(place.means, Words("en"), second)
    assert verbs(shown) == ALWAYS | DRAWN | {Verb.UNDO, Verb.REDO, Verb.VERSIONS, Verb.COMPARE}


async def test_a_card_calls_the_illustrator_by_its_name_in_the_readers_language(place, ada):
    version = await place.cover(ada)
    maker = replace(version.document.maker, engine="illustrator", model="")
    drawn = await cover_of(place, ada, replace(version.document, maker=maker))
    assert "내장 일러스트레이터" in (await card(place.means, Words("ko"), drawn)).text


async def test_what_is_not_drawn_has_no_buttons_that_draw(place, ada):
    version = await place.cover(ada)
    own = await cover_of(place, ada, brought(version))
    shown = await card(place.means, Words("en"), own)
    assert verbs(shown) == ALWAYS | {Verb.FIND}
    assert "Your own picture, 9 × 9 px" in shown.text


async def test_a_card_shows_the_picture_and_says_what_it_shows(place, ada):
    version = await place.cover(ada)
    (picture,) = (await card(place.means, Words("en"), version)).pictures
    assert (picture.source, picture.alt) == (version.preview, version.document.alt_text)


async def test_settings_and_lineage_are_never_lost(place, ada):
    first = await place.cover(ada)
    second = await place.child(ada, first, op.EditText(changes=(("title", "Late"),)))
    shown = await card(place.means, Words("en"), second)
    style = next(s for s in place.means.styles if s.name == second.document.art.choice.recipe)
    assert shown.title == "Small Hours · version 2"
    for fact in ("Title now “Late” (made from version 1)", style.english.capitalize(), "colours: none",
                 "Shows: a lighthouse", "Seed 1"):  # fmt: skip
        assert fact in shown.text


async def test_a_fork_is_said_without_ids(place, ada):
    version = await place.cover(ada)
    fork = await place.child(ada, version, op.Fork(source=version.id))
    shown = await card(place.means, Words("en"), fork)
    assert "Begins with a version of another cover" in shown.text
    assert version.id not in shown.text


async def test_the_preflight_speaks_only_when_something_is_wrong(place, ada):
    version = await place.cover(ada)
    checks = [("contrast-title", "fail"), ("pixels", "warn"), ("resolution", "warn")]
    bad = replace(version, report=report(*checks))
    assert "contrast" not in (await card(place.means, Words("en"), version)).text.lower()
    shown = await card(place.means, Words("en"), bad)
    assert "problem: The title is hard to read on this picture." in shown.text
    assert "preview" not in shown.text, "that the picture in a chat is small is nobody's mistake"


async def test_a_picture_of_ones_own_that_is_too_small_for_print_is_told(place, ada):
    version = replace(await place.cover(ada), report=report(("resolution", "warn")))
    own = with_picture(version, "0" * 64)
    assert "DPI" in (await card(place.means, Words("en"), own)).text


async def test_many_remarks_are_counted_rather_than_repeated(place, ada):
    codes = ("contrast-title", "contrast-small", "smallest-text", "thumbnail-size", "safe-area")
    version = replace(await place.cover(ada), report=report(*((code, "warn") for code in codes)))
    shown = await card(place.means, Words("en"), version)
    assert "2 more notes come with the print files." in shown.text


async def test_a_press_turns_any_screen_back_into_the_card(place, ada):
    version = await place.cover(ada)
    answer = only(await ada.press(act(Verb.CARD, version.id)))
    assert isinstance(answer, Turns)
    assert verbs(answer.message) == ALWAYS | DRAWN


async def test_the_result_of_one_version_lands_as_its_card(place, ada):
    first = await place.cover(ada)
    pressed = await ada.press(act(Verb.RESTYLE, first.id, "material", "title", "foil"))
    (second,) = await place.made(only(pressed).ticket.job)
    landed = await place.landed(only(pressed).ticket.job)
    assert landed.title == "Small Hours · version 2"
    assert act(Verb.UNDO, second.id) in {one.act for one in buttons(landed)}


@pytest.mark.parametrize("verb", [Verb.CARD, Verb.VERSIONS, Verb.UNDO, Verb.MOVE, Verb.LOOK])
@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused_politely_and_alone(place, ada, verb, forkable, shared, told):
    version = await place.cover(ada)
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    refusal = hint(await guest.press(act(verb, version.id)))
    assert told in refusal
    assert version.id not in refusal


async def test_who_may_only_look_gets_no_button_that_they_would_be_refused(place, ada):
    second = await place.child(ada, await place.cover(ada), op.Restyle(size=1.2))
    guest = await place.somebody("bo")
    answer = only(await guest.press(act(Verb.PICK, second.id)))
    assert answer.alone
    assert verbs(answer.message) == {Verb.VOTE, Verb.FORK}
    assert "version 1" not in answer.message.text


async def test_who_shares_their_buttons_lets_others_press_them(place, ada):
    version = await place.cover(ada)
    await prefers(place, ada, shared=True)
    guest = await place.somebody("bo")
    assert said(await guest.press(act(Verb.CARD, version.id))).title == "Small Hours · version 1"


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_a_button_of_a_deleted_cover_says_so(place, language):
    ada = await place.somebody("ada", language=language)
    version = await place.cover(ada)
    await place.studio.remove(ada.person, version.cover)
    told = hint(await ada.press(act(Verb.CARD, version.id)))
    assert told == Words(language).say("chat-version-missing", version=version.id)
    assert "articover" not in told


async def test_a_card_in_korean_is_korean(place, ada):
    version = await place.cover(ada)
    shown = await card(place.means, Words("ko"), version)
    assert shown.title == "Small Hours · 1번 판"
    assert "의뢰서대로 그림" in shown.text
    assert {"글 고치기", "글꼴과 색", "인쇄 파일"} <= {one.label for one in buttons(shown)}


async def test_every_button_goes_on_working_after_a_restart(tmp_path):
    """On a real database: nothing that a button needs is kept by a process."""
    async with on_disk(tmp_path) as place:
        ada = await place.somebody()
        first = await place.cover(ada)
        version = await place.child(ada, first, op.Restyle(size=1.1))
        acts = [one.act for one in buttons(await card(place.means, Words("en"), version))]
    async with on_disk(tmp_path) as place:
        ada = await place.somebody()
        for pressed in acts:
            answers = await ada.press(pressed)
            assert not any(isinstance(one, Hints) for one in answers), (pressed, answers)


@asynccontextmanager
async def on_disk(folder):
    store = await open_store(f"sqlite:///{folder / 'articover.db'}", folder, HandClock())
    try:
        yield Place(store)
    finally:
        await store.close()
