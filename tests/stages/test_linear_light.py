"""Resampling in linear light, held against the formula."""

import numpy as np
import pytest

from pipeline.stages import linear_light
from pipeline.stages.linear_light import resampled

NOISE = np.random.default_rng(3).integers(0, 256, (90, 70, 3), np.uint8)


def weights(have, low, high, want):
    """Lanczos with three lobes as a matrix: sinc(x) sinc(x / 3), wider where it gets smaller."""
    scale = (high - low) / want
    wide = max(1.0, scale)
    centre = low + (np.arange(want)[:, None] + 0.5) * scale
    x = (np.arange(have) + 0.5 - centre) / wide
    kernel = np.where(np.abs(x) < 3, np.sinc(x) * np.sinc(x / 3), 0)
    return kernel / kernel.sum(axis=1, keepdims=True)


def expected(pixels, part, size):
    value = pixels / 255
    light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    rows = weights(pixels.shape[0], part[1], part[3], size[1])
    columns = weights(pixels.shape[1], part[0], part[2], size[0])
    mixed = np.tensordot(rows, np.tensordot(columns, light, (1, 1)), (1, 1)).clip(0, 1)
    return 255 * np.where(mixed <= 0.0031308, 12.92 * mixed, 1.055 * mixed ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("strip_px", [1 << 21, 700])
@pytest.mark.parametrize(("part", "size"), [
    ((0, 0, 70, 90), (31, 47)), ((0, 0, 70, 90), (280, 360)), ((10.3, 20.7, 50.2, 80.9), (133, 91)),
])  # fmt: skip
def test_every_pixel_is_what_the_formula_says_in_one_strip_or_many(
    part, size, strip_px, monkeypatch
):
    monkeypatch.setattr(linear_light, "STRIP_PX", strip_px)

    made = resampled(NOISE, part, size)

    assert made.shape == (size[1], size[0], 3)
    assert np.abs(made - expected(NOISE, part, size)).max() < 0.6


def test_what_stays_as_large_as_it_is_stays_as_it_is():
    assert np.array_equal(resampled(NOISE, (5, 6, 45, 36), (40, 30)), NOISE[6:36, 5:45])


def test_fine_black_and_white_stays_as_light_as_it_is_from_afar():
    board = np.indices((64, 64)).sum(axis=0)[..., None].repeat(3, axis=2) % 2 * 255

    small = resampled(board.astype(np.uint8), (0, 0, 64, 64), (8, 8))

    assert np.abs(small[2:-2, 2:-2].astype(int) - 188).max() <= 1


def test_colours_under_no_opacity_do_not_come_through():
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[:, :20] = (0, 255, 0, 0)
    pixels[:, 20:] = (200, 10, 60, 255)

    small = resampled(pixels, (0, 0, 40, 40), (13, 13))

    assert (small[small[..., 3] > 4][:, :3] == (200, 10, 60)).all()
    assert 0 < small[6, 6, 3] < 255
