"""Holes are filled with what is round them, in the way that suits it."""

import numpy as np
import pytest

from pipeline.engines.inpainting import PatchInpainter


def letters(high, wide):
    """A row of strokes, as letters leave holes."""
    mask = np.zeros((high, wide), np.bool_)
    for left in range(30, wide - 40, 22):
        mask[40:75, left : left + 8] = True
    return mask


def sky(high=120, wide=200):
    down = np.linspace(0, 1, high)[:, None, None]
    rgb = (1 - down) * np.array([30, 60, 140]) + down * np.array([240, 190, 140])
    return np.broadcast_to(rgb, (high, wide, 3)).round().astype(np.uint8)


def cloth(high=120, wide=200):
    """Threads: strong detail that repeats."""
    y, x = np.mgrid[:high, :wide]
    wave = 60 * np.sign(np.sin(x * 0.9)) * np.sign(np.sin(y * 0.9))
    return (128 + wave[..., None] * np.array([1, 0.8, 0.6])).astype(np.uint8)


def inked(rgb, mask):
    picture = rgb.copy()
    picture[mask] = (250, 10, 10)
    return picture


def sharpness(rgb, mask):
    grey = rgb.astype(float).mean(axis=2)
    edges = np.abs(np.gradient(grey, axis=1)) + np.abs(np.gradient(grey, axis=0))
    return edges[mask].mean()


@pytest.fixture(scope="module")
def inpainter():
    return PatchInpainter()


def test_a_gradient_goes_on_as_if_nothing_had_been_there(inpainter):
    mask = letters(120, 200)
    filled = inpainter.fill(inked(sky(), mask), mask, seed=1)
    assert np.abs(filled.astype(int) - sky())[mask].max() <= 6


def test_texture_stays_as_sharp_as_it_is(inpainter):
    mask = letters(120, 200)
    filled = inpainter.fill(inked(cloth(), mask), mask, seed=1)
    assert sharpness(filled, mask) > 0.7 * sharpness(cloth(), mask)
    assert (filled[mask][:, 0] < 240).all()


@pytest.mark.parametrize("ground", [sky, cloth])
def test_no_pixel_beside_the_mask_changes_and_the_picture_that_came_in_does_not(inpainter, ground):
    mask = letters(120, 200)
    picture = inked(ground(), mask)
    before = picture.copy()
    filled = inpainter.fill(picture, mask, seed=1)
    assert (filled[~mask] == picture[~mask]).all() and (picture == before).all()


def test_the_same_seed_gives_the_same_picture_whatever_was_filled_between(inpainter):
    mask = letters(120, 200)
    rough = np.random.default_rng(2).integers(60, 200, (120, 200, 3)).astype(np.uint8)
    once = inpainter.fill(rough, mask, seed=-4)
    other = inpainter.fill(rough, mask, seed=5)
    assert (inpainter.fill(rough, mask, seed=-4) == once).all()
    assert (other != once).any()


@pytest.mark.parametrize("ground", [sky, cloth])
def test_what_was_under_the_holes_makes_no_difference(inpainter, ground):
    mask = np.zeros((130, 160), np.bool_)
    mask[20:50, 30:130] = mask[85:110, 30:130] = True
    red, green = inked(ground(130, 160), mask), inked(ground(130, 160), mask)
    green[mask] = (0, 255, 60)
    assert (inpainter.fill(red, mask, seed=1) == inpainter.fill(green, mask, seed=1)).all()


def test_without_the_library_of_patches_everything_is_filled_smoothly():
    plain = PatchInpainter()
    plain.__dict__["_patches"] = None
    mask = letters(120, 200)
    filled = plain.fill(inked(cloth(), mask), mask, seed=1)
    assert not plain.keeps_texture
    assert (filled[mask][:, 0] < 240).all()


@pytest.mark.parametrize("shape", [(1, 1), (3, 200), (40, 2)])
def test_tiny_pictures_and_masks_of_everything_or_nothing_are_survived(inpainter, shape):
    rgb = np.full((*shape, 3), 90, np.uint8)
    for mask in (np.ones(shape, np.bool_), np.zeros(shape, np.bool_)):
        assert (inpainter.fill(rgb, mask, seed=1) == rgb).all()
    if shape != (1, 1):
        one = np.zeros(shape, np.bool_)
        one[0, 0] = True
        assert inpainter.fill(rgb, one, seed=1).shape == rgb.shape
