"""A terminal in a folder, and a service beside it, for tests that type commands."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

from bot.__main__ import main

ROOT = Path(__file__).parents[2]


class Terminal:
    """Types commands in one folder, with one data folder; `json` reads what comes back."""

    def __init__(self, folder, capsys):
        self._folder, self._capsys = folder, capsys

    def __call__(self, *arguments):
        """The exit code, standard output and standard error of a command."""
        self._capsys.readouterr()
        ended = main([str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        return ended, said.out, said.err

    def json(self, *arguments):
        ended, out, err = self(*arguments, "--json")
        assert ended == 0, out + err
        return json.loads(out)


@contextlib.contextmanager
def service(log):
    """`articover work` from its first sentence to its last."""
    begin = [sys.executable, "-m", "bot", "work"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with log.open("w") as errors, subprocess.Popen(
        begin, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment
    ) as process:  # fmt: skip
        assert "runs the queue" in process.stdout.readline()
        try:
            yield
        finally:
            process.terminate()
            assert "Ended in order" in process.stdout.read()
    assert process.returncode == 0


def settle(patch, folder):
    patch.setenv("ARTICOVER_DATA", str(folder / "data"))
    patch.setenv("ARTICOVER_LANG", "en")
    patch.setenv("ARTICOVER_WORKERS", "1")
    patch.delenv("ARTICOVER_DATABASE_URL", raising=False)
    patch.chdir(folder)


def typed(*arguments):
    """A command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
