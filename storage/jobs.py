"""Orders in the database: the port `Jobs`."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.errors import JobError, QueueError, VersionError
from pipeline.domain.job import Cancelled, Job
from pipeline.domain.operation import KINDS, Lane
from pipeline.domain.standing import MEASURED, Line, Overview
from pipeline.domain.step import Step
from pipeline.domain.version import Cover
from pipeline.ports.clock import Clock
from storage.codec import loaded
from storage.cover_rows import cover_row
from storage.database import Database
from storage.holding import Holder, SizeOf, hold, let_go, sizes_of
from storage.job_rows import job_of, job_row, state_row
from storage.references import of_job
from storage.switch import is_paused
from storage.tables import IS_OPEN, IS_PENDING, covers, deliveries, jobs, people
from storage.timing import Timing


class SqlJobs:
    """Orders; committed when `submit` returns."""

    def __init__(self, database: Database, clock: Clock, *, size_of: SizeOf) -> None:
        self._database = database
        self._timing = Timing(database, clock)
        self._size_of = size_of

    async def submit(self, job: Job, *, cover: Cover | None = None, most_open: int) -> Job:
        """See the port.

        Raises:
            QueueError: `queue-full-person`.
            VersionError: `cover-missing` when the cover or its owner are not there (any more).
        """
        sizes = await sizes_of(of_job(job), self._size_of)
        try:
            async with self._database.writing() as connection:
                if earlier := await self._earlier(connection, job):
                    return earlier
                await self._demand_room(connection, job, most_open)
                if cover is not None:
                    await connection.execute(insert(covers).values(**cover_row(cover)))
                await connection.execute(insert(jobs).values(**job_row(job)))
                await hold(connection, job.person, Holder.JOB, job.id, sizes)
        except IntegrityError as error:
            # Somebody else was quicker with this key, or what the row points to is gone.
            if (quicker := await self._by_key(job.key)) is None:
                raise VersionError("cover-missing", cover=job.cover) from error
            return quicker
        return job

    async def job(self, job: str) -> Job | None:
        """See the port."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(jobs).where(jobs.c.id == job))).one_or_none()
        return None if row is None else job_of(row)

    async def jobs_of(self, person: str, *, limit: int = 20) -> Sequence[Job]:
        """See the port."""
        newest = select(jobs).where(jobs.c.person == person).order_by(jobs.c.seq.desc())
        async with self._database.reading() as connection:
            rows = (await connection.execute(newest.limit(limit))).all()
        return [job_of(row) for row in rows]

    async def cancel(self, job: str) -> Job:
        """See the port."""
        end = (
            update(jobs)
            .where(jobs.c.id == job, IS_OPEN)
            .values(**state_row(Cancelled()), step=None, ended_at=self._timing.now())
            .returning(jobs)
        )
        async with self._database.writing() as connection:
            row = (await connection.execute(end)).one_or_none()
            if row is not None:
                await let_go(connection, Holder.JOB, job)
                return job_of(row)
        code = "job-missing" if await self.job(job) is None else "job-ended"
        raise JobError(code, job=job)

    async def overview(self) -> Overview:
        """See the port."""
        async with self._database.reading() as connection:
            lines = await _lines(connection)
            seconds = await _mean_seconds(connection)
            count = select(func.count()).select_from(deliveries).where(IS_PENDING)
            undelivered = (await connection.execute(count)).scalar_one()
            paused = (await connection.execute(select(is_paused()))).scalar_one()
        return Overview(lines=lines, seconds=seconds, paused=paused, undelivered=undelivered)

    async def _earlier(self, connection: AsyncConnection, job: Job) -> Job | None:
        # Orders of one person go one after another, so that together they do not pass the limit.
        turn = select(people.c.id).where(people.c.id == job.person).with_for_update(key_share=True)
        await connection.execute(turn)
        same = select(jobs).where(jobs.c.key == job.key)
        row = (await connection.execute(same)).one_or_none()
        return None if row is None else job_of(row)

    async def _demand_room(self, connection: AsyncConnection, job: Job, most_open: int) -> None:
        mine = select(func.count()).select_from(jobs).where(jobs.c.person == job.person, IS_OPEN)
        if (await connection.execute(mine)).scalar_one() >= most_open:
            raise QueueError("queue-full-person", limit=most_open)

    async def _by_key(self, key: str) -> Job | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(select(jobs).where(jobs.c.key == key))).one_or_none()
        return None if row is None else job_of(row)


async def _lines(connection: AsyncConnection) -> tuple[Line, ...]:
    """Everything open, without the operations: they are long, and nobody asks for them here.

    Sorted here: SQLite would read all jobs that there ever were to be spared the sorting.
    """
    seen = (jobs.c.id, jobs.c.person, jobs.c.lane, jobs.c.kind, jobs.c.state, jobs.c.attempts,
            jobs.c.ordered_at, jobs.c.cover, jobs.c.step, jobs.c.seq)  # fmt: skip
    rows = (await connection.execute(select(*seen).where(IS_OPEN))).all()
    return tuple(
        Line(
            job=job,
            person=person,
            lane=Lane(lane),
            kind=kind,
            running=state == "running",
            attempts=attempts,
            ordered_at=ordered_at,
            cover=cover,
            left_s=None if step is None else loaded(Step, step).left_s,
        )
        for job, person, lane, kind, state, attempts, ordered_at, cover, step, _ in sorted(
            rows, key=lambda row: row[-1]
        )
    )


async def _mean_seconds(connection: AsyncConnection) -> dict[str, float]:
    """One short walk over an index for each kind, however much was ever done."""
    means: dict[str, float] = {}
    for kind in KINDS:
        last = (
            select(jobs.c.seconds)
            .where(jobs.c.kind == kind, jobs.c.seconds.is_not(None))
            .order_by(jobs.c.seq.desc())
            .limit(MEASURED)
        )
        if times := list(await connection.scalars(last)):
            means[kind] = sum(times) / len(times)
    return means
