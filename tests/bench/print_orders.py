"""From the button to the files of an illustrated cover in A4, through a queue that runs already."""

import asyncio
import os
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
from pipeline.domain.operation import Export, Operation, Print
from tests.bench.commands import command
from tests.bench.grounds import Grounds
from tests.bench.line import Line

STYLES = ("papercut", "seascape")
ROUNDS = 2
DELIVERED_WITHIN_S = 120.0
LIMIT_S = 6.0
"""What somebody who pressed a button waits for a file without thinking that it was lost."""
ORDERS: dict[str, Operation] = {
    "front alone": Export(),
    "full cover and pictures for shops": Print(
        target="offset-a4", pages=312, isbn="9780306406157",
        blurb="A keeper counts the ships.\n\nOne night there is one more.",
    ),
}  # fmt: skip


async def print_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """The slower of two styles, each at its best of a few orders after a first one."""
    data, out = grounds.folder / "print", grounds.folder / "printed"
    for style in STYLES:
        command(data, "cover", "--title", "The Salt Cartographer", "--author", "Iris Vandermeer",
                "--options", "1", "--seed", "3", "--preview", "--style", style, "--format", "a4",
                "--out", str(out / style))  # fmt: skip
    times = await _warm(data, out)
    for name, seconds in times.items():
        yield Line(f"A4 of an illustrated cover, order to delivered, {name}", seconds,
                   limit=LIMIT_S, limit_unit=" s")  # fmt: skip


async def _warm(data: Path, out: Path) -> dict[str, float]:
    arrived: asyncio.Queue[str] = asyncio.Queue()

    def notice(event: Event) -> None:
        if isinstance(event, Sent):
            arrived.put_nowait(event.job)

    with patch.dict(os.environ, {"ARTICOVER_DATA": str(data), "ARTICOVER_DATABASE_URL": ""}):
        async with _house(notice) as house, house.running():
            page = await house.studio.history(house.person)
            versions = [entry.current or "" for entry in page.entries]
            return {
                name: max(
                    [await _best(house, arrived, version, order, out) for version in versions]
                )
                for name, order in ORDERS.items()
            }


async def _best(
    house: House, arrived: asyncio.Queue[str], version: str, order: Operation, out: Path
) -> float:
    """Seconds of the quickest order; the first one loads what a worker process needs."""
    return min([await _ordered(house, arrived, version, order, out) for _ in range(ROUNDS + 1)][1:])


async def _ordered(
    house: House, arrived: asyncio.Queue[str], version: str, order: Operation, out: Path
) -> float:
    key = new_id()
    address = Folder(path=str(out / key)).address
    began = time.perf_counter()
    job = (await house.studio.order(house.person, version, order, address, key)).job
    async with asyncio.timeout(DELIVERED_WITHIN_S):
        await arrived.get()
    seconds = time.perf_counter() - began
    state = (await house.studio.job(house.person, job.id)).state
    if state != Delivered():
        raise RuntimeError(f"the order came to {state}")  # failures are delivered as well
    return seconds
