"""What the tests of painting stand on, the tests of training stand on too."""

import pytest

from tests.diffusion.conftest import models, one_thread, pytest_collection_modifyitems
from tests.training.course import looked_at
from tests.training.covers import write_covers

__all__ = ("models", "one_thread", "pytest_collection_modifyitems")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_covers(tmp_path_factory.mktemp("covers"), 8)


@pytest.fixture(scope="module")
def data(folder):
    return looked_at(folder)
