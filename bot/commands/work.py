"""`articover work`: run the queue as a service, until SIGTERM or Ctrl-C."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import noting_the_end

if TYPE_CHECKING:
    import click

    from bot.app import App


def work(app: App) -> click.Command:
    """The click command; SIGTERM and Ctrl-C let it finish or hand back what runs."""
    words = app.words
    return SpokenCommand(
        "work",
        callback=lambda: _serve(app),
        help=words.say("help-work"),
        short_help=words.say("help-work-short"),
        epilog=words.say("help-work-epilog"),
    )


def _serve(app: App) -> None:
    with noting_the_end() as told:
        from bot.service.serving import Service, serve  # noqa: PLC0415 - services alone need it

        say = app.words.say
        service = Service(begun=say("work-begun"), ended=say("work-ended"))
        asyncio.run(serve(app, service, told))
