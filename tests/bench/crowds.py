"""Many people, covers and jobs in a store, written at once rather than ordered one by one."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Table, insert, text

from pipeline.domain.brief import Brief
from pipeline.domain.ids import new_id
from pipeline.domain.job import Job
from pipeline.domain.operation import Operation, lane_of
from pipeline.domain.person import Person
from pipeline.domain.version import Cover, Head, Version
from storage.cover_rows import cover_row
from storage.database import Database, connect
from storage.job_rows import job_row
from storage.tables import covers, jobs, people, versions
from storage.version_rows import version_row
from tests.bench.grounds import ADDRESS, PLATFORM, Ground
from tests.real import brief, version_of
from tests.real import covers as drawn

Row = dict[str, object]
_AT_ONCE = 1000


async def crowd(
    ground: Ground, persons: int, each: int, operation: Operation, about: Brief
) -> None:
    """`persons` new people who wait for `each` jobs, the people ordering in turn."""
    crowd = [new_id() for _ in range(persons)]
    rows: list[Row] = [
        {"id": one, "platform": PLATFORM, "name": one, "preferences": "{}"} for one in crowd
    ]
    ordered = [_ordered(one, operation, about) for _ in range(each) for one in crowd]
    await _written(ground, {
        people: rows,
        covers: [dict(cover_row(cover)) for cover, _ in ordered],
        jobs: [dict(job_row(job)) for _, job in ordered],
    })  # fmt: skip


def _ordered(person: str, operation: Operation, about: Brief) -> tuple[Cover, Job]:
    now = datetime.now(UTC)
    cover = Cover(id=new_id(), owner=person, brief=about, made_at=now)
    job = Job(
        id=new_id(), key=new_id(), person=person, cover=cover.id, version=None,
        operation=operation, address=ADDRESS, lane=lane_of(operation), ordered_at=now,
    )  # fmt: skip
    return cover, job


@cache
def pattern() -> Version:
    """A real version: its document is as long as they are. In a thread: it has a loop of its own."""
    return version_of(drawn(brief(options=1)).drafts[0])


async def shelf(
    ground: Ground, owner: Person, about: Brief, pattern: Version, *, count: int, each: int
) -> Sequence[str]:
    """`count` covers of one owner with `each` versions like `pattern`; their ids, oldest first."""
    first = version_row(pattern)
    names = [(new_id(), [new_id() for _ in range(each)]) for _ in range(count)]
    await _written(ground, {
        covers: [_cover(name, owner, about, made[-1]) for name, made in names],
        versions: [
            {**first, "id": one, "cover": name, "number": number, "job": new_id(),
             "parent": made[number - 2] if number > 1 else None}
            for name, made in names for number, one in enumerate(made, 1)
        ],
    })  # fmt: skip
    return [name for name, _ in names]


def _cover(name: str, owner: Person, about: Brief, current: str) -> Row:
    cover = Cover(id=name, owner=owner.id, brief=about, made_at=datetime.now(UTC),
                  head=Head(current=current))  # fmt: skip
    return dict(cover_row(cover))


async def _written(ground: Ground, rows: dict[Table, list[Row]]) -> None:
    """Write rows of several tables, and let a server count them, as it does by itself in time."""
    database = connect(ground.url)
    try:
        async with database.writing() as connection:
            for table, values in rows.items():
                for some in _parts(values):
                    await connection.execute(insert(table), some)
        await _counted(database)
    finally:
        await database.close()


async def _counted(database: Database) -> None:
    if database.path is None:
        async with database.writing() as connection:
            await connection.execute(text("ANALYZE"))


def _parts(values: list[Row]) -> Iterator[list[Row]]:
    for first in range(0, len(values), _AT_ONCE):
        yield values[first : first + _AT_ONCE]
