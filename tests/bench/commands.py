"""Commands as people type them, from nothing to the end of the process, and the same work warm."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from unittest.mock import patch

from bot.__main__ import _house
from bot.house import House
from bot.terminal.courier import Folder
from pipeline.domain.event import Event, Sent
from pipeline.domain.ids import new_id
from pipeline.domain.job import Delivered
from pipeline.domain.operation import EditText
from tests.bench.grounds import Grounds
from tests.bench.line import Line, best, spread

ROUNDS = 3
CHANGES = 15
DELIVERED_WITHIN_S = 60.0
BOOK = ("--title", "The Salt Cartographer", "--author", "Iris Vandermeer", "--genre", "fantasy",
        "--options", "1", "--seed", "3", "--preview")  # fmt: skip


def command(data: Path, *arguments: str) -> None:
    """Run `articover` in a process of its own, over the data folder `data`.

    Raises:
        CalledProcessError: when it fails.
    """
    environment = os.environ | {"ARTICOVER_DATA": str(data)}
    environment.pop("ARTICOVER_DATABASE_URL", None)
    subprocess.run([sys.executable, "-m", "bot", *arguments], check=True, capture_output=True,
                   env=environment)  # fmt: skip


def command_time(data: Path, *arguments: str) -> float:
    """Seconds of the whole process, the shortest of a few."""
    return best(lambda: command(data, *arguments), ROUNDS)


async def text_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """A change of a cover's title: by command, and through a queue that runs already."""
    data, out = grounds.folder / "commands", grounds.folder / "out"
    command(data, "cover", *BOOK, "--out", str(out / "first"))
    titles = iter(range(100))

    def change() -> None:
        number = next(titles)
        command(data, "text", "last", "--title", f"Another Title {number}",
                "--out", str(out / f"cold-{number}"))  # fmt: skip

    yield Line("text change by command, started cold", best(change, ROUNDS))
    times = await _warm(data, out)
    for line in spread("text change, order to delivered, warm", times):
        yield line


async def _warm(data: Path, out: Path) -> list[float]:
    """Times from order to delivery of changes one after another, without the first."""
    arrived: asyncio.Queue[str] = asyncio.Queue()

    def notice(event: Event) -> None:
        if isinstance(event, Sent):
            arrived.put_nowait(event.job)

    with patch.dict(os.environ, {"ARTICOVER_DATA": str(data), "ARTICOVER_DATABASE_URL": ""}):
        async with _house(notice) as house, house.running():
            return [await _changed(house, arrived, out, n) for n in range(CHANGES + 1)][1:]


async def _changed(house: House, arrived: asyncio.Queue[str], out: Path, number: int) -> float:
    version = (await house.studio.history(house.person)).entries[0].current
    words = EditText(changes=(("title", f"A Title Through the Queue {number}"),))
    address = Folder(path=str(out / f"warm-{number}")).address
    began = time.perf_counter()
    job = (await house.studio.order(house.person, version or "", words, address, new_id())).job
    async with asyncio.timeout(DELIVERED_WITHIN_S):
        await arrived.get()
    seconds = time.perf_counter() - began
    state = (await house.studio.job(house.person, job.id)).state
    if state != Delivered():
        raise RuntimeError(f"the change came to {state}")  # failures are delivered as well
    return seconds
