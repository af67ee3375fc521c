"""A drawing goes on left of its front: whole where it leaves its page, else mirrored, never blurred."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from pipeline.domain.geometry import Box
from pipeline.drawing.canvas import fill
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint, paint_around
from pipeline.illustrator.recipe import Composition
from pipeline.prepress.drawn_on import Drawing, drawn_on
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.art import scene_of
from pipeline.stages.print_art import WHOLE
from tests.prepress.sheets import DPI, drawn, wrap

RED, DARK = "#c03030", "#203040"
MM = DPI / 25.4


def flower(canvas, scene):
    """A disc on white paper that reaches 100 units into the page and 50 beyond it."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#ffffff"))
    canvas.drawCircle(25, scene.height / 2, 75, fill(RED))


def towers(canvas, scene):
    """Dark towers 8 units apart, as far as the page goes."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#ffffff"))
    for x in range(0, int(scene.width), 40):
        canvas.drawRect(skia.Rect.MakeXYWH(x, 700, 20, 100), fill(DARK))


def vignette(canvas, scene):
    """Grey that grows darker towards the edge."""
    for x in range(0, int(scene.width), 10):
        level = 90 + min(60, x // 4)
        canvas.drawRect(skia.Rect.MakeXYWH(x, 0, 10, scene.height), fill(f"#{level:02x}{level:02x}{level:02x}"))  # fmt: skip


def left_of(recipe, *, over, part=WHOLE):
    """The `part` of a page that a front shows, in a recipe, and what lies left of it, as floats."""
    document = drawn("grid")
    art, plan = document.art, SheetPlan(wrap=wrap(), dpi=DPI)
    only = Composition(name=art.composition, arrange=lambda *_: None, over=over)
    made = replace(recipes()["grid"], paint=recipe, compositions=(only,))
    drawing = Drawing(art=art, aspect=document.layout.aspect, part=part, recipe=made)
    width, height = plan.size(plan.face)
    whole = round(width / part.w), height
    front = paint(made, scene_of(art, drawing.aspect), *whole)[:, round(part.x * whole[0]) :][
        :, :width
    ]
    beside = drawn_on(front, plan.edges(plan.face)[0], plan, drawing)
    return front.astype(float), beside.astype(float)


def test_what_leaves_its_page_is_drawn_whole_and_no_further():
    front, beside = left_of(flower, over=True)
    units, row = front.shape[1] / 1000, front.shape[0] // 2
    assert beside[row, -int(30 * units), 1] < 90, "the rest of the disc"
    assert beside[row, -int(80 * units), 1] > 200, "and not its mirror image"


def test_a_disc_that_is_drawn_on_leaves_no_trace_in_the_level_of_the_ground():
    front, beside = left_of(flower, over=True)
    assert beside[front.shape[0] // 2, : beside.shape[1] // 2].min() > 215


def test_towers_go_on_sharply_beyond_the_fold_and_then_fade():
    front, beside = left_of(towers, over=False)
    row = int(750 / 1000 * front.shape[1])
    near, far = beside[row, -int(6 * MM) :, 0], beside[row, : -int(30 * MM), 0]
    assert np.ptp(near) > 0.7 * np.ptp(front[row, ..., 0])
    assert np.ptp(far) < 0.3 * np.ptp(front[row, ..., 0])


@pytest.mark.parametrize("over", [True, False])
def test_a_vignette_meets_the_level_of_its_edge(over):
    front, beside = left_of(vignette, over=over)
    away = beside[:, -int(8 * MM) : -int(4 * MM)].mean()
    assert away == pytest.approx(front[:, :3].mean(), abs=5)


def test_around_its_page_a_recipe_draws_the_same_picture():
    document = drawn("botanical")
    recipe, scene = recipes()["botanical"], scene_of(document.art, document.layout.aspect)
    whole = (120, 180)
    around = paint_around(recipe, scene, whole, (-20, 0, 140, 180))
    page = paint(recipe, scene, *whole)
    assert np.abs(around[:, 22:, :3].astype(int) - page[:, 2:]).mean() < 1


def framed(canvas, scene):
    """A line down the page, 30 units from its left edge."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#ffffff"))
    canvas.drawRect(skia.Rect.MakeXYWH(30, 0, 20, scene.height), fill(DARK))


def test_a_frame_that_a_narrower_trim_cuts_close_does_not_begin_again_on_the_spine():
    part = Box(x=0.025, y=0.0, w=0.95, h=1.0)
    front, beside = left_of(framed, over=False, part=part)
    assert front[:, : front.shape[1] // 20].min() < 90, "the frame is on the front"
    assert beside[20:-20].min() > 200, "and only there"


def corner(canvas, scene):
    """A red disc in the upper corner of white paper, half of it beyond the page."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#ffffff"))
    canvas.drawCircle(0, 90, 200, fill(RED))


def test_a_flower_in_a_corner_does_not_colour_the_head_of_the_back():
    front, beside = left_of(corner, over=True)
    assert front[2, 2, 1] < 90
    assert beside[: front.shape[0] // 8, : beside.shape[1] // 2].min() > 215


def hazy(canvas, scene):
    """Grey with a haze that ends with the page, behind a disc that does not."""
    flower(canvas, scene)
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#000000", 0.05))


def test_a_haze_over_the_page_does_not_end_at_the_fold():
    front, beside = left_of(hazy, over=True)
    step = np.abs(front[:, :2].mean(axis=(1, 2)) - beside[:, -2:].mean(axis=(1, 2)))
    assert np.percentile(step, 97) < 5
