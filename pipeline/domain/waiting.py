"""When something that waits may be tried again, with a clock that can be set back or forth.

A wait ends when its time has come. It also ends when more of it is left than any wait may last:
then the clock was set back since it began, and what should have waited a minute would otherwise
wait an hour. No wait is ever skipped for good: each ends by one rule or the other.
"""

from datetime import datetime, timedelta

LONGEST_WAIT = timedelta(minutes=5)
"""No wait is longer, whatever was asked for."""


def wait_until(wanted: datetime, now: datetime) -> datetime:
    """The time to wait for, when one would like to wait until `wanted`."""
    return min(wanted, now + LONGEST_WAIT)


def is_due(not_before: datetime | None, now: datetime) -> bool:
    """Whether a wait until `not_before` (None: no wait) is over."""
    return not_before is None or not_before <= now or not_before > now + LONGEST_WAIT
