"""The files that torch reads are made of ncnn's, lie in the published layout, and run nothing."""

import os
import pickle

import numpy as np
import pytest
import torch

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights
from pipeline.engines.realesrgan.by_torch import TorchUpscaler
from pipeline.engines.realesrgan.from_ncnn import PUBLISHED, published, state_of
from pipeline.engines.realesrgan.network import network_for
from pipeline.engines.realesrgan.package import reference_network
from pipeline.engines.realesrgan.passes import loaded
from pipeline.engines.realesrgan.weights import model_files
from tests.printing.upscalers import demand_package, photograph

COUNTS = {
    Weights.PHOTO: (702, 16_697_987), Weights.ANIME: (192, 4_467_779), Weights.DRAFT: (53, 621_424),
}  # fmt: skip
"""Tensors and numbers of the published files."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    for weights in Weights:
        published(folder, weights)
    return folder


@pytest.mark.parametrize("weights", Weights)
def test_a_file_has_the_published_tensors_under_the_published_key(folder, weights):
    name, key = PUBLISHED[weights]

    held = torch.load(folder / name, weights_only=True)

    assert list(held) == [key]
    assert (len(held[key]), sum(one.numel() for one in held[key].values())) == COUNTS[weights]
    assert {one.dtype for one in held[key].values()} == {torch.float32}


@pytest.mark.parametrize("weights", Weights)
def test_the_package_takes_a_file_for_its_own(folder, weights):
    demand_package()
    name, key = PUBLISHED[weights]
    held = torch.load(folder / name, weights_only=True)[key]

    reference_network(weights).load_state_dict(held, strict=True)

    assert list(network_for(weights).state_dict()) == list(held)


@pytest.mark.parametrize("weights", Weights)
def test_torch_finds_what_ncnn_finds_within_a_hundred_thousandth(folder, weights):
    planes = np.ascontiguousarray(photograph(9, 14).transpose(2, 0, 1), np.float32) / 255

    with torch.inference_mode():
        ours = loaded(folder / PUBLISHED[weights][0], weights)(torch.from_numpy(planes)[None])

    assert np.abs(ours[0].numpy() - by_ncnn(planes, weights)).max() < 1e-5


def by_ncnn(planes, weights):
    """What ncnn's own example of a program does, in single precision."""
    import ncnn  # noqa: PLC0415

    net = ncnn.Net()
    net.opt.use_fp16_packed = net.opt.use_fp16_storage = net.opt.use_fp16_arithmetic = False
    param, numbers = model_files(weights)
    assert net.load_param(str(param)) == net.load_model(str(numbers)) == 0
    extractor = net.create_extractor()
    extractor.input("data", ncnn.Mat(planes).clone())
    return np.array(extractor.extract("output")[1])


def test_a_file_that_is_there_is_not_made_again(folder):
    before = (folder / PUBLISHED[Weights.DRAFT][0]).stat()

    assert published(folder, Weights.DRAFT).stat().st_mtime_ns == before.st_mtime_ns
    assert {one.name for one in folder.iterdir()} == {name for name, _ in PUBLISHED.values()}


def test_what_a_killed_process_of_the_same_number_left_is_in_nobodys_way(tmp_path):
    name = PUBLISHED[Weights.DRAFT][0]
    (tmp_path / f".{name}.{os.getpid()}").write_bytes(b"half of it")

    assert published(tmp_path, Weights.DRAFT).stat().st_size > 1_000_000


def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(tmp_path):
    place = tmp_path / "models"
    place.write_text("a file where a folder should be")

    with pytest.raises(UpscaleError) as raised:
        published(place, Weights.DRAFT)

    assert raised.value.code == "upscaler-unkept"
    assert [one.name for one in tmp_path.iterdir()] == ["models"]


class Program:
    """Runs a command when it is unpickled."""

    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return os.system, (f"touch {self.mark}",)


@pytest.mark.parametrize("harm", [
    lambda file, mark: file.write_bytes(pickle.dumps({"params": Program(mark)})),
    lambda file, mark: torch.save({"params": Program(mark)}, file),
    lambda file, _: torch.save({"params": {"body.0.weight": torch.zeros(3)}}, file),
    lambda file, _: torch.save({"other": 1}, file),
    lambda file, _: torch.save([1, 2], file),
    lambda file, _: file.write_bytes(b"PK\x03\x04 cut short"),
    lambda file, _: file.write_bytes(b""),
])  # fmt: skip
def test_a_file_that_is_another_one_is_refused_by_its_name_and_runs_nothing(tmp_path, harm):
    file, mark = tmp_path / PUBLISHED[Weights.DRAFT][0], tmp_path / "it-ran"
    harm(file, mark)

    with pytest.raises(UpscaleError) as raised:
        TorchUpscaler(tmp_path, "cpu").enlarged([photograph(8, 8)], Weights.DRAFT)

    assert (raised.value.code, raised.value.facts) == ("upscaler-file", {"file": str(file)})
    assert not mark.exists()


@pytest.mark.parametrize("harm", [
    lambda param, numbers: (param, numbers[:-4]),
    lambda param, numbers: (param, numbers + bytes(4)),
    lambda param, numbers: (param, bytes([1]) + numbers[1:]),
    lambda param, numbers: ("\n".join(param.splitlines()[:-8]), numbers),
    lambda param, numbers: (param.replace("6=36864", "6=36863", 1), numbers),
    lambda param, numbers: (param.replace(" 6=36864", "", 1), numbers),
])  # fmt: skip
def test_files_of_ncnn_that_do_not_fit_the_network_are_refused(harm):
    param, numbers = model_files(Weights.DRAFT)

    with pytest.raises(UpscaleError) as raised:
        state_of(*harm(param.read_text(), numbers.read_bytes()), Weights.DRAFT)

    assert raised.value.code == "upscaler-damaged"
