from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.layout import Effect, EffectKind, Layout, Material, Role, Tone
from pipeline.drawing.colour import contrast
from pipeline.typography.legibility import measure
from tests.typography.lettering import block, confetti, cover, ground, halves, library


def title_only(colour, **options):
    made = block(Role.TITLE, "Forty", "Evenings", y=0.09, size=0.15, colour=colour, **options)
    return Layout(aspect=2 / 3, blocks=(made,))


def ratio(layout, art):
    return measure(layout, art, library())[0].ratio


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 255), st.integers(0, 255))
def test_flat_ink_on_an_even_ground_measures_what_wcag_says(ink, paper):
    ink, paper = (f"#{v:02x}{v:02x}{v:02x}" for v in (ink, paper))

    assert ratio(title_only(ink), ground(paper)) == pytest.approx(contrast(ink, paper), rel=0.03)


def test_a_title_is_as_legible_as_its_worse_half():
    art = halves("#f4efe2", "#141e2c")

    assert ratio(title_only("#fff7e6"), art) < 1.3
    assert ratio(title_only("#101418"), art) < 1.3


def test_confetti_is_worse_than_its_own_mean():
    art = confetti()
    mean = "#{:02x}{:02x}{:02x}".format(*(round(v) for v in art.mean((0, 1))))

    assert ratio(title_only("#ffffff"), art) < 0.75 * ratio(title_only("#ffffff"), ground(mean))


def test_gold_foil_on_cream_is_not_legible():
    assert ratio(title_only("#d9ae58", material=Material.FOIL), ground("#ece4d3")) < 1.7


@pytest.mark.parametrize("material", Material)
@pytest.mark.parametrize(("ink", "paper"), [("#1c2430", "#ece4d3"), ("#f4e6c8", "#17352c")])
def test_legible_ink_stays_legible_in_every_material(material, ink, paper):
    assert ratio(title_only(ink, material=material), ground(paper)) >= 3


def test_the_measure_sees_tones_and_effects():
    art, plain = ground("#9a9a94"), title_only("#ffffff")
    toned = replace(plain, tones=(Tone(box=plain.blocks[0].box, colour="#101010", strength=0.7,
                                       fade=0.1),))  # fmt: skip
    outline = Effect(kind=EffectKind.OUTLINE, colour="#101010", strength=1, size=0.12)
    outlined = plain.with_block(plain.blocks[0], replace(plain.blocks[0], effects=(outline,)))

    assert ratio(toned, art) > 2 * ratio(plain, art)
    assert ratio(outlined, art) > 2 * ratio(plain, art)


def test_the_size_of_the_art_hardly_matters():
    small, large = halves("#777777", "#222222"), halves("#777777", "#222222").repeat(4, 0)
    large = large.repeat(4, 1)

    assert ratio(title_only("#ffffff"), large) == pytest.approx(
        ratio(title_only("#ffffff"), small), rel=0.05
    )


def test_small_text_is_held_to_more_than_a_title():
    measures = {m.role: m for m in measure(cover("#ffffff"), ground("#888888"), library())}

    assert measures[Role.TITLE].ok
    assert not measures[Role.AUTHOR].ok


def test_lettering_off_the_page_needs_no_contrast():
    gone = block(Role.TITLE, "Gone", y=1.3, size=0.1, colour="#808080")

    assert ratio(Layout(aspect=2 / 3, blocks=(gone,)), ground("#808080")) == 21


def test_measuring_does_not_touch_the_art():
    art = ground("#888888")
    measure(cover(), art, library())

    assert np.array_equal(art, ground("#888888"))
