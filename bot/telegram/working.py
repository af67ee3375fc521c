"""Work that an answer waits for: a message says so, until what came of it takes its place.

Such work is in no queue. What a restart cuts off is told by the next process, by one row that has the
messages which wait.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncGenerator

from telegram.error import TelegramError

from bot.conversation.answer import Works
from bot.conversation.message import Message
from bot.conversation.words import Words
from bot.telegram.editing import Editing
from bot.telegram.places import Kept, Spot
from bot.telegram.sending import Sending
from pipeline.domain.errors import StorageError
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
        self._register = register
        self._waiting: dict[str, str] = {}
        self._writing = asyncio.Lock()

    async def do(self, works: Works, spot: Spot, words: Words) -> None:
        """Say that something takes a while, and then what came of it, in the same message."""
        with contextlib.suppress(TelegramError):
            kept = await self._sending.send(spot, works.message, patience_s=PATIENCE_S)
            if kept is None:
                await self._sending.send(spot, await _done(works, words), patience_s=PATIENCE_S)
                return
            async with self._kept(kept, words.language):
                done = await _done(works, words)
                await self._editing.turn(kept, done, spot, patience_s=PATIENCE_S)

    async def tell_cut_off(self) -> None:
        """Tell who waits for what the process before was doing that nothing will come of it."""
        with contextlib.suppress(StorageError):
            waited: dict[str, str] = json.loads(await self._register.read(_KEY) or "{}")
            for name, language in waited.items():
                kept, text = Kept.of(name), Words(language).say("chat-telegram-cut-off")
                async with self._kept(kept, language):
                    await self._told(kept, Message(lines=(text,)))

    async def _told(self, kept: Kept, message: Message) -> None:
        try:
            await self._editing.turn(kept, message, Spot(chat=kept.chat), patience_s=PATIENCE_S)
        except TelegramError as error:
            _log.info("who waited could not be told: %s", type(error).__name__)

    @contextlib.asynccontextmanager
    async def _kept(self, kept: Kept, language: str) -> AsyncGenerator[None]:
        """A message waits while the context lasts, and on where the process ends before."""
        self._waiting[kept.name] = language
        await self._write()
        try:
            yield
        except asyncio.CancelledError:
            raise
        except BaseException:
            await self._over(kept)
            raise
        await self._over(kept)

    async def _over(self, kept: Kept) -> None:
        del self._waiting[kept.name]
        await self._write()

    async def _write(self) -> None:
        async with self._writing:
            with contextlib.suppress(StorageError):
                text = json.dumps(self._waiting) if self._waiting else None
                await self._register.write(_KEY, text)


async def _done(works: Works, words: Words) -> Message:
    try:
        return await works.work()
    except Exception:  # noqa: BLE001 - a bug must not leave anybody waiting
        _log.exception("what takes its time could not be done")
        return Message(lines=(words.say("chat-telegram-oops"),))
