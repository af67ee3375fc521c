"""Faults that only a server has: embraces, orders that cannot be kept, going away."""

import asyncio

from sqlalchemy import insert, select, text, update

from pipeline.domain.errors import StorageError
from storage.database import connect
from storage.faults import translated
from storage.tables import settings
from tests import postgres
from tests.storage.test_database import ANYWHERE, put, refused, value_of


async def test_an_embrace_of_two_writers_on_a_server_counts_as_busy(postgres_url):
    """Both hold what the other wants; the server ends one of them."""
    database = connect(postgres_url)
    await put(database, "a")
    await put(database, "b")
    both = asyncio.Barrier(2)

    async def take(first, second):
        async with database.writing() as connection:
            await connection.execute(
                update(settings).where(settings.c.key == first).values(value="1")
            )
            await both.wait()
            await connection.execute(
                update(settings).where(settings.c.key == second).values(value="1")
            )

    ends = await asyncio.gather(take("a", "b"), take("b", "a"), return_exceptions=True)
    await database.close()
    (error,) = [end for end in ends if end is not None]
    assert isinstance(error, StorageError)
    assert error.code == "storage-busy"


async def test_a_change_that_cannot_be_put_in_order_counts_as_busy(postgres_url):
    database = connect(postgres_url)
    await put(database)
    strict = database.writer.execution_options(isolation_level="SERIALIZABLE")
    with refused("storage-busy"), translated(database.place):
        async with strict.begin() as late:
            await late.execute(select(settings))
            async with database.writing() as first:
                await first.execute(update(settings).values(value="1"))
            await late.execute(update(settings).values(value="2"))
    assert await value_of(database) == "1"
    await database.close()


async def test_a_database_that_is_not_there_is_unavailable(postgres_server):
    database = connect(postgres_server.url("nowhere"))
    with refused("storage-unavailable"):
        await value_of(database)
    await database.close()


async def test_a_server_that_goes_away_comes_back():
    """A transaction that it interrupts is lost as a whole; the next ones go on."""
    with postgres.server() as server:
        database = connect(server.url())
        async with database.writing() as connection:
            await connection.run_sync(settings.create)
        with refused("storage-unavailable"):
            async with database.writing() as connection:
                await connection.execute(insert(settings).values(**ANYWHERE))
                await asyncio.to_thread(server.stop)
                await connection.execute(insert(settings).values(key="more", value="0"))
        with refused("storage-unavailable"):
            await value_of(database)
        await asyncio.to_thread(server.start)
        assert await value_of(database) is None
        await put(database)
        assert await value_of(database) == "0"
        await database.close()


async def test_a_process_frozen_in_a_transaction_holds_others_up_for_half_a_minute_at_most(
    postgres_url,
):
    """The server ends such a connection by itself; without that its rows stay locked for ever."""
    database = connect(postgres_url)
    async with database.writing() as connection:
        limit = await connection.scalar(text("SHOW idle_in_transaction_session_timeout"))
    await database.close()
    assert limit == "30s"


async def test_an_address_keeps_the_schema_and_the_settings_that_it_asks_for(postgres_url):
    """Two installations may share one database, each in a schema of its own."""
    options = "&options=-csearch_path%3Dtheirs+-cidle_in_transaction_session_timeout%3D9s"
    database = connect(postgres_url + options)
    async with database.writing() as connection:
        asked = ("search_path", "idle_in_transaction_session_timeout")
        found = [await connection.scalar(text(f"SHOW {name}")) for name in asked]
    await database.close()
    assert found == ["theirs", "9s"]
