"""Running jobs in the database: the port `Work`.

Every change says in its `WHERE` which state it starts from, and what it answers is looked at: a
holder that comes back late meets no row, and then writes nothing else either.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Row,
    ScalarSelect,
    func,
    literal_column,
    not_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from pipeline.domain.errors import StorageError
from pipeline.domain.job import (
    LOST,
    Address,
    Done,
    Failed,
    Job,
    Queued,
    Running,
    taken_back,
)
from pipeline.domain.operation import Lane
from pipeline.domain.outcome import Again, Broken, Finished, HandedBack, Outcome
from pipeline.domain.step import Step
from pipeline.domain.version import Sha, Version
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import Front
from storage.codec import dumped
from storage.database import Database
from storage.holding import SizeOf, sizes_of
from storage.job_rows import job_of, state_row
from storage.references import of_version
from storage.settling import Ending, grow, note, ship
from storage.stopwatch import Stopwatch
from storage.switch import is_paused
from storage.tables import IS_OPEN, jobs
from storage.timing import Timing


class SqlWork:
    """Claims, progress and ends of runs."""

    def __init__(self, database: Database, clock: Clock, *, size_of: SizeOf) -> None:
        self._database = database
        self._timing = Timing(database, clock)
        self._watch = Stopwatch(clock)
        self._size_of = size_of

    async def fronts(self, lane: Lane) -> Sequence[Front]:
        """See the port."""
        person = _people_waiting(lane)
        due = self._timing.is_due(jobs.c.not_before)
        oldest = (*_waiting(lane), jobs.c.person == person.c.person, due)

        def of_oldest(column: ColumnElement[Any]) -> ScalarSelect[Any]:
            return select(column).where(*oldest).order_by(jobs.c.seq).limit(1).scalar_subquery()

        # Asked for twice rather than joined, which might read all jobs to find a few.
        fronts = select(
            person.c.person, of_oldest(jobs.c.id).label("id"), of_oldest(jobs.c.seq).label("seq")
        ).where(not_(is_paused()))
        async with self._database.reading() as connection:
            rows = (await connection.execute(fronts)).all()
        found = [Front(job=row.id, person=row.person, order=row.seq) for row in rows if row.id]
        return sorted(found, key=lambda front: front.order)

    async def claim(self, job: str, token: str) -> Job | None:
        """See the port."""
        take = (
            update(jobs)
            .where(jobs.c.id == job, jobs.c.state == "queued", not_(is_paused()))
            .values(
                **state_row(Running(token=token)),
                attempts=jobs.c.attempts + 1,
                started_at=self._timing.now(),
            )
            .returning(jobs)
        )
        async with self._database.writing() as connection:
            row = (await connection.execute(take)).one_or_none()
        if row is None:
            return None
        self._watch.start(token)
        return job_of(row)

    async def progress(
        self, job: str, token: str, step: Step, made: tuple[Version, ...] = ()
    ) -> bool:
        """See the port."""
        sizes = await self._sizes(made)
        async with self._database.writing() as connection:
            row = await _change(connection, job, token, {"step": dumped(step)})
            if row is None:
                return False
            await grow(connection, _ending(row), made, sizes)
        return True

    async def settle(self, job: str, token: str, outcome: Outcome) -> bool:
        """See the port."""
        made = outcome.versions if isinstance(outcome, Finished) else ()
        sizes = await self._sizes(made)
        values = self._ended(token, outcome)
        try:
            async with self._database.writing() as connection:
                row = await _change(connection, job, token, values)
                if row is None:
                    return False
                match outcome:
                    case Finished(files=files):
                        await grow(connection, _ending(row), made, sizes)
                        await ship(connection, _ending(row), files, self._timing)
                    case Broken(fault=fault):
                        await note(connection, job, fault, self._timing)
                        await ship(connection, _ending(row), (), self._timing)
                    case Again(fault=fault):
                        await note(connection, job, fault, self._timing)
                    case HandedBack():
                        pass
        except IntegrityError as error:
            reason = f"a result that does not fit: {type(error.orig).__name__}"
            raise StorageError("storage-damaged", reason=reason) from error
        return True

    async def _sizes(self, made: tuple[Version, ...]) -> Mapping[Sha, int]:
        return await sizes_of((sha for v in made for sha in of_version(v)), self._size_of)

    async def take_back(self, most_attempts: int) -> Sequence[Job]:
        """See the port."""
        running = select(jobs).where(IS_OPEN, jobs.c.state == "running").with_for_update()
        back: list[Job] = []
        async with self._database.writing() as connection:
            rows = (await connection.execute(running)).all()
            for row in sorted(rows, key=lambda row: row.seq):
                job = taken_back(job_of(row), most_attempts)
                values = {**state_row(job.state), "step": None}
                if isinstance(job.state, Failed):
                    values["ended_at"] = self._timing.now()
                if await _change(connection, job.id, row.token, values) is None:
                    continue
                await self._note_loss(connection, row, job)
                back.append(job)
        return back

    async def _note_loss(self, connection: AsyncConnection, row: Row[Any], job: Job) -> None:
        match job.state:
            case Failed(fault=fault):
                await note(connection, job.id, fault, self._timing)
                await ship(connection, _ending(row), (), self._timing)
            case _:
                await note(connection, job.id, LOST, self._timing)

    def _ended(self, token: str, outcome: Outcome) -> Mapping[str, object]:
        """The columns of a job whose run came to `outcome`."""
        seconds, now = self._watch.stop(token), self._timing.now()
        match outcome:
            case Finished():
                ended = {"ended_at": now, "seconds": seconds}
                return {**state_row(Done()), "step": None, **ended}
            case Broken(fault=fault):
                return {**state_row(Failed(fault=fault)), "step": None, "ended_at": now}
            case Again(not_before=wanted, fault=fault):
                until = {"not_before": self._timing.until(wanted), "fault": dumped(fault)}
                return {**state_row(Queued()), "step": None, **until}
            case HandedBack():
                return {**state_row(Queued()), "step": None, "attempts": jobs.c.attempts - 1}


def _waiting(lane: Lane) -> tuple[ColumnElement[bool], ...]:
    return jobs.c.state == literal_column("'queued'"), jobs.c.lane == lane.value


def _people_waiting(lane: Lane) -> CTE:
    """Everybody who waits in a lane, by hopping along an index from one person to the next.

    To group all that waits by person would read all of it, every time that the queue looks.
    """
    first = select(func.min(jobs.c.person)).where(*_waiting(lane)).scalar_subquery()
    hop = select(first.label("person")).cte("people_waiting", recursive=True)
    further = (
        select(func.min(jobs.c.person))
        .where(*_waiting(lane), jobs.c.person > hop.c.person)
        .scalar_subquery()
    )
    return hop.union_all(select(further).where(hop.c.person.is_not(None)))


async def _change(
    connection: AsyncConnection, job: str, token: str, values: Mapping[str, object]
) -> Row[Any] | None:
    """Change a job that `token` holds; its row as it is now, None when the token holds it no more."""
    change = (
        update(jobs)
        .where(jobs.c.id == job, jobs.c.token == token, jobs.c.state == "running")
        .values(**values)
        .returning(jobs)
    )
    return (await connection.execute(change)).one_or_none()


def _ending(row: Row[Any]) -> Ending:
    address = Address(platform=row.platform, place=row.place)
    return Ending(job=row.id, person=row.person, cover=row.cover, address=address)
