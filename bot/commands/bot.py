"""`articover bot`: be on Discord and Telegram, wherever there is a token, and run the queue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.terminal.grammar import SpokenCommand
from bot.terminal.running import noting_the_end
from pipeline.domain.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from bot.app import App, Chats


def bot(app: App) -> click.Command:
    """The click command; SIGTERM and Ctrl-C let it finish or hand back what runs."""
    words = app.words
    return SpokenCommand(
        "bot",
        callback=lambda: _serve(app),
        help=words.say("help-bot"),
        short_help=words.say("help-bot-short"),
        epilog=words.say("help-bot-epilog"),
    )


def _serve(app: App) -> None:
    chats = app.chats()
    if not chats.platforms:
        raise ServiceError("token-missing")
    with noting_the_end() as told:
        _run(app, chats, told)


def _run(app: App, chats: Chats, told: Callable[[], bool]) -> None:
    from bot.service.serving import Service, serve  # noqa: PLC0415 - services alone need it

    say = app.words.say
    platforms = ", ".join(platform.capitalize() for platform in chats.platforms)
    service = Service(
        begun=say("bot-begun", platforms=platforms), ended=say("bot-ended"),
        hire=app.staff, secrets=chats.secrets,
    )  # fmt: skip
    asyncio.run(serve(app, service, told))
