"""A worker process: makes its workshop once, then does what it is sent, one thing at a time."""

import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess, parent_process
from typing import Any

from pipeline.domain.errors import ArtiCoverError
from pipeline.queue.retry import known


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a call returned."""

    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What a call raised.

    `stack` is where an unforeseen error came from, for the log: lines of code, never the error's
    own message, which may hold a person's words. Empty for errors that are told.
    """

    error: ArtiCoverError
    stack: str = ""


TAKEN = b"taken"
"""What a worker says when it has a call; should it be lost before, the call is not to blame."""
Answer = Result | Failure
Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def serve(pipe: Connection, factory: Callable[[], object], niceness: int) -> None:
    """Be a worker: say on `pipe` that the workshop is ready, then answer calls until it closes."""
    leave_signals_to_parent()
    die_with_parent()
    if hasattr(os, "nice"):
        os.nice(niceness)
    try:
        workshop = factory()
    except Exception as error:  # noqa: BLE001 - it is told to the parent, which decides
        pipe.send_bytes(pickle.dumps(failure_of(error)))
        return
    pipe.send_bytes(pickle.dumps(Result(value=None)))
    while (request := _request(pipe)) is not None:
        pipe.send_bytes(TAKEN)
        pipe.send_bytes(_answered(request, workshop))


def _request(pipe: Connection) -> bytes | None:
    try:
        return pipe.recv_bytes()
    except (EOFError, OSError):
        return None


def _answered(request: bytes, workshop: object) -> bytes:
    try:
        return pickle.dumps(attempt(pickle.loads(request), workshop))  # noqa: S301 - our parent's
    except Exception as error:  # noqa: BLE001 - a call or a result that cannot be pickled
        return pickle.dumps(failure_of(error))


def attempt(call: Call, workshop: object) -> Answer:
    """Do a call, and keep what it raises."""
    work, args, kwargs = call
    try:
        return Result(value=work(workshop, *args, **kwargs))
    except Exception as error:  # noqa: BLE001 - whatever it is, it ends one job and not the worker
        return failure_of(error)


def failure_of(error: Exception) -> Failure:
    """An error as a failure, with its stack when nobody foresaw it."""
    if isinstance(error, ArtiCoverError):
        return Failure(error=error)
    return Failure(error=known(error), stack=stack_of(error))


def stack_of(error: BaseException) -> str:
    """Where an error came from and its type, without its message."""
    return "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__


def leave_signals_to_parent() -> None:
    """Ignore what a terminal or a service manager sends to a whole group of processes.

    The parent finishes or hands back its jobs and then ends its workers, by SIGKILL.
    """
    for ending in endings():
        signal.signal(ending, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        # they were blocked when this process was made, so that none could come before this
        signal.pthread_sigmask(signal.SIG_UNBLOCK, endings())


def endings() -> list[signal.Signals]:
    """The signals that ask a process to end, as far as the system has them."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    return [signal.Signals[name] for name in names if hasattr(signal, name)]


def die_with_parent() -> None:
    """End this process at once when its parent does, however that ended.

    A parent that is killed cannot tell its workers, and one at work would go on to the end.
    """
    if (parent := parent_process()) is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True, name="follow").start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
