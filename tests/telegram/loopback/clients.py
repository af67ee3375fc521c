"""Who asks the server in its own tests: the real library, and bare requests."""

from typing import Any

from aiohttp import ClientSession
from telegram import Bot


class HandTime:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def bot_at(server: Any, token: str = "") -> Bot:
    """The library's bot, not yet connected."""
    return Bot(
        token or server.token, base_url=f"{server.base}/bot",
        base_file_url=f"{server.base}/file/bot",
    )  # fmt: skip


async def asked(server: Any, method: str, **params: Any) -> Any:
    """What the server answers to a bare request."""
    url = f"{server.base}/bot{server.token}/{method}"
    async with ClientSession() as session, session.post(url, json=params) as answer:
        return await answer.json()
