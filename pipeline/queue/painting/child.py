"""The model's own process: makes the engine once, then paints for all that were admitted."""

import os
import pickle
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import cast

from pipeline.domain.errors import ArtiCoverError
from pipeline.ports.painter import PaintEngine
from pipeline.queue.painting.messages import (
    Admit,
    Beat,
    Broken,
    Cancel,
    Idle,
    Opened,
    Refused,
    ToChild,
)
from pipeline.queue.painting.outbox import Outbox
from pipeline.queue.worker import die_with_parent, leave_signals_to_parent, stack_of


def serve_painting(pipe: Connection, factory: Callable[[], PaintEngine]) -> None:
    """Be the model's process: say on `pipe` that it is open, then paint until the pipe closes.

    What the engine raises ends the process, after its stack was told.
    """
    leave_signals_to_parent()
    die_with_parent()
    inbox: Inbox = queue.SimpleQueue()
    outbox = Outbox(pipe, spoilt=lambda ticket: inbox.put(_Spoilt(ticket=ticket)))
    try:
        if (engine := _opened(factory, outbox)) is not None:
            receiving = threading.Thread(target=_receive, args=(pipe, inbox), daemon=True)
            receiving.start()
            _Loop(engine, inbox, outbox).run()
    except BaseException as error:  # noqa: BLE001 - the parent is told, and starts another process
        outbox.put(Broken(stack=stack_of(error)))
    outbox.flush()
    # not as processes end ordinarily: a driver that failed may hang when it is taken down
    os._exit(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoilt:
    """The ticket was ended here, since its event could not be sent."""

    ticket: str


Inbox = queue.SimpleQueue[ToChild | _Spoilt | None]
"""None is the end: the parent closed the pipe, or is gone."""


def _opened(factory: Callable[[], PaintEngine], outbox: Outbox) -> PaintEngine | None:
    try:
        engine = factory()
    except ArtiCoverError as error:
        outbox.put(Refused(error=error))
        return None
    outbox.put(Opened())
    return engine


def _receive(pipe: Connection, inbox: Inbox) -> None:
    """Take messages as they come, so that the parent never waits for a step to end."""
    try:
        while True:
            inbox.put(cast("ToChild", pickle.loads(pipe.recv_bytes())))  # noqa: S301 - our parent's
    except (EOFError, OSError):
        pass
    finally:
        inbox.put(None)


class _Loop:
    """Takes messages between two steps, and waits for them when there is nothing to do."""

    def __init__(self, engine: PaintEngine, inbox: Inbox, outbox: Outbox) -> None:
        self._engine = engine
        self._inbox = inbox
        self._outbox = outbox
        self._taken = 0

    def run(self) -> None:
        while self._heard():
            if self._engine.busy:
                self._step()

    def _heard(self) -> bool:
        """Heed what has come, or what comes next when there is nothing to do; False at the end."""
        if not self._engine.busy:
            self._outbox.put(Idle(taken=self._taken))
            if not self._heed(self._inbox.get()):
                return False
        while not self._inbox.empty():
            if not self._heed(self._inbox.get()):
                return False
        return True

    def _heed(self, message: ToChild | _Spoilt | None) -> bool:
        match message:
            case Admit(ticket=ticket, request=request):
                self._taken += 1
                self._engine.admit(ticket, request)
            case Cancel(ticket=ticket):
                self._taken += 1
                self._engine.cancel(ticket)
                self._outbox.forget(ticket)
            case _Spoilt(ticket=ticket):
                self._engine.cancel(ticket)
            case None:
                return False
        return True

    def _step(self) -> None:
        events = self._engine.step()
        for event in events:
            self._outbox.put(event)
        if not events:
            self._outbox.put(Beat())
