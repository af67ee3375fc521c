"""The page from which people fetch files that no chat takes: environment variables, read once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from config.reader import Reader
from pipeline.domain.errors import ServiceError

PORT = 8460
MOST_DAYS = 366
LEAST_SECRET = 16
"""Characters of a secret that somebody thought of; a generated one has 43."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadSettings:
    """Where files can be fetched.

    `address` is what people's browsers reach, an empty one means that there are no links. The page
    listens on `host` and `port`, behind a proxy as a rule. `secret` signs the links; empty: one is
    generated and kept with the data. A link lives for `days`.
    """

    address: str
    host: str
    port: int
    days: int
    secret: str = field(repr=False)


def load_downloads(environment: Mapping[str, str] = os.environ) -> DownloadSettings:
    """The settings of an environment.

    Raises:
        ServiceError: `setting-address`, `setting-file`, `setting-range`, `setting-secret-short`;
            `setting-address-telegram` for a host that Telegram takes no button to.
    """
    read = Reader(environment)
    secret = read.secret("ARTICOVER_SECRET")
    if secret and len(secret) < LEAST_SECRET:
        raise ServiceError("setting-secret-short", name="ARTICOVER_SECRET", least=LEAST_SECRET)
    address = read.address("PUBLIC_URL", ("http", "https"))
    host = urlsplit(address).hostname or ""
    if address and read.secret("TELEGRAM_TOKEN") and not _is_public(host):
        raise ServiceError("setting-address-telegram", name="PUBLIC_URL", host=host)
    return DownloadSettings(
        address=address,
        host=read.text("ARTICOVER_DOWNLOAD_HOST", "127.0.0.1"),
        port=read.whole_to("ARTICOVER_DOWNLOAD_PORT", PORT, 65_535),
        days=read.whole_to("ARTICOVER_DOWNLOAD_DAYS", 7, MOST_DAYS, 1),
        secret=secret,
    )


def _is_public(host: str) -> bool:
    """Whether Telegram takes the host in a button: it refuses `localhost` and all names without a dot."""
    return ("." in host or ":" in host) and not host.endswith(".localhost")
