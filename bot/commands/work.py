"""`articover work`: running the queue as a service, until the process is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
from contextlib import AsyncExitStack
from importlib import metadata
from typing import TYPE_CHECKING

import click

from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import ending_by
from pipeline.domain.errors import ArtiCoverError

if TYPE_CHECKING:
    from bot.app import App
    from bot.house import House
    from pipeline.queue.queue import Queue

LOOK_S = 0.2


def work(app: App) -> click.Command:
    """The click command; SIGTERM and Ctrl-C let it finish or hand back what runs."""
    words = app.words
    return SpokenCommand(
        "work",
        callback=lambda: asyncio.run(_serve(app)),
        help=words.say("help-work"),
        short_help=words.say("help-work-short"),
        epilog=words.say("help-work-epilog"),
    )


async def _serve(app: App) -> None:
    """Log events to standard error, serve health where a port is set, and run the queue."""
    from bot.clock import SystemClock  # noqa: PLC0415 - the service alone needs what follows
    from bot.service.logs import logging_to  # noqa: PLC0415
    from bot.service.watch import Watch  # noqa: PLC0415

    settings, clock, ending = app.settings(), SystemClock(), asyncio.Event()
    async with AsyncExitStack() as closing:
        log = closing.enter_context(
            logging_to(sys.stderr, clock=clock, secrets=[settings.database_url])
        )
        watch = Watch(clock=clock, release=metadata.version("articover"), log=log)
        house = await closing.enter_async_context(app.house(watch))
        if settings.health_port:
            await closing.enter_async_context(
                watch.serving(settings.health_host, settings.health_port, jobs=house.store.jobs,
                              folder=house.store.blobs)
            )  # fmt: skip
        # what is there now stays: looking through it again would stop the event loop for 40 ms
        gc.collect()
        gc.freeze()
        with ending_by(ending.set):
            await _run(app, house, ending)


async def _run(app: App, house: House, ending: asyncio.Event) -> None:
    beside = [asyncio.create_task(_tell(app, house.queue)), asyncio.create_task(_warm(house))]
    try:
        await house.queue.run(until=ending.wait())
    finally:
        for one in beside:
            one.cancel()
    click.echo(app.words.say("work-ended"))


async def _warm(house: House) -> None:
    """Have workers ready; one that cannot be started is met again by the first order."""
    with contextlib.suppress(ArtiCoverError):
        await house.warm()


async def _tell(app: App, queue: Queue) -> None:
    """Say once that the work is ours, and before that once that it is somebody else's."""
    await asyncio.sleep(LOOK_S)
    if not queue.holds:
        click.echo(app.words.say("work-waiting"))
    while not queue.holds:  # noqa: ASYNC110 - the lock is another process's to let go
        await asyncio.sleep(LOOK_S)
    click.echo(app.words.say("work-begun"))
