"""What the model's process has to say, until the pipe takes it."""

import contextlib
import pickle
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import assert_never

from pipeline.ports.painter import Advanced, Failed, Ready
from pipeline.queue.painting.messages import Beat, Broken, FromChild, Idle, Opened, Refused, latest
from pipeline.queue.worker import failure_of

FLUSH_S = 10.0
"""Last words have so long to get through."""


class Outbox:
    """Sends in a thread of its own, so that the model never waits for who reads.

    It is bounded without ever blocking: of each ticket it holds one step, the newest, with the
    newest preview, and one end; of everything else the newest one.
    """

    def __init__(self, pipe: Connection, spoilt: Callable[[str], None]) -> None:
        """`spoilt` is called with a ticket, in the thread, when its event could not be pickled."""
        self._pipe = pipe
        self._spoilt = spoilt
        self._held: dict[object, FromChild] = {}
        self._changed = threading.Condition()
        self._sending = False
        threading.Thread(target=self._send_on, daemon=True, name="outbox").start()

    def put(self, message: FromChild) -> None:
        """Have a message sent, after all that are held."""
        with self._changed:
            key = _key(message)
            before = self._held.pop(key, None)
            if isinstance(message, Advanced) and isinstance(before, Advanced):
                message = replace(message, step=latest(before.step, message.step))
            self._held[key] = message
            self._changed.notify_all()

    def forget(self, ticket: str) -> None:
        """Say nothing more of a ticket."""
        with self._changed:
            for kind in ("step", "end"):
                self._held.pop((kind, ticket), None)

    def flush(self) -> None:
        """Wait until everything is sent, or for `FLUSH_S`."""
        with self._changed:
            self._changed.wait_for(lambda: not self._held and not self._sending, FLUSH_S)

    def _send_on(self) -> None:
        with contextlib.suppress(OSError):  # the parent is gone, and this process soon is
            while True:
                content = self._pickled(self._next())
                self._pipe.send_bytes(content)
                self._sent()

    def _next(self) -> FromChild:
        with self._changed:
            self._changed.wait_for(lambda: self._held)
            self._sending = True
            return self._held.pop(next(iter(self._held)))

    def _sent(self) -> None:
        with self._changed:
            self._sending = False
            self._changed.notify_all()

    def _pickled(self, message: FromChild) -> bytes:
        try:
            return pickle.dumps(message)
        except Exception as error:  # noqa: BLE001 - anything may go wrong in a __reduce__
            return pickle.dumps(self._instead(message, error))

    def _instead(self, message: FromChild, error: Exception) -> FromChild:
        """What is said for a message that cannot be: one ticket fails, or the process does."""
        failure = failure_of(error)
        match message:
            case Advanced(ticket=ticket) | Ready(ticket=ticket) | Failed(ticket=ticket):
                self._spoilt(ticket)
                return Failed(ticket=ticket, error=failure.error, stack=failure.stack)
            case _:
                return Broken(stack=failure.stack)


def _key(message: FromChild) -> object:
    match message:
        case Advanced(ticket=ticket):
            return "step", ticket
        case Ready(ticket=ticket) | Failed(ticket=ticket):
            return "end", ticket
        case Opened() | Refused() | Beat() | Idle() | Broken():
            return type(message)
        case _:
            assert_never(message)
