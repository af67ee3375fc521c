"""One life of the model's process, as the event loop sees it."""

import asyncio
import atexit
import contextlib
import os
import pickle
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import cast

from pipeline.domain.errors import ArtiCoverError, PaintError
from pipeline.domain.painting import PaintRequest
from pipeline.ports.painter import PaintEngine
from pipeline.queue.launching import Child, launched
from pipeline.queue.painting.child import serve_painting
from pipeline.queue.painting.messages import Admit, Cancel, FromChild, Idle, Opened, ToChild

UNHEARD = 16
"""So many messages are read ahead of the event loop; the others wait in the process, which keeps
only the newest of each ticket."""
JOIN_S = 5.0


class LostError(Exception):
    """The process has to be replaced: it is `gone`, `broken` or `late`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    @property
    def told(self) -> ArtiCoverError:
        """What is told to those who waited for it."""
        return PaintError("painter-lost")


class LateError(LostError):
    """The process said nothing for `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__("late")
        self.seconds = seconds

    @property
    def told(self) -> ArtiCoverError:
        """What is told to those who waited for it."""
        return PaintError("painter-late", seconds=self.seconds)


class Nudged:
    """Something happened on this side of the pipe."""


class Life:
    """A process from its start to its end. Its methods do not block the event loop.

    Threads read and write the pipe: pictures of megabytes go through it, and a process that is
    stuck takes nothing.
    """

    def __init__(self, factory: Callable[[], PaintEngine]) -> None:
        """A life that has not begun; `factory` must be picklable."""
        self._factory = factory
        self._loop = asyncio.get_running_loop()
        self._guard = threading.Lock()
        self._ending = threading.Lock()
        self._child: Child | None = None
        self._ended = False
        self._over = False
        self._code = 0
        self._heard: asyncio.Queue[FromChild | Nudged | None] = asyncio.Queue()
        self._room = threading.Semaphore(UNHEARD)
        self._out: queue.SimpleQueue[ToChild | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=work, daemon=True, name=f"painter-{work.__name__}")
                         for work in (self._read, self._write)]  # fmt: skip
        self._sent = 0
        self._resident_mb = 0.0
        self.quiet = True
        """Whether the process has done all that it was ever sent."""
        self._heard_at = self._loop.time()  # or last sent something while it was quiet
        self.pictures = 0

    async def begin(self) -> None:
        """Start the process.

        Raises:
            LostError: where the machine allows no further process.
        """
        try:
            await asyncio.to_thread(self._begin)
        except OSError as error:
            raise LostError("gone") from error
        self._heard_at = self._loop.time()

    async def hear(self, within_s: float | None) -> FromChild | Nudged:
        """What the process says next, or a nudge.

        Raises:
            LostError: when it has ended.
            LateError: when it said nothing for `within_s` (None: for ever).
        """
        try:
            async with asyncio.timeout_at(None if within_s is None else self._heard_at + within_s):
                message = await self._heard.get()
        except TimeoutError:
            raise LateError(within_s or 0.0) from None
        if isinstance(message, Nudged):
            return message
        self._room.release()
        if message is None:
            raise LostError("gone")
        self._note(message)
        return message

    def admit(self, ticket: str, request: PaintRequest) -> None:
        """Have a request join the others."""
        self._send(Admit(ticket=ticket, request=request))

    def cancel(self, ticket: str) -> None:
        """Have a ticket forgotten."""
        self._send(Cancel(ticket=ticket))

    def nudge(self) -> None:
        """Let whoever hears look around: something happened on this side."""
        self._heard.put_nowait(Nudged())

    @property
    def alive(self) -> bool:
        """Whether the process is there, as far as the system knows."""
        return self._child is not None and self._child.process.is_alive()

    @property
    def grown_mb(self) -> float:
        """By how much the process' resident memory grew since it opened; 0 where nothing tells."""
        return self._measured_mb() - self._resident_mb

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        with self._guard:
            self._ended = True
            if self._child is not None and not self._over:
                self._child.process.kill()

    async def end(self) -> int:
        """Kill the process, and wait until nothing of it is left; its exit code.

        The memory of a graphics card is free only then. It may be called again.
        """
        return await asyncio.to_thread(self._end)

    def _send(self, message: ToChild) -> None:
        if self.quiet:
            self.quiet, self._heard_at = False, self._loop.time()
        self._sent += 1
        self._out.put(message)

    def _note(self, message: FromChild) -> None:
        self._heard_at = self._loop.time()
        match message:
            case Opened():
                self._resident_mb = self._measured_mb()
            case Idle(taken=taken):
                self.quiet = taken == self._sent
            case _:
                pass

    def _measured_mb(self) -> float:
        if self._child is None:
            return 0.0
        try:
            pages = Path(f"/proc/{self._child.process.pid}/statm").read_text("ascii").split()[1]
        except (OSError, IndexError):
            return 0.0
        return int(pages) * os.sysconf("SC_PAGESIZE") / 1e6

    def _begin(self) -> None:
        with self._guard:
            if self._ended:
                return
            self._child = launched(serve_painting, "painter", self._factory)
            # before that of multiprocessing, which would wait for a process that ignores its SIGTERM
            atexit.register(self.kill)
        for thread in self._threads:
            thread.start()

    def _end(self) -> int:
        self.kill()
        with self._ending:
            if self._child is not None and not self._over:
                self._over = True
                atexit.unregister(self.kill)
                self._out.put(None)
                self._room.release()
                for thread in self._threads:
                    thread.join(JOIN_S)
                self._code = self._child.end()
            return self._code

    def _read(self) -> None:
        """Hand on what the process says, no more of it than the loop keeps up with."""
        with contextlib.suppress(RuntimeError):  # the loop was closed
            while not self._ended:
                self._room.acquire()
                message = self._received()
                self._loop.call_soon_threadsafe(self._heard.put_nowait, message)
                if message is None:
                    return

    def _received(self) -> FromChild | None:
        """The next message; None when there are none any more, or none that makes sense."""
        if self._child is None:
            return None
        try:
            return cast("FromChild", pickle.loads(self._child.pipe.recv_bytes()))  # noqa: S301 - our own process'
        except Exception:  # noqa: BLE001 - the pipe's end, or anything that a __setstate__ may do
            self._child.process.kill()
            return None

    def _write(self) -> None:
        if self._child is None:
            return
        try:
            while (message := self._out.get()) is not None:
                self._child.pipe.send_bytes(pickle.dumps(message))
        except Exception:  # noqa: BLE001 - it is gone, or cannot be told: it has to be replaced
            self._child.process.kill()
