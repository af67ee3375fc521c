"""What goes over the wire: calls with their parameters, refusals, faults, broken rules."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


class RefusalError(Exception):
    """What Telegram says instead of a result, with its words and its code."""

    def __init__(self, description: str, code: int = 400, **parameters: int) -> None:
        super().__init__(description)
        self.description = description
        self.code = code
        self.parameters = parameters


def bad(description: str, **parameters: int) -> RefusalError:
    """A bad request."""
    return RefusalError(f"Bad Request: {description}", 400, **parameters)


def forbidden(description: str) -> RefusalError:
    """Something that the bot may not do (any more)."""
    return RefusalError(f"Forbidden: {description}", 403)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule of the platform that a call broke."""

    method: str
    rule: str
    detail: str = ""


@dataclass(slots=True, kw_only=True)
class Fault:
    """What goes wrong with the next `times` calls of `method` (`*`: any), in `chat` if that is given.

    `code` with `description` is answered instead of doing anything; `retry_after` makes it a 429.
    `drop` ends the connection before, and `lose_answer` after it was done; `hold` keeps the answer
    back, after it was done, until it is set.
    """

    method: str = "*"
    code: int = 0
    description: str = ""
    retry_after: int = 0
    drop: bool = False
    lose_answer: bool = False
    hold: asyncio.Event | None = None
    chat: int | None = None
    times: int = 1

    def hits(self, call: "Call") -> bool:
        """Whether it is about this call."""
        about = self.method in {"*", call.method} and self.times > 0
        return about and self.chat in {None, call.chat}

    @property
    def refusal(self) -> RefusalError | None:
        """What is answered instead of a result."""
        if self.retry_after:
            words = f"Too Many Requests: retry after {self.retry_after}"
            return RefusalError(words, 429, retry_after=self.retry_after)
        return RefusalError(self.description or _WORDS[self.code], self.code) if self.code else None


_WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running",
    413: "Request Entity Too Large",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(slots=True, kw_only=True)
class Call:
    """One request: its parameters as texts, its files by the name of their part.

    `status` is what was answered, 0 when the connection was dropped.
    """

    method: str
    params: Mapping[str, str]
    files: Mapping[str, Upload] = field(default_factory=dict[str, Upload])
    at: float = 0.0
    status: int = 0
    read: set[str] = field(default_factory=set[str])

    @property
    def chat(self) -> int | None:
        """The chat that it is about."""
        given = self.params.get("chat_id", "")
        return int(given) if given.lstrip("-").isdigit() else None

    def has(self, name: str) -> bool:
        """Whether a parameter was given."""
        return bool(self.params.get(name)) or name in self.files

    def text(self, name: str, default: str = "") -> str:
        """A parameter as it was given."""
        return self.params.get(name, default)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number.

        Raises:
            RefusalError: when it is none.
        """
        given = self.params.get(name, "")
        if not given:
            return default
        try:
            return int(given)
        except ValueError:
            raise bad(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """Whether something was switched on."""
        return self.params.get(name, "").lower() in {"true", "1", "yes"}

    def value(self, name: str, default: Any = None) -> Any:
        """A parameter that is JSON.

        Raises:
            RefusalError: when it is none.
        """
        given = self.params.get(name, "")
        if not given:
            return default
        try:
            return json.loads(given)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None


async def read_call(request: web.Request, method: str, at: float) -> Call:
    """A request as a call, however its parameters came."""
    params, files = dict(request.query), dict[str, Upload]()
    kind = request.content_type
    if kind == "application/json":
        body = await request.json()
        params |= {name: _plain(value) for name, value in body.items()}
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(name=value.filename, content=value.file.read())
            else:
                params[name] = str(value)
    return Call(method=method, params=params, files=files, at=at)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
