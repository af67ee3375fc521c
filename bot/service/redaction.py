"""Keeping people's words and everybody's keys out of the logs.

Words of people can be in anything that a program says about its data: in the arguments of a log
line, in the message of an exception, in what a database driver repeats of a statement. So only
what cannot hold them passes: constant text, numbers, names of types, codes, and places in the
code. Whatever passes is searched for keys besides.
"""

import re
import traceback
from collections.abc import Collection
from contextlib import suppress
from types import TracebackType
from typing import Any, cast
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from pipeline.domain.errors import ArtiCoverError

MASK = "***"
_KEYS = (
    re.compile(r"(?<=://)[^/\s@]*:[^/\s]*@"),  # user:password@ of an address
    re.compile(r"(?i)(?<=password=)[^\s&;,'\"]+"),
    re.compile(r"(?i)(?<=bearer )\S+|(?<=authorization: bot )\S+"),
    re.compile(r"\b\d{6,}:[\w-]{30,}"),  # Telegram
    re.compile(r"\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"),  # Discord
    re.compile(r"(?<=/webhooks/)[\w/-]+|(?<=/interactions/)[\w/-]+"),
)
_DEEPEST = 10


def keys_in(secrets: Collection[str]) -> tuple[str, ...]:
    """`secrets`, and of those that are addresses the passwords by themselves, longest first."""
    found = set(filter(None, secrets))
    for secret in tuple(found):
        with suppress(ValueError):
            address = urlsplit(secret)
            found |= {unquote(address.password)} if address.password else set()
            found |= {value for name, value in parse_qsl(address.query) if name == "password"}
    return tuple(sorted(found, key=len, reverse=True))


def masked(value: object, secrets: Collection[str]) -> Any:
    """`value` with every key in it, and each of `secrets`, replaced."""
    match value:
        case str():
            return _masked_text(value, secrets)
        case dict():
            entries = cast("dict[object, object]", value).items()
            return {str(key): masked(entry, secrets) for key, entry in entries}
        case list() | tuple():
            return [masked(entry, secrets) for entry in cast("list[object]", value)]
        case _:
            return value


def _masked_text(text: str, secrets: Collection[str]) -> str:
    for secret in filter(None, secrets):
        text = text.replace(secret, MASK).replace(quote(secret, safe=""), MASK)
    for key in _KEYS:
        text = key.sub(MASK, text)
    return text


def wordless(message: object, args: object) -> str:
    """What a line of the log says, without words that it was given: numbers stay.

    Only the first line, since libraries put what they quote on further ones. A `message` that is
    no text, such as an exception, is named by its type.
    """
    text = message if isinstance(message, str) else type(message).__name__
    return _filled(text, _numbers(args)).split("\n", 1)[0]


def in_words(message: object, args: object) -> str:
    """What a line of the log says, whole."""
    return _filled(str(message), args)


def _filled(text: str, args: object) -> str:
    """`text` with `args` in it; as it is when they do not fit, as a number that is none."""
    with suppress(TypeError, ValueError, KeyError):
        return text % args if args else text
    return text


def _numbers(args: object) -> object:
    match args:
        case dict():
            return {k: _number(v) for k, v in cast("dict[str, object]", args).items()}
        case tuple():
            return tuple(_number(value) for value in cast("tuple[object, ...]", args))
        case _:
            return ()


def _number(value: object) -> object:
    return value if isinstance(value, int | float) else f"<{type(value).__name__}>"


def fault(error: BaseException, depth: int = 0) -> dict[str, Any]:
    """An exception without its message: its type, our code, where it was raised, and its causes."""
    told: dict[str, Any] = {"type": type(error).__name__, "at": _places(error.__traceback__)}
    if isinstance(error, ArtiCoverError):
        told["code"] = error.code
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if depth < _DEEPEST:
        if cause is not None:
            told["cause"] = fault(cause, depth + 1)
        if isinstance(error, BaseExceptionGroup):
            members = cast("tuple[BaseException, ...]", error.exceptions)
            told["members"] = [fault(member, depth + 1) for member in members]
    return told


def _places(trace: TracebackType | None) -> list[str]:
    """The innermost calls, as `file:line function`; no source, no values."""
    frames = traceback.extract_tb(trace)[-_DEEPEST:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
