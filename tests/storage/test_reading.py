"""What the queue asks again and again reads what waits, however much was done before."""

import re

import pytest
from sqlalchemy import event, insert, text

from pipeline.domain.operation import EditText, Illustrate, Lane
from storage.cover_rows import cover_row
from storage.job_rows import job_row
from storage.jobs import SqlJobs
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.tables import covers, jobs
from storage.work import SqlWork
from tests.storage.orders import MOST, HandClock, cover_for, job_for

FINISHED, WAITING, PEOPLE = 4_000, 400, 40
WHOLE = re.compile(r"SCAN jobs\b(?! USING)|Seq Scan on jobs")


async def no_size(_sha):
    return 0


@pytest.fixture
async def full(database):
    """A database with many finished jobs, and some that wait."""
    people = [await SqlPeople(database).meet("terminal", f"p{n}") for n in range(PEOPLE)]
    begun = [cover_for(person.id) for person in people]
    rows = [_row(number, begun[number % PEOPLE]) for number in range(FINISHED + WAITING)]
    async with database.writing() as connection:
        await connection.execute(insert(covers), [dict(cover_row(cover)) for cover in begun])
        await connection.execute(insert(jobs), rows)
        await connection.execute(text("ANALYZE"))
    return people, begun


def _row(number, cover):
    wanted = Illustrate(seed=1) if number % 2 else EditText(changes=(("title", "x"),))
    row = dict(job_row(job_for(cover.owner, cover.id, wanted))) | {"seconds": None}
    return row | ({"state": "delivered", "seconds": 1.0} if number < FINISHED else {})


async def plans(database, work):
    """How the database goes about every question that `work` asks."""
    asked = []

    def note(_connection, _cursor, statement, parameters, *_rest):
        if statement.lstrip().startswith(("SELECT", "WITH", "UPDATE")):
            asked.append((statement, parameters))

    engines = {database.reader.sync_engine, database.writer.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    await work
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
    assert asked
    return [await plan(database, *question) for question in asked]


async def plan(database, statement, parameters):
    word = "EXPLAIN QUERY PLAN" if database.path else "EXPLAIN"
    async with database.writing() as connection:
        rows = await connection.exec_driver_sql(f"{word} {statement}", parameters)
        return "\n".join(str(row[-1]) for row in rows)


@pytest.mark.parametrize("lane", Lane)
async def test_the_next_jobs_are_found_without_reading_those_that_are_done(full, database, lane):
    work = SqlWork(database, HandClock(), size_of=no_size)
    for found in await plans(database, work.fronts(lane)):
        assert "ix_jobs_queued" in found
        assert not WHOLE.search(found), found


async def test_no_everyday_question_reads_all_jobs(full, database):
    people, begun = full
    work = SqlWork(database, HandClock(), size_of=no_size)
    orders = SqlJobs(database, HandClock(), size_of=no_size)
    job = job_for(people[0].id, begun[0].id)
    questions = [
        lambda: orders.submit(job, most_open=MOST), lambda: orders.job(job.id),
        lambda: orders.jobs_of(people[0].id), orders.overview,
        lambda: work.claim(job.id, "t"), lambda: work.take_back(3), lambda: orders.cancel(job.id),
        lambda: SqlOutbox(database, HandClock()).due(["terminal"]),
    ]  # fmt: skip
    for question in questions:
        for found in await plans(database, question()):
            assert not WHOLE.search(found), found
