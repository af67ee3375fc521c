"""A queue in a process of its own, which tests stop, freeze and kill.

    python -m tests.faults.worker URL ROOT

An empty URL is SQLite in the place ROOT. SIGTERM ends the queue as it does in production. What
happens to the queue and which orders it begins is noted in ROOT/events; an order is not finished
before the file ROOT/gate is there.
"""

import asyncio
import os
import signal
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

from bot.clock import SystemClock
from pipeline.domain.event import Event, QueueTurned, StoreFailed
from pipeline.domain.outcome import Made
from storage.opening import open_store
from tests.faults import wares
from tests.faults.life import LIMITS, Place, queue_of, until
from tests.faults.platform import Record, RecordingCourier


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A running worker, as the test sees it."""

    process: Popen[bytes]
    place: Place

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    async def ended(self, within_s: float = 30.0) -> int:
        """Its exit code, as soon as it has ended."""
        return await asyncio.to_thread(self.process.wait, within_s)

    def noted(self, **wanted: Any) -> list[dict[str, Any]]:
        """Its events that say this."""
        facts = Record(events(self.place)).facts()
        mine = (fact for fact in facts if fact["pid"] == self.process.pid)
        return [fact for fact in mine if wanted.items() <= fact.items()]

    async def notes(self, times: int = 1, within_s: float = 30.0, **wanted: Any) -> None:
        """Wait until it has noted this so often."""

        async def enough() -> bool:
            return len(self.noted(**wanted)) >= times

        await until(enough, within_s)


def events(place: Place) -> Path:
    """Where all workers of a place note what happens."""
    return place.root / "events"


def open_gate(place: Place) -> None:
    """Let orders be finished."""
    (place.root / "gate").touch()


@contextmanager
def workers(
    place: Place, url: str = "", *, count: int = 1, environment: dict[str, str] | None = None
):
    """So many workers on one installation; they are killed in the end."""
    command = [sys.executable, "-m", "tests.faults.worker", url, str(place.root)]
    with ExitStack() as stack:
        started = [
            stack.enter_context(Popen(command, stdin=DEVNULL, env=os.environ | (environment or {})))
            for _ in range(count)
        ]
        try:
            yield [Worker(process=process, place=place) for process in started]
        finally:
            for process in started:
                process.kill()


async def work(url: str, place: Place) -> None:
    """Run the queue until SIGTERM."""
    record = Record(events(place))

    def note(**fact: Any) -> None:
        record.note(pid=os.getpid(), **fact)

    def notice(event: Event) -> None:
        match event:
            case QueueTurned(state=state):
                note(queue=state)
            case StoreFailed(code=code):
                note(failed=code)
            case _:
                pass

    async def gated(task: Any, bench: Any) -> Made:
        note(begins=task.operation.seed)
        made = await wares.perform(task, bench)
        note(waits=task.operation.seed)
        await until(lambda: _there(place.root / "gate"))
        note(ends=task.operation.seed)
        return made

    store = await open_store(url, place.data, SystemClock())
    limits = replace(LIMITS, drain_s=float(os.environ.get("DRAIN_S", "5")))
    queue = queue_of(store, RecordingCourier(place.platform(), store.blobs), perform=gated,
                     notice=notice, limits=limits)  # fmt: skip
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stopping.set)
    note(queue="here")
    await queue.run(until=stopping.wait())
    await store.close()


async def _there(path: Path) -> bool:
    return path.exists()  # noqa: ASYNC240 - a folder in memory


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], Place(root=Path(sys.argv[2]))))
