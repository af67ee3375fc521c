"""Pictures enlarged with the real weights: no seams, no garbage, and nearer to what they were made from.

A model that imagines texture is no closer to a photograph, pixel by pixel, than bicubic is, which blurs
(Blau and Michaeli, "The Perception-Distortion Tradeoff", 2018); it is as sharp as the photograph was.
"""

import asyncio
import functools
import io

import numpy as np
import pytest
from PIL import Image
from skimage.metrics import structural_similarity

from pipeline.domain.upscaling import Weights
from pipeline.engines.realesrgan.by_ncnn import NcnnUpscaler
from pipeline.stages.tiles import put, tiles_of
from pipeline.workshop.enlarging import Wanted, enlarged
from tests.printing.upscalers import photograph
from tests.real import Bench
from tests.workshop.drawings import BENCH, drawn, pixels

SIDE_PX = 224


class Shop:
    """All that enlarging asks of a workshop."""

    def __init__(self):
        self.upscaler = NcnnUpscaler()


@pytest.fixture(scope="module")
def tools():
    return NcnnUpscaler()


@pytest.mark.parametrize(("weights", "size", "side", "most", "mean"), [
    (Weights.DRAFT, (200, 150), 112, 4, 0.05), (Weights.PHOTO, (112, 72), 72, 24, 0.5),
])  # fmt: skip
def test_tiles_show_no_seam_beside_the_picture_in_one(tools, weights, size, side, most, mean):
    picture = photograph(size[1], size[0])
    (whole,) = tools.enlarged([picture], weights)
    tiled = np.zeros_like(whole)

    tiles = tiles_of(*size, side)
    for tile in tiles:
        put(tiled, tile, tools.enlarged([np.ascontiguousarray(picture[tile.pixels])], weights)[0])

    apart = np.abs(tiled.astype(int) - whole)
    assert len(tiles) > 1
    assert apart.max() <= most
    assert apart.mean() <= mean


@functools.cache
def original(kind):
    """A picture to come near to, (224, 224, 3)."""
    if kind == "photograph":
        return photograph(SIDE_PX, SIDE_PX, 60, 140)
    whole = pixels(BENCH.blobs[drawn(kind).raster])
    top, left = (whole.shape[0] - SIDE_PX) // 2, (whole.shape[1] - SIDE_PX) // 2
    return whole[top : top + SIDE_PX, left : left + SIDE_PX]


@functools.cache
def again(kind, weights):
    """The original made four times as small and enlarged again, by the model and by bicubic."""
    small = Image.fromarray(original(kind)).resize((SIDE_PX // 4,) * 2, Image.Resampling.LANCZOS)
    (made,) = NcnnUpscaler().enlarged([np.asarray(small)], weights)
    return made, np.asarray(small.resize((SIDE_PX,) * 2, Image.Resampling.BICUBIC))


def psnr(one, other):
    return 10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2))


def sharpness(rgb):
    grey = rgb.mean(axis=2)
    return np.abs(
        4 * grey[1:-1, 1:-1] - grey[:-2, 1:-1] - grey[2:, 1:-1] - grey[1:-1, :-2] - grey[1:-1, 2:]
    ).mean()


def test_a_drawing_with_edges_comes_nearer_to_what_it_was_than_by_bicubic():
    made, bicubic = again("foil", Weights.PHOTO)
    there = original("foil")

    near = [structural_similarity(one, there, channel_axis=2) for one in (made, bicubic)]
    assert psnr(made, there) > psnr(bicubic, there) + 1
    assert near[0] > near[1] + 0.03


def test_a_photograph_is_as_sharp_as_it_was_and_stays_the_same_picture():
    made, bicubic = again("photograph", Weights.PHOTO)
    there = original("photograph")

    assert abs(sharpness(made) / sharpness(there) - 1) < 0.4
    assert sharpness(bicubic) / sharpness(there) < 0.4
    assert psnr(made, there) > psnr(bicubic, there) - 3


def test_a_picture_with_opacity_and_odd_sides_goes_all_the_way(tmp_path):
    rgba = np.dstack([photograph(61, 131), np.full((61, 131), 255, np.uint8)])
    rgba[:, :40, 3] = 0
    file = io.BytesIO()
    Image.fromarray(rgba).save(file, "PNG")

    wanted = Wanted(weights=Weights.DRAFT, alpha=True)
    made = asyncio.run(enlarged(file.getvalue(), wanted, Bench(shop=Shop())))

    shown = np.asarray(Image.open(io.BytesIO(made.content)))
    assert shown.shape == (244, 524, 4)
    assert shown[:, :150, 3].max() == 0
    small = np.asarray(Image.fromarray(shown).resize((131, 61), Image.Resampling.BOX), int)
    assert np.abs(small[:, 42:, :3] - rgba[:, 42:, :3]).mean() < 6
