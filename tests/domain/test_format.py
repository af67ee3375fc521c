import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.formats import load_formats
from pipeline.domain.errors import FormatError
from pipeline.domain.format import FormatKind, find_format

FORMATS = load_formats()

PRINT_PX = {
    "a4": (2480, 3508), "a5": (1748, 2480), "신국판": (1795, 2657), "46판": (1512, 2220),
    "46배판": (2220, 3035), "ebook": (1600, 2560), "5x8": (1500, 2400), "5.06x7.81": (1518, 2343),
    "5.25x8": (1575, 2400), "5.5x8.5": (1650, 2550), "6x9": (1800, 2700),
    "6.14x9.21": (1842, 2763), "6.69x9.61": (2007, 2883), "7x10": (2100, 3000),
    "7.44x9.69": (2232, 2907), "7.5x9.25": (2250, 2775), "8x10": (2400, 3000),
    "8.25x6": (2475, 1800), "8.25x8.25": (2475, 2475), "8.25x11": (2475, 3300),
    "8.5x8.5": (2550, 2550), "8.5x11": (2550, 3300), "8.27x11.69": (2481, 3507),
    "square": (1800, 1800), "2:3": (1800, 2700),
}  # fmt: skip


def find(text):
    return find_format(text, FORMATS)


@pytest.mark.parametrize(("name", "px"), PRINT_PX.items())
def test_every_format_has_its_pixels_at_300_dpi(name, px):
    assert find(name).print_px() == px


def test_the_table_above_covers_the_whole_catalogue():
    assert {entry.name for entry in FORMATS} == set(PRINT_PX) - {"2:3"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("A4", "a4"), (" 신 국판 ", "신국판"), ("shinguk", "신국판"), ("Sinkukpan", "신국판"),
     ("국판", "a5"), ("4X6판", "46판"), ("사륙배판", "46배판"), ("전자책", "ebook"),
     ("Kindle", "ebook"), ("정사각형", "square"), ("6 × 9", "6x9"), ('6"x9"', "6x9"),
     ("6x9in", "6x9"), ("6인치x9인치", "6x9"), ("152x225mm", "신국판"), ("21x29.7cm", "a4"),
     (unicodedata.normalize("NFD", "신국판"), "신국판")],
)  # fmt: skip
def test_a_format_is_found_however_it_is_spelt(text, name):
    assert find(text).name == name


@pytest.mark.parametrize("text", ["1:2.5", "2.5:1", "2:5", "1.2:3", "0.4:1", "16 : 9", "１：１"])
def test_every_ratio_up_to_both_ends_is_a_format(text):
    assert find(text).kind is FormatKind.RATIO


@pytest.mark.parametrize("text", ["1:2.51", "1:3", "3:1", "0:1", "1:0", "0:0", "99999:1"])
def test_a_steeper_ratio_is_refused_with_the_range(text):
    with pytest.raises(FormatError) as caught:
        find(text)
    assert caught.value.code == "format-ratio-range"
    assert (caught.value.facts["narrowest"], caught.value.facts["widest"]) == ("1:2.5", "2.5:1")


@given(st.integers(1, 400), st.integers(1, 400))
def test_previews_keep_the_ratio_and_have_a_short_side_of_1024(width, height):
    if max(width, height) > 2.5 * min(width, height):
        width, height = sorted((width, height))[::-1]
        height = width
    made = find(f"{width}:{height}")
    across, down = made.preview_px
    assert min(across, down) == 1024
    assert across / down == pytest.approx(made.aspect, rel=0.001)


def test_a_preview_of_two_to_three_is_1024_by_1536():
    assert find("2:3").preview_px == find("6x9").preview_px == (1024, 1536)


@pytest.mark.parametrize(
    ("text", "trim"),
    [("127x188", (127, 188)), ("128x182mm", (128, 182)), ("6.5 x 9.5 in", (165.1, 241.3))],
)
def test_a_trim_size_of_ones_own_needs_no_catalogue(text, trim):
    assert find(text).trim_mm == pytest.approx(trim)


@pytest.mark.parametrize("text", ["40x60mm", "16x9", "1000x1500", "500x500mm"])
def test_a_size_that_no_book_has_is_refused_with_the_range(text):
    with pytest.raises(FormatError, match="format-size-range"):
        find(text)


@pytest.mark.parametrize(
    ("text", "near"), [("신극판", "신국판"), ("a44", "a4"), ("ebok", "ebook"), ("squere", "square")]
)
def test_an_unknown_format_names_the_nearest(text, near):
    with pytest.raises(FormatError, match="format-unknown") as caught:
        find(text)
    assert near in str(caught.value.facts["near"])


def test_only_books_have_a_trim():
    assert find("ebook").trim_mm is None
    assert find("square").trim_mm is None
    assert find("a4").trim_mm == (210, 297)


def test_a_page_is_as_large_in_points_as_on_paper():
    assert find("6x9").points == pytest.approx((432, 648))


@given(st.text(max_size=30))
def test_any_text_is_a_format_or_a_typed_error(text):
    try:
        found = find(text)
    except FormatError:
        return
    assert 0.399 < found.aspect < 2.501


SIDES = st.decimals(1, 330, places=6).map(str) | st.integers(1, 330).map(str)


@given(SIDES, st.sampled_from([":", "x"]), SIDES, st.sampled_from(["", "mm", "in", "cm"]))
def test_the_name_of_a_format_finds_it_again(width, between, height, unit):
    try:
        found = find(f"{width}{between}{height}{unit}")
    except FormatError:
        return
    assert find(found.name) == found


@pytest.mark.parametrize("entry", FORMATS, ids=lambda entry: entry.name)
def test_every_spelling_in_the_catalogue_finds_its_format(entry):
    assert {find(word) for word in (entry.name, *entry.aliases)} == {entry}
