"""Everything here needs real weights or other programs: the marker goes without saying."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and those only."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.printing)
