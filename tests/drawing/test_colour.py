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
        assert colour.to_oklab(after)[0] == pytest.approx(colour.to_oklab(before)[0], abs=0.04)


def test_a_palette_turned_to_a_colour_is_nearer_to_it():
    palette = Palette(name="p", colours=("#203a70", "#8fa8d8"), inks=("#ffffff",), dark=True)
    wanted = ("#a8322a",)
    assert distance(towards(palette, wanted), wanted) < distance(palette, wanted)
