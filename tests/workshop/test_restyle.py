"""Other looks: faces, colours, effects, sizes, materials; and what the repair may do to them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.domain.errors import VersionError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import EffectKind, Material, Role, Trait
from pipeline.domain.operation import Anchor9, EditText, MoveText, Restyle
from pipeline.drawing.page import page
from pipeline.typography.legibility import measure
from pipeline.workshop.edit_text import edited
from pipeline.workshop.move_text import moved
from pipeline.workshop.restyle import restyle, restyled
from tests.real import library
from tests.workshop.covers import (
    KOREAN,
    after,
    apart,
    bench,
    block,
    boxes_are_ink,
    inside,
    on,
    shop,
    task,
    tried,
    version,
)

NIGHT, MIDDLE, PAPER = "#101a30", "#7a7a70", "#f4efe4"


def restyle_of(base, **looks):
    return after(restyled, Restyle(**looks), base)


def over_label(base, made):
    """How far the lettering reaches over what its label was drawn for, in fractions."""
    width, height = page(made.document.layout.aspect)
    room = Box.around(base.document.art.text)
    ink = Box.around(block.box for block in made.document.layout.blocks)
    return max(room.x / width - ink.x, ink.right - room.right / width,
               room.y / height - ink.y, ink.bottom - room.bottom / height)  # fmt: skip


def labelled():
    return version("pattern", short_px=400, composition="stray")


LABELLED = {"pairing": Restyle(pairing="platform"), "size": Restyle(size=1.6),
            "slab": Restyle(pairing="burst")}  # fmt: skip


@pytest.mark.parametrize("look", LABELLED)
def test_lettering_stays_on_the_label_that_was_drawn_for_it(look):
    base = labelled()
    made = after(restyled, LABELLED[look], base)
    assert over_label(base, made) < 0.012
    assert boxes_are_ink(made)
    assert apart(made)


def test_other_words_stay_on_the_label_too():
    base = labelled()
    longer = EditText(changes=(("title", "The Salt Cartographer and the Long Way Home"),))
    made = after(edited, longer, base)
    assert over_label(base, made) < 0.012


def test_what_a_person_placed_may_leave_the_label():
    base = labelled()
    away = after(moved, MoveText(block="author", to=Anchor9.TOP_LEFT), base)
    made = after(restyled, Restyle(pairing="platform"), away)
    assert block(made, "author").box.y < 0.12


def legible(version):
    art = shop().arts.pixels(version.raster)
    return all(one.ok for one in measure(version.document.layout, art, library()))


def other_pairing(base, writing=None):
    catalogue = library().catalogue
    mine = catalogue.pairing(base.document.pairing)
    return next(
        p for p in catalogue.pairings
        if p.writing is (writing or mine.writing) and p.title.face != mine.title.face
        and p.small.face != mine.small.face
    )  # fmt: skip


async def test_another_look_is_a_new_version_over_the_same_raster():
    base = version(short_px=400)

    made = await restyle(task(Restyle(material=Material.FOIL), base), bench())

    assert made.drafts[0].raster is None
    assert {b.material for b in made.drafts[0].document.layout.blocks} == {Material.FOIL}


def test_a_pairing_for_all_belongs_to_the_document_and_is_composed_anew():
    base = after(moved, MoveText(block="author", to=Anchor9.BOTTOM_LEFT), on(NIGHT))
    pairing = other_pairing(base)

    made = restyle_of(base, pairing=pairing.name)

    assert made.document.pairing == pairing.name
    assert block(made, "title").font == pairing.title.face
    assert {block(made, n).font for n in ("subtitle", "author")} == {pairing.small.face}
    assert apart(made)
    room, author = block(base, "author").box, block(made, "author").box
    assert author.overlap(room) == pytest.approx(author.area)


def test_a_pairing_for_one_block_stays_in_its_room_and_outlives_other_words():
    base = on(NIGHT)
    pairing = other_pairing(base)

    made = restyle_of(base, pairing=pairing.name, blocks=("title",))
    later = after(edited, EditText(changes=(("title", "Other Words Here"),)), made)

    assert made.document.pairing == base.document.pairing
    assert block(made, "title").font == block(later, "title").font == pairing.title.face
    assert block(made, "subtitle") == block(base, "subtitle")
    assert apart(made)
    assert apart(later)


@pytest.mark.parametrize("ground", [NIGHT, MIDDLE, PAPER])
@pytest.mark.parametrize("colour", ["#0a0a0a", "#c62f2f", "#f2c230", "#ffffff"])
def test_a_colour_that_was_asked_for_stays_and_can_be_read(ground, colour):
    made = restyle_of(on(ground), colour=colour)

    assert {b.colour for b in made.document.layout.blocks} == {colour}
    assert legible(made)


@pytest.mark.parametrize("recipe", ["papercut", "noir", "riso", "watercolour"])
def test_even_the_colour_of_the_ground_can_be_read_on_real_art(recipe):
    base = version(recipe, short_px=400)

    for colour in ("#101a30", "#f5efe2"):
        made = restyle_of(base, colour=colour)

        assert {b.colour for b in made.document.layout.blocks} == {colour}
        assert legible(made)


@pytest.mark.parametrize("kind", EffectKind)
def test_every_effect_has_values_that_look_right(kind):
    made = restyle_of(on(NIGHT), effects=(kind, kind))

    for one in made.document.layout.blocks:
        assert [effect.kind for effect in one.effects] == [kind]
        assert 0 < one.effects[0].strength <= 1
        assert Trait.EFFECTS in one.chosen
    assert legible(made)


def test_effects_are_taken_away():
    base = restyle_of(on(NIGHT), effects=(EffectKind.PANEL, EffectKind.SHADOW))

    made = restyle_of(base, effects=(), blocks=("title",))

    assert not block(made, "title").effects
    assert len(block(made, "author").effects) == 2


@pytest.mark.parametrize("material", Material)
@pytest.mark.parametrize("ground", [NIGHT, PAPER])
def test_every_material_can_be_read(material, ground):
    base = on(ground)
    if material is Material.FLAT:
        base = restyle_of(base, material=Material.RISO)

    made = restyle_of(base, material=material)

    assert block(made, "title").material is material
    assert legible(made)


def test_small_text_gets_sides_only_when_it_is_named():
    base = on(NIGHT)

    assert block(restyle_of(base, material=Material.EXTRUDE), "author").material is Material.FLAT
    named = restyle_of(base, material=Material.EXTRUDE, blocks=("author",))
    assert block(named, "author").material is Material.EXTRUDE


def test_a_size_multiplies_the_em_and_the_stack_keeps_its_gaps():
    base = after(edited, EditText(changes=(("title", "Salt"),)), on(NIGHT))

    made = restyle_of(base, size=0.6, blocks=("title",))

    before, now = block(base, "title"), block(made, "title")
    gap = block(base, "subtitle").box.y - before.box.bottom
    assert now.size == pytest.approx(0.6 * before.size)
    assert block(made, "subtitle").box.y - now.box.bottom == pytest.approx(gap)
    assert block(made, "subtitle").size == block(base, "subtitle").size


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(size=st.floats(0.25, 4.0), name=st.sampled_from([(), ("title",), ("subtitle",), ("author",)]),
       form=st.sampled_from(["2:3", "square", "16:9"]), words=st.sampled_from([None, KOREAN]))  # fmt: skip
def test_no_size_makes_texts_touch_or_leave_the_page(size, name, form, words):
    base = on(NIGHT, version(form=form, words=words) if words else version(form=form))
    made = tried(restyled, Restyle(size=size, blocks=name), base)
    if isinstance(made, VersionError):
        assert made.code == "text-unchanged"
        assert size > 0.9
        return

    assert inside(made)
    assert apart(made)
    assert boxes_are_ink(made)
    for old, new in zip(base.document.layout.blocks, made.document.layout.blocks, strict=True):
        assert min(1, size) - 1e-6 <= new.size / old.size <= max(1, size) + 1e-6


def test_a_chosen_look_is_remembered_once():
    made = restyle_of(restyle_of(on(NIGHT), colour="#ffcc00"), colour="#ffdd00", size=0.9)

    for one in made.document.layout.blocks:
        assert one.chosen == (Trait.COLOUR, Trait.SIZE)


@pytest.mark.parametrize(
    ("looks", "code"),
    [
        ({}, "text-unchanged"),
        ({"size": 1.0}, "text-unchanged"),
        ({"effects": ()}, "text-unchanged"),
        ({"pairing": "no-such-pairing"}, "pairing-unknown"),
        ({"blocks": ("series",), "colour": "#ffffff"}, "block-missing"),
    ],
)
def test_what_cannot_be_done_is_told(looks, code):
    with pytest.raises(VersionError) as refused:
        restyle_of(on(NIGHT), **looks)

    assert refused.value.code == code


def test_a_pairing_that_the_catalogue_has_lost_is_told_with_its_neighbours():
    base = on(NIGHT)
    lost = replace(base, document=replace(base.document, pairing=base.document.pairing + "-old"))

    with pytest.raises(VersionError) as refused:
        restyle_of(lost, size=0.5)

    assert refused.value.code == "pairing-unknown"
    assert base.document.pairing in refused.value.facts["near"]


def test_free_blocks_are_restyled_by_their_names():
    base = after(edited, EditText(changes=(("free", "One"), ("free", "Two"))), on(NIGHT))

    made = restyle_of(base, colour="#ffcc00", blocks=("free-2",))

    free = [b.colour for b in made.document.layout.blocks if b.role is Role.FREE]
    assert free[1] == "#ffcc00" != free[0]
