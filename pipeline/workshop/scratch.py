"""A folder for what is too large for memory, gone when the work is over, however it ends."""

import asyncio
import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import AsyncGenerator, Generator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.picture import MEGABYTE
from pipeline.domain.print_errors import UpscaleError

PREFIX = "articover-scratch-"
ROOMY = "/var/tmp"  # noqa: S108 - folders in it are made for one person, as everywhere
"""Where the system keeps temporary files on a disk: `/tmp` is memory in many systems."""
_LOCK, _UNLOCKED = "lock", "unlocked"

Array = NDArray[np.uint8]


@contextlib.contextmanager
def scratch_folder() -> Generator[Path]:
    """A new folder among the system's temporary files, on a disk where there is one.

    What processes left there that were killed is removed first: a lock tells it from what is in use.

    Raises:
        UpscaleError: `upscale-disk`.
    """
    with contextlib.ExitStack() as stack:
        try:
            folder = _taken(stack)
        except OSError as error:
            raise UpscaleError("upscale-disk", needed_mb=1) from error
        yield folder


def _taken(stack: contextlib.ExitStack) -> Path:
    """A new folder that is ours until the `stack` is left, which removes it."""
    among = _place()
    _sweep(among)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=among))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    lock = stack.enter_context((folder / _UNLOCKED).open("wb"))
    fcntl.flock(lock, fcntl.LOCK_EX)
    # only now: under that name somebody else would have taken it for one that was left
    (folder / _UNLOCKED).rename(folder / _LOCK)
    return folder


@contextlib.asynccontextmanager
async def scratch_beside() -> AsyncGenerator[Path]:
    """The same beside the event loop, which gigabytes that are removed would hold up."""
    scratch = scratch_folder()
    folder = await asyncio.to_thread(scratch.__enter__)
    try:
        yield folder
    finally:
        await asyncio.to_thread(scratch.__exit__, None, None, None)


def sweep() -> None:
    """Remove what processes left that were killed."""
    _sweep(_place())


def _place() -> Path:
    """The folder that `TMPDIR` names; where it names none, one that is no memory."""
    usual = tempfile.gettempdir()
    roomy = usual == "/tmp" and os.access(ROOMY, os.W_OK | os.X_OK)  # noqa: S108
    return Path(ROOMY if roomy else usual)


def _sweep(among: Path) -> None:
    for folder in among.glob(f"{PREFIX}*"):
        # one that has no lock yet is just being made
        with contextlib.suppress(OSError), (folder / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


def new_array(path: Path, shape: tuple[int, int, int]) -> Array:
    """An array in a new file, written to like any other; the room for it is taken at once.

    Otherwise a full disk would end the process that writes to it.

    Raises:
        UpscaleError: `upscale-disk`.
    """
    size = int(np.prod(shape))
    try:
        with path.open("xb") as file:
            os.posix_fallocate(file.fileno(), 0, size)
    except OSError as error:
        raise UpscaleError("upscale-disk", needed_mb=-(-size // MEGABYTE)) from error
    return np.memmap(path, np.uint8, "r+", shape=shape)


def known_array(path: Path, shape: tuple[int, int, int], *, write: bool = False) -> Array:
    """An array that is there already; to be read only, unless to `write`."""
    return np.memmap(path, np.uint8, "r+" if write else "r", shape=shape)
