"""What every test stands on: no test touches what the person at this machine keeps."""

import os
from unittest.mock import patch

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_data_folder(tmp_path_factory):
    """Commands run by tests, in this process or another, keep their data in a folder of the run."""
    folder = tmp_path_factory.mktemp("articover-data")
    with patch.dict(os.environ, {"ARTICOVER_DATA": str(folder)}):
        yield folder
