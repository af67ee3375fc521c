"""Telegram's rates, kept: so many messages a second in all, in a chat, and a minute in a group.

What counts is when Telegram gets a message, and the network may hold up one and hurry another. So
in a chat the next one goes only when the last was answered, and a while after that.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.telegram.failures import BusyError
from pipeline.ports.clock import Clock

SPACING_S = 1.05
"""Between two messages in one chat."""
GROUP = 20
"""Messages in a group within `MINUTE_S`."""
MINUTE_S = 60.5
PROGRESS = 10
"""So many of them may have gone before progress is told no more: the rest is for results."""
OVERALL = 28
"""Messages within `SECOND_S`, in all chats."""
SECOND_S = 1.05
_FORGET = 500
"""Chats that are remembered before old ones are forgotten."""
_LOOK_S = 0.05

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True, eq=False)
class _Chat:
    """What went to one chat: when the last of them was answered, and those of the last minute."""

    last: float
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    held_until: float = float("-inf")
    sent: deque[float] = field(default_factory=deque[float])


class Pace:
    """Lets every message wait for its turn."""

    def __init__(self, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        """Nothing was sent by us yet; a process before us may have written everywhere just now."""
        self._began = clock.monotonic()
        self._clock = clock
        self._sleep = sleep
        self._chats: dict[int, _Chat] = {}
        self._sent: deque[float] = deque()
        self._flying = 0
        self._held_until = float("-inf")

    @asynccontextmanager
    async def turn(self, chat: int, cost: int = 1, *, patience_s: float) -> AsyncGenerator[None]:
        """Wait until `cost` messages may go to `chat`; they have gone when the context ends.

        What says nothing costs nothing, and waits for pauses only.

        Raises:
            BusyError: when that would take longer than `patience_s`.
        """
        at = self._chat(chat)
        until = self._clock.monotonic() + patience_s
        at.waiting += 1
        try:
            async with at.turn:
                await self._room(chat, at, cost, until)
                async with self._going(at, cost):
                    yield
        finally:
            at.waiting -= 1

    @asynccontextmanager
    async def turn_for_progress(self, chat: int) -> AsyncGenerator[bool]:
        """Whether one message may go to `chat` just now, with nobody waiting and room to spare."""
        at = self._chat(chat)
        self._drop_old(at)
        crowded = is_group(chat) and len(at.sent) >= PROGRESS
        busy = self._flying + len(self._sent) >= OVERALL // 2
        if at.waiting or at.turn.locked() or crowded or busy or self._delay_s(chat, at, 1) > 0:
            yield False
            return
        async with at.turn, self._going(at, 1):
            yield True

    def hold(self, chat: int | None, seconds: float) -> None:
        """Let nothing go to `chat` (None: to anybody) for `seconds`, as Telegram asked."""
        until = self._clock.monotonic() + seconds
        if chat is None:
            self._held_until = max(self._held_until, until)
        else:
            at = self._chat(chat)
            at.held_until = max(at.held_until, until)

    @asynccontextmanager
    async def _going(self, at: _Chat, cost: int) -> AsyncGenerator[None]:
        self._flying += cost
        try:
            yield
        finally:
            self._flying -= cost
            now = self._clock.monotonic()
            at.last = now if cost else at.last
            at.sent.extend([now] * cost)
            self._sent.extend([now] * cost)

    async def _room(self, chat: int, at: _Chat, cost: int, until: float) -> None:
        while (delay_s := self._delay_s(chat, at, cost)) > 0:
            if self._clock.monotonic() + delay_s > until:
                raise BusyError(delay_s)
            await self._sleep(delay_s)

    def _delay_s(self, chat: int, at: _Chat, cost: int) -> float:
        """Seconds until there may be room; 0 when there is."""
        now = self._clock.monotonic()
        self._drop_old(at)
        delay_s = max(self._held_until, at.held_until) - now
        if not cost:
            return max(delay_s, 0.0)
        delay_s = max(delay_s, at.last + SPACING_S - now)
        over = len(at.sent) + cost - GROUP
        if is_group(chat) and over > 0:
            delay_s = max(delay_s, at.sent[min(over, len(at.sent)) - 1] + MINUTE_S - now)
        over = self._flying + len(self._sent) + cost - OVERALL
        if over > 0:
            soonest = self._sent[0] + SECOND_S - now if self._sent else _LOOK_S
            delay_s = max(delay_s, soonest, _LOOK_S)
        return max(delay_s, 0.0)

    def _drop_old(self, at: _Chat) -> None:
        now = self._clock.monotonic()
        while at.sent and at.sent[0] <= now - MINUTE_S:
            at.sent.popleft()
        while self._sent and self._sent[0] <= now - SECOND_S:
            self._sent.popleft()

    def _chat(self, chat: int) -> _Chat:
        if chat not in self._chats and len(self._chats) >= _FORGET:
            self._forget()
        return self._chats.setdefault(chat, _Chat(last=self._began))

    def _forget(self) -> None:
        now = self._clock.monotonic()
        for chat, at in list(self._chats.items()):
            idle = not at.waiting and not at.turn.locked()
            if idle and max(at.last + MINUTE_S, at.held_until) < now:
                del self._chats[chat]


def is_group(chat: int) -> bool:
    """Whether a chat is one of several people: Telegram gives these ids below zero."""
    return chat < 0
