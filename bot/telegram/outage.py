"""A platform that stays away is told of once, and waited for longer and longer."""

import logging
from random import Random

from pipeline.ports.clock import Clock

FIRST_S, LONGEST_S = 1.0, 30.0
SAY_AGAIN_S = 1800.0
"""The same is said again after so long: two processes with one token can go on like that."""

_log = logging.getLogger(__name__)


class Outage:
    """How long Telegram has been failing, in tries."""

    def __init__(self, clock: Clock, random: Random | None = None) -> None:
        """All is well."""
        self._clock = clock
        self._random = random or Random()
        self._tries = 0
        self._failing = False
        self._said: dict[str, float] = {}

    def failed(self, what: str) -> float:
        """Note a failure, telling the log what is new; seconds to wait before the next try."""
        now = self._clock.monotonic()
        if now >= self._said.get(what, now):
            _log.warning("Telegram does not bring updates: %s; it is waited for", what)
            self._said[what] = now + SAY_AGAIN_S
            self._failing = True
        full = min(FIRST_S * 2.0 ** min(self._tries, 10), LONGEST_S)
        self._tries += 1
        return full * self._random.uniform(0.5, 1.0)

    def over(self) -> None:
        """Note that all is well."""
        if self._failing:
            _log.warning("Telegram brings updates again")
        self._tries, self._failing = 0, False
