"""What is heard on Discord, and by whom."""

from collections.abc import Mapping
from typing import Any, Protocol

import discord
from discord import app_commands


class Hears(Protocol):
    """Whoever answers what is heard; no method raises."""

    async def command(
        self, interaction: discord.Interaction[Any], name: str, given: Mapping[str, Any]
    ) -> None:
        """Somebody used a command."""
        ...

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Somebody pressed a button, or chose in a menu."""
        ...

    async def submit(self, interaction: discord.Interaction[Any]) -> None:
        """Somebody filled in a form."""
        ...

    async def typing(
        self, interaction: discord.Interaction[Any], option: str, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Somebody is typing an option."""
        ...

    async def unknown(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Somebody used a command that is not there any more, or that failed on its way."""
        ...


class HearsPresses(Protocol):
    """A client that components hand their presses to."""

    async def hear_press(self, interaction: discord.Interaction[Any]) -> None:
        """Somebody pressed a button, or chose in a menu."""
        ...
