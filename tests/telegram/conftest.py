"""What most tests of the front end for Telegram begin with."""

import pytest

from tests.telegram.stand import Script, says, stand


@pytest.fixture
async def script():
    """What the desk says; files that need another answer have a script of their own."""
    return Script(answer=says("Hello."))


@pytest.fixture
async def at(script):
    """The front end, heard by a strict server."""
    async with stand(script) as found:
        yield found


@pytest.fixture
async def ada(at):
    return at.server.people.user()


@pytest.fixture
async def club(at):
    return at.server.people.group()
