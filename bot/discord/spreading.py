"""Lines for everybody, such as an outage: once to each chat, while nobody waits for it."""

import asyncio
import logging
from uuid import uuid4

from bot.conversation.answer import Spreads
from bot.conversation.places import language_of
from bot.conversation.words import Words
from bot.discord.failures import UNREACHABLE, trouble_of
from bot.discord.places import PLATFORM, Place, Spot
from bot.discord.rendering import Rendering, Shown
from bot.discord.ways import Way, Ways
from pipeline.domain.job import Address

NONCE = 25
"""Characters of what Discord tells two messages apart by."""

_log = logging.getLogger(__name__)


class Spreading:
    """Brings messages to chats; one that is gone is passed over."""

    def __init__(self, ways: Ways, rendering: Rendering) -> None:
        """By `ways`."""
        self._ways = ways
        self._rendering = rendering
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, spread: Spreads) -> None:
        """Bring it to Discord's chats among its addresses, in a task of its own."""
        task = asyncio.create_task(self._bring(spread))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def over(self) -> None:
        """Wait until everything has been brought."""
        if self._tasks:
            await asyncio.wait(set(self._tasks))

    async def drop(self) -> None:
        """Bring no more: the connections end."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _bring(self, spread: Spreads) -> None:
        for address in spread.addresses:
            if address.platform == PLATFORM:
                await self._to(address, spread)

    async def _to(self, address: Address, spread: Spreads) -> None:
        nonce = uuid4().hex[:NONCE]
        for way in self._ways.to_tell(Place.of(address)):

            async def send(shown: Shown, way: Way = way) -> Spot:
                return await way.post(shown, nonce)

            try:
                await self._rendering.sent(
                    spread.message, Words(language_of(address)), way.limit, send
                )
            except UNREACHABLE as error:
                _log.info("one way to a chat is closed: %s", trouble_of(error))
            else:
                return
