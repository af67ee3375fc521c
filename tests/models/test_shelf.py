"""Where weights lie, and whether all of them are there."""

import pytest

from pipeline.engines.hub.shelf import (
    disk_size,
    has_checker,
    is_complete,
    is_repository,
    let_go,
    model_folder,
    shelved,
)
from tests.models.folders import COMMIT, decoder, pipeline, pulled, snapshot

NAME = "CompVis/stable-diffusion-v1-4"


def test_a_model_is_found_by_its_repository(tmp_path):
    folder = pulled(tmp_path, NAME)
    assert model_folder(tmp_path, NAME) == folder
    assert model_folder(tmp_path, f"{NAME}@main") == folder
    assert model_folder(tmp_path, f"{NAME}@{COMMIT}") == folder
    assert is_complete(folder)


@pytest.mark.parametrize("name", ["", " ", "a/b", f"{NAME}@v9", "nobody", "../..", "/nowhere"])
def test_what_is_not_here_is_nowhere(tmp_path, name):
    pulled(tmp_path, NAME)
    assert model_folder(tmp_path, name) is None
    assert not is_complete(None)


def test_a_folder_is_found_where_it_is_and_below_the_models(tmp_path):
    pipeline(tmp_path / "models" / "mine")
    assert model_folder(tmp_path / "models", "mine") == tmp_path / "models" / "mine"
    assert model_folder(tmp_path, str(tmp_path / "models" / "mine")) == tmp_path / "models" / "mine"


@pytest.mark.parametrize("gone", [
    "unet/config.json", "unet/diffusion_pytorch_model.fp16.safetensors", "vae/config.json",
    "text_encoder/model.fp16.safetensors", "safety_checker/model.fp16.safetensors",
])  # fmt: skip
def test_a_model_of_which_a_file_is_missing_is_not_complete(tmp_path, gone):
    folder = pulled(tmp_path, NAME)
    (folder / gone).unlink()
    assert not is_complete(folder)


def test_weights_that_were_cut_off_are_not_complete(tmp_path):
    folder = pulled(tmp_path, NAME)
    weights = folder / "unet" / "diffusion_pytorch_model.fp16.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1])
    assert not is_complete(folder)


def test_a_link_that_leads_nowhere_is_not_complete(tmp_path):
    folder = pulled(tmp_path, NAME)
    weights = folder / "unet" / "diffusion_pytorch_model.fp16.safetensors"
    weights.unlink()
    weights.symlink_to(tmp_path / "gone")
    assert not is_complete(folder)


def test_a_small_decoder_is_a_network_without_an_index(tmp_path):
    decoder(tmp_path)
    assert is_complete(model_folder(tmp_path, "madebyollin/taesd"))


def test_models_are_listed_by_name_whatever_their_state(tmp_path):
    pulled(tmp_path, NAME)
    pipeline(tmp_path / "mine")
    (snapshot(tmp_path, "a/begun").parent.parent / "blobs").mkdir()
    (tmp_path / "adapters").mkdir()
    found = [(one.name, one.revision, one.complete) for one in shelved(tmp_path)]
    assert found == [("a/begun", "main", False), (NAME, "main", True), ("mine", "", True)]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert list(shelved(tmp_path / "nowhere")) == []


def test_a_file_counts_once_however_many_names_it_has(tmp_path):
    (tmp_path / "blob").write_bytes(b"x" * 100)
    (tmp_path / "name").symlink_to(tmp_path / "blob")
    assert disk_size(tmp_path) == 100


def test_what_was_let_go_leaves_nothing_but_the_others(tmp_path):
    pulled(tmp_path, NAME)
    pulled(tmp_path, "a/b")
    assert let_go(tmp_path, NAME) > 0
    assert [one.name for one in shelved(tmp_path)] == ["a/b"]


def test_a_model_says_whether_it_has_a_checker(tmp_path):
    assert has_checker(pipeline(tmp_path / "with"))
    assert not has_checker(pipeline(tmp_path / "without", checker=False))


@pytest.mark.parametrize(("name", "is_one"), [
    (NAME, True), ("a/b.c-d_e", True), ("a", False), ("a/b/c", False), ("../b", False),
    ("a/ b", False), ("/a", False), ("한글/모델", False),
])  # fmt: skip
def test_a_repository_is_an_owner_and_a_name(name, is_one):
    assert is_repository(name) is is_one
