"""Who waits for work that is in no queue, and what the next process tells them where a restart cuts it off.

All of a platform's stand in one row, as text: a message is its words and its buttons.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from bot.conversation.act import read_act
from bot.conversation.message import Button, Message, Picker
from pipeline.domain.errors import StorageError
from pipeline.ports.notes import Register

_Text = Mapping[str, Any]


class CutOff:
    """One platform's; where the row cannot be read or written, nobody is told."""

    def __init__(self, register: Register, key: str) -> None:
        """In the row of `register` that is called so."""
        self._register = register
        self._key = key
        self._waiting: dict[str, _Text] = {}
        self._is_read = False
        self._turn = asyncio.Lock()

    @contextlib.asynccontextmanager
    async def kept(self, name: str, instead: Message) -> AsyncGenerator[None]:
        """A message of that `name` waits while the context lasts, and on where the process ends before.

        Then the next one lets it say what it says `instead`, which has no files.
        """
        await self._change(name, _text(instead))
        try:
            yield
        except Exception:  # who is cancelled waits on: the process ends
            await self.over(name)
            raise
        await self.over(name)

    async def over(self, name: str) -> None:
        """Nothing is waited for there any more."""
        await self._change(name, None)

    async def left(self) -> Mapping[str, Message]:
        """What the process before has left: by the name of each message, what it is to say."""
        async with self._turn:
            with contextlib.suppress(StorageError):
                return {name: _message(text) for name, text in (await self._read()).items()}
        return {}

    async def _change(self, name: str, text: _Text | None) -> None:
        async with self._turn:
            with contextlib.suppress(StorageError):
                await self._read()
            if text is not None:
                self._waiting[name] = text
            else:
                self._waiting.pop(name, None)
            with contextlib.suppress(StorageError):
                told = json.dumps(self._waiting) if self._waiting else None
                await self._register.write(self._key, told)

    async def _read(self) -> Mapping[str, _Text]:
        """What stands in the row before this process writes to it for the first time; later nothing."""
        if self._is_read:
            return {}
        self._is_read = True
        left: dict[str, _Text] = json.loads(await self._register.read(self._key) or "{}")
        self._waiting.update(left)
        return left


def _text(message: Message) -> _Text:
    rows = (row for row in message.rows if not isinstance(row, Picker))
    ways = [(one.label, one.act.wire) for row in rows for one in row if isinstance(one, Button)]
    return {"title": message.title, "lines": message.lines, "ways": ways}


def _message(text: _Text) -> Message:
    ways = tuple(Button(label=label, act=found) for label, wire in text["ways"]
                 if (found := read_act(wire)))  # fmt: skip
    return Message(title=text["title"], lines=tuple(text["lines"]), rows=(ways,) if ways else ())
