"""How fast bytes come, and how long the rest of them takes."""

import time
from collections import deque
from collections.abc import Callable

_WINDOW_S = 15.0
_SOON_S = 1.0
_UNITS = ("B", "kB", "MB", "GB", "TB")


class Meter:
    """The rate of the last seconds: a line that was slow an hour ago says nothing about now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing has come yet."""
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, done: int) -> None:
        """So many bytes are there now; fewer than before: it began anew."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        now = self._clock()
        self._seen.append((now, done))
        while now - self._seen[0][0] > _WINDOW_S:
            self._seen.popleft()

    @property
    def rate(self) -> float | None:
        """Bytes a second; None before it can be told."""
        if not self._seen:
            return None
        (begin, first), (end, last) = self._seen[0], self._seen[-1]
        return (last - first) / (end - begin) if end - begin >= _SOON_S else None

    def left_s(self, total: int) -> float | None:
        """Seconds until `total` bytes are there; None when that cannot be told."""
        rate = self.rate
        return (total - self._seen[-1][1]) / rate if rate else None


def size(count: float) -> str:
    """A number of bytes as people read it: `4.9 MB`; a thousand of a unit are one of the next."""
    unit = 0
    while count >= 999.5 and unit < len(_UNITS) - 1:
        count /= 1000
        unit += 1
    return f"{count:.1f} {_UNITS[unit]}" if unit and count < 99.95 else f"{count:.0f} {_UNITS[unit]}"  # fmt: skip
