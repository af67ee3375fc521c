"""How the database is opened, what a transaction promises, and what its faults become."""

import asyncio
import contextlib
import traceback

import pytest
from sqlalchemy import insert, select, text, update

import storage.database
from pipeline.domain.errors import StorageError
from storage.database import connect
from storage.tables import settings

SECRET = "geheim"
ANYWHERE = {"key": "k", "value": "0"}


@contextlib.contextmanager
def refused(code):
    with pytest.raises(StorageError) as caught:
        yield
    assert caught.value.code == code


async def value_of(database, key="k"):
    async with database.reading() as connection:
        found = await connection.execute(select(settings.c.value).where(settings.c.key == key))
        return found.scalar_one_or_none()


async def put(database, key="k", value="0"):
    async with database.writing() as connection:
        await connection.execute(insert(settings).values(key=key, value=value))


@pytest.fixture
async def sqlite(tmp_path):
    """A database of SQLite with one table, and a way to open it once more."""
    opened = []

    async def again():
        opened.append(connect(f"sqlite:///{tmp_path / 'a.db'}"))
        return opened[-1]

    database = await again()
    async with database.writing() as connection:
        await connection.run_sync(settings.create)
    yield database, again
    for each in opened:
        await each.close()


@pytest.mark.parametrize("url", [
    "", "nothing", "mysql://u:geheim@h/d", "sqlite://", "sqlite:///", "sqlite:///:memory:",
    "postgresql+asyncpg://u:geheim@h/d", "mysql://h/d?password=geheim", "http://u:geheim@[h/d",
    "postgresql://u:geheim@h:port/d", "u:geheim@h", "redis://:geheim@h",
])  # fmt: skip
def test_an_unknown_address_is_refused_without_its_secrets(url):
    with pytest.raises(StorageError) as caught:
        connect(url)
    assert caught.value.code == "storage-url"
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("url", [
    f"postgresql://u:{SECRET}@127.0.0.1:1/d",
    f"postgresql://u@127.0.0.1:1/d?password={SECRET}",
    f"postgresql://u:{SECRET}@/d?host=/nowhere",
])  # fmt: skip
async def test_a_server_that_is_not_there_is_unavailable_and_its_password_untold(url):
    database = connect(url)
    with pytest.raises(StorageError) as caught:
        await value_of(database)
    await database.close()
    assert caught.value.code == "storage-unavailable"
    assert caught.value.retryable
    assert SECRET not in "".join(traceback.format_exception(caught.value)) + database.place


async def test_sqlite_writes_safely_and_keeps_its_references(sqlite):
    database, _ = sqlite
    async with database.writing() as connection:
        found = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    full = 2
    assert found == {
        "journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "busy_timeout": 5000,
    }  # fmt: skip


async def test_a_path_is_taken_as_it_stands(tmp_path):
    path = tmp_path / "what? 100% #1 &x=y 책" / "a.db"
    path.parent.mkdir()
    database = connect(f"sqlite:///{path}")
    async with database.writing() as connection:
        await connection.run_sync(settings.create)
    await database.close()
    assert path.stat().st_size


async def test_who_only_reads_cannot_write(database):
    with refused("storage-read-only"):
        async with database.reading() as connection:
            await connection.execute(insert(settings).values(**ANYWHERE))
    assert await value_of(database) is None


async def test_what_is_read_together_is_of_one_moment(database):
    await put(database)
    async with database.reading() as connection:
        before = (await connection.execute(select(settings.c.value))).scalar_one()
        async with database.writing() as writer:
            await writer.execute(update(settings).values(value="1"))
        after = (await connection.execute(select(settings.c.value))).scalar_one()
    assert (before, after) == ("0", "0")
    assert await value_of(database) == "1"


async def test_what_raises_writes_nothing(database):
    with contextlib.suppress(ZeroDivisionError):
        async with database.writing() as connection:
            await connection.execute(insert(settings).values(**ANYWHERE))
            _ = 1 / 0
    assert await value_of(database) is None


async def test_what_is_cancelled_writes_nothing_and_blocks_nobody(database):
    inside = asyncio.Event()

    async def never_ending():
        async with database.writing() as connection:
            await connection.execute(insert(settings).values(**ANYWHERE))
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ending())
    await inside.wait()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert await value_of(database) is None
    await put(database, value="after")
    assert await value_of(database) == "after"


async def test_a_crowd_that_is_cancelled_at_any_moment_leaves_the_database_usable(database):
    async def one(key):
        await put(database, key)
        await value_of(database, key)

    tasks = [asyncio.create_task(one(f"k{n}")) for n in range(40)]
    for turn, task in enumerate(tasks):
        for _ in range(turn % 7):
            await asyncio.sleep(0)
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await put(database, "last")
    assert await value_of(database, "last") == "0"


async def test_writers_of_sqlite_take_turns(sqlite):
    """Each reads and writes what it read plus one; none is lost, within a process or between two."""
    one, again = sqlite
    other = await again()
    await put(one)

    async def count_up(database):
        async with database.writing() as connection:
            value = (await connection.execute(select(settings.c.value))).scalar_one()
            await connection.execute(update(settings).values(value=str(int(value) + 1)))

    await asyncio.gather(*(count_up(database) for database in (one, other) * 10))
    assert await value_of(one) == "20"


async def test_readers_do_not_wait_for_a_writer(sqlite):
    database, _ = sqlite
    await put(database)
    async with database.writing() as connection:
        await connection.execute(update(settings).values(value="1"))
        assert await asyncio.wait_for(value_of(database), 5) == "0"


async def test_a_writer_that_waits_too_long_is_told_that_the_database_is_busy(sqlite, monkeypatch):
    database, again = sqlite
    monkeypatch.setattr(storage.database, "BUSY_MS", 20)
    late = await again()
    async with database.writing():
        with refused("storage-busy"):
            await put(late)
    await put(late)


async def test_too_many_who_wait_for_one_connection_are_told_so(sqlite, monkeypatch):
    _, again = sqlite
    monkeypatch.setattr(storage.database, "WAIT_S", 0.02)
    database = await again()
    async with database.writing():
        with refused("storage-busy"):
            await put(database)


async def test_a_file_that_is_no_database_is_damaged(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"a letter to my aunt" * 1000)
    database = connect(f"sqlite:///{path}")
    with refused("storage-damaged"):
        await value_of(database)
    await database.close()
    assert path.read_bytes() == b"a letter to my aunt" * 1000


async def test_a_page_that_was_overwritten_is_damage(sqlite, tmp_path):
    database, again = sqlite
    async with database.writing() as connection:
        rows = [{"key": f"k{n}", "value": "v" * 500} for n in range(500)]
        await connection.execute(insert(settings), rows)
    await database.close()
    path = tmp_path / "a.db"
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xff" * len(content[4096 * 3 :])
    path.write_bytes(content)
    with refused("storage-damaged"):
        await value_of(await again(), "k400")


async def test_a_database_without_room_is_full_and_keeps_what_it_has(sqlite):
    database, _ = sqlite
    await put(database)
    async with database.writing() as connection:
        await connection.execute(text("PRAGMA max_page_count = 20"))
    with refused("storage-full"):
        await put(database, "large", "x" * 200_000)
    assert await value_of(database) == "0"
    await put(database, "small")


async def test_a_folder_that_is_not_there_is_told(tmp_path):
    database = connect(f"sqlite:///{tmp_path / 'nowhere' / 'a.db'}")
    with pytest.raises(StorageError) as caught:
        await put(database)
    await database.close()
    assert caught.value.code in {"storage-read-only", "storage-unavailable"}


async def test_peoples_words_are_in_no_error(database):
    await put(database)
    with pytest.raises(Exception, match=r"(?i)unique") as caught:
        await put(database, value=SECRET)
    assert SECRET not in str(caught.value)
