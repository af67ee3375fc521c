"""Pickles are turned into safetensors, and nothing in them ever runs."""

import os
import pickle
import zipfile
from collections import OrderedDict

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import nn

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.inert import convert
from pipeline.engines.lora.file import read_lora
from tests.diffusion import loras, tiny

WEIGHTS = {"a": torch.arange(6.0).reshape(2, 3), "b": torch.tensor(2, dtype=torch.float16)}


class Program:
    """Runs a command when it is unpickled."""

    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return os.system, (f"touch {self.mark}",)


def same(path, expected):
    found = load_file(path)
    return found.keys() == expected.keys() and all(
        torch.equal(found[name], expected[name]) and found[name].dtype is expected[name].dtype
        for name in found
    )


def refused(source, target):
    with pytest.raises(ModelError) as raised:
        convert(source, target)
    assert raised.value.code == "pickle-refused" and raised.value.facts["file"] == source.name
    assert not list(target.parent.glob("*out*"))
    return raised.value.facts["fault"]


@pytest.fixture
def source(tmp_path):
    return tmp_path / "model.ckpt"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "out.safetensors"


@pytest.mark.parametrize("new", [True, False], ids=["archive", "bare"])
@pytest.mark.parametrize(
    "held",
    [WEIGHTS, OrderedDict(WEIGHTS), {"state_dict": WEIGHTS, "epoch": 3, "note": "x"},
     {"model": {"params": WEIGHTS}, "optimizer": [1, 2]}, {**WEIGHTS, "step": 7},
     {name: nn.Parameter(weight, requires_grad=False) for name, weight in WEIGHTS.items()}],
    ids=["plain", "ordered", "checkpoint", "nested", "beside", "parameters"],
)  # fmt: skip
def test_weights_come_out_as_they_were(source, target, held, new):
    torch.save(held, source, _use_new_zipfile_serialization=new)
    convert(source, target)
    assert same(target, WEIGHTS)
    with safe_open(target, "pt") as file:
        assert file.metadata() == {"format": "pt"}


def test_a_pickled_lora_can_be_used_then(source, target):
    torch.save(dict(loras.kohya(loras.lora(tiny.unet()))), source)
    with pytest.raises(ModelError) as raised:
        read_lora(source)
    assert raised.value.code == "adapter-pickle"
    convert(source, target)
    assert read_lora(target).header.rank == 4


def test_tensors_that_share_memory_or_lie_across_it_are_written_each(source, target):
    one = torch.arange(12.0).reshape(3, 4)
    held = {"a": one, "tied": one, "turned": one.T, "row": one[1]}
    torch.save(held, source)
    convert(source, target)
    assert same(target, held)


@pytest.mark.parametrize("new", [True, False], ids=["archive", "bare"])
@pytest.mark.parametrize("where", ["alone", "beside", "deep"])
def test_a_program_in_a_pickle_does_not_run(tmp_path, source, target, where, new):
    mark = tmp_path / "ran"
    held = {"alone": Program(mark), "beside": {**WEIGHTS, "x": Program(mark)},
            "deep": {"state_dict": WEIGHTS, "callbacks": [{"x": (Program(mark),)}]}}[where]  # fmt: skip
    torch.save(held, source, _use_new_zipfile_serialization=new)
    assert refused(source, target) == "hostile"
    assert not mark.exists()
    torch.load(source, weights_only=False)
    assert mark.exists()


@pytest.mark.parametrize("protocol", range(6))
def test_a_pickle_of_any_protocol_does_not_run(tmp_path, source, target, protocol):
    source.write_bytes(pickle.dumps({"a": Program(tmp_path / "ran")}, protocol))
    assert refused(source, target) in {"hostile", "damaged"}
    assert not (tmp_path / "ran").exists()


def test_whole_modules_and_scripts_are_refused(source, target):
    torch.save(nn.Linear(2, 2), source)
    assert refused(source, target) == "hostile"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("model/constants.pkl", b"")
    assert refused(source, target) in {"hostile", "damaged"}


@pytest.mark.parametrize("content", [b"", b"\x80", os.urandom(300), b"PK\x03\x04" + bytes(40)])
def test_what_is_no_file_of_torch_is_refused(source, target, content):
    source.write_bytes(content)
    assert refused(source, target) == "damaged"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("new", [True, False], ids=["archive", "bare"])
def test_a_file_that_is_cut_is_refused(source, target, share, new):
    torch.save({"a": torch.ones(2000)}, source, _use_new_zipfile_serialization=new)
    os.truncate(source, int(source.stat().st_size * share))
    assert refused(source, target) == "damaged"


@pytest.mark.parametrize("held", [{}, {"epoch": 3}, [torch.ones(2)], {"a": {"b": {}}}])
def test_a_file_without_weights_is_refused(source, target, held):
    torch.save(held, source)
    assert refused(source, target) == "empty"


def test_a_safetensors_file_is_sent_back(source, target):
    save_file(WEIGHTS, source)
    assert refused(source, target) == "already"


def test_one_number_that_claims_to_be_ten_thousand_million_is_refused(source, target):
    torch.save({"a": torch.ones(1).expand(10**5, 10**5)}, source)
    assert refused(source, target) == "packed"


def test_the_same_memory_a_thousand_times_is_refused(source, target):
    one = torch.ones(10_000)
    torch.save({f"t{n}": one for n in range(1000)}, source)
    assert refused(source, target) == "packed"


def test_an_archive_that_is_compressed_is_refused(tmp_path, source, target):
    torch.save({"a": torch.zeros(1_000_000)}, tmp_path / "plain")
    with zipfile.ZipFile(tmp_path / "plain") as plain, zipfile.ZipFile(
        source, "w", zipfile.ZIP_DEFLATED) as small:  # fmt: skip
        for item in plain.namelist():
            small.writestr(item, plain.read(item))
    assert source.stat().st_size < 100_000
    assert refused(source, target) == "packed"


@pytest.mark.parametrize(
    "tensor", [torch.eye(3).to_sparse(), torch.ones(2, dtype=torch.complex64)], ids=["sparse", "complex"]
)  # fmt: skip
def test_tensors_that_safetensors_has_not_are_refused(source, target, tensor):
    torch.save({"a": tensor}, source)
    assert refused(source, target) in {"packed", "hostile"}


def test_what_cannot_be_written_leaves_what_was_there(tmp_path, source):
    torch.save(WEIGHTS, source)
    with pytest.raises(FileNotFoundError):
        convert(source, tmp_path / "none" / "out.safetensors")
    with pytest.raises(FileNotFoundError):
        convert(tmp_path / "none.ckpt", tmp_path / "out.safetensors")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model.ckpt"]


def test_a_file_that_is_there_is_replaced_whole(source, target):
    target.write_bytes(b"old")
    torch.save(WEIGHTS, source)
    convert(source, target)
    assert same(target, WEIGHTS)
    assert sorted(path.name for path in target.parent.iterdir()) == [source.name, target.name]
