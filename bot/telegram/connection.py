"""The connection to the Bot API, which lets nobody see the token.

The token stands in the address of every request. The library and its HTTP client log addresses and
repeat them in errors; here neither gets out.
"""

import contextlib
import functools
import json
import logging
import ssl
from collections.abc import Collection
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest, RequestData

from bot.telegram.failures import (
    AwayError,
    FloodedError,
    TooLargeError,
    UnsentError,
    UnsureError,
)
from bot.telegram.settings import TelegramSettings

OFFICIAL = "https://api.telegram.org"
MASK = "***"
PAUSE_S = 5.0
"""How long to wait when Telegram wants a pause and does not say how long."""
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
_TALKATIVE = ("httpx", "httpcore", "httpcore.connection", "httpcore.http11", "telegram",
              "telegram.Bot")  # fmt: skip
_DEFAULT = HTTPXRequest.DEFAULT_NONE


class QuietRequest(HTTPXRequest):
    """Requests whose errors say what kind of error they are, and nothing of the address."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None,
        read_timeout: Any = _DEFAULT, write_timeout: Any = _DEFAULT,
        connect_timeout: Any = _DEFAULT, pool_timeout: Any = _DEFAULT,
    ) -> tuple[int, bytes]:  # fmt: skip
        """The status and the body of an answer.

        Raises:
            TelegramError: one of `failures`.
        """
        answered, failure = (0, b""), None
        try:
            answered = await super().do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout,
                pool_timeout,
            )  # fmt: skip
        except Exception as error:  # noqa: BLE001 - also an address that is none repeats itself
            failure = _failure(error)
        if failure is not None:  # outside of `except`: its context would repeat the address
            raise failure
        _demand_answer(*answered, method)
        return answered


def _failure(error: Exception) -> TelegramError:
    cause = error.__cause__ or error
    name = type(cause).__name__
    return UnsentError(name) if isinstance(cause, _NOT_SENT) else UnsureError(name)


def _demand_answer(status: int, body: bytes, method: str) -> None:
    """Find out whether Telegram itself has answered; what it says is the library's to read."""
    if status == 429:
        raise FloodedError(_pause_s(body))
    if status == 413:
        raise TooLargeError("413")
    if status >= 500:
        raise AwayError(str(status))
    if method == "POST" and not body.lstrip().startswith(b"{"):
        raise AwayError(f"{status} without JSON")


def _pause_s(body: bytes) -> float:
    try:
        return float(json.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return PAUSE_S


class QuietBot(Bot):
    """The library's bot, which does not show its token."""

    __slots__ = ()

    def __repr__(self) -> str:
        """A bot without its token."""
        return f"Bot[{MASK}]"


def connect(settings: TelegramSettings) -> QuietBot:
    """A bot that is not connected yet; every log about it is quiet from here on."""
    base = settings.api_base.rstrip("/") or OFFICIAL
    hush_logs(secrets_of(settings))
    return QuietBot(
        settings.token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot",
        request=QuietRequest(connection_pool_size=64, read_timeout=30, write_timeout=30,
                             connect_timeout=10, pool_timeout=30, media_write_timeout=60,
                             httpx_kwargs={"verify": _tls()}),
        get_updates_request=QuietRequest(connection_pool_size=2, read_timeout=10,
                                         connect_timeout=10, pool_timeout=5,
                                         httpx_kwargs={"verify": _tls()}),
    )  # fmt: skip


@functools.cache
def _tls() -> ssl.SSLContext:
    """The authorities that are trusted; reading them takes a while."""
    return httpx.create_ssl_context()


def secrets_of(settings: TelegramSettings) -> frozenset[str]:
    """What nothing that is written may show."""
    found = {settings.token, settings.token.partition(":")[2], settings.webhook_secret}
    with contextlib.suppress(ValueError):
        found.add(urlsplit(settings.api_base).password or "")
    return frozenset(filter(None, found | {quote(secret, safe="") for secret in found}))


def hush_logs(secrets: Collection[str]) -> None:
    """Let libraries be heard from WARNING on, and then without `secrets`, whatever was set."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
        if not any(isinstance(one, _Masking) and one.secrets == secrets for one in logger.filters):
            logger.addFilter(_Masking(frozenset(secrets)))


class _Masking(logging.Filter):
    """Takes `secrets` out of lines."""

    def __init__(self, secrets: frozenset[str]) -> None:
        super().__init__()
        self.secrets = secrets

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if any(secret in said for secret in self.secrets):
            for secret in sorted(self.secrets, key=len, reverse=True):
                said = said.replace(secret, MASK)
            record.msg, record.args = said, ()
        return True
