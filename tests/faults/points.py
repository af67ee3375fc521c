"""Moments at which a process can be killed, found from outside: production code has no hooks.

A process that watches itself counts every change that it makes: statements and commits of the
database, files that are opened for writing, renamed, removed or forced to the disk, and calls of
the ports that write. Killed at number i, for each i, it has been killed around each of its changes.
"""

import functools
import inspect
import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiosqlite import Connection
from sqlalchemy import event
from sqlalchemy.engine import Engine

CHANGES_OF_NAMES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
READING_PORTS = {
    "cover", "version", "tree", "history", "job", "jobs_of", "overview", "fronts", "due", "held",
    "get", "usage", "receipt", "size", "platform",
}  # fmt: skip
READING_SQL = ("SELECT", "WITH RECURSIVE", "PRAGMA", "BEGIN", "EXPLAIN")


class Points:
    """Counts what happens here, and ends the process with SIGKILL at `die_at` (None: never).

    That is a number, or a label that is reached for the first time. What it was is written to `log`
    by the kernel before the process can die. `firsts` are the numbers of all labels.
    """

    def __init__(self, log: Path, die_at: int | str | None) -> None:
        self._number = itertools.count(1)
        self._die_at = die_at
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.reached = 0
        self.firsts: dict[str, int] = {}

    def reach(self, label: str) -> None:
        """One more moment; any thread may come here."""
        self.reached = number = next(self._number)
        self.firsts.setdefault(label, number)
        if self._die_at in {number, label}:
            os.write(self._log, f"{label}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, folder: Path) -> None:
        """Count what this process does from now on to `folder` and to any database."""
        self._watch_files(str(folder))
        self._watch_disk()
        self._watch_database()

    def port(self, name: str, port: Any) -> Any:
        """The same port, with a moment before and after each call that writes."""
        return _Watched(name, port, self.reach)

    def _watch_files(self, folder: str) -> None:
        def hook(what: str, arguments: tuple[Any, ...]) -> None:
            if what == "open":
                path, _, flags = arguments
                writes = (flags or 0) & (os.O_WRONLY | os.O_RDWR)
                if writes and str(path).startswith(folder):
                    self.reach(f"open {Path(str(path)).suffix}")
            elif what in CHANGES_OF_NAMES and str(arguments[0]).startswith(folder):
                self.reach(what)

        sys.addaudithook(hook)

    def _watch_disk(self) -> None:
        def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
            @functools.wraps(call)
            def wrapped(*arguments: Any, **named: Any) -> Any:
                self.reach(f"before {name}")
                result = call(*arguments, **named)
                self.reach(f"after {name}")
                return result

            return wrapped

        os.fsync = counted("fsync", os.fsync)

    def _watch_database(self) -> None:
        def before(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if not statement.lstrip().upper().startswith(READING_SQL):
                self.reach(f"before {_short(statement)}")

        def after(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if not statement.lstrip().upper().startswith(READING_SQL):
                self.reach(f"after {_short(statement)}")

        event.listen(Engine, "before_cursor_execute", before)
        event.listen(Engine, "after_cursor_execute", after)
        Connection.commit = self._around("commit", Connection.commit)

    def _around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        async def wrapped(*arguments: Any) -> Any:
            changes = arguments[0].in_transaction
            if changes:
                self.reach(f"before {name}")
            result = await call(*arguments)
            if changes:
                self.reach(f"after {name}")
            return result

        return wrapped


class _Watched:
    def __init__(self, name: str, port: Any, reach: Callable[[str], None]) -> None:
        self._name = name
        self._port = port
        self._reach = reach

    def __getattr__(self, attribute: str) -> Any:
        value = getattr(self._port, attribute)
        if attribute in READING_PORTS or not inspect.iscoroutinefunction(value):
            return value

        async def call(*arguments: Any, **named: Any) -> Any:
            self._reach(f"before {self._name}.{attribute}")
            result = await value(*arguments, **named)
            self._reach(f"after {self._name}.{attribute}")
            return result

        return call


def _short(statement: str) -> str:
    return " ".join(statement.split()[:3]).lower()
