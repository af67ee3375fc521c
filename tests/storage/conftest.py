"""One store of each kind, so that every contract is tested against all of them."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copy2

import pytest

from storage.database import connect
from storage.memory import memory_store
from storage.opening import DATABASE, open_store
from storage.schema import upgrade
from tests import postgres
from tests.storage.orders import HandClock, Orders

HERE = Path(__file__).parent
TEMPLATE = "articover_template"
SERVED = {"postgres_server", "postgres_template", "postgres_url"}


def pytest_collection_modifyitems(items):
    """Mark what needs a database server: the same promises again, which takes as long again."""
    for item in (item for item in items if item.path.is_relative_to(HERE)):
        params = getattr(getattr(item, "callspec", None), "params", {})
        if "postgres" in params.values() or SERVED & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture(scope="session")
def postgres_server():
    with postgres.server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server):
    """The name of a database with all tables and no rows."""
    postgres_server.execute(f"CREATE DATABASE {TEMPLATE}")
    _make_tables(postgres_server.url(TEMPLATE))
    return TEMPLATE


def _make_tables(url):
    """In a thread: the loop of the test that asks may be running already."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(_with_tables(url))).result()


async def _with_tables(url):
    database = connect(url)
    await upgrade(database)
    await database.close()


@pytest.fixture
def postgres_url(postgres_server, postgres_template):
    """The address of a fresh database with all tables."""
    with postgres_server.database(postgres_template) as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A database file with all tables and no rows; taking every step anew would cost 40 ms a test."""
    file = tmp_path_factory.mktemp("template") / DATABASE
    _make_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgres"])
def url(request, tmp_path):
    """The address of a fresh database with all tables of this day."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres_url")
    fresh = copy2(request.getfixturevalue("sqlite_template"), tmp_path)
    return f"sqlite:///{fresh}"


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request, tmp_path):
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'articover.db'}"
        return
    with request.getfixturevalue("postgres_server").database() as address:
        yield address


@pytest.fixture
async def database(url):
    opened = connect(url)
    yield opened
    await opened.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def kind(request):
    """Which kind of store it is; a test that takes this and `store` learns it."""
    return request.param


@pytest.fixture
def store_url(request, kind, tmp_path):
    """What `open_store` is given for that kind; with SQLite its tables lie in `tmp_path`."""
    if kind == "sqlite":
        copy2(request.getfixturevalue("sqlite_template"), tmp_path)
    return request.getfixturevalue("postgres_url") if kind == "postgres" else ""


@pytest.fixture
async def store(kind, store_url, tmp_path, clock):
    """An empty store of each kind; every promise of a port is tested against all of them."""
    opened = (
        memory_store(clock) if kind == "memory" else await open_store(store_url, tmp_path, clock)
    )
    yield opened
    await opened.close()


@pytest.fixture
async def pattern():
    """A version to make copies of."""
    orders = Orders(memory_store(HandClock()))
    return (await orders.result(await orders.claimed())).versions[0]
