"""Shared and exclusive locks on a file, between processes and within one.

The kernel lets a lock go when its holder dies, however that happens.
"""

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

_LONGEST_PAUSE_S = 0.05


@asynccontextmanager
async def locked(path: Path, *, exclusive: bool, patience_s: float) -> AsyncGenerator[bool]:
    """Hold the lock of the file `path`, which is made when missing; its folder exists.

    Any number may hold it together unless one is `exclusive`. Yields whether the lock was got
    within `patience_s` seconds; without it the caller must not go on.

    Raises:
        OSError: when the file cannot be opened for writing.
    """
    kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
    descriptor = await _take(path, kind, time.monotonic() + patience_s)
    if descriptor is None:
        yield False
        return
    try:
        yield True
    finally:
        release(descriptor)


async def _take(path: Path, kind: int, deadline: float) -> int | None:
    """The open file that holds the lock; None when others held it until `deadline`.

    Tries instead of waiting in the kernel, which no cancellation could end. What runs on the loop
    here are two calls on a file that is open or cached: microseconds.
    """
    pause = 0.001
    while True:
        descriptor = try_lock(path, kind)
        if descriptor is not None or time.monotonic() >= deadline:
            return descriptor
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE_S)


def try_lock(path: Path, kind: int) -> int | None:
    """The open file that holds the lock `kind` (`fcntl.LOCK_EX` or `LOCK_SH`) of the file `path`.

    None when others hold it. `is_of` says later whether it still excludes them.

    Raises:
        OSError: when the file cannot be opened for writing.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        # Somebody may have removed the file: a lock on a nameless file excludes nobody.
        if is_of(descriptor, path):
            return descriptor
    except BlockingIOError:
        pass
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def is_of(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one of that name: others lock what has the name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def release(descriptor: int) -> None:
    """Let go of a lock and its file."""
    # Closing is not enough: a child that was forked meanwhile would go on holding it.
    fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)
