"""A call that takes long, halted after every step until it is told to go on.

A pipeline of diffusers paints in one call. In a thread of its own it is a coroutine: it and its
caller never run at the same time, so nothing needs a lock, and between two steps the caller may
look at the picture, take further orders, or end it.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The call is a step further: `done` of `total`, and what it has so far."""

    done: int
    total: int
    latents: Any


@dataclass(frozen=True, slots=True)
class Finished(Generic[T]):
    """The call has come back."""

    made: T


@dataclass(frozen=True, slots=True)
class Broken:
    """The call has raised."""

    error: Exception


class _Ended(BaseException):
    """Raised in a call whose result nobody wants; no library catches it as an error of its own."""


class Halting(Generic[T]):
    """`call(halt)` in a thread; it calls `halt` after every step. It begins with `resume`."""

    def __init__(self, call: Callable[[Callable[[Passed], None]], T]) -> None:
        self._call = call
        self._go: SimpleQueue[bool] = SimpleQueue()
        self._told: SimpleQueue[Passed | Finished[T] | Broken] = SimpleQueue()
        # a process that is told to stop does not wait for a picture
        self._thread = threading.Thread(target=self._run, name="pipeline", daemon=True)
        self._thread.start()

    def resume(self) -> Passed | Finished[T] | Broken:
        """Go on for one step; after anything but `Passed` there is no more."""
        self._go.put(True)
        return self._told.get()

    def end(self) -> None:
        """End the call where it is halted, and wait until it has let go of everything."""
        self._go.put(False)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._wait()
            told = Finished(self._call(self._halt))
        except _Ended:
            return
        except Exception as error:  # noqa: BLE001  (told to the caller, who knows what it means)
            told = Broken(error)
        self._told.put(told)

    def _halt(self, passed: Passed) -> None:
        self._told.put(passed)
        self._wait()

    def _wait(self) -> None:
        if not self._go.get():
            raise _Ended
