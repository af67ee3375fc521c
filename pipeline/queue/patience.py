"""Waiting for a store that is away."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from random import Random
from typing import TypeVar

from pipeline.domain.errors import StorageError
from pipeline.domain.event import Notice, StoreFailed
from pipeline.domain.limits import QueueLimits
from pipeline.ports.clock import Clock
from pipeline.queue.retry import backoff_s, known
from pipeline.queue.worker import stack_of

T = TypeVar("T")

LONGEST_PAUSE_S = 5.0
"""A store that is away is asked again at least so often."""

_log = logging.getLogger(__name__)


def passing(error: Exception) -> bool:
    """Whether the store is only away: it comes back, or room can be made."""
    return isinstance(error, StorageError) and error.retryable


def of_the_store(error: Exception) -> bool:
    """Whether it is the store at all, even if somebody has to mend it."""
    return isinstance(error, StorageError)


def whatever(_error: Exception) -> bool:
    """For what must be told in the end, a bug notwithstanding."""
    return True


async def patiently(
    do: Callable[[], Awaitable[T]], for_s: float, *, clock: Clock, limits: QueueLimits,
    random: Random, notice: Notice, waits_out: Callable[[Exception], bool] = passing,
) -> T:  # fmt: skip
    """What `do` gives, tried again for about `for_s` while it fails in a way that `waits_out`.

    Raises:
        Exception: the last one when the time is over, or at once what is not waited out.
    """
    until = clock.monotonic() + for_s
    tries = 0
    while True:
        try:
            return await do()
        except Exception as error:
            tries += 1
            delay_s = min(backoff_s(tries, limits, random), LONGEST_PAUSE_S)
            if not waits_out(error) or clock.monotonic() + delay_s > until:
                raise
            _told(error, notice)
        await asyncio.sleep(delay_s)


def _told(error: Exception, notice: Notice) -> None:
    if not isinstance(error, StorageError):
        _log.error("unforeseen error of the store\n%s", stack_of(error))
    notice(StoreFailed(code=known(error).code))
