"""How far an order is, in the message that its result will be in."""

import asyncio
import logging
from collections import OrderedDict

from bot.conversation.message import Message
from bot.conversation.places import language_of, view_of
from bot.conversation.words import Words
from bot.discord.failures import UNREACHABLE, Trouble, trouble_of
from bot.discord.places import PLATFORM, Place, Spot, message_key
from bot.discord.rendering import Rendering, Shown
from bot.discord.ways import Way, Ways
from pipeline.domain.errors import StorageError
from pipeline.domain.job import Job, is_open
from pipeline.ports.notes import Notes

EVERY_S = 3.0
"""Discord takes five edits of a channel's messages in five seconds; a channel has several orders."""
SHOW_S = 10.0
REMEMBERED = 1_000
_LOST = {Trouble.TOKEN, Trouble.MESSAGE, Trouble.CHANNEL, Trouble.CLOSED}

_log = logging.getLogger(__name__)


class DiscordBoard:
    """Edits the messages of orders that wait or run."""

    platform = PLATFORM
    every_s = EVERY_S

    def __init__(self, *, ways: Ways, notes: Notes, rendering: Rendering) -> None:
        """Edits messages that are noted in `notes`."""
        self._ways = ways
        self._notes = notes
        self._rendering = rendering
        self._lost: OrderedDict[str, None] = OrderedDict()

    async def show(self, job: Job, message: Message) -> None:
        """Let the order's own message say `message`; whatever goes wrong is passed over."""
        place = Place.of(job.address)
        if not self._ways.open or (view_of(job.address).here and place.message):
            return
        try:
            async with asyncio.timeout(SHOW_S):
                await self._edit(job, place, message)
        except (*UNREACHABLE, StorageError) as error:
            _log.debug("progress was not shown: %s", trouble_of(error))

    async def _edit(self, job: Job, place: Place, message: Message) -> None:
        noted = await self._notes.note(job.person, message_key(job.id))
        if noted is None or noted in self._lost:
            return
        spot = Spot.of(noted)
        for way in self._ways.to_edit(spot, place)[:1]:

            async def send(shown: Shown, way: Way = way) -> None:
                await way.edit(spot, shown)

            words = Words(language_of(job.address))
            try:
                await self._rendering.sent(message, words, way.limit, send,
                                           instead=not is_open(job))  # fmt: skip
            except UNREACHABLE as error:
                if trouble_of(error) in _LOST:
                    self._lose(noted)
                raise

    def _lose(self, noted: str) -> None:
        """Let a message be that is out of reach: refusals add up, and then Discord hears nobody."""
        self._lost[noted] = None
        while len(self._lost) > REMEMBERED:
            self._lost.popitem(last=False)
