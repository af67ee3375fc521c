"""What every test stands on: no test touches what the person at this machine keeps."""

import os
import time
from pathlib import Path
from unittest.mock import patch

import hypothesis
import pytest

# how long an example takes says how busy the machine is, and nothing of the code
hypothesis.settings.register_profile("articover", deadline=None)
hypothesis.settings.load_profile("articover")

LONG = (
    "faults/test_kills.py",
    "bot/test_command.py",
    "test_own_art.py",
    "illustrator/test_light_recipes.py",
    "workshop/test_export.py",
    "workshop/test_recolour.py",
    "workshop/test_upscale.py",
    "discord/test_end_to_end_faults.py",
    "chats/test_telegram.py",
    "chats/test_lettering.py",
    "discord/test_end_to_end.py",
    "chats/test_both.py",
)
"""Files that take long; they come first, so that workers side by side end together.

The kills keep every processor busy: beside them comes what has no time limit of its own.
"""


MODELS = tuple(Path(__file__).parent / name for name in ("diffusion", "training"))
"""Their tests import torch and its kin, which not everybody has, and which take seconds."""


LETTERING = (Path(__file__).parent / "lettering",)
"""Theirs load detectors with real weights, fill and set pictures, which takes seconds as well."""


PRINTING = (Path(__file__).parent / "printing",)
"""Theirs enlarge pictures with real weights, and have whole print files judged by other programs."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave tests of models, lettering and print files alone unless they are asked for, by `-m`."""
    apart = {"models": MODELS, "lettering": LETTERING, "printing": PRINTING}
    left = [one for mark, all_ in apart.items() for one in all_ if config.option.markexpr != mark]
    return True if any(collection_path.is_relative_to(one) for one in left) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long files first; whatever else there is keeps its order."""
    first = {str(Path(__file__).parent / name): place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: first.get(str(item.path), len(first)))


@pytest.fixture(autouse=True, scope="session")
def same_everywhere():
    """Days are told in the zone of a machine, and help in the width of a terminal: here in these."""
    with patch.dict(os.environ, {"TZ": "UTC", "COLUMNS": "80"}):
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(autouse=True, scope="session")
def own_data_folder(tmp_path_factory):
    """Commands run by tests, in this process or another, keep their data in a folder of the run."""
    folder = tmp_path_factory.mktemp("articover-data")
    with patch.dict(os.environ, {"ARTICOVER_DATA": str(folder)}):
        yield folder
