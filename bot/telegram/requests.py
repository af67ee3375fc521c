"""Requests to Telegram, each at its time: rates kept, pauses waited out, moved groups followed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot
from telegram.error import ChatMigrated, Forbidden

from bot.telegram.failures import (
    AwayError,
    FloodedError,
    UnsentError,
)
from bot.telegram.known_chats import KnownChats
from bot.telegram.pace import Pace, Sleep
from pipeline.ports.clock import Clock

TRIES = 4
"""Requests that nobody has answered are made so often, while the patience lasts."""
FIRST_PAUSE_S = 1.0
SHORT_S = 5.0
COMMON_S = 30.0
"""A pause that is no longer is kept by everybody."""
AT_ONCE_S = 10.0
"""How long a request that belongs to no chat is tried for."""

Answer = TypeVar("Answer")


class Requests:
    """Makes requests of `bot`."""

    def __init__(
        self, bot: Bot, chats: KnownChats, clock: Clock, *, sleep: Sleep = asyncio.sleep
    ) -> None:
        """Nothing was requested yet."""
        self.bot = bot
        self.pace = Pace(clock, sleep)
        self._chats = chats
        self._clock = clock
        self._sleep = sleep

    async def to_chat(
        self, chat: int, make: Callable[[int], Awaitable[Answer]], *, cost: int = 1,
        patience_s: float,
    ) -> Answer:  # fmt: skip
        """Make a request that says `cost` messages in a chat; `make` gets the chat's id of today.

        Raises:
            TelegramError: also `BusyError`, when there is no room within `patience_s`.
        """
        until, tried = self._clock.monotonic() + patience_s, 0
        chat = await self._chats.now(chat)
        while True:
            if await self._chats.gone(chat):
                raise Forbidden("the bot was removed")
            try:
                async with self.pace.turn(chat, cost, patience_s=self._left_s(until)):
                    return await make(chat)
            except ChatMigrated as error:
                await self._chats.move(chat, error.new_chat_id)
                chat = error.new_chat_id
            except FloodedError as error:
                self._hold(chat, error.seconds)
            except (UnsentError, AwayError):
                tried += 1
                if not await self._paused(tried, until):
                    raise
            except Forbidden:
                await self._note_removal(chat)
                raise

    async def progress(self, chat: int, make: Callable[[int], Awaitable[Answer]]) -> Answer | None:
        """Make a request that nobody misses; None when there is no room for it just now.

        Raises:
            TelegramError: as it comes.
        """
        chat = await self._chats.now(chat)
        async with self.pace.turn_for_progress(chat) as room:
            if not room or await self._chats.gone(chat):
                return None
            try:
                return await make(chat)
            except FloodedError as error:
                self._hold(chat, error.seconds)
                return None

    async def at_once(self, make: Callable[[], Awaitable[Answer]]) -> Answer:
        """Make a request that says nothing in a chat; a pause that Telegram wants is for everybody.

        A long one is not: some methods, such as those for menus, have pauses of hours of their own.

        Raises:
            TelegramError: as it comes.
        """
        until, tried = self._clock.monotonic() + AT_ONCE_S, 0
        while True:
            try:
                return await make()
            except FloodedError as error:
                if error.seconds <= COMMON_S:
                    self.pace.hold(None, error.seconds)
                if error.seconds > self._left_s(until):
                    raise
                await self._sleep(error.seconds)
            except (UnsentError, AwayError):
                tried += 1
                if not await self._paused(tried, until):
                    raise

    def _hold(self, chat: int, seconds: float) -> None:
        """Keep a pause. A short one is Telegram's for all that a bot sends, and costs nobody much."""
        self.pace.hold(None if seconds <= SHORT_S else chat, seconds)

    async def _paused(self, tried: int, until: float) -> bool:
        """Wait before the next try; False when there is none."""
        pause_s = FIRST_PAUSE_S * 2 ** (tried - 1)
        if tried == TRIES or pause_s > self._left_s(until):
            return False
        await self._sleep(pause_s)
        return True

    async def _note_removal(self, chat: int) -> None:
        if chat < 0:
            await self._chats.leave(chat)

    def _left_s(self, until: float) -> float:
        return until - self._clock.monotonic()
