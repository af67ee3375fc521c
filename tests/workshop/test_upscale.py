"""Upscale: another picture under the same lettering, and files of it where it was too small for them."""

import asyncio
import functools
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.art import own_px
from pipeline.domain.errors import UpscaleError
from pipeline.domain.operation import Export, Letter, Print, Upscale
from pipeline.domain.upscaling import Weights
from pipeline.workshop.print_ready import ready
from pipeline.workshop.task import Task
from tests.real import Bench, begun, brief, done, lettered, versions
from tests.workshop.test_enlarging import png

ABOUT = brief(format="6x9", options=1)


def slope(width, height):
    x, y = np.meshgrid(np.linspace(0, 200, width), np.linspace(30, 220, height))
    return np.stack([x, y, (x + y) / 2], axis=2).astype(np.uint8)


@functools.cache
def base(width=600, height=450):
    """A cover over a picture that is wider than it, with what keeps its pictures."""
    bench = Bench()
    made = lettered(ABOUT, png(slope(width, height)), bench=bench)
    return versions(made, bench, Letter(picture="", seed=0))[0], bench


def enlarged(operation=Upscale(weights=Weights.DRAFT)):  # noqa: B008 - it is frozen
    version, bench = base()
    made = done(operation, ABOUT, version, bench=bench)
    return version, versions(made, bench, operation, version)[0], bench


def test_the_words_stay_as_they_are_and_the_cover_looks_the_same():
    before, after, bench = enlarged()

    assert after.document.layout == before.document.layout
    rasters = [np.asarray(Image.open(io.BytesIO(bench.blobs[one.raster])), np.int16)
               for one in (before, after)]  # fmt: skip
    assert np.abs(rasters[0] - rasters[1]).mean() < 1.5


def test_only_what_a_full_cover_shows_is_enlarged_spine_and_back_at_its_left_and_else_the_bleed():
    before, after, bench = enlarged()
    origin, upscaled = after.document.art.origin, after.document.art.upscaled
    shown, crop = own_px(before.document.art), before.document.art.origin.crop

    assert shown == own_px(after.document.art)
    assert 0 < crop.x < 1.5 * crop.w
    assert upscaled.width_px == pytest.approx((crop.right + crop.w / 32) * 600, abs=1)
    assert origin.crop.x / origin.crop.w == pytest.approx(crop.x / crop.w, abs=0.01)
    assert upscaled.height_px == 450
    assert Image.open(io.BytesIO(bench.blobs[origin.sha256])).size == (
        origin.width_px,
        origin.height_px,
    )
    assert origin.height_px == 4 * 450


def test_its_resolution_is_told_by_what_it_had_before():
    before, after, _ = enlarged()

    told = [next(c.measured for c in one.report.checks if c.code == code)
            for one, code in ((before, "resolution"), (after, "enlarged"))]  # fmt: skip
    assert told[0] == told[1] < 100


def test_a_picture_is_enlarged_once():
    _, after, bench = enlarged()

    with pytest.raises(UpscaleError, match="upscale-done"):
        done(Upscale(), ABOUT, after, bench=bench)


def test_a_picture_that_was_enlarged_for_another_version_is_enlarged_again_by_other_weights_only():
    before, after, bench = enlarged()
    tree = (before, replace(after, number=2))

    with pytest.raises(UpscaleError, match="upscale-before") as refused:
        done(Upscale(), ABOUT, before, bench=bench, others=tree)
    assert refused.value.facts == {"number": 2}
    assert done(Upscale(weights=Weights.PHOTO), ABOUT, before, bench=bench, others=tree).drafts


def test_a_drawing_and_a_picture_that_is_large_enough_are_not_enlarged():
    bench = Bench()
    small = brief(format="5x7.5in", options=1)
    large = lettered(small, png(slope(1500, 2250)), bench=bench)
    version = versions(large, bench, Letter(picture="", seed=0))[0]

    with pytest.raises(UpscaleError, match="upscale-enough"):
        done(Upscale(), small, version, bench=bench)
    with pytest.raises(UpscaleError, match="upscale-drawn"):
        done(Upscale(), ABOUT, begun(ABOUT, bench)[0], bench=bench)


def test_print_files_of_a_small_picture_bring_the_enlarged_version_and_show_it():
    version, bench = base()

    made = done(Export(), ABOUT, version, bench=bench)

    (larger,) = made.drafts
    assert larger.document.art.upscaled.engine == "repeating"
    assert {file.name.split("-")[0].split(".")[0] for file in made.files} == {larger.id}
    again = versions(made, bench, Upscale(), version)[0]
    assert done(Export(), ABOUT, again, bench=bench).drafts == ()


def test_a_small_version_that_was_enlarged_before_is_not_enlarged_again():
    version, bench = base()
    made = done(Upscale(weights=Weights.DRAFT), ABOUT, version, bench=bench)
    tree = (version, *versions(made, bench, Upscale(), version))

    def again(weights):
        order = Print(target="kdp-6x9", pages=120, paper="white", weights=weights)
        task = Task(operation=order, brief=ABOUT, base=version, others=tree)
        return asyncio.run(ready(order, task, bench))

    bench.told.clear()
    for weights in (None, Weights.DRAFT):
        assert (again(weights).version, again(weights).drafts) == (tree[1], ())
    assert not bench.told
    (kept,) = again(Weights.PHOTO).drafts
    assert bench.early[-1] is kept, "whatever becomes of the order's files"
