"""How long runs took, by a clock that nobody can set."""

from pipeline.ports.clock import Clock

_MOST = 1_000


class Stopwatch:
    """Times runs by their tokens; a run that somebody else started has no time.

    Runs that never end here, because they were cancelled or lost, are forgotten in time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began: dict[str, float] = {}

    def start(self, token: str) -> None:
        """Begin to time a run."""
        if len(self._began) >= _MOST:
            del self._began[next(iter(self._began))]
        self._began[token] = self._clock.monotonic()

    def stop(self, token: str) -> float | None:
        """Seconds since the run of `token` began."""
        began = self._began.pop(token, None)
        return None if began is None else self._clock.monotonic() - began
