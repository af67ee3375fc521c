"""discord.py pointed at the loopback server."""

import asyncio
import contextlib

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route


class Client(discord.Client):
    """A client whose event handlers a test sets by name."""

    def __init__(self):
        nobody = discord.AllowedMentions.none()
        super().__init__(
            intents=discord.Intents(guilds=True), allowed_mentions=nobody, guild_ready_timeout=0.05
        )
        self.tree = app_commands.CommandTree(self)


@contextlib.contextmanager
def pointed(server):
    """Let discord.py in this process talk to the server."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = server.api_base, yarl.URL(server.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@contextlib.asynccontextmanager
async def running(server, client, token=None):
    """A client that is logged in and listens."""
    listening = None
    with pointed(server):
        try:
            await client.login(token or server.token)
            listening = asyncio.create_task(client.connect())
            await asyncio.wait_for(client.wait_until_ready(), 10)
            yield client
        finally:
            await client.close()
            if listening is not None:
                await asyncio.gather(listening, return_exceptions=True)
