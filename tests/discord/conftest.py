"""What most tests of the front end for Discord begin with."""

import pytest

from tests.discord.server import open_discord
from tests.discord.stand import Script, Stand


@pytest.fixture
async def server():
    """A strict server, none of whose rules may have been broken in the end."""
    async with open_discord() as server:
        yield server
        assert server.violations == []
        assert server.slowest_ack_s < 3
        assert server.thinking == []


@pytest.fixture
def script():
    return Script()


@pytest.fixture
def stand(server, script):
    return Stand(server, script)
