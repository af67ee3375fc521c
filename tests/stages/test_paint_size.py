"""Sizes that a model paints, for covers of every ratio, and how steep ones are continued."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.stages.emphasis import Zone
from pipeline.stages.extending import MEETING, extent, joined, laid_out, window_of
from pipeline.stages.paint_size import GROWN, STEEPEST, TAUGHT_LONG, TOLERATED, paint_size

AREAS = (512 * 512, 768 * 768, 1024 * 1024)
ASPECTS = st.floats(0.4, 2.5)


def ratio_of(width, height, crop):
    return crop.w * width / (crop.h * height)


@pytest.mark.parametrize(
    ("aspect", "size"),
    [(2 / 3, (512, 768)), (1.0, (512, 512)), (1.5, (768, 512)), (127 / 188, (512, 768))],
)
def test_common_ratios_have_common_sizes(aspect, size):
    found = paint_size(aspect, 512 * 512)

    assert (found.width, found.height) == size


def test_a_model_that_was_taught_long_pictures_paints_its_own_area():
    found = paint_size(2 / 3, 1024 * 1024, TAUGHT_LONG)

    assert found.width * found.height == pytest.approx(1024 * 1024, rel=0.12)


@given(aspect=ASPECTS, area=st.sampled_from(AREAS), grown=st.sampled_from((GROWN, TAUGHT_LONG)))
def test_every_size_suits_the_model_and_shows_exactly_the_ratio(aspect, area, grown):
    found = paint_size(aspect, area, grown)
    near = max(1 / STEEPEST, min(STEEPEST, aspect))

    assert found.width % 8 == found.height % 8 == 0
    assert found.width * found.height <= area * grown * (1 + 1e-9)
    assert ratio_of(found.width, found.height, found.crop) == pytest.approx(near)
    assert found.crop.area >= 1 - TOLERATED


@given(aspect=ASPECTS, area=st.sampled_from(AREAS), zone=st.sampled_from(Zone))
def test_every_cover_is_reached_and_every_window_is_a_size_of_the_model(aspect, area, zone):
    to = extent(paint_size(aspect, area), aspect, zone, area)

    assert ratio_of(to.width, to.height, to.crop) == pytest.approx(aspect)
    covered = np.zeros((to.height, to.width), bool)
    for rect in (to.core, *(strip.new for strip in to.strips)):
        covered[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width] = True
    assert covered.all()
    for strip in to.strips:
        assert strip.window.width % 8 == strip.window.height % 8 == 0
        assert strip.window.width * strip.window.height <= area * GROWN


def test_what_is_added_lies_where_the_title_goes():
    size = paint_size(0.4, AREAS[0])

    head, foot, left = (
        extent(size, 0.4, zone, AREAS[0]) for zone in (Zone.HEAD, Zone.FOOT, Zone.LEFT)
    )

    assert [strip.new.y for strip in head.strips] == [0]
    assert [strip.new.y for strip in foot.strips] == [foot.core.height]
    assert len(left.strips) == 2


def picture(seed, height, width):
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)


def opened(content):
    return np.asarray(Image.open(io.BytesIO(content)))


@pytest.mark.parametrize(("aspect", "zone"), [(0.4, Zone.HEAD), (2.5, Zone.RIGHT)])
def test_a_picture_is_continued_in_its_colours_and_stays_what_it_was(aspect, zone):
    size = paint_size(aspect, AREAS[0])
    to = extent(size, aspect, zone, AREAS[0])
    core = picture(1, size.height, size.width)
    (strip,) = to.strips

    whole = laid_out(core, to)
    source, mask = map(opened, window_of(whole, strip))
    made = joined(whole, strip, picture(2, *source.shape[:2]))

    assert whole.shape == (to.height, to.width, 3)
    kept = core[MEETING:] if aspect < 1 else core[:, :-MEETING]
    there = made[-len(kept) :] if aspect < 1 else made[:, : kept.shape[1]]
    assert np.array_equal(there, kept)
    assert mask.max() == 255
    assert 0 < mask.mean() < 255
    new = whole[
        strip.new.y : strip.new.y + strip.new.height, strip.new.x : strip.new.x + strip.new.width
    ]
    assert abs(new.mean() - core.mean()) < 3


def test_the_new_strip_is_what_was_painted():
    size = paint_size(0.4, AREAS[0])
    to = extent(size, 0.4, Zone.FOOT, AREAS[0])
    (strip,) = to.strips
    painted = picture(2, strip.window.height, strip.window.width)

    made = joined(laid_out(picture(1, size.height, size.width), to), strip, painted)

    assert np.array_equal(made[-strip.new.height :], painted[-strip.new.height :])
