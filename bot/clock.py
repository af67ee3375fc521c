"""The clocks of this machine."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Wall and monotonic time as the system tells them."""

    def now(self) -> datetime:
        """The time of day in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        return time.monotonic()
