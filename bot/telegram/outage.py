"""A platform that stays away is told of once, and waited for longer and longer."""

import logging
from random import Random

FIRST_S, LONGEST_S = 1.0, 30.0

_log = logging.getLogger(__name__)


class Outage:
    """How long Telegram has been failing, in tries."""

    def __init__(self, random: Random | None = None) -> None:
        """All is well."""
        self._random = random or Random()
        self._tries = 0
        self._said = ""

    def failed(self, what: str) -> float:
        """Note a failure, telling the log what is new; seconds to wait before the next try."""
        if what != self._said:
            _log.warning("Telegram does not bring updates: %s; it is waited for", what)
            self._said = what
        full = min(FIRST_S * 2.0 ** min(self._tries, 10), LONGEST_S)
        self._tries += 1
        return full * self._random.uniform(0.5, 1.0)

    def over(self) -> None:
        """Note that all is well."""
        if self._said:
            _log.warning("Telegram brings updates again")
        self._tries, self._said = 0, ""
