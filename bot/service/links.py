"""Signed links to files of results: what they lead to stands in them, and nobody can change it.

A link names a job and the number of one of its files. Whoever has it may fetch the file until it
expires; it leads nowhere as soon as the cover is deleted, or its owner forgotten.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from urllib.parse import quote

from itsdangerous import BadData, URLSafeSerializer

from storage.secret import own_secret

if TYPE_CHECKING:
    from pipeline.domain.file import StoredFile
    from pipeline.domain.outcome import Parcel
    from pipeline.ports.clock import Clock
    from pipeline.ports.jobs import Holds

PATH = "/d"
"""Under which every link lies, behind the installation's address."""
_PURPOSE = "articover.download"
"""Signatures for other purposes, with the same secret, are none for this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a link leads: the file `number` of a `job`, called `name`, until then.

    `language` is that of the person to whom it was given.
    """

    job: str
    number: int
    name: str
    until: datetime
    language: str


class Signed:
    """Links as texts that only this installation can write."""

    def __init__(self, secret: str) -> None:
        """Sign with `secret`."""
        # HMAC with SHA-256 throughout, and not itsdangerous's SHA-1
        keys = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
        self._serializer = URLSafeSerializer(secret, salt=_PURPOSE, signer_kwargs=keys)

    def write(self, link: Link) -> str:
        """A link as a part of an address."""
        until = int(link.until.timestamp())
        told = [link.job, link.number, link.name, until, link.language]
        return str(self._serializer.dumps(told))

    def read(self, token: str) -> Link | None:
        """The link that was written so; None for what was not signed here."""
        try:
            told: object = self._serializer.loads(token)
            job, number, name, until, language = cast("tuple[str, int, str, int, str]", told)
            return Link(job=job, number=number, name=name, language=language,
                        until=datetime.fromtimestamp(until, UTC))  # fmt: skip
        except (BadData, ValueError, TypeError, OverflowError):
            return None


class Links:
    """Gives links away, and sees that what they lead to stays."""

    def __init__(
        self, signed: Signed, *, address: str, lasting: timedelta, holds: Holds, clock: Clock
    ) -> None:
        """Links below `address`, each for `lasting`."""
        self.signed = signed
        self._address = address
        self._lasting = lasting
        self._holds = holds
        self._clock = clock

    async def to(self, parcel: Parcel, file: StoredFile, name: str, language: str) -> str:
        """The address from which `file` of a parcel can be fetched as `name`.

        Its files are held from now on until the link expires. Empty when they are gone already.

        Raises:
            StorageError: when they cannot be held.
        """
        until = self._clock.now() + self._lasting
        if not await self._holds.hold(parcel.delivery.id, until):
            return ""
        link = Link(job=parcel.job.id, number=parcel.files.index(file), name=name, until=until,
                    language=language)  # fmt: skip
        return f"{self._address}{PATH}/{quote(self.signed.write(link))}"


class LinkSettings(Protocol):
    """What decides whether there are links; see config/downloads.py."""

    @property
    def address(self) -> str: ...  # noqa: D102

    @property
    def host(self) -> str: ...  # noqa: D102

    @property
    def port(self) -> int: ...  # noqa: D102

    @property
    def days(self) -> int: ...  # noqa: D102

    @property
    def secret(self) -> str: ...  # noqa: D102


def secret_of(settings: LinkSettings, data: Path) -> str:
    """What signs links: the secret that was set, or the installation's own; empty without links.

    Raises:
        StorageError: when it can be neither read nor made.
    """
    return (settings.secret or own_secret(data)) if settings.address else ""


def open_links(settings: LinkSettings, data: Path, holds: Holds, clock: Clock) -> Links | None:
    """Links of an installation whose address is known; None without one.

    Raises:
        StorageError: when its secret can be neither read nor made.
    """
    if not settings.address:
        return None
    return Links(Signed(secret_of(settings, data)), address=settings.address,
                 lasting=timedelta(days=settings.days), holds=holds, clock=clock)  # fmt: skip
