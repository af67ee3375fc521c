"""Tiny models for the tests of painting; everything in this folder needs the diffusion extra."""

import copy

import pytest
import torch
from diffusers import StableDiffusionPipeline

from pipeline.engines.diffste.converting import convert
from tests.conftest import MODELS
from tests.diffusion import tiny
from tests.diffusion.diffste import CHECKPOINT, TOKENIZER
from tests.diffusion.loopback_hub import NAME, LoopbackHub
from tests.diffusion.loras import Shelf


def pytest_collection_modifyitems(items):
    """Mark what needs models; their libraries warn of each other's plans."""
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in MODELS):
            item.add_marker(pytest.mark.models)
            item.add_marker(pytest.mark.filterwarnings("default"))


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """One thread a test process: there are as many of these as processors, and sums stay the same."""
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """A folder with a tiny model of each kind: sd1, sd2, safe, strict, inpainting, xl, taesd."""
    folder = tmp_path_factory.mktemp("models")
    tiny.main(folder)
    return folder


@pytest.fixture(scope="session")
def diffste(tmp_path_factory):
    """The small DiffSTE of its authors' own code, converted."""
    folder = tmp_path_factory.mktemp("writer") / "diffste"
    convert(CHECKPOINT, folder, TOKENIZER)
    return folder


@pytest.fixture(scope="session")
def published(models):
    """The tiny model as a repository would have it: half and full precision, pickles, a checkpoint."""
    files = {
        path.relative_to(models / "sd1").as_posix(): path.read_bytes()
        for path in (models / "sd1").rglob("*") if path.is_file()
    }  # fmt: skip
    for path in [path for path in files if path.endswith(".safetensors")]:
        files[path.replace(".safetensors", ".fp16.safetensors")] = files[path]
        files[path.replace(".safetensors", ".bin")] = b"\x80\x02pickled"
    return files | {"v1-4.ckpt": b"\x80\x02" * 500, "LICENSE": b"terms", "README.md": b"# hello"}


@pytest.fixture
def hub(published):
    with LoopbackHub(NAME, dict(published)) as server:
        yield server


@pytest.fixture(scope="session")
def pipe(models):
    """The stock pipeline of SD 1 in small; its own UNet is never touched."""
    return StableDiffusionPipeline.from_pretrained(models / "sd1", local_files_only=True)


@pytest.fixture
def unet(pipe):
    """A copy of its UNet, to do anything with."""
    return copy.deepcopy(pipe.unet)


@pytest.fixture
def shelf(tmp_path):
    """Where LoRA files are put."""
    return Shelf(tmp_path)
