"""Which weights suit a picture."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.domain.upscaling import Weights
from pipeline.stages.picture_kind import weights_for
from pipeline.stages.under_nothing import filled_under_nothing
from tests.workshop.drawings import BENCH, drawn, pixels

PHOTOGRAPHS = sorted((Path(__file__).parents[1] / "fixtures" / "photographs").glob("*.jpg"))


def animation(quality=None, tmp_path=None):
    """Flat fills inside dark outlines, and as a JPEG file has them."""
    sheet = Image.new("RGB", (900, 1200), (120, 180, 230))
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 800, 900, 1200), fill=(60, 140, 70), outline=(20, 20, 30), width=8)
    for x in range(50, 750, 140):
        draw.ellipse((x, 500, x + 150, 900), fill=(x // 4, 90, 60), outline=(20, 20, 30), width=8)
    small = sheet.resize((450, 600), Image.Resampling.LANCZOS)
    if quality is None:
        return np.asarray(small)
    small.save(tmp_path / "cel.jpg", quality=quality)
    return np.asarray(Image.open(tmp_path / "cel.jpg"))


@pytest.mark.parametrize("photograph", PHOTOGRAPHS, ids=lambda path: path.stem)
def test_photographs_get_the_weights_for_photographs(photograph):
    assert weights_for(np.asarray(Image.open(photograph).convert("RGB"))) is Weights.PHOTO


@pytest.mark.parametrize("quality", [None, 85])
def test_flat_fills_inside_outlines_get_the_weights_for_line_drawings(quality, tmp_path):
    assert weights_for(animation(quality, tmp_path)) is Weights.ANIME


@pytest.mark.parametrize("recipe", ["foil", "riso", "lino"])
def test_drawings_with_grain_get_those_for_photographs_which_keep_it(recipe):
    assert weights_for(pixels(BENCH.blobs[drawn(recipe).raster])) is Weights.PHOTO


def test_what_cannot_be_seen_gets_the_colours_of_what_is_near():
    rgba = np.zeros((37, 53, 4), np.uint8)
    rgba[..., 1] = 255
    rgba[10:20, 10:20] = (200, 10, 60, 255)

    made = filled_under_nothing(rgba)

    assert (made[..., :3] == (200, 10, 60)).all()
    assert np.array_equal(made[..., 3], rgba[..., 3])
