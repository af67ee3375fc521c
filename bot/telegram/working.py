"""Work that an answer waits for: a message says so, until what came of it takes its place.

Such work is in no queue. What a restart cuts off is told by the next process, see `CutOff`.
"""

import contextlib
import logging

from telegram.error import TelegramError

from bot.conversation.answer import Works
from bot.conversation.cut_off import CutOff
from bot.conversation.message import Message
from bot.conversation.words import Words
from bot.telegram.editing import Editing
from bot.telegram.places import Kept, Spot
from bot.telegram.sending import Sending
from pipeline.ports.notes import Register

PATIENCE_S = 120.0
_KEY = "telegram:working"

_log = logging.getLogger(__name__)


class Working:
    """Does what takes its time; no method raises what Telegram or the store does."""

    def __init__(self, sending: Sending, editing: Editing, register: Register) -> None:
        """Messages go by `sending` and `editing`; those that wait are kept in `register`."""
        self._sending = sending
        self._editing = editing
        self._cut_off = CutOff(register, _KEY)

    async def do(self, works: Works, spot: Spot, words: Words) -> None:
        """Say that something takes a while, and then what came of it, in the same message."""
        with contextlib.suppress(TelegramError):
            kept = await self._sending.send(spot, works.message, patience_s=PATIENCE_S)
            if kept is None:
                await self._sending.send(spot, await _done(works, words), patience_s=PATIENCE_S)
                return
            async with self._cut_off.kept(kept.name, works.cut_off):
                done = await _done(works, words)
                await self._editing.turn(kept, done, spot, patience_s=PATIENCE_S)

    async def tell_cut_off(self) -> None:
        """Tell who waits for what the process before was doing that nothing will come of it."""
        for name, message in (await self._cut_off.left()).items():
            kept = Kept.of(name)
            try:
                await self._editing.turn(kept, message, Spot(chat=kept.chat), patience_s=PATIENCE_S)
            except TelegramError as error:
                _log.info("who waited could not be told: %s", type(error).__name__)
            await self._cut_off.over(name)


async def _done(works: Works, words: Words) -> Message:
    try:
        return await works.work()
    except Exception:  # noqa: BLE001 - a bug must not leave anybody waiting
        _log.exception("what takes its time could not be done")
        return Message(lines=(words.say("chat-telegram-oops"),))
