from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.layout import Align, EffectKind, Layout, Material, Role
from pipeline.drawing.colour import luminance, to_oklab, to_oklch
from pipeline.typography.legibility import measure
from pipeline.typography.repair import repair
from tests.typography.lettering import (
    block,
    confetti,
    cover,
    ground,
    halves,
    library,
    photograph,
)

INKS = ("#fff7e6", "#1c2430")
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


def mended(layout, art, inks=INKS):
    return repair(layout, art, library(), inks)


def legible(layout, art):
    return all(one.ok for one in measure(layout, art, library()))


@settings(max_examples=30, deadline=None)
@given(COLOURS, COLOURS)
def test_any_ink_on_any_even_ground_ends_legible(ink, paper):
    art = ground(paper)

    assert legible(mended(cover(ink), art, inks=()), art)


@pytest.mark.parametrize("material", Material)
@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "rocket"])
def test_lettering_on_photographs_ends_legible(name, material):
    art = photograph(name, 2 / 3)

    assert legible(mended(cover("#d9ae58", material=material), art), art)


@pytest.mark.parametrize("art", [confetti(), halves("#f4efe2", "#141e2c")])
def test_the_hardest_grounds_end_legible(art):
    assert legible(mended(cover(), art), art)


def test_what_can_be_read_is_left_alone():
    layout = cover("#fff7e6")

    assert mended(layout, ground("#17352c")) is layout


def test_mending_twice_changes_nothing_more():
    art = photograph("coffee", 2 / 3)
    once = mended(cover(), art)

    assert mended(once, art) is once


def test_gold_on_cream_becomes_a_darker_gold():
    layout = cover("#d9ae58", material=Material.FOIL)
    title = mended(layout, ground("#ece4d3")).block(Role.TITLE)

    lightness, chroma, hue = to_oklch(title.colour)
    assert title.effects == ()
    assert lightness < 0.6
    assert chroma > 0.05
    assert abs(hue - to_oklch("#d9ae58")[2]) < 12


def test_an_ink_is_tried_before_anything_is_laid_under_the_letters():
    done = mended(cover("#fff7e6"), ground("#ece4d3"))

    assert done.tones == ()
    assert all(block.effects == () and block.colour == "#1c2430" for block in done.blocks)


def test_words_size_and_place_never_change():
    layout = cover()
    layout = replace(layout, blocks=tuple(replace(b, locked=True) for b in layout.blocks))
    done = mended(layout, confetti())

    for before, after in zip(layout.blocks, done.blocks, strict=True):
        assert replace(after, colour=before.colour, effects=()) == before


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "rocket"])
def test_a_photograph_is_never_lightened(name):
    art = photograph(name, 2 / 3)

    assert all(luminance(tone.colour) < 0.05 for tone in mended(cover(), art).tones)


def test_tones_at_one_edge_become_one():
    done = mended(cover(), photograph("astronaut", 2 / 3))

    tops = [tone for tone in done.tones if tone.box.y <= 0]
    assert len(tops) <= 1


def test_companions_on_one_ground_are_all_light_or_all_dark():
    done = mended(cover("#fff7e6"), photograph("coffee", 2 / 3))

    shades = {to_oklab(block.colour)[0] > 0.6 for block in done.blocks}
    assert shades == {True}


def test_a_label_is_never_laid_over_another_block():
    art = confetti()
    title = block(Role.TITLE, "Forty", y=0.4, size=0.1, colour="#777777")
    under = block(Role.SUBTITLE, "Evenings", y=0.48, size=0.05, colour="#777777",
                  align=Align.CENTRE)  # fmt: skip
    done = mended(Layout(aspect=2 / 3, blocks=(title, under)), art)

    kinds = {effect.kind for block in done.blocks for effect in block.effects}
    assert EffectKind.PANEL not in kinds


def test_a_strip_of_paper_goes_only_under_what_a_person_placed():
    art = np.array(ground("#f4efe2"))
    art[art.shape[0] // 4 : art.shape[0] // 3, ::2] = (20, 30, 60)
    composed = cover("#fff7e6")
    placed = replace(composed, blocks=tuple(replace(b, locked=True) for b in composed.blocks))

    assert all(tone.fade > 0 for tone in mended(composed, art).tones)
    strips = [tone for tone in mended(placed, art).tones if tone.fade == 0]
    assert [tone.colour for tone in strips] == ["#f4efe2"]
    assert legible(mended(placed, art), art)
