"""Which files of a repository are fetched."""

import pytest

from pipeline.domain.errors import ModelError
from pipeline.engines.hub.listing import Listing, RemoteFile, needed

UNET = "unet/diffusion_pytorch_model"


def listing(*paths):
    files = {path: RemoteFile(path=path, size=1, checksum="0" * 64) for path in paths}
    return Listing(repository="a/b", revision="main", commit="c" * 40, licence="", gated=False,
                   files=files)  # fmt: skip


def chosen(*paths, parts=("unet",)):
    return {file.path for file in needed(listing("model_index.json", *paths), parts)}


def refused(*paths, parts=("unet",)):
    with pytest.raises(ModelError) as caught:
        needed(listing("model_index.json", *paths), parts)
    return caught.value.code


def test_half_precision_is_taken_where_it_is():
    had = chosen("unet/config.json", f"{UNET}.safetensors", f"{UNET}.fp16.safetensors")
    assert had == {"model_index.json", "unet/config.json", f"{UNET}.fp16.safetensors"}


def test_full_precision_is_taken_where_nothing_else_is():
    assert f"{UNET}.safetensors" in chosen("unet/config.json", f"{UNET}.safetensors")


@pytest.mark.parametrize("other", [
    f"{UNET}.bin", f"{UNET}.non_ema.safetensors", f"{UNET}.fp16.bin", "unet/flax_model.msgpack",
    "unet/model.onnx", "unet/openvino_model.bin", "unet/pytorch_model.fp16.safetensors",
    "v1-5-pruned.safetensors", "v1-5.ckpt", "vae_1_0/diffusion_pytorch_model.safetensors",
    "README.md", "pictures/a.png", "unet/deeper/config.json",
])  # fmt: skip
def test_other_copies_and_what_is_not_named_stay_where_they_are(other):
    assert other not in chosen("unet/config.json", f"{UNET}.fp16.safetensors", other)


@pytest.mark.parametrize("index", [
    "diffusion_pytorch_model.safetensors.index.fp16.json",
    "diffusion_pytorch_model.fp16.safetensors.index.json",
])  # fmt: skip
def test_weights_in_parts_come_with_their_index_and_no_other(index):
    shards = {f"{UNET}.fp16-0000{n}-of-00002.safetensors" for n in (1, 2)}
    full = [f"{UNET}-0000{n}-of-00002.safetensors" for n in (1, 2)]
    had = chosen("unet/config.json", *shards, *full, f"unet/{index}",
                 f"{UNET}.safetensors.index.json")  # fmt: skip
    assert had == {"model_index.json", "unet/config.json", f"unet/{index}", *shards}


def test_the_vocabulary_comes_and_the_licence():
    paths = {"tokenizer/vocab.json", "tokenizer/merges.txt", "tokenizer/spiece.model", "LICENSE.md"}
    assert chosen(*paths, parts=("tokenizer",)) == {"model_index.json", *paths}


def test_a_network_alone_comes_with_its_configuration():
    weights = "diffusion_pytorch_model.safetensors"
    files = needed(listing("config.json", weights, "taesd.bin", "other.json"), None)
    assert {file.path for file in files} == {"config.json", weights}


def test_a_repository_of_anything_else_is_told():
    with pytest.raises(ModelError) as caught:
        needed(listing("v1-5.safetensors", "README.md"), None)
    assert caught.value.code == "hub-layout"
    assert refused("v1-5.safetensors") == "hub-layout"


@pytest.mark.parametrize("pickled", [".bin", ".ckpt", ".pt"])
def test_a_network_with_nothing_but_pickles_is_refused(pickled):
    assert refused("unet/config.json", f"{UNET}{pickled}") == "hub-pickles"
