"""`articover bot`: be on Discord and Telegram, wherever there is a token, and run the queue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.terminal.grammar import SpokenCommand
from pipeline.domain.errors import ServiceError

if TYPE_CHECKING:
    import click

    from bot.app import App


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
    from bot.service.serving import Service, serve  # noqa: PLC0415 - services alone need it

    chats = app.chats()
    if not chats.platforms:
        raise ServiceError("token-missing")
    say = app.words.say
    platforms = ", ".join(platform.capitalize() for platform in chats.platforms)
    service = Service(
        begun=say("bot-begun", platforms=platforms), ended=say("bot-ended"),
        hire=app.staff, secrets=chats.secrets,
    )  # fmt: skip
    asyncio.run(serve(app, service))
