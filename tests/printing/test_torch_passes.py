"""Tiles pass through a network together, as many as fit, in numbers that suffice."""

import numpy as np
import pytest
import torch
from torch import nn

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights
from pipeline.engines.realesrgan import by_torch, passes
from pipeline.engines.realesrgan.by_torch import TorchUpscaler
from pipeline.engines.realesrgan.passes import Passes
from tests.printing.upscalers import photograph

CPU = torch.device("cpu")


class Small(nn.Module):
    """Repeats pixels, in memory for at most `room` tiles; remembers how many it was given."""

    def __init__(self, room=99, fault=None, lost=()):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(1))
        self.room, self.fault, self.lost = room, fault, lost
        self.given = []

    def forward(self, x):
        self.given.append(len(x))
        if len(x) > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory")
        if self.fault:
            raise self.fault
        large = nn.functional.interpolate(x * self.scale, scale_factor=4)
        return large * float("nan") if x.dtype in self.lost else large


def tiles(count, size=8):
    return [photograph(size, size, left=150 + 10 * at) for at in range(count)]


def repeated(tile):
    return tile.repeat(4, 0).repeat(4, 1)


def test_tiles_of_one_size_go_together():
    network = Small()

    Passes(network, CPU, torch.float32, 4).enlarged([*tiles(6), *tiles(1, size=5)])

    assert network.given == [4, 2, 1]


def test_half_as_many_are_tried_until_they_fit_and_no_more_from_then_on():
    network = Small(room=2)
    ones = tiles(10)

    found = Passes(network, CPU, torch.float32, 8).enlarged(ones)

    assert network.given == [8, 4, 2, 2, 2, 2, 2]
    assert all(np.array_equal(a, repeated(b)) for a, b in zip(found, ones, strict=True))


@pytest.mark.parametrize(("network", "code"), [
    (Small(room=0), "upscaler-memory"),
    (Small(fault=RuntimeError("CUDNN_STATUS_ALLOC_FAILED")), "upscaler-memory"),
    (Small(fault=RuntimeError("an illegal memory access")), "upscaler-failed"),
    (Small(lost=(torch.float32,)), "upscaler-failed"),
])  # fmt: skip
def test_what_goes_wrong_on_the_card_is_told_by_its_kind(network, code, tmp_path, monkeypatch):
    monkeypatch.setattr(passes, "opened_on", lambda *_: Passes(network, CPU, torch.float32, 2))

    with pytest.raises(UpscaleError) as raised:
        TorchUpscaler(tmp_path).enlarged(tiles(3), Weights.PHOTO)

    assert raised.value.code == code


def test_where_half_precision_gets_lost_the_rest_is_done_in_single():
    network, ones = Small(lost=(torch.float16,)), tiles(3)
    at_work = Passes(network, CPU, torch.float16, 2)

    found = at_work.enlarged(ones)

    assert network.scale.dtype is torch.float32
    assert all(np.array_equal(a, repeated(b)) for a, b in zip(found, ones, strict=True))


def test_half_precision_loses_at_most_a_level_on_its_way():
    (found,) = Passes(Small(), CPU, torch.float16, 1).enlarged(tiles(1))

    assert np.abs(found.astype(int) - repeated(tiles(1)[0])).max() <= 1


def test_a_device_that_is_not_there_is_a_failure_of_torch(tmp_path):
    with pytest.raises(UpscaleError) as raised:
        TorchUpscaler(tmp_path, "cuda:7").enlarged(tiles(1), Weights.DRAFT)

    assert raised.value.code == "upscaler-failed"


def test_without_torch_it_names_the_extra_that_brings_it(tmp_path, monkeypatch):
    monkeypatch.setattr(by_torch, "libraries_installed", lambda: False)

    with pytest.raises(UpscaleError) as raised:
        TorchUpscaler(tmp_path).enlarged(tiles(1), Weights.DRAFT)

    assert (raised.value.code, raised.value.facts["extra"]) == ("upscaler-extra", "diffusion")


def test_on_the_processor_tiles_are_small_and_come_one_by_one(tmp_path):
    card, processor = TorchUpscaler(tmp_path), TorchUpscaler(tmp_path, "cpu")

    assert processor.at_once == 1 < card.at_once
    assert processor.side < card.side


@pytest.mark.parametrize(("has_units", "dtype"), [(True, torch.bfloat16), (False, torch.float32)])
def test_the_processor_computes_in_the_numbers_that_it_is_quick_with(
    has_units, dtype, tmp_path, monkeypatch
):
    monkeypatch.setattr(passes, "multiplies_bfloat16", lambda: has_units)
    given = []
    monkeypatch.setattr(
        passes, "Passes", lambda _network, _at, numbers, _count: given.append(numbers)
    )

    passes.opened_on(tmp_path, Weights.DRAFT, "cpu", "", 4)

    assert given == [dtype]


@pytest.mark.parametrize("weights", Weights)
def test_bfloat16_is_as_near_to_single_precision_as_what_ncnn_keeps(weights, tmp_path):
    tile = photograph(24, 20)
    quick, exact = (
        TorchUpscaler(tmp_path, "cpu", dtype).enlarged([tile], weights)[0].astype(int)
        for dtype in ("bfloat16", "float32")
    )

    assert np.abs(quick - exact).mean() <= 0.6
    assert np.abs(quick - exact).max() <= 16
