"""Starting processes of our own: workers, and the model's."""

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Concatenate, Final, ParamSpec

from pipeline.queue.worker import endings

P = ParamSpec("P")

START_METHOD: Final = "spawn"
"""Not fork, which is not safe beside threads. Not forkserver, though it starts a workshop in 0.1 s
and not 0.35 s, and shares 40 MB of its modules: its server is killed by the SIGTERM
that a service manager sends to a whole group, and all workers seem to be lost with it."""

_starting = threading.Lock()
"""Starting processes is not safe from several threads at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A process of ours and our end of the pipe to it. It dies with us at the latest."""

    process: BaseProcess
    pipe: Connection

    def end(self) -> int:
        """Kill the process whatever it does, and wait until it is gone; its exit code.

        The code is negative for a signal, which may have come from elsewhere before ours. This
        blocks shortly, and the pipe must not be in use.
        """
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        self.process.close()
        self.pipe.close()
        return code


def launched(
    serve: Callable[Concatenate[Connection, P], None], name: str, *args: P.args, **kwargs: P.kwargs
) -> Child:
    """A new process that does `serve(pipe, ...)`; all of it must be picklable.

    Raises:
        OSError: where the machine allows no further process.
    """
    context = multiprocessing.get_context(START_METHOD)
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, *args), kwargs=kwargs, name=name,
                              daemon=True)  # fmt: skip
    try:
        with _starting:
            resource_tracker.ensure_running()
            with _without_signals():
                process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()  # so that the end of the process is the end of the pipe
    return Child(process=process, pipe=ours)


@contextlib.contextmanager
def _without_signals() -> Generator[None]:
    """Keep signals that end processes from a process made here, until it is ready to ignore them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before: Any = signal.pthread_sigmask(signal.SIG_BLOCK, endings())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
