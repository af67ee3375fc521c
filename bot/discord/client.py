"""Discord's gateway: what it brings is handed on, each thing once, and nothing is remembered."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import app_commands
from discord.http import HTTPClient, Route

from bot.discord.commands import AnyCommand, Names
from bot.discord.components import Pressable
from bot.discord.heard import Hears

LONGEST_WAIT_S = 30.0
"""Discord may ask to be left alone for so long; what would wait longer is an error at once."""
_HEARD = "articover-heard"


class Tree(app_commands.CommandTree["Client"]):
    """The commands; whatever goes wrong on the way to one is answered as well."""

    async def on_error(
        self, interaction: discord.Interaction["Client"], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer what could not be handed on."""
        await self.client.hears.unknown(interaction, error)


class Http(HTTPClient):
    """The library's requests, with a pause for everybody that ends whatever happens."""

    async def request(self, route: Route, **given: Any) -> Any:
        """The answer to a request.

        Discord can ask the whole bot to pause. Whoever is told so ends the pause for all; if they
        are cancelled before, the library would wait for ever.
        """
        try:
            return await super().request(route, **given)
        except asyncio.CancelledError:
            over: asyncio.Event = self._global_over
            if over is not discord.utils.MISSING and not over.is_set():
                asyncio.get_running_loop().call_later(LONGEST_WAIT_S, over.set)
            raise


class Client(discord.Client):
    """A client that asks for the least there is, and keeps no messages and no members."""

    hears: Hears
    back: Callable[[], None]
    """Called whenever the gateway is there, for the first time or again."""

    def __init__(self) -> None:
        """A client; nobody answers yet what it hears."""
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=LONGEST_WAIT_S,
        )
        self.http.__class__ = Http  # the library makes it, and asks nobody of which kind
        self.tree = Tree(self)

    def introduce(self, hears: Hears, commands: Sequence[AnyCommand]) -> None:
        """Let `hears` answer from now on, also these commands."""
        self.hears = hears
        for command in commands:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Know the components and the translations before anything is heard."""
        self.add_dynamic_items(Pressable)
        await self.tree.set_translator(Names())

    async def hear_press(self, interaction: discord.Interaction[Any]) -> None:
        """A component was pressed."""
        interaction.extras[_HEARD] = True
        await self.hears.press(interaction)

    async def on_connect(self) -> None:
        """The gateway is there."""
        self.back()

    async def on_resumed(self) -> None:
        """The gateway is there again, and nothing was missed."""
        self.back()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Hear forms, and components that nothing else has claimed.

        The library's own tasks for components begin before this one, and claim them at once.
        """
        match interaction.type:
            case discord.InteractionType.modal_submit:
                await self.hears.submit(interaction)
            case discord.InteractionType.component if _HEARD not in interaction.extras:
                await self.hear_press(interaction)
            case _:
                pass
