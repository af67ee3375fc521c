import errno
from concurrent.futures.process import BrokenProcessPool

import click
import pytest

from bot.conversation.words import Words
from bot.terminal.exits import ExitCode
from bot.terminal.failures import explain
from bot.terminal.grammar import Misused
from bot.terminal.running import Halted
from pipeline.domain import errors
from pipeline.domain.errors import BriefError, FormatError, OutputError


@pytest.fixture
def log(tmp_path):
    return tmp_path / "state" / "articover.log"


@pytest.mark.parametrize(
    ("error", "code", "exit_code"),
    [
        (BriefError("brief-missing", field="title"), "brief-missing", 2),
        (FormatError("format-unknown", asked="7", near=""), "format-unknown", 2),
        (OutputError("output-exists", path="a.png", count=1), "output-exists", 3),
        (OutputError("output-not-writable", path="a.png"), "output-not-writable", 3),
        (OutputError("output-no-space", path="a.png"), "output-no-space", 4),
        (OSError(errno.ENOSPC, "No space left", "a.png"), "output-no-space", 4),
        (ImportError("libGL.so.1: cannot open shared object file"), "missing-graphics", 5),
        (ImportError("No module named 'skia'"), "missing-library", 5),
        (MemoryError(), "memory", 5),
        (BrokenProcessPool(), "memory", 5),
        (KeyboardInterrupt(), "interrupted", 130),
        (click.Abort(), "interrupted", 130),
        (click.UsageError("x"), "usage", 2),
        (RuntimeError("x"), "internal", 70),
    ],
)
def test_every_failure_has_its_exit_code(error, code, exit_code, log):
    failure = explain(error, Words("en"), log)

    assert (failure.code, failure.exit) == (code, exit_code)
    assert "\n" not in failure.message


EXITS = {
    "storage-full": 4, "output-no-space": 4, "model-no-space": 4,
    "work-library": 5, "model-extra": 5, "model-missing": 5, "model-damaged": 5, "model-pickled": 5, "model-device": 5,
    "detector-extra": 5, "detector-damaged": 5, "detector-lost": 8, "detector-failed": 8,
    "hub-offline": 5, "hub-unreachable": 5, "writer-missing": 5, "writer-damaged": 5,
    "painter-lost": 8, "painter-late": 8, "painter-memory": 8, "painter-failed": 8,
    "painter-resting": 8,
    "upscale-disk": 4, "upscaler-extra": 5, "upscaler-damaged": 5, "upscaler-file": 5,
    "upscaler-unkept": 5, "upscaler-memory": 8, "upscaler-failed": 8,
    errors.OutputError: 3, errors.DeliveryError: 3, errors.ServiceError: 5,
    errors.StorageError: 6, errors.QueueError: 7, errors.QuotaError: 7, errors.WorkError: 8,
}  # fmt: skip


@pytest.mark.parametrize("code", errors.CODES)
def test_every_error_ends_the_process_with_the_code_of_its_class(code, log):
    error = errors.error_of(code, dict.fromkeys(errors.CODES[code], "1"))

    failure = explain(error, Words("en"), log)

    assert failure.code == code
    assert failure.exit == EXITS.get(code, EXITS.get(type(error), 2))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_mistake_that_was_understood_is_not_called_incomprehensible(language, log):
    words = Words(language)
    sentence = words.say("text-nothing")

    assert explain(Misused(sentence), words, log).message == sentence


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_port_is_written_without_the_comma_of_thousands(language, log):
    error = errors.error_of("service-port", {"host": "127.0.0.1", "port": 19464, "reason": "busy"})

    assert "19464" in explain(error, Words(language), log).message


def test_who_stopped_an_order_is_told_so_and_nothing_else(log):
    failure = explain(Halted("Order abc is cancelled."), Words("en"), log)

    assert (failure.message, failure.exit) == ("Order abc is cancelled.", ExitCode.INTERRUPTED)


def test_a_missing_system_library_comes_with_the_command_that_installs_it(log):
    failure = explain(ImportError("libGL.so.1: cannot open"), Words("ko"), log)

    assert "apt-get install libgl1 libegl1" in failure.message


def test_an_unforeseen_error_is_logged_with_its_trace(log):
    failure = explain(RuntimeError("the sea was too blue"), Words("en"), log)

    assert str(log) in failure.message
    assert "the sea was too blue" not in failure.message
    assert "RuntimeError: the sea was too blue" in log.read_text()


def test_a_log_that_cannot_be_written_does_not_hide_the_error(tmp_path):
    (tmp_path / "file").write_text("")

    failure = explain(RuntimeError("lost"), Words("en"), tmp_path / "file" / "log")

    assert failure.exit is ExitCode.INTERNAL
    assert "lost" in failure.message
