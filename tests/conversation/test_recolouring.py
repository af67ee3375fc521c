"""The drawing in other colours."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Ordered, Turns
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.operation import Recolour
from tests.conversation.covers import GUEST_SETTINGS, brought, cover_of, prefers
from tests.conversation.place import button, form, hint, pickers, said, ticket


async def screen(who, version):
    return said(await who.press(act(Verb.RECOLOUR, version.id)))


async def test_the_palettes_of_the_style_are_offered_behind_a_surprise(place, ada):
    version = await place.cover(ada)
    (picker,) = pickers(await screen(ada, version))
    palettes = [one.name for one in place.menu.palettes_of(version)]
    assert palettes
    assert [one.value for one in picker.choices] == ["next", *palettes]
    assert button(await screen(ada, version), Verb.CARD, version.id)


@pytest.mark.parametrize("which", [0, 1])
async def test_a_palette_is_ordered_and_the_card_is_back(place, ada, which):
    version = await place.cover(ada)
    (picker,) = pickers(await screen(ada, version))
    value = picker.choices[which].value
    turned, ordered = await ada.press(picker.act.adding(value))
    assert isinstance(turned, Turns)
    assert isinstance(ordered, Ordered)
    assert button(turned.message, Verb.RECOLOUR, version.id)
    assert ordered.ticket.job.operation == Recolour(palette="" if value == "next" else value)
    assert view_of(ordered.ticket.job.address) == View(screen=Screen.CARD)


async def test_palettes_have_names_in_every_language_and_the_present_one_is_ticked(place):
    ada = await place.somebody(language="ko")
    start = await place.cover(ada)
    first = place.menu.palettes_of(start)[0]
    art = start.document.art
    now = replace(art, choice=replace(art.choice, palette=first))
    version = await cover_of(place, ada, replace(start.document, art=now))
    labels = [one.label for one in pickers(await screen(ada, version))[0].choices]
    assert labels[1].startswith("✓ ")
    assert not any(char.isascii() and char.isalpha() for label in labels for char in label)


async def test_a_palette_that_the_style_has_no_more_is_told(place, ada):
    version = await place.cover(ada)
    told = hint(await ada.press(act(Verb.RECOLOUR, version.id, "zzgrx")))
    assert place.menu.palettes_of(version)[0].name in told


async def test_up_to_three_colours_of_ones_own(place, ada):
    version = await place.cover(ada)
    own = button(await screen(ada, version), Verb.TINT)
    fields = form(await ada.press(own)).fields
    assert [one.needed for one in fields] == [True, False, False]
    answers = dict(zip([one.key for one in fields], ["남색", " #D8B25C ", ""], strict=True))
    job = ticket(await ada.submit(own, **answers)).job
    assert job.operation == Recolour(colours=("#22306b", "#d8b25c"))


async def test_a_colour_that_nobody_knows_is_told_at_once(place, ada):
    version = await place.cover(ada)
    own = act(Verb.TINT, version.id)
    assert "zzgrx" in said(await ada.submit(own, **{"1": "zzgrx"})).text
    assert hint(await ada.submit(own, **{"1": " "})) == Words("en").say("chat-text-unchanged")


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_a_picture_that_somebody_brought_is_refused_before_any_screen(place, language):
    ada = await place.somebody(language=language)
    own = await cover_of(place, ada, brought(await place.cover(ada)))
    told = Words(language).say("chat-art-not-drawn")
    for verb in (Verb.RECOLOUR, Verb.TINT):
        assert hint(await ada.press(act(verb, own.id))) == told
    assert hint(await ada.submit(act(Verb.TINT, own.id), **{"1": "gold"})) == told


async def test_text_on_such_a_picture_can_be_coloured(place, ada):
    own = await cover_of(place, ada, brought(await place.cover(ada)))
    pressed = act(Verb.TINT, own.id, "title")
    assert ticket(await ada.submit(pressed, **{"1": "gold"})).job.operation.colour == "#c79a3b"


@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused(place, ada, forkable, shared, told):
    version = await place.cover(ada)
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    for pressed in (act(Verb.RECOLOUR, version.id), act(Verb.TINT, version.id)):
        assert told in hint(await guest.press(pressed))
    assert told in hint(await guest.submit(act(Verb.TINT, version.id), **{"1": "gold"}))
