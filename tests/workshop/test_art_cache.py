"""The cache of decoded art: what is kept, what is let go, and what damage does."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.domain.errors import StorageError
from pipeline.workshop.art_cache import ArtCache

SIDE = 10
ONE = SIDE * SIDE * 3


def png(level, side=SIDE):
    file = io.BytesIO()
    Image.new("RGB", (side, side), (level, level, level)).save(file, "PNG")
    return file.getvalue()


class Shelf:
    """Blobs `0`, `1`, … whose pixels are all of that level, and what was read of them."""

    def __init__(self):
        self.read = []

    def __call__(self, sha):
        self.read.append(sha)
        return png(int(sha))


def test_a_raster_comes_back_as_it_was_encoded():
    pixels = ArtCache(Shelf()).pixels("7")

    assert pixels.shape == (SIDE, SIDE, 3)
    assert (pixels == 7).all()


def test_the_same_raster_is_read_once():
    shelf = Shelf()
    cache = ArtCache(shelf)

    assert cache.pixels("1") is cache.pixels("1")
    assert shelf.read == ["1"]


def test_the_longest_unused_is_let_go():
    shelf = Shelf()
    cache = ArtCache(shelf, limit_bytes=2 * ONE)

    for sha in ("1", "2", "1", "3", "1", "2"):
        cache.pixels(sha)

    assert shelf.read == ["1", "2", "3", "2"]


def test_a_raster_larger_than_the_cache_is_given_and_not_kept():
    shelf = Shelf()
    cache = ArtCache(shelf, limit_bytes=ONE - 1)

    assert (cache.pixels("9") == 9).all()
    assert cache.held_bytes == 0


def test_nobody_can_write_into_what_others_will_see():
    pixels = ArtCache(Shelf()).pixels("1")

    with pytest.raises(ValueError, match="read-only"):
        pixels[0, 0] = 0


@pytest.mark.parametrize("content", [b"", b"words", png(1)[:40], png(200, 64)[:-30]])
def test_a_damaged_blob_is_told_of_by_its_name(content):
    with pytest.raises(StorageError) as refused:
        ArtCache(lambda _: content).pixels("abc")

    assert (refused.value.code, refused.value.facts) == ("blob-damaged", {"sha256": "abc"})


def test_a_grey_file_becomes_rgb():
    file = io.BytesIO()
    Image.new("L", (3, 2), 90).save(file, "PNG")

    pixels = ArtCache(lambda _: file.getvalue()).pixels("grey")

    assert pixels.shape == (2, 3, 3)
    assert np.all(pixels == 90)


@given(asked=st.lists(st.integers(0, 9), max_size=40), rooms=st.integers(0, 5))
def test_it_never_holds_more_than_its_limit_and_always_gives_the_right_pixels(asked, rooms):
    cache = ArtCache(Shelf(), limit_bytes=rooms * ONE)

    for level in asked:
        assert (cache.pixels(str(level)) == level).all()
        assert cache.held_bytes <= rooms * ONE
