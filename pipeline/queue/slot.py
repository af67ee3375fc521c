"""A place for one worker process: started when needed, started again when it was lost.

With one process a place, and one call a process, a crash belongs to the call that met it, and to
nobody else's.
"""

import contextlib
import logging
import pickle
import threading
from collections.abc import Callable, Generator
from typing import cast

from pipeline.domain.errors import WorkError
from pipeline.queue.launching import Child, launched
from pipeline.queue.worker import (
    TAKEN,
    Answer,
    Call,
    Failure,
    Result,
    attempt,
    failure_of,
    serve,
)

_log = logging.getLogger(__name__)


class Slot:
    """One worker process at a time. `start` and `ask` block: one thread at a time may call them.

    `end` may be called from any thread, and ends the worker only while another waits for it, so
    that a limit that passes as an answer comes never meets the next call.
    """

    def __init__(self, factory: Callable[[], object], *, name: str, niceness: int = 0) -> None:
        self._factory = factory
        self._name = name
        self._niceness = niceness
        self._worker: Child | None = None
        self._here: list[object] = []
        self._ever = False
        self._guard = threading.Lock()
        self._busy = False
        self._ended = False
        self._late_s: float | None = None
        self._closed = False

    def start(self) -> Answer:
        """Have a worker with its workshop: the one that is there, or a new one.

        A worker that died while it had nothing to do is replaced here, at nobody's expense.
        """
        with self._use():
            if self._here or (self._worker is not None and self._worker.process.is_alive()):
                return Result(value=None)
            self._forget()
            return self._started()

    def ask(self, call: Call) -> Answer:
        """What a call comes to in the worker; `work-crashed` when the worker does not outlive it."""
        with self._use():
            if self._here:
                return attempt(call, self._here[0])
            try:
                request = pickle.dumps(call)
            except Exception as error:  # noqa: BLE001 - anything may go wrong in a __reduce__
                return failure_of(error)
            taken, answer = self._asked(request)
            if not taken and not self._ended and not self._closed:
                # the worker died idle, and so shortly before that nobody had noticed
                ready = self._started()
                answer = self._asked(request)[1] if isinstance(ready, Result) else ready
            return answer

    def end(self, *, late_s: float | None = None) -> None:
        """End the worker if a call waits for it, `late_s` when because that took longer."""
        with self._guard:
            if self._busy:
                self._ended, self._late_s = True, late_s
                self._kill()

    def close(self) -> None:
        """End the worker, whatever it does, and start no other."""
        with self._guard:
            self._closed = True
            self._kill()

    def discard(self) -> None:
        """Let go of a closed worker that no call waits for."""
        self._forget()

    def _kill(self) -> None:
        if self._worker is not None:
            self._worker.process.kill()

    @contextlib.contextmanager
    def _use(self) -> Generator[None]:
        with self._guard:
            self._busy, self._ended, self._late_s = True, False, None
        try:
            yield
        finally:
            with self._guard:
                self._busy = False
            if self._ended:
                self._forget()

    def _started(self) -> Answer:
        try:
            worker = launched(serve, self._name, self._factory, self._niceness)
        except OSError as error:
            return self._without_process(error)
        with self._guard:
            self._worker, self._ever = worker, True
            if self._ended or self._closed:
                self._kill()
        answer = self._answer()
        if isinstance(answer, Failure):
            self._forget()
        return answer

    def _asked(self, request: bytes) -> tuple[bool, Answer]:
        """What a request comes to, and whether the worker took it at all."""
        if self._worker is None:
            return False, self._lost()
        try:
            self._worker.pipe.send_bytes(request)
            self._worker.pipe.recv_bytes(len(TAKEN))
        except (EOFError, OSError):
            return False, self._lost()
        return True, self._answer()

    def _answer(self) -> Answer:
        """What the worker says, which may take long."""
        if self._worker is None:
            return self._lost()
        try:
            content = self._worker.pipe.recv_bytes()
        except (EOFError, OSError):
            return self._lost()
        try:
            return cast("Answer", pickle.loads(content))  # noqa: S301 - our own worker's
        except Exception as error:  # noqa: BLE001 - anything may go wrong in a __setstate__
            return failure_of(error)

    def _lost(self) -> Failure:
        self._forget()
        if self._late_s is not None:
            return Failure(error=WorkError("work-too-long", seconds=self._late_s))
        return Failure(error=WorkError("work-crashed"))

    def _forget(self) -> None:
        """End what is left of the worker, and let go of it."""
        with self._guard:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _without_process(self, error: OSError) -> Answer:
        """Work in this process where the machine allows no other; else it may allow one later."""
        if self._ever:
            return Failure(error=WorkError("work-crashed"))
        _log.warning("no worker processes (%s): working in a thread, without a time limit",
                     type(error).__name__)  # fmt: skip
        try:
            self._here.append(self._factory())
        except Exception as failed:  # noqa: BLE001 - told like that of a worker process
            return failure_of(failed)
        return Result(value=None)
