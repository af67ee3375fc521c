"""Pauses that Discord wants and that are too long to wait out: nothing is asked until they are over."""

import discord

from pipeline.ports.clock import Clock

_EVERYWHERE = 0


class Pauses:
    """Until when Discord wants nothing, of one channel or at all."""

    def __init__(self, clock: Clock) -> None:
        """No pause yet."""
        self._clock = clock
        self._until: dict[int, float] = {}

    def note(self, channel: int, error: Exception) -> None:
        """Take note of what Discord said about a request for `channel`."""
        pause_s = _wanted_s(error)
        if pause_s > 0:
            place = _EVERYWHERE if _is_global(error) else channel
            self._until[place] = self._clock.monotonic() + pause_s

    def hold(self, channel: int) -> bool:
        """Whether a pause goes on that concerns a channel."""
        now = self._clock.monotonic()
        self._until = {place: until for place, until in self._until.items() if until > now}
        return _EVERYWHERE in self._until or channel in self._until


def _wanted_s(error: Exception) -> float:
    match error:
        case discord.RateLimited(retry_after=pause_s):
            return pause_s
        case discord.HTTPException(status=429):
            try:
                return float(error.response.headers["Retry-After"])
            except (KeyError, ValueError):
                return 0.0
        case _:
            return 0.0


def _is_global(error: Exception) -> bool:
    return (
        isinstance(error, discord.HTTPException)
        and error.response.headers.get("X-RateLimit-Scope") == "global"
    )
