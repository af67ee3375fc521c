"""Typefaces, text colours, materials and effects."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.caller import Screen
from bot.conversation.message import Picker
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.layout import Effect, EffectKind, Material, Role
from pipeline.domain.operation import Restyle, Sample
from pipeline.stages.colour_names import colours_named
from tests.conversation.covers import cover_of, lettered, text, title
from tests.conversation.place import (
    button,
    buttons,
    form,
    hint,
    pickers,
    picture,
    said,
    ticket,
)

SHADOW = Effect(kind=EffectKind.SHADOW, colour="#000000", strength=0.5, size=0.1)
AUTHOR = text(Role.AUTHOR, "Ada")


async def sampled(place, who, version, *what):
    """The screen after a picture of choices was ordered and made."""
    job = ticket(await who.press(act(Verb.LOOK, version.id, *what))).job
    await place.made(job, 0, files={"samples.png": picture()})
    return job, await place.landed(job)


async def chosen(who, pressed):
    return ticket(await who.press(pressed)).job.operation


async def test_first_it_is_asked_what_shall_change(place, ada):
    version = await place.cover(ada)
    shown = said(await ada.press(act(Verb.LOOK, version.id)))
    whats = [one.act.arg(1) for one in buttons(shown) if one.act.verb is Verb.LOOK]
    assert whats == ["fonts", "colours", "material", "effects"]
    assert button(shown, Verb.CARD, version.id)


async def test_typefaces_are_chosen_from_a_picture_by_number(place, ada):
    version = await place.cover(ada)
    job, landed = await sampled(place, ada, version, "fonts")
    offered = place.menu.pairings_for(version)
    assert job.operation == Sample(pairings=offered[:8])
    assert (view_of(job.address).screen, view_of(job.address).here) == (Screen.LOOK, True)
    numbers = [one for one in buttons(landed) if one.act.verb is Verb.RESTYLE]
    assert [one.label for one in numbers] == ["✓ 1", "2", "3", "4", "5", "6", "7", "8"]
    assert await chosen(ada, numbers[2].act) == Restyle(pairing=offered[2])


async def test_every_page_of_typefaces_leads_to_the_next_until_there_is_none(place, ada):
    version = await place.cover(ada)
    offered, seen, page = place.menu.pairings_for(version), [], "1"
    while page:
        job, landed = await sampled(place, ada, version, "fonts", page)
        seen += job.operation.pairings
        turns = [one.act.arg(2) for one in buttons(landed) if one.act.verb is Verb.LOOK]
        page = next((to for to in turns if int(to) > int(page)), "")
    assert tuple(seen) == offered


@pytest.mark.parametrize("page", ["0", "99", "x", "-1"])
async def test_a_page_that_there_is_not_shows_one_that_there_is(place, ada, page):
    version = await place.cover(ada)
    job, _ = await sampled(place, ada, version, "fonts", page)
    assert job.operation.pairings


async def test_names_stand_beside_the_numbers(place, ada):
    version = await place.cover(ada)
    job, landed = await sampled(place, ada, version, "fonts")
    name = place.menu.name_of(job.operation.pairings[0], "en")
    assert f"1. {name}" in landed.lines
    assert "8 different typefaces" in landed.pictures[0].alt


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_colours_have_names_too(place, language):
    reader = await place.somebody(language=language)
    version = await place.cover(reader)
    job, landed = await sampled(place, reader, version, "colours")
    names = colours_named(job.operation.colours, language)
    assert list(landed.lines[1:9]) == [f"{number}. {name}" for number, name in enumerate(names, 1)]


async def test_a_colour_is_the_titles_unless_another_text_is_named(place, ada):
    version = await place.cover(ada)
    job, landed = await sampled(place, ada, version, "colours")
    numbers = [one for one in buttons(landed) if one.act.verb is Verb.RESTYLE]
    wanted = Restyle(blocks=("title",), colour=job.operation.colours[1])
    assert await chosen(ada, numbers[1].act) == wanted
    assert [one.label for one in numbers[:2]] == ["✓ 1", "2"], "the colour that it has is ticked"


@pytest.mark.parametrize(("target", "blocks"), [("author", ("author",)), ("all", ())])
async def test_a_colour_can_be_for_another_text_or_for_all(place, ada, target, blocks):
    version = await place.cover(ada)
    _, landed = await sampled(place, ada, version, "colours", "1", target)
    numbers = [one.act for one in buttons(landed) if one.act.verb is Verb.RESTYLE]
    assert (await chosen(ada, numbers[1])).blocks == blocks


async def test_a_colour_of_ones_own_is_asked_for(place, ada):
    version = await place.cover(ada)
    _, landed = await sampled(place, ada, version, "colours", "1", "author")
    own = button(landed, Verb.TINT)
    (field,) = form(await ada.press(own)).fields
    job = ticket(await ada.submit(own, **{field.key: "gold"})).job
    assert job.operation == Restyle(blocks=("author",), colour="#c79a3b")
    assert "no colour" in said(await ada.submit(own, **{field.key: "zzgrx"})).text


async def test_materials_are_a_list_with_the_present_one_ticked(place, ada):
    version = await place.cover(ada)
    (picker,) = pickers(said(await ada.press(act(Verb.LOOK, version.id, "material"))))
    assert [one.value for one in picker.choices] == list(Material)
    assert picker.choices[0].label == "✓ flat"
    foil = picker.act.adding("foil")
    assert await chosen(ada, foil) == Restyle(blocks=("title",), material=Material.FOIL)


async def test_an_effect_is_added_and_taken_away_by_the_same_choice(place, ada):
    bare = await cover_of(place, ada, lettered(title(), AUTHOR))
    shady = await cover_of(place, ada, lettered(title(effects=(SHADOW,)), AUTHOR))
    for version, effects in ((bare, (EffectKind.SHADOW,)), (shady, ())):
        (picker,) = pickers(said(await ada.press(act(Verb.LOOK, version.id, "effects"))))
        operation = await chosen(ada, picker.act.adding("shadow"))
        assert operation == Restyle(blocks=("title",), effects=effects)


async def test_effects_are_kept_when_another_comes(place, ada):
    shady = await cover_of(place, ada, lettered(title(effects=(SHADOW,))))
    pressed = act(Verb.RESTYLE, shady.id, "effects", "title", "outline")
    assert (await chosen(ada, pressed)).effects == (EffectKind.SHADOW, EffectKind.OUTLINE)


@pytest.mark.parametrize(
    "what",
    [("material", "flat"), ("effects", "none"), ("colours", "ffffff"), ("fonts", "inscription")],
)
async def test_what_is_so_already_is_no_order(place, ada, what):
    version = await place.cover(ada)
    kind, value = what
    target = "all" if kind == "fonts" else "title"
    told = hint(await ada.press(act(Verb.RESTYLE, version.id, kind, target, value)))
    assert told == Words("en").say("chat-text-unchanged")


@pytest.mark.parametrize(
    "what",
    [("weight", "title", "9"), ("material", "title", "cheese"), ("effects", "title", "glow")],
)
async def test_a_look_of_no_release_is_no_order(place, ada, what):
    version = await place.cover(ada)
    assert hint(await ada.press(act(Verb.RESTYLE, version.id, *what)))
    assert len(await place.studio.jobs(ada.person)) == 1


async def test_a_pairing_that_is_gone_is_told_with_those_near_it(place, ada):
    version = await place.cover(ada)
    told = hint(await ada.press(act(Verb.RESTYLE, version.id, "fonts", "all", "platfrom")))
    assert "platform" in told.lower() or "Anton" in told


async def test_one_text_needs_no_row_to_choose_it(place, ada):
    alone = await cover_of(place, ada, lettered(title()))
    shown = said(await ada.press(act(Verb.LOOK, alone.id, "material")))
    assert [isinstance(row, Picker) for row in shown.rows] == [True, False]


async def test_a_chosen_look_lands_as_the_card_in_place(place, ada):
    version = await place.cover(ada)
    job = ticket(await ada.press(act(Verb.RESTYLE, version.id, "material", "all", "lino"))).job
    assert (view_of(job.address).screen, view_of(job.address).here) == (Screen.CARD, True)
    assert job.operation == Restyle(material=Material.LINO)
