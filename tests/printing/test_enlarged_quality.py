"""What enlarging is worth: pictures made four times smaller, enlarged again, and held against themselves.

Measured (PSNR in dB, SSIM, share of the original's Laplacian; these weights were taught to please the eye,
and lose in PSNR to plain interpolation on photographs, which are sharp again instead):

| | bicubic | photo | anime | draft |
|---|---|---|---|---|
| face | 25.9 .78 .16 | 23.3 .73 .84 | 21.3 .65 1.55 | 24.3 .75 .42 |
| cup | 27.1 .86 .17 | 26.2 .79 .56 | 23.9 .74 1.00 | 25.7 .79 .46 |
| drawing | 22.3 .82 .19 | 26.6 .92 .77 | 24.8 .91 1.23 | 25.5 .89 .50 |
"""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scipy.ndimage import laplace
from skimage import data
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from pipeline.domain.upscaling import Weights
from tests.printing.upscalers import upscaler

SIDE, SMALL = 160, 40
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

    def by(name, weights):
        if (name, weights) not in done:
            done[name, weights] = tools.enlarged([smaller(PICTURES[name])], weights)[0]
        return done[name, weights]

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

    assert peak_signal_noise_ratio(was, again) > 26
