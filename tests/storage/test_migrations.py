"""The tables are brought up to date step by step, with what is in them, on both databases."""

import asyncio
import shutil
import sys
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text

from pipeline.domain.errors import StorageError
from pipeline.domain.version import Head
from storage.cover_rows import cover_of, cover_row
from storage.covers import SqlCovers
from storage.database import connect
from storage.jobs import SqlJobs
from storage.opening import open_store
from storage.people import SqlPeople
from storage.removals import SqlRemovals
from storage.schema import STEPS, Fit, configuration, fit_of, upgrade
from storage.tables import covers, metadata, people, versions
from storage.version_rows import version_row
from tests.storage.orders import cover_for, job_for

REVISIONS = [
    step.revision for step in ScriptDirectory.from_config(configuration()).walk_revisions()
][::-1]
FURTHER = '''"""A step that rebuilds a table which others refer to."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{last}"

def upgrade():
    with op.batch_alter_table("covers", recreate="auto") as batch:
        batch.add_column(sa.Column("shelf", sa.Text(), server_default="top", nullable=False))
        batch.alter_column("brief", new_column_name="wanted")
'''
OPEN = (
    "import asyncio, sys, pathlib, bot.clock, storage.opening as o\n"
    + """
async def main():
    clock = bot.clock.SystemClock()
    print("ready", flush=True)
    sys.stdin.readline()
    store = await o.open_store("", pathlib.Path(sys.argv[1]), clock)
    print((await store.people.meet("terminal", "ada")).id)
    await store.close()
asyncio.run(main())
"""
)
LOADED = (
    "import asyncio, sys, pathlib, bot.clock, storage.opening as o\n"
    + """
async def main():
    await (await o.open_store("", pathlib.Path(sys.argv[1]), bot.clock.SystemClock())).close()
    print([name for name in sys.modules if name.partition(".")[0] in ("alembic", "mako")])
asyncio.run(main())
"""
)


@pytest.fixture
async def database(empty_url):
    opened = connect(empty_url)
    yield opened
    await opened.close()


@pytest.fixture
def newer(tmp_path):
    """The steps of a later program."""
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps)
    (steps / "versions" / "step_9999_later.py").write_text(FURTHER.format(last=REVISIONS[-1]))
    return steps


async def settle_in(database, pattern):
    """Somebody with a cover of three versions, each from the last."""
    person = await SqlPeople(database).meet("terminal", "ada")
    cover = replace(cover_for(person.id), head=Head(current="v3", undone=("v2",)))
    made = [replace(pattern, id=f"v{n}", cover=cover.id, number=n, parent=f"v{n - 1}" if n > 1 else None)
            for n in (1, 2, 3)]  # fmt: skip
    async with database.writing() as connection:
        await connection.execute(insert(covers).values(**cover_row(cover)))
        await connection.execute(insert(versions), [version_row(version) for version in made])
    return person, cover, tuple(made)


def test_there_is_one_line_of_steps_from_nothing_to_today():
    script = ScriptDirectory.from_config(configuration())
    assert len(script.get_heads()) == len(script.get_bases()) == 1
    assert len(REVISIONS) >= 2


def test_the_files_of_the_steps_are_named_after_their_places_in_the_line():
    names = [path.name.split("_")[1] for path in sorted(STEPS.glob("versions/step_*.py"))]
    assert names == REVISIONS == [f"{number:04}" for number in range(1, len(REVISIONS) + 1)]


async def test_the_steps_end_at_the_tables_of_today(database):
    def differences(connection):
        options = {"compare_type": True, "compare_server_default": True}
        return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)

    await upgrade(database)
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_the_steps_make_the_constraints_of_today(database, tmp_path):
    """Alembic does not compare checks, nor what happens when a row is deleted."""

    def constraints(connection):
        found = inspect(connection)
        return {
            table.name: (
                sorted(check["name"] for check in found.get_check_constraints(table.name)),
                sorted((key["name"], key["options"].get("ondelete"))
                       for key in found.get_foreign_keys(table.name)),
            )
            for table in metadata.sorted_tables
        }  # fmt: skip

    await upgrade(database)
    async with database.reading() as connection:
        stepped = await connection.run_sync(constraints)
    async with database.restructuring() as connection:
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
        assert await connection.run_sync(constraints) == stepped


async def test_a_database_knows_how_far_it_is(database, newer):
    assert await fit_of(database) == (Fit.EMPTY, "")
    for revision in REVISIONS:
        await upgrade(database, to=revision)
        last = revision == REVISIONS[-1]
        assert await fit_of(database) == (Fit.CURRENT if last else Fit.BEHIND, revision)
    await upgrade(database, steps=newer)
    assert await fit_of(database) == (Fit.AHEAD, "9999")


async def test_what_was_kept_before_a_step_is_there_behind_it(database, pattern):
    await upgrade(database, to="0001")
    person, cover, made = await settle_in(database, pattern)
    for revision in REVISIONS[1:]:
        await upgrade(database, to=revision)
        kept = SqlCovers(database)
        assert await SqlPeople(database).meet("terminal", "ada") == person
        assert await kept.cover(cover.id) == cover
        assert await kept.tree(cover.id) == made


async def test_behind_the_last_step_one_can_go_on_with_what_was_kept(database, pattern, clock):
    await upgrade(database, to="0001")
    person, cover, _ = await settle_in(database, pattern)
    await upgrade(database)

    async def size_of(_sha):
        return 1

    jobs = SqlJobs(database, clock, size_of=size_of)
    job = await jobs.submit(job_for(person.id, cover.id, version="v3"), most_open=1)
    assert await jobs.job(job.id) == job
    forgotten = await SqlRemovals(database).forget(person.id)
    assert (forgotten.covers, forgotten.versions, forgotten.jobs) == (1, 3, 1)


async def test_a_table_that_is_rebuilt_takes_nothing_along(database, pattern, newer):
    """On SQLite the old table is dropped, with rows that others refer to."""
    await upgrade(database)
    _, cover, made = await settle_in(database, pattern)
    await upgrade(database, steps=newer)
    async with database.reading() as connection:
        shelves = (await connection.execute(text("SELECT id, shelf FROM covers"))).all()
        numbers = (await connection.execute(select(versions.c.number))).scalars().all()
        assert [tuple(row) for row in shelves] == [(cover.id, "top")]
    assert sorted(numbers) == [version.number for version in made]
    async with database.writing() as connection:
        await connection.execute(people.delete())
    async with database.reading() as connection:
        assert (await connection.execute(select(versions.c.id))).all() == []


async def test_a_step_that_fails_leaves_everything_as_it_was(database, pattern, newer):
    broken = newer / "versions" / "step_9999_later.py"
    broken.write_text(broken.read_text() + "    op.drop_table('nowhere')\n")
    await upgrade(database, to="0001")
    _, cover, _ = await settle_in(database, pattern)
    with pytest.raises(Exception, match="nowhere"):
        await upgrade(database, steps=newer)
    assert await fit_of(database) == (Fit.BEHIND, "0001")
    async with database.reading() as connection:
        row = (await connection.execute(select(covers))).one()
    assert cover_of(row) == cover


async def test_taking_all_steps_twice_changes_nothing(database, pattern):
    await upgrade(database)
    _, cover, _ = await settle_in(database, pattern)
    await upgrade(database)
    assert await SqlCovers(database).cover(cover.id) == cover


async def test_many_may_take_the_steps_at_once(database, empty_url):
    others = [connect(empty_url) for _ in range(4)]
    await asyncio.gather(*(upgrade(each) for each in (database, *others)))
    for other in others:
        await other.close()
    assert (await fit_of(database))[0] is Fit.CURRENT


async def test_a_newer_database_is_refused_and_left_alone(
    database, newer, empty_url, tmp_path, clock
):
    await upgrade(database, steps=newer)
    for attempt in (upgrade(database), open_store(empty_url, tmp_path, clock)):
        with pytest.raises(StorageError) as caught:
            await attempt
        assert caught.value.code == "storage-ahead"
    assert await fit_of(database) == (Fit.AHEAD, "9999")


async def test_what_is_up_to_date_opens_without_loading_alembic(tmp_path, clock):
    await (await open_store("", tmp_path, clock)).close()
    opening = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOADED, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert await opening.communicate() == (b"[]\n", None)
    assert opening.returncode == 0


async def test_sqlite_is_brought_up_to_date_when_it_is_opened(tmp_path, pattern, clock):
    database = connect(f"sqlite:///{tmp_path / 'articover.db'}")
    await upgrade(database, to="0001")
    _, cover, _ = await settle_in(database, pattern)
    await database.close()
    store = await open_store("", tmp_path, clock)
    assert await store.covers.cover(cover.id) == cover
    await store.close()


@pytest.mark.parametrize("upto", ["nothing", "0001"])
async def test_a_server_is_brought_up_to_date_by_command_only(
    postgres_server, upto, tmp_path, clock
):
    with postgres_server.database() as url:
        database = connect(url)
        if upto != "nothing":
            await upgrade(database, to=upto)
        with pytest.raises(StorageError) as caught:
            await open_store(url, tmp_path, clock)
        assert caught.value.code == "storage-behind"
        assert caught.value.facts == {"command": "articover db upgrade"}
        await upgrade(database)
        await database.close()
        await (await open_store(url, tmp_path, clock)).close()


async def test_processes_that_begin_together_make_one_database(tmp_path):
    """None is refused, and all of them meet the same person."""
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", OPEN, str(tmp_path / "data"), stdin=-1, stdout=-1, stderr=-1
        )
        for _ in range(4)
    ]
    for process in processes:
        assert await process.stdout.readline() == b"ready\n"
    ends = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))
    assert [err for _, err in ends] == [b""] * 4
    assert len({out for out, _ in ends}) == 1


async def test_the_folder_of_the_data_is_the_owners_alone(tmp_path, clock):
    await (await open_store("", tmp_path / "a" / "b", clock)).close()
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


async def test_the_database_is_the_owners_alone_in_whatever_folder(tmp_path, clock):
    store = await open_store("", tmp_path, clock)
    await store.people.meet("terminal", "ada")
    files = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("articover.db*")}
    await store.close()
    assert files == dict.fromkeys(["articover.db", "articover.db-wal", "articover.db-shm"], 0o600)


async def test_a_file_without_tables_that_a_crash_left_is_filled(tmp_path, clock):
    (tmp_path / "articover.db").touch()
    store = await open_store("", tmp_path, clock)
    assert (await store.people.meet("terminal", "ada")).name == "ada"
    await store.close()
