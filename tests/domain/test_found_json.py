"""A list of found lettering travels as text and comes back as it was."""

import pytest

from pipeline.domain.found_json import found_in, found_json, found_values
from pipeline.domain.lettering import FoundText, Script, TextLine

SQUARE = ((0.125, 0.25), (0.5, 0.25), (0.5, 0.375), (0.125, 0.375))
FOUND = FoundText(
    lines=(
        TextLine(polygon=SQUARE, words="바다 THE SEA", confidence=0.875, script=Script.HANGUL),
        TextLine(polygon=SQUARE, confidence=0.5, turned=True),
    ),
    width_px=512, height_px=768, detector="craft",
)  # fmt: skip


def test_what_was_found_comes_back_from_its_text():
    assert found_in(found_json(FOUND)) == FOUND


def test_lines_are_numbered_from_one():
    assert [line["number"] for line in found_values(FOUND)["lines"]] == [1, 2]
    assert FOUND.polygons((2, 1)) == (SQUARE, SQUARE)


@pytest.mark.parametrize("numbers", [(0,), (3,), (1, -1)])
def test_a_number_that_no_line_has_is_refused(numbers):
    with pytest.raises(IndexError):
        FOUND.polygons(numbers)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"lines": 3}', b"\xff", "null"])
def test_any_other_text_is_no_finding(text):
    assert found_in(text) is None
