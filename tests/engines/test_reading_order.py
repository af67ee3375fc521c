"""Which corner of a rectangle is called the first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.reading_order import upright


def rectangle(width, height, degrees=0.0):
    """From its top left corner clockwise, turned clockwise about its middle."""
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], float)
    corners -= (width / 2, height / 2)
    angle = np.radians(degrees)
    turn = np.array([(np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))])
    return (corners @ turn + 200).astype(np.float32)


@given(
    degrees=st.floats(-60, 60), start=st.integers(0, 3), backwards=st.booleans(),
    length=st.floats(2.0, 20.0),
)  # fmt: skip
def test_a_long_line_begins_at_its_left_end_whatever_its_tilt(degrees, start, backwards, length):
    line = rectangle(20 * length, 20, degrees)
    given_as = np.roll(line[::-1] if backwards else line, start, axis=0)

    assert upright(given_as) == pytest.approx(line, abs=1e-3)


@given(degrees=st.floats(-20, 20), start=st.integers(0, 3))
def test_a_standing_line_has_its_short_side_on_top(degrees, start):
    standing = rectangle(20, 90, degrees)

    assert upright(np.roll(standing, start, axis=0)) == pytest.approx(standing, abs=1e-3)


@given(degrees=st.floats(-44, 44), start=st.integers(0, 3))
def test_what_is_nearly_a_square_is_taken_for_straight(degrees, start):
    letter = rectangle(24, 20, degrees)

    assert upright(np.roll(letter, start, axis=0)) == pytest.approx(letter, abs=1e-3)


def test_even_a_point_has_four_corners():
    assert upright(np.zeros((4, 2), np.float32)).shape == (4, 2)
