"""An installation in a folder, for faults that need no second process."""

from collections.abc import AsyncIterator

import pytest

from storage.store import Store
from tests.faults.life import Place, opened


@pytest.fixture
def place(tmp_path) -> Place:
    """The folders of an installation, and the records beside it."""
    return Place(root=tmp_path)


@pytest.fixture
async def store(place) -> AsyncIterator[Store]:
    """The real store in SQLite and files."""
    async with opened(place.data) as store:
        yield store
