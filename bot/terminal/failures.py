"""What a failed run says, and the exit code it ends with."""

import errno
import traceback
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.conversation.apology import sentence
from bot.conversation.words import Words
from bot.terminal.exits import ExitCode
from bot.terminal.grammar import Misused
from bot.terminal.running import Halted
from pipeline.domain.errors import (
    ArtiCoverError,
    DeliveryError,
    OutputError,
    QueueError,
    QuotaError,
    ServiceError,
    StorageError,
    WorkError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A stable `code` for programs, a `message` for people, and how the process ends."""

    code: str
    message: str
    exit: ExitCode


def explain(error: BaseException, words: Words, log: Path) -> Failure:
    """The failure to tell; an error that nobody foresaw goes to `log` with its trace."""
    if isinstance(error, ArtiCoverError):
        return Failure(code=error.code, message=sentence(error, words), exit=_exit(error))
    return _foreseen(error, words) or _unforeseen(error, words, log)


def _exit(error: ArtiCoverError) -> ExitCode:
    """What was asked for needs a change, unless the error is about something else."""
    if error.code in {"output-no-space", "storage-full", "model-no-space", "upscale-disk"}:
        return ExitCode.DISK_FULL
    if error.code in _OF_THE_MACHINE:
        return ExitCode.MACHINE
    if error.code in {"detector-lost", "detector-failed", "upscaler-memory", "upscaler-failed"}:
        return ExitCode.WORK
    if error.code.startswith("painter-") and error.code != "painter-missing":
        return ExitCode.WORK
    return next((end for kind, end in _EXITS.items() if isinstance(error, kind)), ExitCode.BRIEF)


_OF_THE_MACHINE = frozenset({"work-library", "detector-extra", "detector-damaged", "model-extra", "model-missing", "model-damaged", "model-pickled",
                             "model-device", "hub-offline", "hub-unreachable", "writer-missing", "writer-damaged",
                             "upscaler-extra", "upscaler-damaged", "upscaler-file", "upscaler-unkept"})  # fmt: skip
_EXITS: Mapping[type[ArtiCoverError], ExitCode] = {
    OutputError: ExitCode.OUTPUT,
    DeliveryError: ExitCode.OUTPUT,
    StorageError: ExitCode.STORAGE,
    ServiceError: ExitCode.MACHINE,
    QueueError: ExitCode.BUSY,
    QuotaError: ExitCode.BUSY,
    WorkError: ExitCode.WORK,
}


def _foreseen(error: BaseException, words: Words) -> Failure | None:
    """Errors of Python and of click that a person can do something about."""
    match error:
        case Halted(message=message):
            code, end = "interrupted", ExitCode.INTERRUPTED
        case click.Abort() | KeyboardInterrupt():
            message, code, end = words.say("interrupted"), "interrupted", ExitCode.INTERRUPTED
        case Misused():
            message, code, end = error.message, "usage", ExitCode.BRIEF
        case click.UsageError():
            message, code, end = usage(error, words), "usage", ExitCode.BRIEF
        case ImportError():
            return _missing(error, words)
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            message = words.say("output-no-space", path=str(error.filename or "."))
            code, end = "output-no-space", ExitCode.DISK_FULL
        case MemoryError() | BrokenExecutor():
            message, code, end = words.say("memory"), "memory", ExitCode.MACHINE
        case _:
            return None
    return Failure(code=code, message=message, exit=end)


def _missing(error: ImportError, words: Words) -> Failure:
    """A library that does not load; on a bare server it is nearly always libGL for skia."""
    graphics = any(name in str(error) for name in ("libGL", "libEGL"))
    key = "missing-graphics" if graphics else "missing-library"
    return Failure(code=key, exit=ExitCode.MACHINE,
                   message=words.say(key, reason=str(error)))  # fmt: skip


def _unforeseen(error: BaseException, words: Words, log: Path) -> Failure:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n")
            file.writelines(traceback.format_exception(error))
        message = words.say("internal", log=str(log))
    except OSError:
        message = words.say("internal-unlogged", reason=f"{type(error).__name__}: {error}")
    return Failure(code="internal", message=message, exit=ExitCode.INTERNAL)


def usage(error: click.UsageError, words: Words) -> str:
    """The sentence for a command line that cannot be understood."""
    match error:
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            return words.say("usage-no-such-option", option=error.option_name, near=near)
        case click.exceptions.NoSuchCommand():
            near = ", ".join(error.possibilities or ())
            return words.say("usage-no-such-command", command=error.command_name, near=near)
        case click.BadOptionUsage():
            return words.say("usage-option-without-value", option=error.option_name)
        case click.MissingParameter():
            return words.say("usage-argument-missing", argument=_named(error.param))
        case click.BadParameter():
            option = str(error.param_hint) if error.param_hint else _named(error.param)
            return words.say("usage-bad-value", option=option, reason=error.message)
        case _:
            return words.say("usage-not-understood", reason=error.message)


def _named(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or parameter.name or "") if parameter else ""
