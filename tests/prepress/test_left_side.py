"""Grounds of back and spine are calmed no more than reading needs, and never into boxes."""

import numpy as np
import pytest

from pipeline.drawing.colour import luminance
from pipeline.prepress.composed import Turn
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.print_art import WHOLE
from tests.prepress.sheets import DPI, ENGLISH, brought, sheet


def banded(light_rows):
    """A picture that is light for so many of 600 rows, and dark below."""
    picture = np.full((600, 400, 3), (22, 30, 44), np.uint8)
    picture[:light_rows] = (236, 230, 216)
    return picture


def spine(made):
    """The lettering of the spine, and its art as floats."""
    part = next(one for one in made.lettering if one.turn is not Turn.NONE)
    plan = SheetPlan(wrap=made.wrap, dpi=DPI)
    return part.layout.blocks, plan.piece(made.art, made.wrap.spine).astype(float)


def test_a_title_in_the_sky_is_dark_and_a_name_on_dark_land_is_light():
    picture = banded(390)
    (title, author), _ = spine(sheet(brought(picture, WHOLE), picture=picture))
    assert luminance(title.colour) < 0.18 < luminance(author.colour)


def test_no_light_box_lies_in_dark_land_for_a_name():
    picture = banded(390)
    _, art = spine(sheet(brought(picture, WHOLE), picture=picture))
    assert art[-90:-20].mean(axis=2).max() < 60


def test_a_dark_foot_of_a_back_stays_dark_though_the_words_above_it_are():
    picture = banded(390)
    made = sheet(brought(picture, WHOLE), picture=picture, words=ENGLISH)
    blurb, *_, foot = made.lettering[0].layout.blocks
    assert luminance(blurb.colour) < 0.18 < luminance(foot.colour)
    back = SheetPlan(wrap=made.wrap, dpi=DPI).piece(made.art, made.wrap.back)
    assert back[-60:-20, 20:-20].mean() < 60


def test_a_veil_under_all_words_runs_from_head_to_foot():
    picture = np.random.default_rng(2).integers(0, 2, (60, 40, 1)) * np.full(3, 255)
    picture = np.repeat(np.repeat(picture, 10, 0), 10, 1).astype(np.uint8)
    made = sheet(brought(picture, WHOLE), picture=picture)
    _, art = spine(made)
    middle = art[:, art.shape[1] // 3 : -art.shape[1] // 3].mean(axis=2)
    rows = [part.std() for part in np.array_split(middle, 5)]
    assert max(rows) < 0.5 * 127, "black and white checks are calmed everywhere"
    assert max(rows) == pytest.approx(min(rows), abs=25)


def test_what_is_dark_enough_for_a_spines_light_words_stays_as_it_was():
    picture = np.full((600, 400, 3), (30, 60, 90), np.uint8)
    picture[150:300] = (120, 140, 160)
    made = sheet(brought(picture, WHOLE), picture=picture)
    _, art = spine(made)
    grey, ends = art[int(0.35 * len(art))].mean(), art[-40:-10].mean()
    assert grey < 125, "the light stripe is shaded"
    assert ends == pytest.approx(60, abs=8), "and what lies below is not"
