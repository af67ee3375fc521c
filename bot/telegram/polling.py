"""Asking for updates, and confirming them only when they cannot be lost any more.

Telegram forgets what is below the `offset` of a request. The library's own updater moves it on
before anything is dealt with; here it waits at the first update that is still in hand, and a crash
lets Telegram bring that one again.
"""

import asyncio
import contextlib
import logging
import warnings
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.warnings import PTBUserWarning

from bot.telegram.failures import FloodedError, trouble
from bot.telegram.hearing import ALLOWED
from bot.telegram.outage import Outage
from bot.telegram.pace import Sleep
from pipeline.domain.errors import ServiceError
from pipeline.ports.clock import Clock

LONG_S = 25
"""How long Telegram holds a request while there is nothing."""
AGAIN_S = 0.3
"""How soon it is asked again while something is in hand, which it would bring again at once."""
CONFIRM_S = 1.0

_log = logging.getLogger(__name__)

Result = TypeVar("Result")
Take = Callable[[Update], asyncio.Future[None]]


def read_update(given: Any, bot: Bot) -> Update | None:
    """An update as Telegram writes it; None when the library cannot read it."""
    try:
        return Update.de_json(given, bot)
    except Exception as error:  # noqa: BLE001 - a field that is missing raises whatever it likes
        _log.error("an update cannot be read: %s", type(error).__name__)
        return None


class Polling:
    """Asks for updates again and again."""

    def __init__(self, bot: Bot, take: Take, clock: Clock, *, sleep: Sleep = asyncio.sleep) -> None:
        """Updates go to `take`, whose answer is done when an update cannot be lost any more."""
        self._bot = bot
        self._take = take
        self._sleep = sleep
        self._outage = Outage(clock)
        self._ending = asyncio.Event()
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._last: int | None = None
        self._resting = asyncio.Event()
        self._resting.set()
        self._left = False

    async def run(self) -> None:
        """Ask until `hush`.

        Raises:
            ServiceError: `token-refused`.
        """
        refused = False
        self._resting.clear()
        try:
            while not (self._ending.is_set() or refused):
                refused = not await self._once()
        finally:
            self._resting.set()
        if refused:
            raise ServiceError("token-refused", platform="Telegram")

    async def hush(self) -> None:
        """Ask no more."""
        self._ending.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CONFIRM_S):
                await self._resting.wait()

    async def confirm(self) -> None:
        """Confirm what was dealt with, after `hush`."""
        self._put_down()
        # where a request was left, Telegram may still be at it, and everything is confirmed
        if self._last is not None and not self._left:
            with contextlib.suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(CONFIRM_S):
                    await self._bot.get_updates(offset=self._offset(), limit=1, timeout=0,
                                                allowed_updates=ALLOWED)  # fmt: skip

    async def _once(self) -> bool:
        """Ask once, and deal with what comes; False when the token is not accepted."""
        try:
            updates = await self._unless_ending(self._asked(), patient=bool(self._in_hand))
        except InvalidToken:
            return False
        except TelegramError as error:
            await self._unless_ending(self._sleep(self._pause_s(error)))
            return True
        self._left = updates is None
        if updates is not None:
            self._outage.over()
            for update in updates:
                self._hear(update)
            await self._dealt()
        return True

    async def _asked(self) -> tuple[Update, ...]:
        wait_s = timedelta(seconds=0 if self._in_hand else LONG_S)
        try:
            updates = await self._bot.get_updates(
                offset=self._offset(), timeout=wait_s, allowed_updates=ALLOWED
            )
        except (TelegramError, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - the library reads all of them or none
            _log.error("an update cannot be read (%s); it is passed over", type(error).__name__)
            return await self._asked_one_by_one()
        if not updates and not self._in_hand:
            # all is confirmed, and after a week without updates their numbers begin anew
            self._last = None
        return updates

    async def _asked_one_by_one(self) -> tuple[Update, ...]:
        """What can be read of what waits; the rest counts as dealt with, or it would come for ever."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PTBUserWarning)  # it would rather read them itself
            given: Any = await self._bot.do_api_request("getUpdates", api_kwargs={
                "offset": self._offset(), "timeout": 0, "allowed_updates": ALLOWED,
            })  # fmt: skip
        read = {one["update_id"]: read_update(one, self._bot) for one in given}
        for number in (number for number, update in read.items() if update is None):
            self._in_hand[number] = done = asyncio.get_running_loop().create_future()
            done.set_result(None)
            self._last = max(number, self._last or 0)
        return tuple(filter(None, read.values()))

    def _offset(self) -> int | None:
        """The first update that is in hand, or the one behind the last."""
        if self._in_hand:
            return min(self._in_hand)
        return None if self._last is None else self._last + 1

    def _hear(self, update: Update) -> None:
        if update.update_id not in self._in_hand:
            self._in_hand[update.update_id] = self._take(update)
            self._last = max(update.update_id, self._last or 0)

    async def _dealt(self) -> None:
        """Wait a moment for what is in hand, so that it is not brought again at once."""
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=AGAIN_S)
        self._put_down()

    def _put_down(self) -> None:
        """Let go of what is dealt with, as far as nothing before it is still in hand."""
        for number in sorted(self._in_hand):
            durable = self._in_hand[number]
            if not durable.done() or durable.cancelled():
                return
            del self._in_hand[number]

    def _pause_s(self, error: TelegramError) -> float:
        match error:
            case FloodedError(seconds=seconds):
                return seconds
            case Conflict():
                return self._outage.failed("another process asks with the same token, or a webhook")
            case _:
                return self._outage.failed(trouble(error))

    async def _unless_ending(
        self, doing: Awaitable[Result], *, patient: bool = False
    ) -> Result | None:
        """The result, or None when the end comes before it; `patient` waits a moment more then."""
        work = asyncio.ensure_future(doing)
        end = asyncio.create_task(self._ending.wait())
        try:
            await asyncio.wait({work, end}, return_when=asyncio.FIRST_COMPLETED)
            if patient and not work.done():
                await asyncio.wait({work}, timeout=CONFIRM_S)
            return work.result() if work.done() else None
        finally:
            for task in (work, end):
                task.cancel()
            await asyncio.gather(work, end, return_exceptions=True)
