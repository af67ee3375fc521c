"""The art of a whole sheet goes on from the front without a step, and repeats nothing of it."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.errors import PictureError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Tone
from pipeline.domain.wrapping import flat_of
from pipeline.illustrator.catalogue import recipes
from pipeline.prepress.sheet_art import continued
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.print_art import WHOLE, print_art
from tests.prepress.sheets import DPI, MIDDLE, brought, drawn, gradient, sheet, wrap
from tests.real import brief


def plan(where):
    return SheetPlan(wrap=where, dpi=DPI)


def fold_step(made):
    """The mean step over the front's fold, and what is usual from pixel to pixel beside it."""
    left = plan(made.wrap).edges(plan(made.wrap).face)[0]
    steps = np.abs(np.diff(made.art.astype(float), axis=1)).mean(axis=(0, 2))
    return steps[left - 1], np.median(steps[left : left + 60])


def test_the_sheet_has_the_size_of_its_geometry_with_bleed():
    made = sheet(drawn("foil"))
    assert made.art.shape == (round(234.95 / 25.4 * DPI), round(made.wrap.sheet.w / 25.4 * DPI), 3)


def test_the_front_shows_exactly_what_the_cover_shows():
    made = sheet(drawn("foil"))
    where = plan(made.wrap)
    front = print_art(drawn("foil"), WHOLE, where.size(where.face), recipes(), None)
    assert np.array_equal(where.piece(made.art, where.face), front)


def test_nothing_steps_at_the_fold_of_a_drawing():
    step, usual = fold_step(sheet(drawn("foil")))
    assert step <= 1.5 * usual + 1.0


def test_a_drawings_things_are_not_on_its_back_again():
    made = sheet(drawn("foil"))
    where = plan(made.wrap)
    front, back = where.piece(made.art, where.face), where.piece(made.art, made.wrap.back)
    assert front.std(axis=(0, 1)).max() > 4 * back.std(axis=(0, 1)).max()


def test_a_picture_goes_on_as_what_it_has_beside_its_crop():
    where, document = plan(wrap()), brought(gradient(), MIDDLE)
    art = print_art(document, WHOLE, where.size(where.face), recipes(), gradient())
    red = continued(document, art, where, recipes(), gradient())[..., 0].astype(float).mean(axis=0)
    left = where.edges(where.face)[0]
    further, beside, inside = (red[left + x : left + x + 20].mean() for x in (-40, -20, 0))
    assert further < beside < inside, "red falls on to the left, and is not mirrored"


def test_a_picture_without_anything_beside_it_goes_out_of_focus():
    noise = np.random.default_rng(1).integers(0, 255, (300, 200, 3), np.uint8)
    made = sheet(brought(noise, WHOLE), picture=noise)
    where = plan(made.wrap)
    front, back = where.piece(made.art, where.face), where.piece(made.art, made.wrap.back)
    assert back[:, : back.shape[1] // 2].std() < 0.16 * front.std()


def test_a_bright_shape_close_to_the_fold_does_not_shine_on_the_spine():
    picture = np.zeros((300, 200, 3), np.uint8)
    picture[100:200, 4:] = 255
    made = sheet(brought(picture, WHOLE), picture=picture)
    spine = plan(made.wrap).piece(made.art, made.wrap.spine)
    assert spine[:, : spine.shape[1] // 2].max() < 60


def test_what_a_case_folds_round_its_boards_repeats_no_frame():
    made = sheet(drawn("foil"), wrap("kdp-hardcover-6x9"))
    where = plan(made.wrap)
    _, top, _, _ = where.edges(where.face)
    inner, outer = (
        piece.std(axis=(0, 1)).max()
        for piece in (where.piece(made.art, where.face), made.art[: top // 3])
    )
    assert outer < 0.3 * inner


def test_a_tone_of_the_front_runs_over_the_folds():
    document = drawn("foil")
    head = Tone(box=Box(x=0.0, y=0.0, w=1.0, h=0.3), colour="#ff0000", strength=1.0, fade=0.1)
    made = sheet(replace(document, layout=replace(document.layout, tones=(head,))))
    where = plan(made.wrap)
    for part in (where.face, made.wrap.back):
        assert (np.median(where.piece(made.art, part)[5], axis=0) == (255, 0, 0)).all()
    assert not any(part.layout.tones for part in made.lettering)


def test_a_front_alone_has_its_bleed_and_nothing_else():
    where = flat_of(brief(format="6x9").format, bleed_mm=3.0)
    made = sheet(drawn("foil"), where)
    assert len(made.lettering) == 1
    assert made.art.shape[1] == round((152.4 + 6) / 25.4 * DPI)


def test_a_picture_that_is_gone_is_a_clear_error():
    with pytest.raises(PictureError):
        sheet(brought(gradient(), WHOLE))
