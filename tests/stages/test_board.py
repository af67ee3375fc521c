"""Covers small and numbered, as chats show them."""

import io
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.domain.errors import PictureError
from pipeline.stages import board as boards
from pipeline.stages.board import CAPTION, TALLEST, WIDEST, Tile, board
from pipeline.stages.strip import strip
from tests.stages.proofs import library

RED, BLUE = (210, 20, 20), (20, 20, 210)


def cover(aspect=2 / 3, colour=RED, high=150):
    made = np.empty((high, round(high * aspect), 3), np.uint8)
    made[:] = colour
    return made


def file_of(pixels, kind="PNG"):
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind)
    return file.getvalue()


def read(content):
    return np.asarray(Image.open(io.BytesIO(content)))


def ink(picture):
    """How many pixels are dark and grey, as lettering is and these covers are not."""
    return int((np.ptp(picture.astype(int), axis=2) < 12)[picture.mean(2) < 90].sum())


@settings(deadline=None)
@given(st.lists(st.floats(0.4, 2.5), min_size=1, max_size=10), st.none() | st.integers(1, 10))
def test_covers_lie_on_the_board_in_their_ratio_and_apart(aspects, columns):
    tiles = [Tile(cover=cover(aspect)) for aspect in aspects]
    plan = boards._plan(tiles, columns)
    places = [plan.place(index, tile.aspect) for index, tile in enumerate(tiles)]
    width, height = plan.size
    assert width <= WIDEST + 10
    assert height <= TALLEST + 10
    for (x, y, w, h), tile in zip(places, tiles, strict=True):
        # in whole pixels, which count for much where covers are tiny
        assert w == pytest.approx(h * tile.aspect, rel=0.05, abs=max(1, tile.aspect))
        assert min(x, y) >= 0
        assert x + w <= width
        assert y + h + CAPTION <= height
    for (x, y, w, h), (a, b, c, d) in combinations(places, 2):
        assert x + w <= a or a + c <= x or y + h + CAPTION <= b or b + d + CAPTION <= y


@settings(deadline=None)
@given(st.integers(1, 10), st.integers(1, 10))
def test_a_board_has_no_more_columns_than_tiles(count, columns):
    plan = boards._plan([Tile(cover=cover())] * count, columns)
    assert plan.columns == min(columns, count)


def test_every_cover_is_shown_in_its_place():
    tiles = [Tile(cover=cover(colour=RED)), Tile(cover=cover(colour=BLUE))]
    plan = boards._plan(tiles, 2)
    picture = board(tiles, library(), 2)
    for index, colour in enumerate((RED, BLUE)):
        x, y, w, h = plan.place(index, 2 / 3)
        assert tuple(picture[y + h // 2, x + w // 2]) == colour


def test_an_empty_place_has_a_number_and_no_picture():
    picture = board([Tile(cover=None, label="Not yet")], library())
    assert ink(picture) > 100
    assert picture.mean() > 230


def test_what_is_here_stands_out():
    plain, marked = (board([Tile(cover=cover(), here=here)], library()) for here in (False, True))
    assert ink(marked) > 1.5 * ink(plain)


def test_a_long_label_keeps_to_its_own_cover():
    words = "An Unbelievably Long Title That Nobody Will Ever Read To Its Very End"
    tiles = [Tile(cover=cover(), label=words), Tile(cover=cover())]
    plan = boards._plan(tiles, 2)
    caption = board(tiles, library(), 2)[plan.corner(0)[1] + plan.high :]
    gap = slice(plan.corner(0)[0] + plan.wide + 2, plan.corner(1)[0] - 2)
    assert ink(caption[:, gap]) == 0


def test_a_board_needs_something_to_show():
    with pytest.raises(ValueError, match="tile"):
        board([], library())


def test_a_strip_is_a_picture_of_files_of_any_kind_with_their_names_in_any_writing():
    files = [file_of(cover()), file_of(cover(colour=BLUE), "JPEG"), None]
    bare = strip(files, ["", "", ""], library())
    named = strip(files, ["Small Hours", "바다와 등대", "海"], library())
    assert named[:2] == b"\xff\xd8"
    assert ink(read(named)) > 1.5 * ink(read(bare))


def test_the_same_strip_is_the_same_file():
    files = [file_of(cover()), file_of(cover(colour=BLUE))]
    assert strip(files, ["A", "B"], library()) == strip(files, ["A", "B"], library())


def test_a_broken_file_is_told():
    with pytest.raises(PictureError, match="picture-unreadable"):
        strip([file_of(cover())[:80]], ["A"], library())
