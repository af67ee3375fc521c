"""Which chat platforms the bot is on: tokens, other servers, admins, from the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from config.reader import Reader
from pipeline.domain.errors import ServiceError

WEBHOOK_PORT = 8443
"""Telegram sends to 443, 80, 88 or 8443 only; a proxy may stand before another port of ours."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_ADMIN = re.compile(r"(discord-role|discord|telegram):(\d{1,20})")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscordChat:
    """How to reach Discord; an empty `api_base` and `gateway_url` are Discord's own."""

    token: str = field(repr=False)
    api_base: str
    gateway_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramChat:
    """How to reach Telegram; an empty `api_base` is Telegram's own, no `webhook_url` is polling."""

    token: str = field(repr=False)
    api_base: str
    webhook_url: str
    webhook_secret: str = field(repr=False)
    webhook_host: str
    webhook_port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chats:
    """The platforms that have a token, and who may use `/admin`: ids by platform."""

    discord: DiscordChat | None
    telegram: TelegramChat | None
    admins: Mapping[str, frozenset[int]]

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms that have a token, by name."""
        found = {"discord": self.discord, "telegram": self.telegram}
        return tuple(name for name, chat in found.items() if chat)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that no log may show."""
        found = [self.discord.token] if self.discord else []
        if self.telegram:
            found += [self.telegram.token, self.telegram.webhook_secret]
        return tuple(filter(None, found))


def load_chats(environment: Mapping[str, str] = os.environ) -> Chats:
    """The chats of an environment.

    Raises:
        ServiceError: `setting-file`, `setting-address`, `setting-secret`, `setting-admins`,
            `setting-whole-number`.
    """
    return Chats(discord=_discord(environment), telegram=_telegram(environment),
                 admins=_admins(environment.get("ARTICOVER_ADMINS", "")))  # fmt: skip


def _discord(environment: Mapping[str, str]) -> DiscordChat | None:
    read = Reader(environment)
    token = read.secret("DISCORD_TOKEN")
    if not token:
        return None
    return DiscordChat(
        token=token,
        api_base=read.address("DISCORD_API_BASE", ("http", "https")),
        gateway_url=read.address("DISCORD_GATEWAY_URL", ("ws", "wss")),
    )


def _telegram(environment: Mapping[str, str]) -> TelegramChat | None:
    read = Reader(environment)
    token = read.secret("TELEGRAM_TOKEN")
    if not token:
        return None
    webhook_url = read.address("TELEGRAM_WEBHOOK_URL", ("http", "https"))
    secret = read.secret("TELEGRAM_WEBHOOK_SECRET")
    if webhook_url and not _SECRET.fullmatch(secret):
        raise ServiceError("setting-secret", name="TELEGRAM_WEBHOOK_SECRET")
    return TelegramChat(
        token=token,
        api_base=read.address("TELEGRAM_API_BASE", ("http", "https")),
        webhook_url=webhook_url,
        webhook_secret=secret,
        webhook_host=environment.get("TELEGRAM_WEBHOOK_HOST") or "127.0.0.1",
        webhook_port=_port(environment, "TELEGRAM_WEBHOOK_PORT"),
    )


def _port(environment: Mapping[str, str], name: str) -> int:
    text = environment.get(name, "").strip() or str(WEBHOOK_PORT)
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise ServiceError("setting-whole-number", name=name, value=text[:40], least="0")
    return int(text)


def _admins(text: str) -> Mapping[str, frozenset[int]]:
    """`discord:123, discord-role:456, telegram:789` by platform."""
    found: dict[str, set[int]] = {"discord": set(), "discord-role": set(), "telegram": set()}
    for word in text.replace(",", " ").split():
        match = _ADMIN.fullmatch(word)
        if match is None:
            raise ServiceError("setting-admins", value=word[:40])
        found[match[1]].add(int(match[2]))
    return {platform: frozenset(ids) for platform, ids in found.items()}
