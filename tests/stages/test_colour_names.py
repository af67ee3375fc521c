"""Colours by the names that people give them."""

import pytest

from pipeline.drawing.colour import to_oklab
from pipeline.stages.colour_names import colour_named, colours_named
from pipeline.stages.colour_words import colour_of


@pytest.mark.parametrize("asked", ["gold", "dark blue", "light green", "crimson", "cream", "grey"])
def test_a_colour_that_was_asked_for_by_name_is_called_that(asked):
    assert colour_named(colour_of(asked), "en") == asked


@pytest.mark.parametrize("asked", ["금색", "네이비", "연한 초록", "어두운 파랑"])
def test_and_so_it_is_in_korean(asked):
    assert colour_named(colour_of(asked), "ko") == asked


@pytest.mark.parametrize(("colour", "english", "korean"), [
    ("#f7f5ed", "warm white", "미색"), ("#ffffff", "white", "흰색"), ("#101014", "black", "검정"),
    ("#0b1630", "midnight blue", "짙은 남색"), ("#9b4422", "rust", "적갈색"),
])  # fmt: skip
def test_any_other_colour_has_the_nearest_name(colour, english, korean):
    assert (colour_named(colour, "en"), colour_named(colour, "ko")) == (english, korean)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_a_colour_is_called_can_be_asked_for_and_is_near_it(language):
    for colour in ("#2d7a68", "#a8443c", "#fbbd7c", "#9a6f8c", "#39424a", "#e9f3ee"):
        again = colour_of(colour_named(colour, language))
        gap = zip(to_oklab(colour), to_oklab(again), strict=True)
        assert sum((a - b) ** 2 for a, b in gap) ** 0.5 < 0.12


def test_two_colours_of_one_name_are_told_apart_by_their_codes():
    assert colours_named(("#c79a3b", "#c89b3c", "#fafaf6"), "en") == (
        "gold (#c79a3b)", "gold (#c89b3c)", "white",
    )  # fmt: skip
