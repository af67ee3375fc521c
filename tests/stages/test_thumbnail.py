from dataclasses import replace

import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role
from pipeline.stages.thumbnail import thumbnail, thumbnail_contrast
from pipeline.typography.rendering import render_over
from tests.stages.proofs import art, block, layout, library

ART = art(600, 900)


def contrast(**changes):
    title = replace(block(Role.TITLE, "별이 내리는 밤", 0.3, 0.11), **changes)
    cover = render_over(ART, replace(layout(), blocks=(title,)), library())
    return thumbnail_contrast(cover, ART, Box(x=0.12, y=0.3, w=0.76, h=0.075))


@pytest.mark.parametrize(("size", "small"), [((600, 900), (100, 150)), ((900, 600), (150, 100))])
def test_a_thumbnail_has_a_short_side_of_100(size, small):
    assert thumbnail(art(*size)).shape[:2] == (small[1], small[0])


def test_a_white_title_on_night_can_be_read():
    assert contrast() > 4


def test_a_title_in_the_colour_of_its_ground_cannot():
    assert contrast(colour="#0d1428") < 1.3


def test_hairlines_lose_more_than_heavy_letters():
    assert contrast(axes=(("wght", 100.0),)) < 0.7 * contrast(axes=(("wght", 900.0),))


def test_no_title_has_no_contrast():
    assert thumbnail_contrast(ART, ART, Box(x=0.1, y=0.1, w=0.5, h=0.1)) == pytest.approx(1.0)
