"""What worker processes are made to do in these tests; it is pickled by its name."""

import os
import signal
import time
from pathlib import Path

from pipeline.domain.errors import LetteringError


class Shop:
    """A workshop that remembers what it was asked."""

    def __init__(self) -> None:
        self.calls = 0


def shop() -> Shop:
    return Shop()


def no_shop() -> Shop:
    raise LetteringError("lettering-no-room", words="a title")


def double(_shop: Shop, number: int) -> int:
    return 2 * number


def count(shop: Shop) -> tuple[int, int]:
    """The process, and how often it was asked."""
    shop.calls += 1
    return os.getpid(), shop.calls


def crash(_shop: Shop) -> None:
    os._exit(1)


def killed(_shop: Shop) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def freeze(_shop: Shop) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def hang(_shop: Shop, started: Path | None = None) -> None:
    if started is not None:
        started.write_text(str(os.getpid()))
    while True:
        time.sleep(60)


def wait_for(_shop: Shop, started: Path, go: Path) -> int:
    """Say that it has begun, and go on when `go` is there."""
    started.write_text(str(os.getpid()))
    while not go.exists():
        time.sleep(0.005)
    return os.getpid()


def no_room(_shop: Shop) -> None:
    raise LetteringError("lettering-no-room", words="a title")


def surprise(_shop: Shop, words: str = "") -> None:
    raise ZeroDivisionError(words)


def no_memory(_shop: Shop) -> None:
    raise MemoryError


def unpicklable(_shop: Shop) -> object:
    return lambda: None


def end_politely(_shop: Shop) -> str:
    """What a service manager and a terminal send to a whole group of processes."""
    for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(os.getpid(), ending)
    return "still here"
