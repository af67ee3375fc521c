"""Who speaks on Discord, and from where."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.conversation.caller import Caller, View
from bot.conversation.language import LANGUAGES, known
from bot.conversation.words import Words
from bot.discord.failures import UNREACHABLE
from bot.discord.places import PLATFORM, TOKEN_S, Place
from bot.discord.settings import DiscordSettings
from pipeline.domain.errors import PictureError, StorageError
from pipeline.domain.job import Address
from pipeline.domain.person import Person
from pipeline.domain.picture import LARGEST_MB, MEGABYTE
from pipeline.ports.clock import Clock

FETCH_S = 30.0
LOOK_UP_S = 1.0
"""How long suggestions wait to know somebody's language."""

Meet = Callable[[str, str], Awaitable[Person]]
Given = Mapping[str, Any]


def spoken(interaction: discord.Interaction[Any]) -> Words:
    """The language of somebody's Discord, or else English."""
    return Words(known(str(interaction.locale)) or LANGUAGES[0])


def onlooker(language: str) -> Caller:
    """Whoever looks at what there is to choose from."""

    def nowhere(_view: View) -> Address:
        raise LookupError("who only looks orders nothing")

    person = Person(id="", platform=PLATFORM, name="")
    return Caller(person=person, words=Words(language), key="", place="", address=nowhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Meets people, and knows who runs the place."""

    meet: Meet
    settings: DiscordSettings
    clock: Clock

    async def caller(
        self, interaction: discord.Interaction[Any], *, alone: bool = False,
        pictures: Mapping[str, discord.Attachment] | None = None,
    ) -> Caller:  # fmt: skip
        """Whoever is behind an interaction, with where to answer it.

        Raises:
            StorageError: when nobody can be met just now.
        """
        person = await self.meet(PLATFORM, str(interaction.user.id))
        words = self._words(person, interaction)
        place = self.place(interaction, alone)

        def address(view: View) -> Address:
            return place.address(view, words.language)

        return Caller(
            person=person, words=words, key=f"{PLATFORM}-{interaction.id}",
            place=f"{PLATFORM}-{place.channel}", address=address, admin=self._runs_it(interaction),
            private=interaction.guild_id is None and bool(interaction.context.dm_channel),
            fetch=_Sent(pictures or {}).fetch,
        )  # fmt: skip

    def place(self, interaction: discord.Interaction[Any], alone: bool) -> Place:
        """Where an interaction is answered, before everybody or `alone`."""
        return place_at(interaction, self.clock, alone=alone)

    async def words(self, interaction: discord.Interaction[Any]) -> Words:
        """The language of somebody who must not wait."""
        try:
            async with asyncio.timeout(LOOK_UP_S):
                person = await self.meet(PLATFORM, str(interaction.user.id))
        except (StorageError, TimeoutError):
            return spoken(interaction)
        return self._words(person, interaction)

    def _words(self, person: Person, interaction: discord.Interaction[Any]) -> Words:
        language = known(person.preferences.language)
        return Words(language) if language else spoken(interaction)

    def _runs_it(self, interaction: discord.Interaction[Any]) -> bool:
        user = interaction.user
        if user.id in self.settings.admins:
            return True
        roles = user.roles if isinstance(user, discord.Member) else []
        return any(role.id in self.settings.admin_roles for role in roles)


def place_at(
    interaction: discord.Interaction[Any], clock: Clock, *, alone: bool = False
) -> Place:  # fmt: skip
    """Where an interaction is answered."""
    pressed = interaction.message
    channel = interaction.channel or (pressed.channel if pressed else None)
    return Place(
        user=interaction.user.id,
        channel=channel.id if channel else 0,
        guild=interaction.guild_id or 0,
        message=pressed.id if pressed else 0,
        application=interaction.application_id,
        interaction=interaction.id,
        token=interaction.token,
        token_until=clock.now().timestamp() + TOKEN_S,
        limit=interaction.filesize_limit,
        alone=alone or bool(pressed and pressed.flags.ephemeral),
        first=pressed is None,
        absent=_is_absent(interaction),
    )


def _is_absent(interaction: discord.Interaction[Any]) -> bool:
    """Whether the bot itself is not where it was called, but a person's own app there."""
    if interaction.guild_id is None:
        return bool(interaction.context.private_channel)
    return interaction.is_user_integration() and not interaction.is_guild_integration()


@dataclass(frozen=True, slots=True)
class _Sent:
    """Pictures that came with a command, by the ids of their attachments."""

    pictures: Mapping[str, discord.Attachment] = field(repr=False)

    async def fetch(self, reference: str) -> bytes:
        """The bytes of a picture.

        Raises:
            PictureError: when it is too large, or gone.
        """
        picture = self.pictures[reference]
        if picture.size > LARGEST_MB * MEGABYTE:
            raise PictureError("picture-too-large", limit_mb=LARGEST_MB)
        try:
            async with asyncio.timeout(FETCH_S):
                return await picture.read()
        except UNREACHABLE as error:
            raise PictureError("picture-unreadable") from error
