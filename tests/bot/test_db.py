"""`articover db`, and what the doctor says of SQLite."""

import asyncio
import json
import sqlite3
from contextlib import closing

import pytest

from bot.__main__ import main
from bot.doctor.databases import MENDED, sqlite
from bot.doctor.finding import State
from bot.terminal.exits import ExitCode
from storage.database import connect
from storage.schema import upgrade


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Where the database of a fresh installation is going to be."""
    monkeypatch.setenv("ARTICOVER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("ARTICOVER_DATABASE_URL", raising=False)
    return tmp_path / "data" / "articover.db"


@pytest.fixture
def db(path, capsys):
    """The exit code and the JSON of `articover db`."""

    def run(action):
        code = main(["db", action, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


async def step_to(path, revision):
    path.parent.mkdir(parents=True)
    database = connect(f"sqlite:///{path}")
    await upgrade(database, to=revision)
    await database.close()


def test_looking_at_a_database_that_is_not_there_makes_none(db, path):
    code, found = db("status")
    assert (code, found["fit"], found["place"]) == (ExitCode.STORAGE, "empty", str(path))
    assert not path.exists()


def test_an_upgrade_takes_the_steps_and_says_from_where(db, path):
    asyncio.run(step_to(path, "0001"))
    code, found = db("status")
    assert (code, found["fit"], found["step"]) == (ExitCode.STORAGE, "behind", "0001")
    code, found = db("upgrade")
    assert (code, found["fit"], found["from"]) == (ExitCode.OK, "current", "0001")
    assert db("status") == (ExitCode.OK, {key: found[key] for key in ("place", "fit", "step")})


def test_an_upgrade_makes_a_database_where_there_is_none(db, path):
    assert db("upgrade")[0] == ExitCode.OK
    assert path.exists()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_is_told_in_words(path, capsys, language):
    told = []
    for action in ("status", "upgrade", "upgrade", "status"):
        main(["--lang", language, "db", action])
        told.append(capsys.readouterr().out)
    empty, upgraded, again, current = told
    assert len({empty, upgraded, current}) == 3
    assert again == current
    assert all(str(path) in words for words in told)


def test_a_newer_database_is_refused(db, path, capsys):
    asyncio.run(step_to(path, "head"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert db("status")[1]["fit"] == "ahead"
    assert main(["db", "upgrade"]) == ExitCode.STORAGE
    assert "9999" not in capsys.readouterr().out


def test_the_password_of_a_server_is_not_shown(path, monkeypatch, capsys):
    monkeypatch.setenv("ARTICOVER_DATABASE_URL", "postgresql://u:geheim@127.0.0.1:1/d")
    assert main(["db", "status", "--json"]) == ExitCode.STORAGE
    captured = capsys.readouterr()
    assert json.loads(captured.out)["error"]["code"] == "storage-unavailable"
    assert "geheim" not in captured.out + captured.err


@pytest.mark.parametrize(("version", "state"), [
    ((3, 40, 1), State.WARNING), ((3, 51, 2), State.WARNING), (MENDED, State.OK),
    ((3, 52, 0), State.OK), ((4, 0, 0), State.OK),
])  # fmt: skip
def test_the_doctor_warns_of_a_sqlite_with_the_bug_of_its_log(version, state):
    finding = sqlite(version)
    assert finding.state is state
    assert finding.facts["version"] == ".".join(map(str, version))
