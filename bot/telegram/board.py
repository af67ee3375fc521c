"""Progress of orders, edited into their messages while there is room for it."""

import logging
from collections import OrderedDict
from dataclasses import replace

from telegram.error import TelegramError

from bot.conversation.message import Message
from bot.conversation.places import language_of
from bot.conversation.words import Words
from bot.telegram.editing import Editing
from bot.telegram.failures import Trouble, trouble
from bot.telegram.orders import Orders
from bot.telegram.pace import is_group
from bot.telegram.places import PLATFORM, Kept
from bot.telegram.waiting import waiting_picture
from pipeline.domain.errors import PictureError
from pipeline.domain.job import Cancelled, Job
from pipeline.ports.clock import Clock

EVERY_S = 3.0
GROUP_EVERY_S = 10.0
REMEMBERED = 1_000

_log = logging.getLogger(__name__)


class TelegramBoard:
    """Shows how far orders are; what finds no room is left out."""

    platform = PLATFORM
    every_s = EVERY_S

    def __init__(self, editing: Editing, orders: Orders, clock: Clock) -> None:
        """A board for the messages of `orders`."""
        self._editing = editing
        self._orders = orders
        self._clock = clock
        self._next: OrderedDict[tuple[int, int], float] = OrderedDict()

    async def show(self, job: Job, message: Message) -> None:
        """Let the order's own message say `message`; nothing where it has none, or no room.

        Raises:
            StorageError: when the order's message or its picture cannot be looked up.
        """
        kept = await self._orders.message(job.person, job.id)
        if kept is None or self._clock.monotonic() < self._next.get(_key(kept), 0.0):
            return
        if kept.photo and isinstance(job.state, Cancelled):
            message = replace(
                message, pictures=(await waiting_picture(Words(language_of(job.address))),)
            )
        try:
            if await self._editing.progress(kept, message) and is_group(kept.chat):
                self._not_before(kept, self._clock.monotonic() + GROUP_EVERY_S)
        except TelegramError as error:
            found = trouble(error)
            if found in {Trouble.GONE, Trouble.LOST, Trouble.RIGHTS}:
                self._not_before(kept, float("inf"))
            _log.info("progress was not shown: %s", found)
        except PictureError as error:
            _log.info("progress was not shown: %s", error.code)

    def _not_before(self, kept: Kept, at: float) -> None:
        self._next[_key(kept)] = at
        while len(self._next) > REMEMBERED:
            self._next.popitem(last=False)


def _key(kept: Kept) -> tuple[int, int]:
    return kept.chat, kept.message
