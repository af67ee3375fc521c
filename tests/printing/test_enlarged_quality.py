"""What enlarging is worth: pictures made four times smaller, enlarged again, and held against themselves.

Measured with true colours (PSNR in dB, SSIM, share of the original's Laplacian; these weights were taught to please the eye,
and lose in PSNR to plain interpolation on photographs, which are sharp again instead):

| | bicubic | photo | anime | draft |
|---|---|---|---|---|
| face | 25.9 .78 .16 | 23.9 .74 .84 | 21.8 .66 1.55 | 24.8 .75 .42 |
| cup | 27.1 .86 .17 | 27.2 .85 .56 | 24.6 .81 1.00 | 26.5 .82 .46 |
| drawing | 22.7 .85 .18 | 28.6 .95 .81 | 26.5 .94 1.25 | 26.8 .92 .49 |
"""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scipy.ndimage import laplace
from skimage import data
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from pipeline.domain.upscaling import Weights
from pipeline.stages.true_colours import in_true_colours
from tests.printing.upscalers import upscaler

SIDE, SMALL = 160, 40
RAW, TRUE = 0, 1
PAPER, INK, RED, BLUE = (240, 226, 190), (30, 24, 28), (196, 60, 48), (52, 92, 120)


def drawing():
    """Flat colours within lines, (160, 160, 3)."""
    picture = Image.new("RGB", (4 * SIDE, 4 * SIDE), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((60, 80, 420, 440), fill=RED, outline=INK, width=18)
    pen.polygon([(120, 600), (360, 300), (600, 600)], fill=BLUE, outline=INK, width=18)
    pen.line((40, 40, 600, 200), fill=INK, width=14)
    return np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BOX))


PICTURES = {
    "face": data.astronaut()[20:180, 150:310],
    "cup": data.coffee()[120:280, 180:340],
    "drawing": drawing(),
}


def resized(pixels, side, how):
    return np.asarray(Image.fromarray(np.ascontiguousarray(pixels)).resize((side, side), how))


def smaller(pixels):
    return resized(pixels, SMALL, Image.Resampling.LANCZOS)


def bicubic(name):
    return resized(smaller(PICTURES[name]), SIDE, Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def enlarged():
    """What the default upscaler makes of a small picture; each is enlarged once."""
    tools, done = upscaler("ncnn", None), {}

    def by(name, weights, colours=TRUE):
        if (name, weights) not in done:
            small = smaller(PICTURES[name])
            (large,) = tools.enlarged([small], weights)
            done[name, weights] = (large, in_true_colours(large, small))
        return done[name, weights][colours]

    return by


def psnr(name, pixels):
    return peak_signal_noise_ratio(PICTURES[name], pixels)


def ssim(name, pixels):
    return structural_similarity(PICTURES[name], pixels, channel_axis=2)


def sharpness(name, pixels):
    """The share of the original's Laplacian that a picture has; 1 is as sharp."""
    return _laplacian(pixels) / _laplacian(PICTURES[name])


def _laplacian(pixels):
    return laplace(pixels.mean(2)).std()


@pytest.mark.parametrize("weights", Weights)
def test_a_drawing_comes_nearer_to_itself_than_by_interpolation(enlarged, weights):
    found, plain = enlarged("drawing", weights), bicubic("drawing")

    assert psnr("drawing", found) > psnr("drawing", plain) + 2
    assert ssim("drawing", found) > ssim("drawing", plain) + 0.05


@pytest.mark.parametrize("name", ["face", "cup"])
def test_a_photograph_is_sharp_again_and_hardly_further_from_itself(enlarged, name):
    found, plain = enlarged(name, Weights.PHOTO), bicubic(name)

    assert 0.5 < sharpness(name, found) < 1.1 and sharpness(name, plain) < 0.2
    assert psnr(name, found) > psnr(name, plain) - 3
    assert ssim(name, found) > ssim(name, plain) - 0.08


@pytest.mark.parametrize("name", ["face", "cup"])
def test_for_photographs_the_weights_for_drawings_are_the_wrong_ones(enlarged, name):
    photo, anime = (enlarged(name, weights) for weights in (Weights.PHOTO, Weights.ANIME))

    assert psnr(name, photo) > psnr(name, anime) + 1
    assert ssim(name, photo) > ssim(name, anime) + 0.03


@pytest.mark.parametrize("weights", Weights)
@pytest.mark.parametrize("name", PICTURES)
def test_made_smaller_again_it_is_the_picture_that_it_was(enlarged, name, weights):
    again, was = smaller(enlarged(name, weights)), smaller(PICTURES[name])

    assert peak_signal_noise_ratio(was, again) > 28


@pytest.mark.parametrize("weights", Weights)
@pytest.mark.parametrize("name", PICTURES)
def test_true_colours_are_nearer_to_the_original_and_cost_no_sharpness(enlarged, name, weights):
    raw, true = enlarged(name, weights, RAW), enlarged(name, weights)

    assert psnr(name, true) > psnr(name, raw) + 0.4
    assert ssim(name, true) > ssim(name, raw) - 0.005
    assert sharpness(name, true) == pytest.approx(sharpness(name, raw), rel=0.03)


def test_the_flat_ground_of_a_drawing_keeps_its_colour(enlarged):
    corner = enlarged("drawing", Weights.ANIME)[4:30, 100:156].reshape(-1, 3)

    assert np.abs(corner.mean(0) - PAPER).max() < 3
