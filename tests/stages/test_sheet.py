import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.stages.sheet_grid import TALLEST, WIDEST, grid
from tests.stages.proofs import art, library

ASPECTS = st.floats(0.4, 2.5)


@given(st.integers(1, 8), ASPECTS)
def test_proofs_lie_on_the_sheet_and_not_on_one_another(count, aspect):
    plan = grid(count, aspect)
    places = [plan.place(index) for index in range(count)]
    assert all(plan.margin <= x <= plan.width - plan.margin - plan.cover_width for x, _ in places)
    assert all(plan.top <= y <= plan.height - plan.cover_height for _, y in places)
    for i, (x, y) in enumerate(places):
        for a, b in places[:i]:
            assert abs(x - a) > plan.cover_width or abs(y - b) > plan.cover_height + 90


@given(st.integers(1, 8), ASPECTS)
def test_a_sheet_stays_in_its_bounds_and_wastes_no_room(count, aspect):
    plan = grid(count, aspect)
    assert plan.width <= WIDEST + 2
    assert plan.height <= TALLEST + 8
    assert max(plan.cover_width, plan.cover_height) >= 300


def colours(count):
    """Covers of one colour each, far from the sheet's own."""
    made = [np.zeros((150, 100, 3), np.uint8) for _ in range(count)]
    for index, cover in enumerate(made):
        cover[:] = (255 if index % 2 else 0, 30 * index, 255)
    return made


@pytest.mark.parametrize("count", range(1, 9))
def test_every_cover_is_on_the_sheet_in_its_place(count):
    covers = colours(count)
    sheet = contact_sheet(
        [Proof(cover=c, name="Idea") for c in covers], SheetWords(title="T"), library()
    )
    plan = grid(count, 100 / 150, 150)
    for index, cover in enumerate(covers):
        x, y = plan.place(index)
        middle = sheet[y + plan.cover_height // 2, x + plan.cover_width // 2]
        assert np.array_equal(middle, cover[0, 0])


def test_a_small_cover_is_not_enlarged():
    cover = np.random.default_rng(0).integers(0, 255, (300, 200, 3), dtype=np.uint8)
    sheet = contact_sheet([Proof(cover=cover, name="A")], SheetWords(title="T"), library())
    x, y = grid(1, 2 / 3, 300).place(0)
    assert np.array_equal(sheet[y : y + 300, x : x + 200], cover)


def ink(sheet, rows, columns):
    return int((sheet[rows, columns].astype(int).sum(axis=-1) < 300).sum())


@pytest.mark.parametrize(
    "words", ["The Salt Cartographer", "별이 내리는 밤", "القمر والثعلب", "word " * 80]
)
def test_the_title_is_lettered_in_every_writing_and_never_runs_off(words):
    sheet = contact_sheet([Proof(cover=art(), name=words, note=words)], SheetWords(
        title=words, line=words, aside=words, foot=words, foot_aside=words), library())  # fmt: skip
    assert ink(sheet, slice(60, 150), slice(None)) > 300
    assert ink(sheet, slice(None), slice(-80, None)) == 0
    assert ink(sheet, slice(None), slice(0, 60)) == 0


def test_a_sheet_needs_a_proof():
    with pytest.raises(ValueError, match="proof"):
        contact_sheet([], SheetWords(title="T"), library())
