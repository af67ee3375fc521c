"""Upscale: another picture under the same lettering, and files of it where it was too small for them."""

import functools
import io

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.art import own_px
from pipeline.domain.errors import UpscaleError
from pipeline.domain.operation import Export, Letter, Upscale
from pipeline.domain.upscaling import Weights
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


def test_only_what_the_cover_shows_is_enlarged_and_its_bleed():
    before, after, bench = enlarged()
    origin, upscaled = after.document.art.origin, after.document.art.upscaled
    shown = own_px(before.document.art)

    assert shown == own_px(after.document.art)
    assert shown[0] < upscaled.width_px < 1.1 * shown[0]
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
