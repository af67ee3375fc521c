"""Every style as a full wrap at print size: no fold is seen, no thing twice, and all can be read."""

import numpy as np
import pytest

from pipeline.illustrator.catalogue import NAMES, recipes
from pipeline.prepress.compose import Means, composed
from pipeline.prepress.sheet_plan import SheetPlan, looked_at
from pipeline.stages.imprint import Imprint
from pipeline.typography.legibility import measure
from tests.prepress.sheets import ENGLISH, drawn, wrap
from tests.real import library

DPI = 150


@pytest.fixture(scope="module", params=NAMES)
def made(request):
    """The wrap of one style."""
    means = Means(recipes=recipes(), library=library())
    return composed(drawn(request.param), wrap(), means, Imprint(title=""), words=ENGLISH, dpi=DPI)


def folds(made):
    """Where the spine begins and ends, in pixels."""
    plan = SheetPlan(wrap=made.wrap, dpi=DPI)
    return plan.px(made.wrap.spine.x), plan.px(made.wrap.spine.right)


def test_no_column_at_a_fold_steps_more_than_the_front_does_anywhere(made):
    steps = np.abs(np.diff(made.art.astype(float), axis=1)).mean(axis=(0, 2))
    _, front = folds(made)
    usual = np.percentile(steps[front : front + 300], 75)
    for fold in folds(made):
        assert steps[fold - 2 : fold + 1].max() <= 1.5 * usual + 0.5


def test_the_back_is_not_the_front_in_a_mirror(made):
    plan = SheetPlan(wrap=made.wrap, dpi=DPI)
    front = looked_at(plan.piece(made.art, plan.face))[:, ::-1].astype(float)
    back = looked_at(plan.piece(made.art, made.wrap.back)).astype(float)
    inner = np.s_[:, : front.shape[1] * 2 // 3]
    things = front[inner] - np.median(front[inner], axis=1, keepdims=True)
    there = back[inner] - np.median(back[inner], axis=1, keepdims=True)
    alike = (things * there).sum() / max(1.0, (things**2).sum())
    assert alike < 0.2


def test_all_words_of_back_and_spine_can_be_read(made):
    plan = SheetPlan(wrap=made.wrap, dpi=DPI)
    turns = {"none": 0, "clockwise": 1, "counter": -1}
    for part in made.lettering[:-1]:
        page = np.ascontiguousarray(np.rot90(plan.piece(made.art, part.area), turns[part.turn]))
        assert all(one.ok for one in measure(part.layout, looked_at(page), library()))
