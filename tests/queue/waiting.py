"""Waiting for what must become true, with a limit."""

import asyncio
from collections.abc import Callable
from pathlib import Path

LIMIT_S = 20.0


async def until(true: Callable[[], object], limit_s: float = LIMIT_S) -> None:
    """Let the loop go on until something is true; TimeoutError when it never is."""
    async with asyncio.timeout(limit_s):
        while not true():  # noqa: ASYNC110 - other processes set no events
            await asyncio.sleep(0.005)


async def content(path: Path) -> str:
    """What another process writes into a file, once it has."""
    found: list[str] = []

    def is_there() -> bool:
        found[:] = [path.read_text()] if path.exists() else []
        return bool(found and found[0])

    await until(is_there)
    return found[0]


def alive(pid: int) -> bool:
    """Whether a process runs (one that only waits to be reaped does not)."""
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):  # gone before, or while it was read
        return False
