"""A server whose time stands still, the library's bot, and somebody who writes to it."""

import pytest

from tests.telegram.loopback.clients import HandTime, bot_at
from tests.telegram.server import bot_server


@pytest.fixture
def time():
    return HandTime()


@pytest.fixture
async def server(time):
    async with bot_server(clock=time) as running:
        yield running


@pytest.fixture
async def bot(server):
    async with bot_at(server) as connected:
        yield connected


@pytest.fixture
def ada(server):
    return server.people.user("Ada", language="ko")
