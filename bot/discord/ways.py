"""The ways to a person: an interaction's token, a channel where the bot is, a direct message."""

from typing import Protocol

import discord
from discord.http import handle_message_parameters
from discord.webhook.async_ import async_context

from bot.conversation.message import Poll
from bot.discord.client import Client
from bot.discord.places import SMALLEST_LIMIT, By, Place, Spot
from bot.discord.rendering import Shown, poll_of
from pipeline.ports.clock import Clock


class Way(Protocol):
    """One way; whatever Discord refuses is raised as the library raises it."""

    @property
    def limit(self) -> int:
        """The most bytes of a file."""
        ...

    async def post(self, shown: Shown, nonce: str) -> Spot:
        """A new message; the same `nonce` within minutes is the same message, where possible."""
        ...

    async def edit(self, spot: Spot, shown: Shown) -> None:
        """Another content for a message."""
        ...

    async def poll(self, poll: Poll, nonce: str) -> Spot:
        """A native poll, as a message of its own."""
        ...


class TokenWay:
    """By the token of an interaction, wherever that was."""

    def __init__(self, client: Client, place: Place) -> None:
        """By the token of `place`."""
        self._place = place
        self._webhook = discord.Webhook.partial(place.application, place.token, client=client)

    @property
    def limit(self) -> int:
        """The most bytes of a file."""
        return self._place.limit

    async def post(self, shown: Shown, nonce: str) -> Spot:
        """The interaction's response where that is awaited, and a message of its own elsewhere."""
        place = self._place
        if place.first:
            spot = Spot(channel=place.channel, message=0, by=By.RESPONSE, alone=place.alone)
            return await self._edit(spot, shown)
        sent = await self._webhook.send(
            shown.content, files=shown.uploads, view=shown.view or discord.utils.MISSING,
            suppress_embeds=True, wait=True,
        )  # fmt: skip
        return Spot(channel=sent.channel.id, message=sent.id, by=By.TOKEN)

    async def edit(self, spot: Spot, shown: Shown) -> None:
        """Another content for a message that this token made, or that was pressed."""
        await self._edit(spot, shown)

    async def _edit(self, spot: Spot, shown: Shown) -> Spot:
        files = discord.utils.MISSING if shown.files is None else shown.uploads
        if spot.by is By.RESPONSE:
            message = await self._edit_response(shown, files)
            return Spot(channel=spot.channel, message=message, by=spot.by, alone=spot.alone)
        await self._webhook.edit_message(
            spot.message, content=shown.content, view=shown.view, attachments=files
        )
        return spot

    async def _edit_response(self, shown: Shown, files: list[discord.File]) -> int:
        """Edit "the original": the library does that for an interaction of its own process only."""
        with handle_message_parameters(
            content=shown.content, view=shown.view, attachments=files,
            allowed_mentions=discord.AllowedMentions.none(),
        ) as sent:  # fmt: skip
            told = await async_context.get().edit_original_interaction_response(
                self._place.application, self._place.token, session=self._webhook.session,
                payload=sent.payload, multipart=sent.multipart, files=sent.files,
            )  # fmt: skip
        return int(told["id"])

    async def poll(self, poll: Poll, nonce: str) -> Spot:
        """A native poll."""
        sent = await self._webhook.send(poll=poll_of(poll), wait=True)
        return Spot(channel=sent.channel.id, message=sent.id, by=By.TOKEN)


class ChannelWay:
    """By the bot itself, in a channel, a thread or a direct chat."""

    def __init__(self, client: Client, channel: int, limit: int) -> None:
        """In `channel`."""
        self._channel = client.get_partial_messageable(channel)
        self._limit = limit

    @property
    def limit(self) -> int:
        """The most bytes of a file."""
        return self._limit

    async def post(self, shown: Shown, nonce: str) -> Spot:
        """A new message."""
        sent = await self._channel.send(
            shown.content, files=shown.uploads, view=shown.view or discord.utils.MISSING,
            nonce=nonce, suppress_embeds=True,
        )  # fmt: skip
        return Spot(channel=self._channel.id, message=sent.id)

    async def edit(self, spot: Spot, shown: Shown) -> None:
        """Another content for a message of the bot's."""
        files = discord.utils.MISSING if shown.files is None else shown.uploads
        await self._channel.get_partial_message(spot.message).edit(
            content=shown.content, view=shown.view, attachments=files
        )

    async def poll(self, poll: Poll, nonce: str) -> Spot:
        """A native poll."""
        sent = await self._channel.send(poll=poll_of(poll), nonce=nonce)
        return Spot(channel=self._channel.id, message=sent.id)


class DirectWay:
    """A direct message; the chat is opened when it is needed."""

    limit = SMALLEST_LIMIT

    def __init__(self, client: Client, user: int) -> None:
        """To `user`."""
        self._client = client
        self._user = user

    async def post(self, shown: Shown, nonce: str) -> Spot:
        """A new message."""
        return await (await self._chat()).post(shown, nonce)

    async def edit(self, spot: Spot, shown: Shown) -> None:
        """Another content for a message there."""
        await (await self._chat()).edit(spot, shown)

    async def poll(self, poll: Poll, nonce: str) -> Spot:
        """A native poll."""
        return await (await self._chat()).poll(poll, nonce)

    async def _chat(self) -> ChannelWay:
        chat = await self._client.create_dm(discord.Object(self._user))
        return ChannelWay(self._client, chat.id, self.limit)


class Ways:
    """Which ways lead to a place, the best one first."""

    def __init__(self, client: Client, clock: Clock) -> None:
        """By `client`."""
        self._client = client
        self._clock = clock

    @property
    def open(self) -> bool:
        """Whether Discord has let the bot in yet."""
        return self._client.user is not None and not self._client.is_closed()

    def to_edit(self, spot: Spot, place: Place) -> tuple[Way, ...]:
        """Ways to a message that is there."""
        by_token = self._by_token(place) if spot.by is not By.BOT else ()
        by_itself = spot.by is By.BOT or not (spot.alone or place.absent)
        return (*by_token, self._in(spot.channel, place)) if by_itself else by_token

    def to_post(self, place: Place, *, alone: bool) -> tuple[Way, ...]:
        """Ways to say something new; what is for nobody else goes into no server's channel."""
        direct = DirectWay(self._client, place.user)
        here = self._here(place)
        by_token = self._by_token(place)
        if alone:
            return (*(by_token if place.first else ()), *(() if place.guild else here), direct)
        if place.first:
            return (*by_token, *here, direct)
        return (*here, *by_token, direct)

    def to_tell(self, place: Place) -> tuple[Way, ...]:
        """Ways to say something that everybody may read, also to who ordered long ago."""
        return (*self._here(place), DirectWay(self._client, place.user))

    def _here(self, place: Place) -> tuple[Way, ...]:
        reached = place.channel and not place.absent
        return (self._in(place.channel, place),) if reached else ()

    def _by_token(self, place: Place) -> tuple[Way, ...]:
        lives = place.token and self._clock.now().timestamp() < place.token_until
        return (TokenWay(self._client, place),) if lives else ()

    def _in(self, channel: int, place: Place) -> Way:
        guild = self._client.get_guild(place.guild) if place.guild else None
        limit = guild.filesize_limit if guild else SMALLEST_LIMIT
        return ChannelWay(self._client, channel, limit)
