"""What keras-ocr's process does: it answers with what it finds until its parent is gone."""

import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import IO

from pipeline.domain.lettering import Detector
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.keras_ocr.frames import (
    FrameError,
    Kind,
    packed_error,
    packed_fragments,
    picture_in,
    receive,
    send,
)
from pipeline.ports.lettering import Fragment, Pixels

Find = Callable[[Pixels], Sequence[Fragment]]
_LONGEST = 200
"""Of a reason, in characters."""


def serve(open_: Callable[[], Find]) -> None:
    """Say on standard output that it is open, then answer each picture until standard input closes.

    Whatever else is printed here, by us or by libraries, goes to standard error.
    """
    _leave_signals_to_parent()
    answers = _own_output()
    pictures: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, pictures), daemon=True).start()
    try:
        find = open_()
    except Exception as error:  # noqa: BLE001 - it is told, and this process ends
        send(answers, Kind.FAILED, packed_error(_told(error)))
        os._exit(1)  # not in order: a thread waits at standard input
    send(answers, Kind.READY)
    while True:
        send(answers, *_answered(find, pictures.get()))


def _answered(find: Find, picture: bytes) -> tuple[Kind, bytes]:
    try:
        return Kind.FOUND, packed_fragments(find(picture_in(picture)))
    except Exception as error:  # noqa: BLE001 - it ends one picture and not the process
        return Kind.FAILED, packed_error(_told(error))


def _told(error: Exception) -> RetouchError:
    if isinstance(error, RetouchError):
        return error
    reason = f"{type(error).__name__}: {error}".splitlines()[0][:_LONGEST]
    return RetouchError("detector-failed", detector=Detector.KERAS_OCR, reason=reason)


def _receive(requests: IO[bytes], pictures: "queue.SimpleQueue[bytes]") -> None:
    """Take pictures as they come; at the end of the pipe nobody waits for an answer any more."""
    try:
        while (frame := receive(requests)) is not None:
            pictures.put(frame[1])
    except (FrameError, OSError):
        pass
    # at once: the main thread may be amid a calculation of seconds
    os._exit(0)


def _own_output() -> IO[bytes]:
    """Standard output for answers alone: libraries that print do so on standard error from now on."""
    sys.stdout.flush()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _leave_signals_to_parent() -> None:
    """A service manager may send these to all processes; the parent decides when this one ends."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
