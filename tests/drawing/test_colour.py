"""Colour laws: conversions are inverse, contrast is WCAG's, recolouring keeps lightness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.palette import Palette
from pipeline.drawing import colour
from pipeline.drawing.recolour import distance, towards

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colours)
def test_oklab_and_back_is_the_same_colour(one: str):
    back = colour.rgb(colour.from_oklab(*colour.to_oklab(one)))
    assert back == pytest.approx(colour.rgb(one), abs=1.5 / 255)


def test_contrast_of_black_on_white_is_21():
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)


def test_contrast_of_the_lightest_passing_grey_on_white_is_just_over_4_5():
    assert colour.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@given(colours, colours, st.floats(0, 1))
def test_a_mixture_lies_between_in_lightness(a: str, b: str, share: float):
    mixed = colour.to_oklab(colour.mix(a, b, share))[0]
    low, high = sorted((colour.to_oklab(a)[0], colour.to_oklab(b)[0]))
    assert low - 0.02 <= mixed <= high + 0.02


@given(st.lists(colours, min_size=2, max_size=6), colours)
def test_recolouring_keeps_lightness(own: list[str], wanted: str):
    palette = Palette(name="p", colours=tuple(own), inks=("#ffffff",), dark=True)
    turned = towards(palette, (wanted,))
    for before, after in zip(palette.colours, turned.colours, strict=True):
        lightness = colour.to_oklab(before)[0]
        # next to black the steps of eight bits are as wide as a tenth of all lightness
        assert colour.to_oklab(after)[0] == pytest.approx(
            lightness, abs=0.04 if lightness > 0.1 else 0.1
        )


def test_a_palette_turned_to_a_colour_is_nearer_to_it():
    palette = Palette(name="p", colours=("#203a70", "#8fa8d8"), inks=("#ffffff",), dark=True)
    wanted = ("#a8322a",)
    assert distance(towards(palette, wanted), wanted) < distance(palette, wanted)


def test_black_goes_to_the_dark_colours_and_gold_to_the_vivid_ones():
    palette = Palette(
        name="p", colours=("#f3ecdf", "#1c2f5c", "#d83a2c"), inks=("#101010",), dark=False
    )
    paper, dark, vivid = towards(palette, ("#16161a", "#c79a3b")).colours
    assert colour.to_oklch(paper)[1] < 0.03
    assert colour.to_oklch(dark)[1] < 0.03
    assert colour.hue_distance(colour.to_oklch(vivid)[2], colour.to_oklch("#c79a3b")[2]) < 15


def test_a_palette_full_of_other_colours_is_far_from_the_wanted_ones():
    green = ("#3c8a4e", "#f3e9d2")
    pinks = Palette(
        name="p", colours=("#f6dcd8", "#d4668a", "#e58aa2", "#4f8a58"), inks=(), dark=False
    )
    greens = Palette(name="g", colours=("#f3e9d2", "#5f9a5c", "#2f6f3f"), inks=(), dark=False)
    assert distance(pinks, green) > 1.4 * distance(greens, green)


def test_the_colour_wanted_first_belongs_on_the_ground():
    plum, linen = (
        Palette(name=name, colours=colours, inks=(), dark=False)
        for name, colours in (("plum", ("#37183c", "#d0cdd2")), ("linen", ("#d0cdd2", "#37183c")))
    )
    purple_and_silver = ("#6d3f94", "#b3b8bf")
    assert distance(plum, purple_and_silver) < distance(linen, purple_and_silver)
