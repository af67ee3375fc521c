"""Which orders enlarged a picture, and how long they took."""

import itertools

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.art import Drawn
from pipeline.domain.foreseeing import LATE, Enlarging
from pipeline.domain.operation import Upscale
from pipeline.domain.standing import MEASURED
from pipeline.domain.version import Version
from storage.tables import jobs, versions
from storage.version_rows import version_of


def enlarging_in(kind: str, seconds: float, version: Version) -> Enlarging | None:
    """What an order of a `kind` that took so long enlarged for a version; None: nothing."""
    art = version.document.art
    if isinstance(art, Drawn) or art.upscaled is None or not isinstance(version.operation, Upscale):
        return None
    was = art.upscaled
    return Enlarging(kind=kind, engine=was.engine, weights=was.weights, seconds=seconds,
                     megapixels=was.width_px * was.height_px / 1e6)  # fmt: skip


async def late_enlargings(connection: AsyncConnection, kind: str) -> list[Enlarging]:
    """Those of a kind, newest first, among the last that were measured: a short walk over an index.

    What a run found that an earlier one of its order had enlarged took it no time.
    """
    last = (
        select(jobs.c.id, jobs.c.seconds, jobs.c.started_at, jobs.c.seq)
        .where(jobs.c.kind == kind, jobs.c.seconds.is_not(None))
        .order_by(jobs.c.seq.desc())
        .limit(MEASURED)
        .subquery()
    )
    made = (
        select(last.c.seconds, versions)
        .join(versions, (versions.c.job == last.c.id) & (versions.c.made_at >= last.c.started_at))
        .order_by(last.c.seq.desc())
    )
    rows = (await connection.execute(made)).all()
    found = (enlarging_in(kind, row.seconds, version_of(row)) for row in rows)
    return list(itertools.islice(filter(None, found), LATE))
