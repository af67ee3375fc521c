"""The connection to Discord: from logging in, through outages, to hanging up.

away ──log in──▶ in ──gateway──▶ hearing ──hush──▶ in ──close──▶ away
  ▲                                 │
  └──────────── outage ─────────────┘   waited out, longer and longer, and told once
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord.client import Client
from bot.discord.failures import UNREACHABLE
from bot.discord.settings import DiscordSettings
from bot.discord.sync import synced
from pipeline.domain.errors import ServiceError, StorageError
from pipeline.ports.notes import Register

NAME = "Discord"
OPEN_S = 10.0
"""So long other platforms wait for this one when the process starts."""
LOGIN_S = 60.0
AGAIN_S = (1.0, 60.0)
SYNC_S = 15.0
SYNC_AGAIN_S = 300.0
REFUSED_CODE = 4004
"""The gateway closes with it when the token is not, or no longer, one of a bot's."""

_log = logging.getLogger(__name__)
_library = logging.getLogger("discord.client")


class Connection:
    """One account's connection."""

    def __init__(self, client: Client, settings: DiscordSettings, register: Register) -> None:
        """Of `client`, as `settings` say; `register` remembers which commands Discord knows."""
        self._client = client
        self._settings = settings
        self._register = register
        self._in = False
        self._was_in = asyncio.Event()
        self._hushed = False
        self._told = False
        self._hearing: asyncio.Task[None] | None = None
        client.back = self._tell_back

    async def open(self) -> None:
        """Log in and sync the commands.

        Raises:
            ServiceError: `token-refused`, `platform-unreachable`.
        """
        try:
            async with asyncio.timeout(OPEN_S):
                await self._log_in()
        except UNREACHABLE as error:
            self._tell(error)
            raise ServiceError("platform-unreachable", platform=NAME) from error
        await self._sync()

    async def run(self) -> None:
        """Hear the gateway until `hush`, logging in first where that could not be done yet.

        Raises:
            ServiceError: `token-refused`.
        """
        _library.addFilter(self._repeated)
        syncing = asyncio.create_task(self._sync_until_done())
        self._hearing = asyncio.create_task(self._hear())
        try:
            await self._hearing
        except asyncio.CancelledError:
            if not self._hushed:
                raise
        finally:
            _library.removeFilter(self._repeated)
            for task in (syncing, self._hearing):
                task.cancel()
            await asyncio.gather(syncing, self._hearing, return_exceptions=True)

    async def hush(self) -> None:
        """Leave the gateway; calls can be made still."""
        self._hushed = True
        if self._hearing is not None:
            self._hearing.cancel()
            await asyncio.wait({self._hearing})
        await self._hang_up()

    async def close(self) -> None:
        """End every connection."""
        self._hushed = True
        self._in = False
        await self._client.close()

    async def logged_in(self) -> None:
        """Wait until calls can be made for the first time."""
        await self._was_in.wait()

    async def _hear(self) -> None:
        while not self._hushed:
            await self._patiently(self._log_in)
            await self._patiently(self._listen)

    async def _listen(self) -> None:
        """Listen at the gateway; the library resumes and identifies again by itself.

        Raises:
            ServiceError: `token-refused`.
        """
        try:
            await self._client.connect()
        except AttributeError:
            # discord.py 2.7 resumes the session of a socket that has never been there, when the
            # first connection fails
            if getattr(self._client, "ws", None) is not None:
                raise
            raise ConnectionError("the gateway does not answer") from None
        except discord.ConnectionClosed as error:
            self._in = False
            if error.code == REFUSED_CODE:
                raise ServiceError("token-refused", platform=NAME) from error
            raise ConnectionError("the gateway has hung up") from error

    async def _patiently(self, do: Callable[[], Awaitable[None]]) -> None:
        """Do it, again and again while Discord is away."""
        pause_s, longest_s = AGAIN_S
        while not self._hushed:
            try:
                await do()
            except UNREACHABLE as error:
                self._tell(error)
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, longest_s)
            else:
                return

    async def _log_in(self) -> None:
        """Log in, unless that is done.

        Raises:
            ServiceError: `token-refused`.
        """
        if self._in:
            return
        self._address()
        client = self._client
        if client.is_closed():
            client.clear()
        await client.http.close()  # of a try that failed: its session would be left open
        client.http.connector = aiohttp.TCPConnector(limit=0)
        await client.__aenter__()
        try:
            async with asyncio.timeout(LOGIN_S):
                await client.login(self._settings.token)
        except discord.LoginFailure as error:
            await client.http.close()
            raise ServiceError("token-refused", platform=NAME) from error
        self._in = True
        self._was_in.set()

    def _address(self) -> None:
        """Turn the library to another server, where one is set."""
        if self._settings.api_base:
            Route.BASE = self._settings.api_base.rstrip("/")
        if self._settings.gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._settings.gateway_url)

    async def _sync_until_done(self) -> None:
        await self._was_in.wait()  # the library's own event is another one after every login
        while not await self._sync():  # noqa: ASYNC110 - Discord's to take them
            await asyncio.sleep(SYNC_AGAIN_S)

    async def _sync(self) -> bool:
        """Let Discord know the commands; the old ones do meanwhile."""
        try:
            async with asyncio.timeout(SYNC_S):
                await synced(self._client.tree, self._register)
        except (*UNREACHABLE, discord.DiscordException, StorageError):
            _log.exception("the commands could not be brought up to date")
            return False
        return True

    async def _hang_up(self) -> None:
        socket: DiscordWebSocket | None = getattr(self._client, "ws", None)
        if socket is not None and socket.open:
            with contextlib.suppress(*UNREACHABLE):
                await socket.close(code=1000)

    def _tell(self, error: BaseException | None) -> None:
        """Say once that Discord is away."""
        if not self._told:
            self._told = True
            kind = type(error).__name__
            _log.warning("Discord cannot be reached; it is tried again and again: %s", kind)

    def _tell_back(self) -> None:
        if self._told:
            self._told = False
            _log.warning("Discord is there again")

    def _repeated(self, record: logging.LogRecord) -> bool:
        """Say what the library says with a traceback at every try as it is said here: once."""
        if not record.msg.startswith("Attempting a reconnect"):
            return True
        self._tell(record.exc_info[1] if record.exc_info else None)
        return False
