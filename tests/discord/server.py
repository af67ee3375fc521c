"""A strict Discord on this machine: REST, gateway and attachments on one port, for one bot.

Everything that the bot gets wrong stands in `violations`; a test is good when there are none.
"""

import asyncio
import contextlib

from aiohttp import web

from tests.discord.loopback.faults import Faults
from tests.discord.loopback.gateway import GUILDS, Gateway
from tests.discord.loopback.interactions import ACK_S
from tests.discord.loopback.people import PATIENCE_S, NoAnswerError, Person
from tests.discord.loopback.posts import removed
from tests.discord.loopback.rates import Rates
from tests.discord.loopback.rest import API, Rest
from tests.discord.loopback.world import GROUP, MIB, TEXT, Channel, Guild, World

TOKEN = "not-a-token.of-discord.but-of-a-loopback"


class DiscordServer:
    """The server, and what a test does with it."""

    def __init__(self, *, token=TOKEN, filesize_limit=10 * MIB, link_s=3600, heartbeat_s=41.25):
        """A server with one guild and one channel, which is `home`."""
        self.token = token
        self.world = World(filesize_limit=filesize_limit, link_s=link_s)
        self.gateway = Gateway(self.world, token, heartbeat_s=heartbeat_s)
        self.rates, self.faults = Rates(), Faults()
        self._rest = Rest(self.world, self.rates, self.faults, token, lambda: self.gateway_url)
        self._runner = self._port = None
        self.acks = []
        self.host = Person(self, "host")
        self.guild = self.new_guild("The Guild")
        self.home = self.new_channel("covers")
        self.host.home = self.home

    @property
    def violations(self):
        """Everything that the bot did against the rules, oldest first."""
        return self.world.violations

    @property
    def requests(self):
        """Every REST request with its answer's status, oldest first."""
        return self._rest.requests

    @property
    def slowest_ack_s(self):
        """The longest that a person waited for an acknowledgement."""
        return max((one.ack_s for one in self.acks), default=0.0)

    @property
    def thinking(self):
        """Messages that still say that the bot is thinking."""
        return [one for one in self.world.messages.values() if one.loading and not one.deleted]

    @property
    def api_base(self):
        """For `DISCORD_API_BASE`."""
        return f"{self.world.url}{API}"

    @property
    def gateway_url(self):
        """For `DISCORD_GATEWAY_URL`."""
        return self.world.gateway_url

    async def start(self):
        app = web.Application(client_max_size=256 * MIB)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_get("/gateway", self.gateway.serve)
        self._rest.routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await self._listen(0)

    async def _listen(self, port):
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self._port = site._server.sockets[0].getsockname()[1]
        self.world.url = f"http://127.0.0.1:{self._port}"
        self.world.gateway_url = f"ws://127.0.0.1:{self._port}/gateway/"

    async def close(self):
        await self.gateway.drop()
        await self._runner.cleanup()

    def person(self, name="Mina", locale="en-US", *, home=None):
        """A new member of the guild."""
        person = Person(self, name, locale)
        self.guild.members.add(person.account)
        person.home = home or self.home
        return person

    def new_guild(self, name, *, with_bot=True):
        guild = Guild(self.world.new_id(), name, self.host.account, with_bot=with_bot)
        self.world.guilds[guild.id] = guild
        return guild

    def new_channel(self, name="covers", *, guild=None):
        guild = guild or self.guild
        channel = self.world.add(Channel(self.world.new_id(), TEXT, name, guild))
        self.world.tell("CHANNEL_CREATE", channel.json(), GUILDS, guild)
        return channel

    def new_group(self, *people):
        """A group chat, where the bot is known to a person only."""
        accounts = tuple(one.account for one in people)
        return self.world.add(Channel(self.world.new_id(), GROUP, "friends", people=accounts))

    def delete_channel(self, channel):
        channel.gone = True
        self.world.tell("CHANNEL_DELETE", channel.json(), GUILDS, channel.guild)

    def delete_message(self, message):
        removed(self.world, message)

    def kick(self, guild=None):
        """Put the bot out of a guild."""
        guild = guild or self.guild
        self.world.tell("GUILD_DELETE", {"id": str(guild.id)}, GUILDS, guild)
        guild.with_bot = False

    async def until(self, finds, limit_s=20.0):
        """What `finds()` returns as soon as it is something; looked at after every change."""
        return await self.world.until(finds, limit_s)

    async def online(self, limit_s=30.0):
        """Wait until a bot listens."""
        await self.until(lambda: self.gateway.connected, limit_s)

    async def offline(self, limit_s=30.0):
        """Wait until no bot listens."""
        await self.until(lambda: not self.gateway.connected, limit_s)

    async def sends(self, interaction):
        """Tell the bot of an interaction, and wait until it is acknowledged."""
        heard = self.world.tell("INTERACTION_CREATE", interaction.json())
        asyncio.get_running_loop().call_later(ACK_S, self._overdue, interaction, heard)
        try:
            await self.until(lambda: interaction.answered, PATIENCE_S)
        except TimeoutError:
            said = f"{interaction.data} was not answered; {self.violations[-3:]}"
            raise NoAnswerError(said) from None
        self.acks.append(interaction)
        return interaction

    def _overdue(self, interaction, heard):
        if (
            interaction.answered is None
            and heard
            and self.gateway.connected
            and not interaction.excused
        ):
            self.world.violated("late", f"no answer within {ACK_S} s: {interaction.data}")


@contextlib.asynccontextmanager
async def open_discord(**settings):
    """A server from its start to its end."""
    server = DiscordServer(**settings)
    await server.start()
    try:
        yield server
    finally:
        await server.close()
