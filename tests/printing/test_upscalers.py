"""What every upscaler promises: one contract for ncnn, torch and the package, held against the package."""

import threading

import numpy as np
import pytest

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Enlarger, Weights
from pipeline.engines.realesrgan import by_ncnn
from pipeline.engines.realesrgan import weights as wheel
from pipeline.engines.realesrgan.by_ncnn import NcnnUpscaler
from tests.printing.upscalers import photograph, upscaler

LEVELS = {"ncnn": 12, "torch": 1, "realesrgan": 0}
"""No pixel is further from the package's than this: sums are rounded differently, and ncnn keeps what one layer
gives the next in 16 bits."""
MEAN = {"ncnn": 0.5, "torch": 0.002, "realesrgan": 0.0}
"""Nor so far from it on average; measured on larger pictures: 0.3 and 0.00006."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module", params=[one.value for one in Enlarger])
def tools(request, folder):
    return upscaler(request.param, folder)


@pytest.fixture(scope="module")
def reference(folder):
    """What the package makes of a small photograph, by weights."""
    package, picture = upscaler("realesrgan", folder), photograph(16, 13)
    return {weights: package.enlarged([picture], weights)[0] for weights in Weights}


@pytest.mark.parametrize("weights", Weights)
def test_a_tile_becomes_what_the_package_itself_makes_of_it(tools, reference, weights):
    (found,) = tools.enlarged([photograph(16, 13)], weights)

    difference = np.abs(found.astype(int) - reference[weights])
    assert (found.shape, found.dtype) == ((64, 52, 3), np.uint8)
    assert difference.max() <= LEVELS[tools.name]
    assert difference.mean() <= MEAN[tools.name]


def test_tiles_of_many_sizes_come_back_in_their_order(tools):
    sizes = [(12, 9), (12, 9), (8, 17), (12, 9), (1, 1)]
    tiles = [photograph(*size, left=150 + 20 * at) for at, size in enumerate(sizes)]

    together = tools.enlarged(tiles, Weights.DRAFT)

    alone = [tools.enlarged([tile], Weights.DRAFT)[0] for tile in tiles]
    assert [one.shape[:2] for one in together] == [(4 * h, 4 * w) for h, w in sizes]
    assert all(np.array_equal(a, b) for a, b in zip(together, alone, strict=True))


def test_the_same_tile_gives_the_same_pixels_again_and_is_left_as_it_was(tools):
    tile = photograph(16, 16)
    before = tile.copy()

    first, second = (tools.enlarged([tile], Weights.DRAFT)[0] for _ in range(2))

    assert np.array_equal(first, second) and np.array_equal(tile, before)


def test_red_stays_red_and_nothing_is_mirrored(tools):
    tile = np.zeros((16, 16, 3), np.uint8)
    tile[:, :, 2] = 255
    tile[:8, :8] = (255, 0, 0)

    (found,) = tools.enlarged([tile], Weights.DRAFT)

    assert found[8, 8].argmax() == 0 and found[8, 8, 0] > 200
    assert found[56, 8].argmax() == found[8, 56].argmax() == 2


def test_other_weights_may_be_asked_for_at_any_time(tools, reference):
    for weights in (Weights.ANIME, Weights.DRAFT):
        found = tools.enlarged([photograph(16, 13)], weights)[0].astype(int)
        assert np.abs(found - reference[weights]).max() <= LEVELS[tools.name]


def test_the_last_layers_give_the_same_strip_by_strip(monkeypatch):
    tools, tile = NcnnUpscaler(rest_s=0.0), photograph(23, 18)
    (at_once,) = tools.enlarged([tile], Weights.ANIME)

    monkeypatch.setattr(by_ncnn, "DEEP_PX", 90)

    (in_strips,) = tools.enlarged([tile], Weights.ANIME)
    apart = np.abs(at_once.astype(int) - in_strips)
    assert apart.max() <= 2
    assert apart.mean() < 0.01


@pytest.mark.parametrize("name", [one.value for one in Enlarger])
def test_weights_that_are_not_the_published_ones_are_never_used(name, tmp_path, monkeypatch):
    monkeypatch.setattr(wheel, "_folder", lambda: tmp_path)
    for file in wheel.SHA256:
        (tmp_path / file).write_bytes(b"7767517\n0 0\n")

    with pytest.raises(UpscaleError) as raised:
        upscaler(name, tmp_path / "models").enlarged([photograph(8, 8)], Weights.DRAFT)

    assert raised.value.code == "upscaler-damaged"
    assert raised.value.facts == {"file": "realesr-animevideov3-x4.param"}


def test_a_network_that_nobody_asks_for_is_let_go_and_loaded_again():
    tools, tile = NcnnUpscaler(rest_s=0.0), photograph(16, 13)
    others = threading.enumerate()  # their networks rest in a minute

    first = tools.enlarged([tile], Weights.DRAFT)
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer) and thread not in others:
            thread.join()

    assert tools.is_resting
    assert np.array_equal(tools.enlarged([tile], Weights.DRAFT), first)


def test_a_network_stays_between_the_tiles_of_a_picture():
    tools = NcnnUpscaler()

    tools.enlarged([photograph(16, 13)], Weights.DRAFT)

    assert not tools.is_resting
