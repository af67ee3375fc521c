"""Words become lines, whichever way they run."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ports.lettering import Fragment
from pipeline.stages.quadrilateral import edges, grown, inside, sides, window_of
from pipeline.stages.text_lines import lines_of

PAGE = (768, 512, 3)


def word(x, y, wide, high, degrees=0.0, confidence=0.9):
    """A box by its middle, turned clockwise."""
    turn = math.radians(degrees)
    along = np.array([math.cos(turn), math.sin(turn)]) * wide / 2
    across = np.array([-math.sin(turn), math.cos(turn)]) * high / 2
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    corners = [np.array([x, y]) + a * along + b * across for a, b in signs]
    return Fragment(corners=np.asarray(corners, np.float32), confidence=confidence)


def box(spot):
    return [round(float(value)) for value in (*spot.corners.min(0), *spot.corners.max(0))]


def test_the_words_of_a_row_are_one_line_as_sure_as_the_surest():
    row = [word(100, 50, 80, 30, confidence=0.4), word(200, 52, 90, 28), word(290, 50, 60, 40)]
    (line,) = lines_of(row, PAGE)
    assert box(line) == [60, 30, 320, 70]
    assert line.confidence == 0.9 and not line.turned


def test_rows_over_each_other_stay_lines_of_their_own_in_the_order_of_reading():
    lines = lines_of(
        [word(250, 140, 200, 40), word(250, 90, 300, 40), word(240, 700, 90, 20)], PAGE
    )
    assert [box(line)[1] for line in lines] == [70, 120, 690]


def test_what_stands_far_apart_in_a_row_is_two_lines_from_left_to_right():
    lines = lines_of([word(420, 300, 80, 30), word(80, 302, 80, 30)], PAGE)
    assert [box(line)[0] for line in lines] == [40, 380]


def test_spaced_capitals_are_one_line():
    (line,) = lines_of([word(60 + 45 * n, 80, 26, 30) for n in range(7)], PAGE)
    assert box(line) == [47, 65, 343, 95]


def test_a_narrow_letter_belongs_to_the_word_beside_it():
    (line,) = lines_of([word(100, 60, 110, 40), word(180, 60, 12, 40)], PAGE)
    assert not line.turned and box(line)[2] == 186


def test_words_with_and_without_ascenders_are_one_line_and_an_ornament_beside_it_is_none_of_it():
    line, ornament = lines_of([word(80, 62, 70, 22), word(170, 60, 90, 40), word(235, 60, 16, 16)], PAGE)  # fmt: skip
    assert box(line) == [45, 40, 215, 80] and box(ornament) == [227, 52, 243, 68]


def test_words_of_widely_spaced_capitals_are_one_line():
    (line,) = lines_of([word(100, 60, 100, 24), word(228, 60, 100, 24)], PAGE)
    assert box(line) == [50, 48, 278, 72]


def test_a_tilted_line_is_as_tilted_as_its_words():
    words = [word(100 + 95 * n * math.cos(0.2), 200 + 95 * n * math.sin(0.2), 85, 30, 11.46)
             for n in range(3)]  # fmt: skip
    (line,) = lines_of(words, PAGE)
    along, _ = edges(line.corners)
    assert math.degrees(math.atan2(along[1], along[0])) == pytest.approx(11.46, abs=0.5)
    assert not line.turned and sides(line.corners)[1] == pytest.approx(30, abs=1)


def test_a_steeper_line_counts_as_turned():
    (line,) = lines_of([word(200, 200, 180, 36, degrees=35)], PAGE)
    assert line.turned


def test_words_down_a_spine_are_one_turned_line_that_is_read_along_its_long_side():
    (line,) = lines_of([word(250, 200, 30, 160), word(250, 340, 30, 90)], PAGE)
    along, across = sides(line.corners)
    assert line.turned and not line.stacked
    assert (round(along), round(across)) == (265, 30)
    assert edges(line.corners)[0][1] > 0


def test_letters_over_each_other_are_one_line_whose_first_edge_is_over_the_first_letter():
    stack = [word(400, 100 + 60 * n, 52, 50) for n in range(4)]
    (line,) = lines_of(stack, PAGE)
    assert line.turned and line.stacked
    assert box(line) == [374, 75, 426, 305]
    assert line.corners[0] == pytest.approx([374, 75]) and line.corners[1] == pytest.approx(
        [426, 75]
    )


def test_two_stacks_beside_each_other_are_two_lines():
    stacks = [word(x, 100 + 56 * n, 50, 50) for x in (300, 375) for n in range(4)]
    assert len(lines_of(stacks, PAGE)) == 2


def test_three_short_words_under_each_other_are_no_stack():
    lines = lines_of([word(200, 100 + 60 * n, 80, 50) for n in range(3)], PAGE)
    assert len(lines) == 3 and not any(line.turned for line in lines)


def test_a_field_of_pattern_and_a_speck_are_no_lines():
    assert lines_of([word(256, 300, 480, 400), word(20, 20, 3, 3)], PAGE) == []


def test_no_fragments_make_no_lines():
    assert lines_of([], PAGE) == []


@pytest.mark.parametrize("count", [2, 3, 8])
def test_letters_that_were_found_one_on_another_are_one_line(count):
    (line,) = lines_of([word(40, 40, 8, 8)] * count, PAGE)
    assert sorted(sides(line.corners)) == pytest.approx([8, 8])


boxes = st.builds(word, st.integers(40, 470), st.integers(40, 720), st.integers(8, 150),
                  st.integers(8, 60), st.integers(-90, 90))  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.lists(boxes, max_size=8))
def test_every_word_lies_in_a_line_and_whatever_order_they_come_in(words):
    lines = lines_of(words, PAGE)
    for one in words:
        window = window_of(one.corners, PAGE)
        places = [inside(grown(line.corners, 2), window) for line in lines]
        assert any(inside(one.corners, window)[place].sum() >= 0.95 * inside(one.corners, window).sum()
                   for place in places)  # fmt: skip
    assert all(np.isfinite(line.corners).all() for line in lines)
