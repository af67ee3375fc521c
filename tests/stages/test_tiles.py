"""Tiles of a picture, and how they come together."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.tiles import LEAST_SIDE, SHARED, put, spans, tiles_of


@given(st.integers(1, 3000), st.integers(LEAST_SIDE, 300))
def test_spans_cover_a_side_are_as_long_and_share_enough(length, side):
    found = spans(length, side)

    assert (found[0].start, found[-1].end) == (0, length)
    assert len({span.end - span.start for span in found}) == 1
    assert all(span.end - span.start <= side for span in found)
    assert all(one.end - other.start >= SHARED - 1
               for one, other in itertools.pairwise(found))  # fmt: skip


@given(st.integers(1, 1000), st.integers(LEAST_SIDE, 300))
def test_what_is_kept_meets_without_a_gap_and_goes_over_evenly(length, side):
    shown = np.zeros(4 * length)
    for span in spans(length, side):
        shown[span.place] += span.rising() * span.falling()

    assert np.allclose(shown, 1, atol=1e-5)


def shifted(pixels, level):
    """An enlarged tile that is a little lighter than it should be."""
    return np.repeat(np.repeat(pixels, 4, axis=0), 4, axis=1) + np.uint8(level)


@pytest.mark.parametrize("size", [(300, 210), (113, 340)])
def test_tiles_that_differ_show_no_edge(size):
    picture = np.full((size[1], size[0], 3), 100, np.uint8)
    whole = np.zeros((4 * size[1], 4 * size[0], 3), np.uint8)

    for number, tile in enumerate(tiles_of(*size, 112)):
        put(whole, tile, shifted(picture[tile.pixels], 24 * (number % 2)))

    steps = [np.abs(np.diff(whole.astype(int), axis=axis)).max() for axis in (0, 1)]
    assert whole.min() == 100
    assert whole.max() == 124
    assert max(steps) <= 2


def test_a_small_picture_is_one_tile():
    assert len(tiles_of(112, 5, 112)) == 1
    assert len(tiles_of(113, 5, 112)) == 2
