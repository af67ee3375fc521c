"""Pictures of any size are brought to one that a detector works at."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.engines.framing import framed

WORK = {"step_px": 32, "short_px": 384, "most_px": 600_000, "most_times": 3.0}


def blank(width, height):
    return np.full((height, width, 3), 90, np.uint8)


@settings(max_examples=25, deadline=None)
@given(width=st.integers(1, 3000), height=st.integers(1, 3000))
@example(width=20_000, height=1)
@example(width=1, height=20_000)
def test_the_work_is_bounded_and_corners_come_back_where_they_were(width, height):
    frame = framed(blank(width, height), **WORK)
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    there = corners * (frame.across, frame.down)

    assert frame.pixels.shape[0] % 32 == frame.pixels.shape[1] % 32 == 0
    assert frame.width_px * frame.height_px <= 1.01 * 600_000 + frame.width_px + frame.height_px
    assert frame.back(there) == pytest.approx(corners, abs=0.05)


def test_a_picture_of_a_fitting_size_is_left_as_it_is():
    picture = np.random.default_rng(1).integers(0, 256, (768, 512, 3), np.uint8)

    frame = framed(picture, **WORK)

    assert np.array_equal(frame.pixels, picture)
    assert (frame.across, frame.down) == (1.0, 1.0)


def test_small_pictures_are_enlarged_but_not_beyond_all_measure():
    assert framed(blank(200, 300), **WORK).width_px == 384
    assert framed(blank(20, 30), **WORK).width_px == 60


def test_edges_are_drawn_out_and_what_is_found_there_is_outside():
    picture = blank(500, 700)
    picture[:, -1] = 255

    frame = framed(picture, **WORK)
    beyond = np.array([(503, 0), (509, 0), (509, 9), (503, 9)], np.float32)

    assert frame.pixels.shape == (704, 512, 3)
    assert (frame.pixels[:700, 500:] == 255).all()
    assert frame.outside(beyond) and not frame.outside(beyond - (12, 0))
