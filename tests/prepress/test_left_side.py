"""Grounds of back and spine are calmed no more than reading needs, and never into boxes."""

import numpy as np
import pytest

from pipeline.drawing.colour import luminance
from pipeline.prepress.composed import Turn
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.print_art import WHOLE
from tests.prepress.sheets import DPI, brought, sheet


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


def test_a_veil_under_all_words_runs_from_head_to_foot():
    picture = np.random.default_rng(2).integers(0, 2, (60, 40, 1)) * np.full(3, 255)
    picture = np.repeat(np.repeat(picture, 10, 0), 10, 1).astype(np.uint8)
    made = sheet(brought(picture, WHOLE), picture=picture)
    _, art = spine(made)
    middle = art[:, art.shape[1] // 3 : -art.shape[1] // 3].mean(axis=2)
    rows = [part.std() for part in np.array_split(middle, 5)]
    assert max(rows) < 0.5 * 127, "black and white checks are calmed everywhere"
    assert max(rows) == pytest.approx(min(rows), abs=25)
