"""What a model painted left of a picture joins it without a step, and is not put out of focus."""

from dataclasses import replace

import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.printer import SpineReading
from pipeline.prepress.composed import Turn
from pipeline.prepress.painted_on import on_from
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.print_art import WHOLE
from tests.prepress.sheets import DPI, brought, drawn, gradient, sheet, wrap

PLAN = SheetPlan(wrap=wrap(), dpi=DPI)
PART = Box(x=0.15, y=0.0, w=0.6, h=1.0)
STRIPES = np.repeat(np.tile(np.array([60, 180], np.uint8), 75), 4)[:, None, None] + np.zeros(
    (600, 900, 3), np.uint8
)


def plain(colour, wide=300, high=300):
    return np.full((high, wide, 3), colour, np.uint8)


def test_tones_that_the_model_missed_are_met_at_the_edge_and_its_own_further_off():
    near = gradient(200, 300)
    made = on_from(near, plain((90, 90, 90)), 200, PLAN).astype(int)
    assert np.abs(made[:, -1] - near[:, 0]).max() <= 3
    assert (made[:, : 200 - PLAN.px(25) - 1] == 90).all()


def test_what_meets_already_is_left_as_it_was_painted():
    made = on_from(plain((80, 120, 160)), plain((80, 120, 160)), 200, PLAN)
    assert (made == (80, 120, 160)).all()


def test_what_is_wider_than_what_was_painted_goes_on_as_its_mirror():
    made = on_from(plain((9, 9, 9)), gradient(100, 300), 150, PLAN)
    assert made.shape == (300, 150, 3)
    assert np.array_equal(made[:, :50], made[:, 50:100][:, ::-1])


def test_the_back_of_a_painted_sheet_is_sharp_and_its_front_bit_for_bit_the_same():
    picture = gradient(400, 600)
    document = brought(picture, WHOLE)
    where = wrap()
    painted = sheet(document, where, picture=picture, aside=STRIPES)
    soft = sheet(document, where, picture=picture)
    assert np.array_equal(PLAN.piece(painted.art, PLAN.face), PLAN.piece(soft.art, PLAN.face))
    back = PLAN.piece(painted.art, replace(where.back, w=where.back.w / 2)).astype(float)
    assert np.abs(np.diff(back, axis=0)).mean() > 8


def test_no_column_at_the_fold_differs_from_the_next_one_more_than_columns_of_the_picture_do():
    grain = np.random.default_rng(3).normal(0, 6, (600, 400, 3))
    picture = np.clip(gradient(400, 600) + grain, 0, 255).astype(np.uint8)
    # what was painted misses the tones of the edge, as models do, and has other grain
    aside = np.clip(picture[:, ::-1][:, -300:] * 0.9 + 24.0 + grain[:, :300], 0, 255).astype(
        np.uint8
    )
    made = sheet(brought(picture, WHOLE), picture=picture, aside=aside).art.astype(float)
    fold, height = PLAN.edges(PLAN.face)[0], made.shape[0]
    smooth = np.stack([rows.mean(axis=0) for rows in np.array_split(made, height // 12)])
    steps = np.abs(np.diff(smooth, axis=1)).mean(axis=(0, 2))
    assert steps[fold - 1] <= np.percentile(steps[fold:], 99)


def test_what_the_cover_did_not_show_of_its_picture_comes_before_what_was_painted():
    picture = gradient()
    made = sheet(brought(picture, PART), picture=picture, aside=plain((0, 0, 255)))
    left = PLAN.edges(PLAN.face)[0]
    blue = made.art[..., 2].astype(float).mean(axis=0)
    assert blue[left - 40 : left].max() < 95
    assert blue[: left // 4].min() > 200


def test_a_spine_runs_as_it_was_ordered():
    spine = [part.turn for part in sheet(drawn("foil"), reading=SpineReading.UP).lettering]
    assert Turn.COUNTER in spine
    assert Turn.CLOCKWISE not in spine
