"""Which places of lettering can be asked for."""

import math
from dataclasses import replace

import pytest

from pipeline.domain.errors import RetouchError
from pipeline.domain.lettering_area import demand_areas
from pipeline.domain.limits import StudioLimits
from pipeline.domain.operation import EraseText, FindText, ReplaceText
from pipeline.domain.possible import demand_possible
from tests.paintings import painted
from tests.storage.orders import brief, document

LINE = ((0.2, 0.1), (0.8, 0.1), (0.8, 0.16), (0.2, 0.16))
PICTURE = painted(document(), "a" * 64)


def refusal(operation, about=PICTURE):
    with pytest.raises(RetouchError) as refused:
        demand_possible(operation, about, brief().format, StudioLimits())
    return refused.value


@pytest.mark.parametrize("operation", [
    FindText(), EraseText(), EraseText(areas=(LINE,) * 50), ReplaceText(area=LINE, words="SEA"),
])  # fmt: skip
def test_what_is_found_in_a_picture_can_be_erased_and_replaced(operation):
    demand_possible(operation, PICTURE, brief().format, StudioLimits())


@pytest.mark.parametrize("operation", [
    FindText(), EraseText(), ReplaceText(area=LINE, words="SEA"),
])  # fmt: skip
def test_a_drawing_has_no_lettering_in_it(operation):
    assert refusal(operation, document()).code == "retouch-drawn"


def test_too_many_places_at_once_are_refused():
    error = refusal(EraseText(areas=(LINE,) * 51))

    assert (error.code, error.facts) == ("retouch-many", {"count": 51, "most": 50})


@pytest.mark.parametrize("area", [
    (),
    LINE[:2],
    LINE * 5,
    tuple((x + 1, y) for x, y in LINE),
    tuple((x, y - 0.2) for x, y in LINE),
    tuple((x * 1e9, y) for x, y in LINE),
    ((math.nan, 0.1), *LINE[1:]),
    ((math.inf, 0.1), *LINE[1:]),
    ((0.2, 0.1), (0.8, 0.1), (0.5, 0.1)),
])  # fmt: skip
def test_a_place_that_can_be_no_line_of_lettering_is_refused(area):
    assert refusal(EraseText(areas=(LINE, area))).code == "retouch-area"
    assert refusal(replace(ReplaceText(area=LINE, words="SEA"), area=area)).code == "retouch-area"


def test_a_tilted_line_may_reach_over_the_edge():
    demand_areas([((-0.05, 0.2), (0.5, -0.1), (0.55, -0.04), (0.0, 0.26))], 50)


def test_a_line_of_a_few_pixels_can_be_picked():
    demand_areas([((0.5, 0.5), (0.512, 0.5), (0.512, 0.5027), (0.5, 0.5027))], 50)
