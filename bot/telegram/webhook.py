"""Updates that Telegram sends here. It sends again what was not answered with 200.

So the answer waits until an update cannot be lost any more.
"""

import asyncio
import hmac
import json
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import TelegramError

from bot.telegram.failures import trouble
from bot.telegram.hearing import ALLOWED
from bot.telegram.outage import Outage
from bot.telegram.pace import Sleep
from bot.telegram.polling import Take, read_update
from bot.telegram.requests import Requests
from bot.telegram.settings import TelegramSettings
from pipeline.domain.errors import ServiceError
from pipeline.ports.clock import Clock

HEADER = "X-Telegram-Bot-Api-Secret-Token"
AT_ONCE = 40
MOST_BYTES = 1_000_000
CLOSE_S = 1.0
DURABLE_S = 50.0
"""Telegram gives up on an answer after about a minute."""


class Webhook:
    """A small web server for one address."""

    def __init__(
        self, requests: Requests, settings: TelegramSettings, take: Take, clock: Clock, *,
        sleep: Sleep = asyncio.sleep,
    ) -> None:  # fmt: skip
        """Updates go to `take`, whose answer is done when an update cannot be lost any more."""
        self._requests = requests
        self._settings = settings
        self._take = take
        self._clock = clock
        self._sleep = sleep
        # nobody but Telegram may be heard, also where no secret was set
        self._secret = settings.webhook_secret or sha256(settings.token.encode()).hexdigest()
        self._ending = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.port = settings.webhook_port

    async def run(self) -> None:
        """Hear updates until `hush`.

        Raises:
            ServiceError: `service-port` when the port is taken.
        """
        if not self._ending.is_set():
            await self._listen()
            await self._announce()
            await self._ending.wait()

    async def hush(self) -> None:
        """Hear no more: from now on Telegram is told to come again."""
        self._ending.set()

    async def close(self) -> None:
        """Close the port."""
        self._ending.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _listen(self) -> None:
        if self._runner is not None:
            return
        host, port = self._settings.webhook_host, self._settings.webhook_port
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post(urlsplit(self._settings.webhook_url).path or "/", self._post)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_S)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            await runner.cleanup()
            reason = error.strerror or "?"
            raise ServiceError("service-port", host=host, port=port, reason=reason) from error
        self._runner = runner
        self.port = runner.addresses[0][1]

    async def _announce(self) -> None:
        """Tell Telegram where to send updates; it is tried until it succeeds."""
        outage, bot = Outage(self._clock), self._requests.bot
        while not self._ending.is_set():
            try:
                await self._requests.at_once(lambda: bot.set_webhook(
                    self._settings.webhook_url, secret_token=self._secret,
                    allowed_updates=ALLOWED, max_connections=AT_ONCE,
                ))  # fmt: skip
            except TelegramError as error:
                await self._sleep(outage.failed(trouble(error)))
            else:
                outage.over()
                return

    async def _post(self, request: web.Request) -> web.Response:
        secret = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(secret, self._secret.encode()):
            return web.Response(status=401)
        if self._ending.is_set():
            return web.Response(status=503)
        given = _numbered(await request.read())
        if given is None:
            return web.Response(status=400)
        update = read_update(given, self._requests.bot)
        if update is None:  # it would be sent for ever, and hold up what comes behind it
            return web.Response(status=200)
        durable = self._take(update)
        _, late = await asyncio.wait({durable}, timeout=DURABLE_S)
        return web.Response(status=503 if late or durable.cancelled() else 200)


def _numbered(body: bytes) -> Any:
    """What was sent, if it is an update at all, whatever it holds."""
    try:
        given = json.loads(body)
        return given if isinstance(given["update_id"], int) else None
    except (ValueError, TypeError, KeyError):
        return None
