"""The front end for Discord: everything of it put together, from logging in to the last goodbye."""

import asyncio

from bot.conversation.desk import Desk
from bot.conversation.following import Following
from bot.discord.attachments import Attaching, Blobs
from bot.discord.board import DiscordBoard
from bot.discord.client import Client
from bot.discord.commands import commands
from bot.discord.connection import Connection
from bot.discord.courier import DiscordCourier
from bot.discord.hearing import Hearing, UnderWay
from bot.discord.pauses import Pauses
from bot.discord.people import Meet, People
from bot.discord.places import PLATFORM
from bot.discord.rendering import Rendering
from bot.discord.settings import DiscordSettings
from bot.discord.spreading import Spreading
from bot.discord.ways import Ways
from bot.discord.working import Working
from pipeline.ports.clock import Clock
from pipeline.ports.delivery import Courier
from pipeline.ports.notes import Notes, Register


class DiscordFront:
    """Hears people on Discord, brings results there, and shows how far orders are."""

    platform = PLATFORM

    def __init__(
        self, *, settings: DiscordSettings, desk: Desk, notes: Notes, register: Register, meet: Meet,
        blobs: Blobs, following: Following, clock: Clock,
    ) -> None:  # fmt: skip
        """A front end that takes everything to `desk`; nothing is connected yet."""
        rendering = Rendering(Attaching(blobs))
        self.client = Client()
        self._under_way = UnderWay()
        ways = Ways(self.client, clock)
        self._spreading = Spreading(ways, rendering)
        self._working = Working(ways, rendering, register)
        hearing = Hearing(
            desk=desk, people=People(meet=meet, settings=settings, clock=clock),
            rendering=rendering, notes=notes, under_way=self._under_way, spreading=self._spreading,
            working=self._working,
        )  # fmt: skip
        self.client.introduce(hearing, commands(desk, hearing))
        following.join(DiscordBoard(ways=ways, notes=notes, rendering=rendering))
        self._courier = DiscordCourier(
            ways=ways, desk=desk, notes=notes, rendering=rendering, following=following,
            under_way=self._under_way, pauses=Pauses(clock),
        )  # fmt: skip
        self._connection = Connection(self.client, settings, register)

    @property
    def courier(self) -> Courier:
        """Who brings results to people there."""
        return self._courier

    async def open(self) -> None:
        """Log in, and let Discord know the commands if they have changed.

        Raises:
            ServiceError: `token-refused`; `platform-unreachable`, which `run` waits out.
        """
        await self._connection.open()

    async def run(self) -> None:
        """Hear people until `hush`; an outage is waited out and told once.

        Raises:
            ServiceError: `token-refused`.
        """
        telling = asyncio.create_task(self._tell_cut_off())
        try:
            await self._connection.run()
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)

    async def _tell_cut_off(self) -> None:
        await self._connection.logged_in()
        await self._working.tell_cut_off()

    async def hush(self) -> None:
        """Take nothing more; what was taken is answered when this returns."""
        await self._connection.hush()
        await self._under_way.all_over()
        await self._spreading.over()

    async def close(self) -> None:
        """End every connection."""
        await self._spreading.drop()
        await self._connection.close()
