"""Logs: one JSON object a line, for the events of the queue and for what libraries say.

At INFO and above a line holds ids, kinds, codes and numbers only; see `redaction`. Code of ours
that logs by itself must keep to that: its lines are shown as they are, besides exceptions. With DEBUG the
messages of errors and libraries are written as they are (without keys), and these can repeat what
people wrote.
"""

import logging
import traceback
from collections.abc import Collection, Generator, MutableMapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, TextIO

import structlog
from structlog.stdlib import BoundLogger, ProcessorFormatter
from structlog.typing import Processor

from bot.service.redaction import fault, in_words, keys_in, masked, wordless
from pipeline.domain.event import (
    BlobsCollected,
    Event,
    JobFailed,
    JobFinished,
    JobOrdered,
    JobStarted,
    JobStopped,
    JobTakenBack,
    LetteringTreated,
    Notice,
    Painted,
    PainterEnded,
    PainterLost,
    PainterRested,
    PainterStarted,
    PromptFlagged,
    QueueTurned,
    SendFailed,
    Sent,
    StepTaken,
    StoreFailed,
)
from pipeline.ports.clock import Clock

QUIET = ("aiohttp", "aiosqlite", "alembic", "asyncio", "discord", "httpcore", "httpx", "PIL",
         "pikepdf", "psycopg", "sqlalchemy", "telegram")  # fmt: skip
"""Libraries that are heard from WARNING on, since below they tell tokens and statements."""

OURS = frozenset({"articover", "bot", "pipeline", "storage"})
"""Rooms whose own lines are written without people's words, so that all of them can be shown."""

Line = MutableMapping[str, Any]


@contextmanager
def logging_to(
    stream: TextIO, *, clock: Clock, level: str = "INFO", secrets: Collection[str] = ()
) -> Generator[Notice]:
    """Log to `stream` for as long as the context lasts; yields where events are to be told.

    `level` is DEBUG, INFO, WARNING or ERROR. `secrets` are replaced wherever they
    appear, and of an address its password as well.
    """
    root, before = logging.getLogger(), _levels()
    handler = _Handler(stream)
    handler.setFormatter(_formatter(clock, keys_in(secrets), words=level == "DEBUG"))
    handlers = root.handlers[:]
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        yield journal()
    finally:
        root.handlers[:] = handlers
        for name, was in before.items():
            logging.getLogger(name).setLevel(was)


def _levels() -> dict[str | None, int]:
    return {name: logging.getLogger(name).level for name in (None, *QUIET)}


def journal() -> Notice:
    """A notice that writes every event to the log."""
    logger: BoundLogger = structlog.wrap_logger(
        logging.getLogger("articover"),
        wrapper_class=BoundLogger,
        processors=[structlog.stdlib.filter_by_level, ProcessorFormatter.wrap_for_formatter],
    )

    def note(event: Event) -> None:
        logger.log(level_of(event), name_of(event), **asdict(event))

    return note


def name_of(event: Event) -> str:
    """What an event is called in the log: `job-started`."""
    name = type(event).__name__
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


def level_of(event: Event) -> int:
    """How much an event matters to whoever runs the place."""
    match event:
        case StepTaken():
            return logging.DEBUG
        case (
            JobOrdered() | JobStarted() | JobFinished() | JobStopped() | Sent() | BlobsCollected()
            | PainterStarted() | PainterEnded() | Painted()
        ):  # fmt: skip
            return logging.INFO
        case LetteringTreated(fault=fault):
            return logging.WARNING if fault else logging.INFO
        case QueueTurned(state=state):
            return logging.WARNING if state == "lost" else logging.INFO
        case (
            JobFailed(retried=True) | SendFailed(retried=True) | JobTakenBack(spent=False)
            | PainterLost() | PromptFlagged()
        ):  # fmt: skip
            return logging.WARNING
        case JobFailed() | SendFailed() | JobTakenBack() | StoreFailed() | PainterRested():
            return logging.ERROR


class _Handler(logging.StreamHandler[TextIO]):
    """A stream whose failures stop nobody.

    The standard library's own handler would print the line that failed, with all its words.
    """

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Go without the line: the disk of the log is full, or its reader is gone."""


def _formatter(clock: Clock, secrets: Collection[str], *, words: bool) -> logging.Formatter:
    def stamp(_logger: Any, _method: str, line: Line) -> Line:
        return {"at": clock.now().isoformat(timespec="milliseconds"), **line}

    def redact(_logger: Any, _method: str, line: Line) -> Line:
        return masked(dict(line), secrets)

    steps: list[Processor] = [
        _told_by_library(words=words),
        _fault(words=words),
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        ProcessorFormatter.remove_processors_meta,
        redact,
        stamp,
        structlog.processors.JSONRenderer(default=_type_name),
    ]
    return ProcessorFormatter(processors=steps, use_get_message=False, pass_foreign_args=True)


def _told_by_library(*, words: bool) -> Processor:
    """Take what a library says without the words in it."""

    def step(_logger: Any, _method: str, line: Line) -> Line:
        args = line.pop("positional_args", ())
        line.pop("stack_info", None)
        if not line["_from_structlog"]:
            record = line["_record"]
            shown = words or record.name.split(".")[0] in OURS
            line["event"] = (in_words if shown else wordless)(record.msg, args)
        return line

    return step


def _fault(*, words: bool) -> Processor:
    """Take an exception apart; with `words`, add what the interpreter would have printed."""

    def step(_logger: Any, _method: str, line: Line) -> Line:
        error = _error(line.pop("exc_info", None))
        if error is not None:
            line["error"] = fault(error)
            if words:
                line["traceback"] = "".join(traceback.format_exception(error))
        return line

    return step


def _error(info: Any) -> BaseException | None:
    """The exception of a record, which holds it as (type, exception, traceback)."""
    return info[1] if isinstance(info, tuple) else None


def _type_name(value: object) -> str:
    """What JSON does not know is named, not shown."""
    return type(value).__name__
