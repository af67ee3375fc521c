"""Tiny models for the tests of painting; everything in this folder needs the diffusion extra."""

import pytest
import torch

from tests.conftest import MODELS
from tests.diffusion import tiny


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
