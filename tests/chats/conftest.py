"""Both platforms, on loopback, for all tests of a module; each starts the bot that it is about."""

import pytest_asyncio

from tests.discord.server import open_discord
from tests.telegram.server import bot_server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord():
    async with open_discord() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram():
    async with bot_server() as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def rules(discord, telegram):
    """Neither platform saw a request that it would refuse."""
    yield
    assert discord.violations == [] and telegram.broken() == []
