"""How late the event loop is: whatever blocks it, delays everybody."""

import asyncio
from collections.abc import Callable

from pipeline.ports.clock import Clock


async def watch_lag(late: Callable[[float], None], *, clock: Clock, every_s: float = 0.05) -> None:
    """Tell, for ever, by how many seconds a sleep of `every_s` took too long."""
    while True:
        begun = clock.monotonic()
        await asyncio.sleep(every_s)
        late(max(0.0, clock.monotonic() - begun - every_s))
