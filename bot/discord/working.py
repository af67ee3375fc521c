"""Work that an answer waits for, and what is told of it where a restart cuts it off.

Its message is the interaction's own response, or the pressed message, which the interaction's token reaches
for a quarter of an hour; one that everybody sees, the bot itself reaches later too.
"""

import json
import logging
from dataclasses import asdict

from bot.conversation.answer import Works
from bot.conversation.cut_off import CutOff
from bot.conversation.language import LANGUAGES
from bot.conversation.message import Message
from bot.conversation.words import Words
from bot.discord.failures import UNREACHABLE, trouble_of
from bot.discord.places import By, Place, Spot
from bot.discord.rendering import Rendering, Shown
from bot.discord.replying import Reply
from bot.discord.ways import Way, Ways
from pipeline.ports.notes import Register

_KEY = "discord:working"

_log = logging.getLogger(__name__)


class Working:
    """Does what takes its time, and tells who waits for what the process before was doing."""

    def __init__(self, ways: Ways, rendering: Rendering, register: Register) -> None:
        """Who waits is kept in `register`, and found again by `ways`."""
        self._ways = ways
        self._rendering = rendering
        self._cut_off = CutOff(register, _KEY)

    async def do(self, reply: Reply, works: Works, place: Place) -> None:
        """Say that something takes a while, and then what came of it; it is asked for at `place`."""
        async with self._cut_off.kept(json.dumps(asdict(place)), works.cut_off):
            await reply.work(works)

    async def tell_cut_off(self) -> None:
        """Tell who waits that nothing will come of it; who cannot be reached any more is passed over."""
        for name, message in (await self._cut_off.left()).items():
            place = Place(**json.loads(name))
            spot = Spot(channel=place.channel, message=place.message, by=By.RESPONSE,
                        alone=place.alone or not place.message)  # fmt: skip
            for way in self._ways.to_edit(spot, place):
                if await self._told(way, spot, message):
                    break
            await self._cut_off.over(name)

    async def _told(self, way: Way, spot: Spot, message: Message) -> bool:
        async def edit(shown: Shown) -> None:
            await way.edit(spot, shown)

        try:
            await self._rendering.sent(message, Words(LANGUAGES[0]), way.limit, edit)
        except UNREACHABLE as error:
            _log.info("who waited could not be told: %s", trouble_of(error))
            return False
        return True
