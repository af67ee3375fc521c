"""The right to write into a folder: two trainings in one would spoil each other's checkpoints."""

import contextlib
import fcntl
from collections.abc import Generator
from pathlib import Path

from pipeline.domain.errors import TrainingError


@contextlib.contextmanager
def alone_in(folder: Path) -> Generator[None]:
    """A block that one process at a time is in; the kernel lets go when its holder dies.

    Raises:
        TrainingError: `training-busy` when another process is in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise TrainingError("training-busy", path=str(folder)) from error
        yield
