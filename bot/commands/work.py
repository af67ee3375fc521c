"""`articover work`: running the queue as a service, until the process is told to end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import ending_by

if TYPE_CHECKING:
    from bot.app import App
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
    ending = asyncio.Event()
    async with app.house() as house:
        with ending_by(ending.set):
            telling = asyncio.create_task(_tell(app, house.queue))
            try:
                await house.queue.run(until=ending.wait())
            finally:
                telling.cancel()
    click.echo(app.words.say("work-ended"), err=True)


async def _tell(app: App, queue: Queue) -> None:
    """Say once that the work is ours, and before that once that it is somebody else's."""
    await asyncio.sleep(LOOK_S)
    if not queue.holds:
        click.echo(app.words.say("work-waiting"), err=True)
    while not queue.holds:  # noqa: ASYNC110 - the lock is another process's to let go
        await asyncio.sleep(LOOK_S)
    click.echo(app.words.say("work-begun"), err=True)
