"""The sizes of passes: a ladder, what goes into the next one, and how it is written down."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.errors import PaintError
from pipeline.engines.diffusion.buckets import below, filled, fitting, ladder, read, written
from pipeline.engines.diffusion.ceilings import Ceilings

SIZE = (512, 768)


@pytest.mark.parametrize(
    ("rows", "steps"), [(1, (1,)), (2, (1, 2)), (12, (1, 2, 4, 8, 12)), (16, (1, 2, 4, 8, 16))]
)
def test_the_ladder_doubles_up_to_the_most_rows(rows, steps):
    assert ladder(rows) == steps


def test_a_pass_is_padded_to_the_next_step_and_lowered_to_the_one_before():
    steps = ladder(16)
    assert [fitting(rows, steps) for rows in (1, 3, 8, 9)] == [1, 4, 8, 16]
    assert [below(bucket, steps) for bucket in (16, 8, 1)] == [8, 4, 1]


@given(st.lists(st.integers(1, 64), min_size=1, max_size=60))
def test_what_is_written_is_read_again(path):
    assert read(written(path), passes=len(path), rows=1, most=64) == tuple(path)


def test_runs_are_written_once():
    assert written([4] * 12 + [8] * 8) == "4*12,8*8"


@given(st.text(alphabet="0123456789*, -x", max_size=12))
def test_whatever_is_read_has_one_size_for_each_pass_and_room_for_the_picture(text):
    path = (2, 8, 8, 4)
    with contextlib.suppress(PaintError):
        path = read(text, passes=4, rows=2, most=8)
    assert len(path) == 4 and all(2 <= size <= 8 for size in path)


@pytest.mark.parametrize(
    ("wishes", "most", "taken", "bucket"),
    [
        ([(2, 0)], 8, [0], 2),
        ([(2, 0), (2, 0), (2, 0)], 8, [0, 1, 2], 8),
        ([(2, 0), (2, 0), (1, 0)], 3, [0, 2], 3),
        ([(2, 0), (2, 8), (2, 0)], 8, [0, 1, 2], 8),
        ([(2, 4), (2, 8), (2, 0), (2, 0)], 8, [0, 2], 4),
        ([(2, 0), (2, 0), (2, 2)], 8, [0, 1], 4),
        ([(2, 8), (2, 0)], 4, [0], 8),
        ([(2, 0), (2, 8)], 4, [0], 2),
        ([(2, 0), (1, 0)], 1, [0], 2),
    ],
)
def test_a_pass_takes_who_comes_next_as_far_as_sizes_agree(wishes, most, taken, bucket):
    assert filled(wishes, most, (1, 2, 3, 4, 8)) == (taken, bucket)


def test_after_a_relapse_the_ceiling_stays_low_for_twice_as_long(monkeypatch):
    monkeypatch.setattr("pipeline.engines.diffusion.ceilings.PATIENCE", 2)
    ceilings = Ceilings(8)
    ceilings.lower(SIZE, 8)
    assert (ceilings.most(SIZE), ceilings.most((64, 64))) == (4, 8)
    ceilings.passed(SIZE)
    assert ceilings.most(SIZE) == 4
    ceilings.passed(SIZE)
    assert ceilings.most(SIZE) == 8
    ceilings.lower(SIZE, 8)
    for _ in range(3):
        ceilings.passed(SIZE)
    assert ceilings.most(SIZE) == 4
    ceilings.passed(SIZE)
    assert ceilings.most(SIZE) == 8
