"""Time as an argument."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time for what people read, monotonic time for what is measured."""

    def now(self) -> datetime:
        """The time of day, in UTC; it may jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        ...
