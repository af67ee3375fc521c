"""A drawing goes on left of its front: whole where it leaves its page, else mirrored, never blurred."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from pipeline.drawing.canvas import fill
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint, paint_around
from pipeline.illustrator.recipe import Composition, stage
from pipeline.prepress.sheet_art import continued
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.art import scene_of
from pipeline.stages.print_art import print_art
from pipeline.stages.reformat import part_of
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


def tower_on_land(canvas, scene):
    """A subject over a sharp horizon."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#ffffff"))
    canvas.drawRect(skia.Rect.MakeLTRB(0, 700, scene.width, scene.height), fill(DARK))
    stage(canvas, scene).drawRect(skia.Rect.MakeXYWH(400, 300, 200, 400), fill(RED))


def test_a_world_goes_on_sharply_over_the_whole_back_and_the_turn_in_without_its_subject():
    sheet, plan = around(tower_on_land, over=False, far=True)
    left, top, right, _ = plan.edges(plan.face)
    line = top + int(0.7 * (right - left))
    for beside in (sheet[:, :left], sheet[:, right:]):
        assert beside[line - 12].min() > 200, "no tower, and a sharp horizon"
        assert beside[line + 12].max() < 110


def meadow(canvas, scene):
    """White paper, and small red discs in rows that go on left of it."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#fdfdfd"))
    for y in range(0, int(scene.height), 60):
        for x in range(-220, 60, 40):
            canvas.drawCircle(x, y, 18, fill(RED))


def test_a_spine_crowded_with_motifs_keeps_its_middle_free_for_words():
    _, beside = left_of(meadow, over=True)
    spine = wrap().spine
    middle = beside[:, -int(0.7 * spine.w * MM) : -int(0.3 * spine.w * MM)]
    assert middle.min() > 200


def vignette(canvas, scene):
    """Grey that grows darker towards the edge."""
    for x in range(0, int(scene.width), 10):
        level = 90 + min(60, x // 4)
        canvas.drawRect(skia.Rect.MakeXYWH(x, 0, 10, scene.height), fill(f"#{level:02x}{level:02x}{level:02x}"))  # fmt: skip


def around(recipe, *, over, share=1.0, far=False):
    """The sheet of a cover that shows the middle `share` of a page in a recipe, and its plan."""
    document, plan = drawn("grid"), SheetPlan(wrap=wrap(), dpi=DPI)
    width, height = plan.size(plan.face)
    only = Composition(name=document.art.composition, arrange=lambda *_: None, over=over, far=far)
    made = {"grid": replace(recipes()["grid"], paint=recipe, compositions=(only,))}
    document = replace(document, layout=replace(document.layout, aspect=width / height / share))
    part = part_of(document.layout.aspect, width / height)
    front = print_art(document, part, (width, height), made, None)
    return continued(document, front, plan, made, None).astype(float), plan


def left_of(recipe, *, over, share=1.0):
    """What a front shows, and what lies left of it, as floats."""
    sheet, plan = around(recipe, over=over, share=share)
    left, top, _, bottom = plan.edges(plan.face)
    return plan.piece(sheet, plan.face), sheet[top:bottom, :left]


def test_what_leaves_its_page_is_drawn_whole_and_no_further():
    front, beside = left_of(flower, over=True)
    units, row = front.shape[1] / 1000, front.shape[0] // 2
    assert beside[row, -int(30 * units), 1] < 90, "the rest of the disc"
    assert beside[row, -int(80 * units), 1] > 200, "and not its mirror image"


def disc_at_right(canvas, scene):
    """A disc on white paper of which the right edge shows less than half."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#ffffff"))
    canvas.drawCircle(scene.width + 50, scene.height / 2, 75, fill(RED))


def test_the_bleed_shows_what_is_drawn_there_and_no_mirror_image():
    sheet, plan = around(disc_at_right, over=True)
    red = (sheet[:, plan.edges(plan.face)[2] - 1 :, 1] < 128).sum(axis=0)
    assert red[-1] > red[0] + 2, "the disc grows on towards its middle"


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
    front, beside = left_of(framed, over=False, share=0.95)
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


def hedge(canvas, scene):
    """White paper between red discs that leave it on every height of both sides."""
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#fdfdfd"))
    for y in range(0, int(scene.height) + 60, 60):
        for x in (0, scene.width):
            canvas.drawCircle(x, y, 80, fill(RED))


def test_the_ground_beyond_a_side_full_of_flowers_is_that_of_the_page():
    _, beside = left_of(hedge, over=True)
    assert beside[:, : beside.shape[1] // 2].min() > 215


def hazy(canvas, scene):
    """Grey with a haze that ends with the page, behind a disc that does not."""
    flower(canvas, scene)
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill("#000000", 0.05))


def test_a_haze_over_the_page_does_not_end_at_the_fold():
    front, beside = left_of(hazy, over=True)
    step = np.abs(front[:, :2].mean(axis=(1, 2)) - beside[:, -2:].mean(axis=(1, 2)))
    assert np.percentile(step, 97) < 5
