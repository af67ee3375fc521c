"""Real file systems that are full or read-only, for tests that run as root."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A tmpfs with `options` at `folder`; the test is skipped, loudly, where nobody may mount."""
    folder.mkdir()
    told = _mount("-t", "tmpfs", "-o", options, "articover-test", folder)
    if told.returncode:
        pytest.skip(f"NOT TESTED: a full disk needs the right to mount ({told.stderr.strip()})")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def remount(folder: Path, options: str) -> None:
    """Change the options of what is mounted at `folder`."""
    told = _mount("-o", f"remount,{options}", folder)
    assert not told.returncode, told.stderr


def _mount(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["mount", *map(str, arguments)], capture_output=True, text=True, check=False
    )


@contextlib.contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process can grow beyond `size` bytes, as with a quota."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fill(folder: Path) -> Path:
    """Take all the room of a disk; the file that takes it."""
    ballast = folder / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(os.urandom(1024))
    return ballast
