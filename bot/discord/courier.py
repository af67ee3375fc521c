"""Results on Discord: each in one message, wherever it can still be brought to the person."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

from bot.conversation.desk import Desk
from bot.conversation.following import Following
from bot.conversation.message import Message
from bot.conversation.places import language_of, view_of
from bot.conversation.words import Words
from bot.discord.failures import UNREACHABLE, Trouble, delivery_error, trouble_of
from bot.discord.hearing import UnderWay
from bot.discord.insisting import waited
from bot.discord.pauses import Pauses
from bot.discord.places import PLATFORM, By, Place, Spot, message_key
from bot.discord.rendering import Rendering, Shown
from bot.discord.ways import TokenWay, Way, Ways
from pipeline.domain.errors import DeliveryError
from pipeline.domain.outcome import Parcel
from pipeline.ports.notes import Notes

_OVER = {Trouble.AWAY, Trouble.REFUSED, Trouble.LARGE, None}
"""What another way would not help against."""

_log = logging.getLogger(__name__)

T = TypeVar("T")


class DiscordCourier:
    """Brings results into the message that an order has, and finds another place if it must."""

    platform = PLATFORM

    def __init__(
        self, *, ways: Ways, desk: Desk, notes: Notes, rendering: Rendering, following: Following,
        under_way: UnderWay, pauses: Pauses,
    ) -> None:  # fmt: skip
        """Brings what `desk` says about results."""
        self._ways = ways
        self._desk = desk
        self._notes = notes
        self._rendering = rendering
        self._following = following
        self._under_way = under_way
        self._pauses = pauses

    async def post(self, parcel: Parcel) -> str:
        """The message of an order: the pressed one, the one that said it is queued, or a new one.

        Raises:
            DeliveryError: when there is no way to the person, or none just now.
            StorageError: when it cannot be looked up.
        """
        place, job = self._place(parcel), parcel.job
        if view_of(job.address).here and place.message:
            pressed = Spot(channel=place.channel, message=place.message, by=By.RESPONSE,
                           alone=place.alone)  # fmt: skip
            return pressed.text
        await self._under_way.over(place.interaction)  # it may be about to say "queued"
        if known := await self._notes.note(job.person, message_key(job.id)):
            return known
        coming = Words(language_of(job.address)).say("discord-coming")
        return (await self._posted(Message(lines=(coming,)), parcel, parcel.delivery.id)).text

    async def fill(self, message: str, parcel: Parcel) -> None:
        """Let a message be the result; one that is gone is made anew, once.

        Raises:
            DeliveryError: when there is no way to the person, or none just now.
            StorageError: when the result cannot be read.
        """
        place, job = self._place(parcel), parcel.job
        await self._following.ended(job.id)
        moved = await self._notes.note(job.person, message_key(job.id))
        spot = Spot.of(moved or message)
        result = await self._desk.result(parcel, view_of(job.address), language_of(job.address))
        own = not (view_of(job.address).here and spot.message == place.message)

        async def edit(way: Way, shown: Shown) -> Spot:
            await way.edit(spot, shown)
            return spot

        try:
            await self._by(self._ways.to_edit(spot, place), result, parcel, edit, instead=own)
        except DeliveryError as error:
            if error.code != "delivery-gone":
                raise
            await self._posted(result, parcel, f"{parcel.delivery.id}-2")
        if result.poll:
            await self._polled(result, parcel)

    async def _posted(self, message: Message, parcel: Parcel, nonce: str) -> Spot:
        """Say something new, and take note of where."""
        place, job = self._place(parcel), parcel.job
        alone = place.hides(view_of(job.address))

        async def post(way: Way, shown: Shown) -> Spot:
            return await way.post(shown, nonce)

        spot = await self._by(self._ways.to_post(place, alone=alone), message, parcel, post)
        await self._notes.keep(job.person, message_key(job.id), spot.text)
        return spot

    async def _polled(self, message: Message, parcel: Parcel) -> None:
        """A poll, once; a chat that takes none goes without it."""
        place, job = self._place(parcel), parcel.job
        key = f"poll:{job.id}"
        if message.poll is None or await self._notes.note(job.person, key):
            return
        for way in self._ways.to_post(place, alone=False):
            try:
                spot = await waited(partial(way.poll, message.poll, f"{job.id}-p"))
            except UNREACHABLE as error:
                if trouble_of(error) is Trouble.AWAY:
                    self._pauses.note(place.channel, error)
                    raise delivery_error(error) from error
                _log.warning("Discord did not take a poll: %s", trouble_of(error))
                continue
            await self._notes.keep(job.person, key, spot.text)
            return

    async def _by(
        self, ways: Sequence[Way], message: Message, parcel: Parcel,
        do: Callable[[Way, Shown], Awaitable[T]], *, instead: bool = False,
    ) -> T:  # fmt: skip
        """What the first way gives that leads there.

        Raises:
            DeliveryError: `delivery-gone` when none does.
        """
        words = Words(language_of(parcel.job.address))
        for way in ways:

            async def send(shown: Shown, way: Way = way) -> T:
                return await do(way, shown)

            try:
                return await self._rendering.sent(message, words, way.limit, send, instead=instead)
            except UNREACHABLE as error:
                if trouble_of(error) is Trouble.TOKEN and not isinstance(way, TokenWay):
                    # the bot's own token, which can be mended, and which no way does without
                    raise DeliveryError("delivery-unavailable", platform=PLATFORM) from error
                if trouble_of(error) in _OVER:
                    self._pauses.note(Place.of(parcel.job.address).channel, error)
                    raise delivery_error(error) from error
                _log.info("one way to a person is closed: %s", trouble_of(error))
        raise DeliveryError("delivery-gone", platform=PLATFORM)

    def _place(self, parcel: Parcel) -> Place:
        place = Place.of(parcel.job.address)
        if not self._ways.open or self._pauses.hold(place.channel):
            raise DeliveryError("delivery-unavailable", platform=PLATFORM)
        return place
