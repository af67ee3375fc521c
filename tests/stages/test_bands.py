"""What is looked at again after erasing: the rows round what was erased, as large as before."""

import numpy as np
import pytest

from pipeline.stages.bands import bands_round

SHAPE = (900, 300, 3)


def line(top, high=30, left=40, wide=200):
    return np.array(
        [(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)], np.float32
    )


def numbered_rows():
    rows = np.arange(SHAPE[0])[:, None, None]
    return np.broadcast_to(rows // 4, SHAPE).astype(np.uint8)


def kept(bands):
    return sum(bottom - top for top, bottom in bands.spans)


def test_a_picture_is_cut_to_what_surrounds_its_lines_but_never_wider_than_high():
    bands = bands_round([line(100), line(700)], SHAPE)
    assert SHAPE[1] <= kept(bands) < SHAPE[0] / 2
    assert bands.cut(numbered_rows()).shape == (kept(bands), *SHAPE[1:])
    (top, bottom), (high, low) = bands.spans
    assert top <= 70 and bottom >= 160 and high <= 670 and low >= 760


@pytest.mark.parametrize("top", [100, 700])
def test_what_is_found_in_bands_is_told_where_it_is_in_the_picture(top):
    bands = bands_round([line(100), line(700)], SHAPE)
    rows = bands.cut(numbered_rows())[:, 0, 0]
    seen = line(int(np.flatnonzero(rows == top // 4)[0]))
    assert bands.back(seen) == pytest.approx(line(top))


def test_bands_that_touch_become_one():
    bands = bands_round([line(300), line(350), line(410)], SHAPE)
    assert len(bands.spans) == 1


def test_lines_all_over_a_picture_leave_it_whole():
    bands = bands_round([line(top) for top in range(20, 880, 100)], SHAPE)
    assert bands.spans == ((0, SHAPE[0]),)


def test_a_large_line_keeps_enough_of_the_picture_to_be_no_larger_a_part_of_it_than_detectors_take():
    high = 90
    bands = bands_round([line(400, high=high)], SHAPE)
    assert high <= 0.15 * kept(bands)


def test_a_picture_that_is_wider_than_high_stays_whole():
    bands = bands_round([line(40)], (200, 640, 3))
    assert bands.spans == ((0, 200),)


@pytest.mark.parametrize("top", [-1e9, -80, 890, 5000, 1e9])
def test_a_place_outside_the_picture_is_looked_at_from_its_nearest_edge(top):
    bands = bands_round([line(top)], SHAPE)
    assert all(0 <= first < last <= SHAPE[0] for first, last in bands.spans)
    assert kept(bands) >= SHAPE[1]


def test_no_places_leave_a_picture_whole():
    assert bands_round([], SHAPE).spans == ((0, SHAPE[0]),)
