"""Asynchronous work from a command: Ctrl-C and its kin end it in order."""

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable, Coroutine, Generator
from typing import Any, TypeVar

T = TypeVar("T")


class Halted(Exception):  # noqa: N818 - no error: a person stopped it
    """The person stopped a command that has a `message` of its own for it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def run_to_end(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`; Ctrl-C, SIGTERM or a closed terminal cancel it, once.

    Raises:
        KeyboardInterrupt: when it was cancelled so, unless the work has words for it (`Halted`).
    """
    try:
        return asyncio.run(_cancellable(work))
    except asyncio.CancelledError as error:
        raise KeyboardInterrupt from error


async def _cancellable(work: Coroutine[Any, Any, T]) -> T:
    task = asyncio.current_task()
    with ending_by(task.cancel if task else _nothing):
        return await work


def _nothing() -> None:
    return None


@contextlib.contextmanager
def ending_by(end: Callable[[], object]) -> Generator[None]:
    """Call `end` when the process is told to end; what was chosen to be ignored stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {one: signal.getsignal(one) for one in _endings()}
    heard = [one for one, handler in before.items() if handler is not signal.SIG_IGN]
    for one in heard:
        loop.add_signal_handler(one, end)
    try:
        yield
    finally:
        for one in heard:
            loop.remove_signal_handler(one)
            signal.signal(one, before[one])


@contextlib.contextmanager
def noting_the_end() -> Generator[Callable[[], bool]]:
    """Only take note when the process is told to end: it is starting, and ends in order later.

    An interruption while a library is being loaded would look like a library that is broken.
    """
    told = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield told.is_set
        return
    before = {one: signal.getsignal(one) for one in _endings()}
    heard = [one for one, handler in before.items() if handler is not signal.SIG_IGN]
    for one in heard:
        signal.signal(one, lambda _number, _frame: told.set())
    try:
        yield told.is_set
    finally:
        for one in heard:
            signal.signal(one, before[one])


def end_in_order() -> None:
    """Let a request to end, or a terminal that was closed, end the run as Ctrl-C does.

    What somebody chose to ignore stays ignored: that is what `nohup` does.
    """
    if threading.current_thread() is threading.main_thread():
        for ending in _endings():
            if ending != signal.SIGINT and signal.getsignal(ending) is signal.SIG_DFL:
                signal.signal(ending, signal.default_int_handler)


def _endings() -> list[int]:
    return [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP")
            if hasattr(signal, name)]  # fmt: skip
