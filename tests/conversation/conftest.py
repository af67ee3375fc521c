"""A place, somebody in it, and a cover of hers, for whoever needs no other ones."""

import pytest

from tests.conversation.place import Place


@pytest.fixture
def place():
    return Place()


@pytest.fixture
async def ada(place):
    return await place.somebody("ada")


@pytest.fixture
async def version(place, ada):
    return await place.cover(ada, format="6x9")
