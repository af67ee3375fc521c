"""The answer to a press: one, at once, whatever else happens."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import TelegramError

from bot.telegram.failures import Trouble, trouble
from bot.telegram.rendering import HINT, cut, plain
from bot.telegram.requests import Requests

SOON_S = 2.5
"""A press is answered after so long, even when nobody knows yet with what."""
ALERT = 60
"""A longer word stays until the person has read it."""

_log = logging.getLogger(__name__)
Begin = Callable[[Coroutine[Any, Any, None]], object]


class Query:
    """One press; it is answered once, by whoever comes first."""

    def __init__(self, requests: Requests, query: str, begin: Begin) -> None:
        """A press that Telegram calls `query`; `begin` lets something run beside."""
        self._requests = requests
        self._query = query
        self._begin = begin
        self._answered = False
        self._late = asyncio.get_running_loop().call_later(SOON_S, self.answer)

    @property
    def answered(self) -> bool:
        """Whether it is too late to say anything."""
        return self._answered

    def answer(self, text: str = "", *, passing: bool = False) -> bool:
        """Answer with a short word, or with none; False when that was done before.

        A `passing` one goes by itself, however long it is: nobody has to tap it away.
        """
        if self._answered:
            return False
        self._answered = True
        self._late.cancel()
        told = cut(plain(text, group=False), HINT)
        self._begin(self._sent(told, stays=len(told) > ALERT and not passing))
        return True

    def leave(self) -> None:
        """Answer nothing: that was done before, by a process that is gone."""
        self._answered = True
        self._late.cancel()

    async def _sent(self, text: str, *, stays: bool) -> None:
        bot = self._requests.bot
        try:
            await self._requests.at_once(
                lambda: bot.answer_callback_query(
                    self._query, text=text or None, show_alert=stays or None
                )
            )
        except TelegramError as error:
            if trouble(error) is not Trouble.OLD:
                _log.warning("a press could not be answered: %s", trouble(error))
