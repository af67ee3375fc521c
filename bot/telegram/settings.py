"""What an operator sets for Telegram."""

from dataclasses import dataclass, field

WEBHOOK_PORT = 8443


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSettings:
    """How to reach Telegram, and who may use `/admin`.

    An empty `api_base` is Telegram's own server. With a `webhook_url` updates are sent there, and
    this process hears them at `webhook_host` and `webhook_port`; without one they are asked for.
    `admins` are the ids of users.
    """

    token: str = field(repr=False)
    api_base: str = field(default="", repr=False)
    webhook_url: str = ""
    webhook_secret: str = field(default="", repr=False)
    webhook_host: str = "127.0.0.1"
    webhook_port: int = WEBHOOK_PORT
    admins: frozenset[int] = frozenset()
