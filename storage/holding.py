"""Rows that say which blob is used by what, for quotas and for the collection of blobs.

Whoever writes a version, an open job with a picture, or a delivery with files writes these rows in
the same transaction; they go with what they belong to.
"""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.version import Sha
from storage.tables import holdings

SizeOf = Callable[[Sha], Awaitable[int]]
"""The bytes of a stored blob; ask before the transaction begins. It may raise `blob-missing`."""


class Holder(StrEnum):
    """What can use a blob."""

    VERSION = "version"
    JOB = "job"
    DELIVERY = "delivery"


async def hold(
    connection: AsyncConnection, person: str, holder: Holder, name: str, sizes: Mapping[Sha, int]
) -> None:
    """Let the version, job or delivery `name` of `person` use the blobs in `sizes`, in bytes."""
    rows = [
        {"person": person, "sha": sha, "size": size, holder.value: name}
        for sha, size in sizes.items()
    ]
    if rows:
        await connection.execute(holdings.insert(), rows)


async def let_go(connection: AsyncConnection, holder: Holder, name: str) -> None:
    """Let what the version, job or delivery `name` uses go, if nothing else uses it."""
    await connection.execute(holdings.delete().where(holdings.c[holder.value] == name))
