"""A picture is continued to the left in strips, the same ones for a thin book and for a thick one."""

import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.stages.paint_size import PaintSize
from pipeline.stages.widening import apart, widening

SIZE = PaintSize(width=512, height=768, crop=Box(x=0.0, y=0.0, w=1.0, h=1.0))


def strips(missing, size=SIZE, view=2 / 3):
    return widening(size, view, missing)


@pytest.mark.parametrize("missing", [0.05, 0.4, 0.72, 1.3])
def test_all_that_is_missing_is_painted_and_hardly_more_than_a_strip_too_much(missing):
    made = strips(missing)
    new = made.core.x / made.height
    assert missing <= new <= missing + made.strips[0].new.width / made.height
    assert made.crop.w * made.width == pytest.approx(made.core.x)


def test_strips_lie_side_by_side_each_with_what_was_there_before_in_view():
    made = strips(1.3)
    ends = [(one.new.x, one.new.x + one.new.width) for one in made.strips]
    assert [end for _, end in ends] == [made.core.x, *(start for start, _ in ends[:-1])]
    assert {one.window.width for one in made.strips} == {512}
    assert all(one.window.width - one.new.width > 150 for one in made.strips)


def test_the_first_strip_leaves_the_picture_itself_as_it_is():
    first, *others = strips(1.3).strips
    assert first.meeting == 0
    assert all(one.meeting > 0 for one in others)


def test_a_thicker_book_gets_further_strips_and_the_same_ones_first():
    thin, thick = strips(0.5), strips(1.2)
    assert len(thin.strips) < len(thick.strips)
    assert [one.window.width for one in thin.strips] == [
        one.window.width for one in thick.strips[: len(thin.strips)]
    ]


def test_of_a_narrow_picture_no_more_is_seen_than_there_is():
    made = strips(0.5, view=0.1)
    assert made.core.width <= 77
    assert all(side % 8 == 0 for side in (made.width, made.height, made.core.x))


def test_a_strip_that_goes_on_is_told_from_another_picture_whatever_its_grain():
    (strip, *_), whole = strips(0.3).strips, np.full((768, 1024, 3), 90, np.uint8)
    grain = np.random.default_rng(1).integers(-40, 41, (768, 512, 1))
    near, far = (np.clip(tone + grain + np.zeros(3), 0, 255).astype(np.uint8) for tone in (95, 150))
    assert apart(whole, strip, near) < 12
    assert apart(whole, strip, far) > 50
