"""From the button to the files of a cover in A4, through a queue that runs already.

An illustrated one is drawn again at that size; of a painted or brought one the picture is enlarged, with
the real weights, and how long that takes is told before: the first time by what is usual, then by what it took.
"""

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from PIL import Image

from bot.__main__ import _house
from bot.house import House
from bot.terminal.courier import Folder
from pipeline.domain.event import Event, Sent
from pipeline.domain.ids import new_id
from pipeline.domain.job import Delivered
from pipeline.domain.operation import Export, Operation, Print
from pipeline.domain.upscaling import Weights
from tests.bench.commands import command
from tests.bench.grounds import Grounds
from tests.bench.line import Line

STYLES = ("papercut", "seascape")
ROUNDS = 2
DELIVERED_WITHIN_S = 600.0
LIMIT_S = 6.0
"""What somebody who pressed a button waits for a file without thinking that it was lost."""
PHOTOGRAPH = Path(__file__).parents[1] / "fixtures" / "photographs" / "coffee.jpg"
SMALL_PX = (300, 424)
"""The smallest picture that covers are made of: a usual one, of 1000 x 1414 px, takes eleven times as long."""
MOST_OFF = 2.0
"""The time that was told is to be off by no more than this factor, once one order was measured."""
FULL = Print(
    target="offset-a4", pages=312, isbn="9780306406157",
    blurb="A keeper counts the ships.\n\nOne night there is one more.",
)  # fmt: skip
ORDERS: dict[str, Operation] = {
    "front alone": Export(),
    "full cover and pictures for shops": FULL,
}


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


async def enlarged_lines(grounds: Grounds) -> AsyncGenerator[Line]:
    """Full covers of a small picture on the CPU: the seconds, and how many were told before."""
    data, out = grounds.folder / "enlarge", grounds.folder / "enlarged"
    picture = grounds.folder / "small.png"
    Image.open(PHOTOGRAPH).convert("RGB").resize(SMALL_PX).save(picture)
    for title in ("The Salt Cartographer", "Small Hours"):
        command(data, "cover", "--title", title, "--author", "Iris Vandermeer", "--options", "1",
                "--seed", "3", "--preview", "--art", str(picture), "--format", "a4",
                "--out", str(out / title))  # fmt: skip
    name = f"A4 of a picture of {SMALL_PX[0]} x {SMALL_PX[1]} px on the CPU, full cover"
    async with _queue(data) as (house, arrived, versions):
        for which, version in zip(("first", "next"), versions, strict=True):
            order = replace(FULL, weights=Weights.PHOTO)
            done = await _ordered(house, arrived, version, order, out)
            yield Line(f"{name}, {which} order to delivered", done.seconds)
            off = max(done.foreseen_s / done.seconds, done.seconds / done.foreseen_s)
            yield Line(f"{name}, {which} order, as told before", done.foreseen_s, ratio=off,
                       limit=MOST_OFF if which == "next" else None)  # fmt: skip


@contextlib.asynccontextmanager
async def _queue(data: Path) -> AsyncGenerator[tuple[House, asyncio.Queue[str], list[str]]]:
    """A queue that runs over a data folder, the orders that it delivers, and the covers there."""
    arrived: asyncio.Queue[str] = asyncio.Queue()

    def notice(event: Event) -> None:
        if isinstance(event, Sent):
            arrived.put_nowait(event.job)

    here = {"ARTICOVER_DATA": str(data), "ARTICOVER_DATABASE_URL": "", "ARTICOVER_UPSCALER": "ncnn"}
    with patch.dict(os.environ, here):
        async with _house(notice) as house, house.running():
            page = await house.studio.history(house.person)
            yield house, arrived, [entry.current or "" for entry in page.entries]


async def _warm(data: Path, out: Path) -> dict[str, float]:
    async with _queue(data) as (house, arrived, versions):
        return {
            name: max([await _best(house, arrived, version, order, out) for version in versions])
            for name, order in ORDERS.items()
        }


async def _best(
    house: House, arrived: asyncio.Queue[str], version: str, order: Operation, out: Path
) -> float:
    """Seconds of the quickest order; the first one loads what a worker process needs."""
    done = [await _ordered(house, arrived, version, order, out) for _ in range(ROUNDS + 1)]
    return min(one.seconds for one in done[1:])


@dataclass(frozen=True)
class _Done:
    """How long an order took, and how long it was said to take; 0: nothing was said."""

    seconds: float
    foreseen_s: float


async def _ordered(
    house: House, arrived: asyncio.Queue[str], version: str, order: Operation, out: Path
) -> _Done:
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
    return _Done(seconds, 0.0 if job.step is None else job.step.left_s or 0.0)
