"""A model is loaded from its folder alone, whole and in safetensors, or one sentence says why not."""

import shutil

import pytest
import torch

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.devices import device_of, dtype_of, visiting
from pipeline.engines.diffusion.loading import is_continuous, load
from pipeline.engines.diffusion.weights import revision
from tests.diffusion.painting import settings_of


@pytest.fixture
def copied(models, tmp_path):
    """A copy of a model that a test may spoil."""
    return lambda kind: shutil.copytree(models / kind, tmp_path / kind)


def test_every_part_is_there_for_painting_only(models):
    parts = load(settings_of(models / "safe", preview=models / "taesd"))
    every = [parts.unet, parts.vae, parts.text_encoder, parts.checker, parts.small_decoder]
    assert not any(part.training for part in every)
    assert not any(p.requires_grad for part in every for p in part.parameters())


def test_a_model_without_a_checker_has_none_and_one_with_it_can_leave_it_out(models):
    assert load(settings_of(models / "sd1")).checker is None
    assert load(settings_of(models / "safe")).eyes is not None
    assert load(settings_of(models / "safe", safety=False)).checker is None


def test_nothing_is_known_of_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ModelError, match="model-missing"):
        load(settings_of(tmp_path / "nothing"))


def test_a_checker_that_should_be_there_is_never_silently_left_out(copied):
    folder = copied("safe")
    shutil.rmtree(folder / "safety_checker")
    with pytest.raises(ModelError, match="safety_checker"):
        load(settings_of(folder))
    assert load(settings_of(folder, safety=False)).checker is None


@pytest.mark.parametrize(
    "spoilt", ["unet/config.json", "vae/diffusion_pytorch_model.safetensors", "scheduler",
               "tokenizer"],
)  # fmt: skip
def test_what_is_missing_is_named(copied, spoilt):
    folder = copied("sd1")
    gone = folder / spoilt
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    with pytest.raises(ModelError, match="model-damaged") as caught:
        load(settings_of(folder))
    assert spoilt.split("/")[0] in str(caught.value.facts["reason"])


@pytest.mark.parametrize("keep", [0, 5, 2000, -1])
def test_weights_that_were_not_fetched_to_their_end_are_damaged(copied, keep):
    file = copied("sd1") / "unet" / "diffusion_pytorch_model.safetensors"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(ModelError, match="model-damaged") as caught:
        load(settings_of(file.parents[1]))
    assert caught.value.facts["reason"] == "unet/diffusion_pytorch_model.safetensors"


def test_weights_of_another_shape_are_damaged(copied, models):
    folder = copied("sd1")
    weights = "unet/diffusion_pytorch_model.safetensors"
    shutil.copy(models / "inpainting" / weights, folder / weights)
    with pytest.raises(ModelError, match="model-damaged"):
        load(settings_of(folder))


def test_pickled_weights_are_refused_unopened(copied):
    folder = copied("sd1")
    safe = folder / "unet" / "diffusion_pytorch_model.safetensors"
    safe.with_suffix(".bin").write_bytes(b"\x80\x04 whatever it would do")
    assert load(settings_of(folder)).unet is not None
    safe.unlink()
    with pytest.raises(ModelError, match="model-pickled"):
        load(settings_of(folder))


def test_half_weights_are_taken_where_there_are_no_others(copied):
    folder = copied("sd1")
    for file in folder.glob("*/*.safetensors"):
        file.rename(file.with_suffix(".fp16.safetensors"))
    assert load(settings_of(folder)).unet.dtype is torch.float32


def test_the_revision_is_a_commit_or_follows_the_weights(copied, tmp_path):
    folder = copied("sd1")
    before = revision(folder)
    assert before == revision(shutil.copytree(folder, tmp_path / "elsewhere"))
    snapshot = tmp_path / "snapshots" / ("a1" * 20)
    assert revision(shutil.copytree(folder, snapshot)) == "a1" * 20
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    held = bytearray(weights.read_bytes())
    held[len(held) // 2] ^= 1
    weights.write_bytes(held)
    assert revision(folder) != before


def test_only_the_first_two_families_share_every_step(models):
    kinds = {kind: is_continuous(models / kind) for kind in ("sd1", "sd2", "xl", "inpainting")}
    assert kinds == {"sd1": True, "sd2": True, "xl": False, "inpainting": False}


def test_the_best_device_and_its_numbers_are_chosen():
    found = device_of("")
    assert found.type == ("cuda" if torch.cuda.is_available() else found.type)
    assert dtype_of("", torch.device("cpu")) is torch.float32
    assert dtype_of("", torch.device("cuda")) is torch.float16
    assert dtype_of("bfloat16", torch.device("cuda")) is torch.bfloat16


@pytest.mark.parametrize("asked", ["cuda:77", "abacus"])
def test_a_device_that_is_not_there_is_named(asked):
    with pytest.raises(ModelError, match="model-device") as caught:
        device_of(asked)
    assert caught.value.facts == {"device": asked}


def test_a_visitor_goes_home_with_the_weights_it_came_with():
    part = torch.nn.BatchNorm1d(3).half()
    at_home = [tensor.data_ptr() for tensor in part.state_dict().values()]
    with visiting(part, torch.device("cpu"), torch.float32):
        assert part.weight.dtype is part.running_mean.dtype is torch.float32
    assert part.weight.dtype is part.running_mean.dtype is torch.float16
    assert [tensor.data_ptr() for tensor in part.state_dict().values()] == at_home
