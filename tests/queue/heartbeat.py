"""How long an event loop was blocked, as far as that is its own fault."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

BEAT_S = 0.01
THREADS = Path("/proc/self/task")


@dataclass
class Heartbeat:
    """The longest gap between two beats, `longest_s` without what the machine is to blame for.

    A beat comes late when the loop's thread works, waits in a blocking call or waits for the GIL:
    that is what must not be. On a busy machine it also comes late when that thread, or the one
    that holds the GIL, could go on but no core is free. Linux counts such waits for every thread
    (the second number of its `schedstat`), and they are taken off each gap. So this measures the
    same on a busy machine as on an idle one; `longest_raw_s` is the gap as it was.
    """

    longest_s: float = 0.0
    longest_raw_s: float = 0.0
    beats: int = 0
    _queued: dict[str, int] = field(default_factory=dict)

    def queued_s(self) -> float:
        """Seconds that threads of this process have waited for a core since this was last asked."""
        before, self._queued = self._queued, {}
        for thread in THREADS.iterdir():
            with contextlib.suppress(OSError):  # it has ended meanwhile
                self._queued[thread.name] = int((thread / "schedstat").read_text().split()[1])
        grown = (now - before.get(thread, 0) for thread, now in self._queued.items())
        return sum(grown) / 1e9

    async def beat(self) -> None:
        """Beat until cancelled."""
        self.queued_s()
        while True:
            before = time.monotonic()
            await asyncio.sleep(BEAT_S)
            late_s = time.monotonic() - before - BEAT_S
            self.longest_raw_s = max(self.longest_raw_s, late_s)
            self.longest_s = max(self.longest_s, late_s - self.queued_s())
            self.beats += 1


@contextlib.asynccontextmanager
async def heartbeat() -> AsyncIterator[Heartbeat]:
    """A heartbeat of the running loop, for as long as the context lasts."""
    heart = Heartbeat()
    beating = asyncio.create_task(heart.beat())
    try:
        yield heart
    finally:
        beating.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await beating
