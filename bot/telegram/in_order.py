"""One chat after the other: what is heard in a chat is dealt with in order, chats side by side.

Dealing has two parts. After the first everything is kept, and the next message of the chat may
follow; the second shows what came of it, as slowly as Telegram wants, in the same order.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

Later = Callable[[], Awaitable[None]]
First = Callable[[], Awaitable[Later | None]]

SHOWN_S = 5.0

_log = logging.getLogger(__name__)


class InOrder:
    """Deals with what is heard, each chat in order."""

    def __init__(self) -> None:
        """Nothing is going on."""
        self._chats: dict[int, tuple[asyncio.Lock, asyncio.Lock, int]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    def take(self, chat: int, first: First) -> asyncio.Future[None]:
        """Deal with something; done when it was shown, or could have been shown by then.

        Cancelled when it was dropped.
        What is not shown within `SHOWN_S` after it was kept is not worth dealing with it again.
        """
        durable = asyncio.get_running_loop().create_future()
        self.begin(self._dealt(chat, first, durable))
        return durable

    def begin(self, something: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Let something run beside; `rest` waits for it."""
        task = asyncio.create_task(something)
        self._tasks.add(task)
        task.add_done_callback(self._over)
        return task

    async def rest(self, within_s: float) -> None:
        """Wait until nothing is going on, so long; the rest is dropped."""
        until = asyncio.get_running_loop().time() + within_s
        while self._tasks and (left_s := until - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(self._tasks, timeout=left_s)
        dropped = list(self._tasks)
        for task in dropped:
            task.cancel()
        await asyncio.gather(*dropped, return_exceptions=True)

    async def _dealt(self, chat: int, first: First, durable: asyncio.Future[None]) -> None:
        hearing, showing, users = self._chats.get(chat, (asyncio.Lock(), asyncio.Lock(), 0))
        self._chats[chat] = hearing, showing, users + 1
        try:
            async with hearing:
                later = await first()
            if later is not None:
                asyncio.get_running_loop().call_later(SHOWN_S, _settle, durable)
                async with showing:
                    await later()
        except asyncio.CancelledError:
            durable.cancel()  # dropped, not dealt with
            raise
        finally:
            _settle(durable)
            self._leave(chat)

    def _leave(self, chat: int) -> None:
        hearing, showing, users = self._chats[chat]
        if users == 1:
            del self._chats[chat]
        else:
            self._chats[chat] = hearing, showing, users - 1

    def _over(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("something heard could not be dealt with", exc_info=error)


def _settle(durable: asyncio.Future[None]) -> None:
    if not durable.done():
        durable.set_result(None)
