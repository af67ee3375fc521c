"""Presses every kind of button that there is, beginning with some messages."""

import re
from collections import deque
from dataclasses import dataclass, field

from tests.discord.visit import comes, settles, since

_ID = re.compile(r"^[a-z0-9]{10}$")
_WHOLE = frozenset({"mv", "lk", "se", "he", "sy", "de", "fo", "ad"})
"""Verbs whose arguments are pressed one by one; of the others one argument stands for all."""
_LAST = ("a:de:", "a:fo:")
BUTTON, SELECT = 2, 3


def kind(wire):
    """What stands for all components that do the same: a verb, with what tells its uses apart."""
    _, verb, *args = wire.partition("|")[0].split(":")
    plain = [re.sub(r"\d+", "n", arg) for arg in args if not _ID.match(arg)]
    return (verb, *(plain if verb in _WHOLE else [str(len(args))]))


@dataclass
class Crawl:
    """One person's way through everything. `done` are the kinds in order, `texts` what was read."""

    server: object
    person: object
    skip: tuple = ()
    done: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    _known: set = field(default_factory=set)
    _waiting: deque = field(default_factory=deque)
    _last: deque = field(default_factory=deque)

    async def through(self, *messages):
        """Press until nothing new is left; what takes something away comes last."""
        for message in messages:
            self._look(message)
        while self._waiting or self._last:
            await self._touch(*(self._waiting or self._last).popleft())
        return self

    def _look(self, message):
        self.texts.append(message.text)
        for one in message.components:
            wire = one.get("custom_id", "")
            what = kind(wire)
            if what in self._known or wire.startswith(self.skip):
                continue
            self._known.add(what)
            begins = wire.startswith(_LAST) and len(what) > 1
            (self._last if begins else self._waiting).append((message, one))

    async def _touch(self, message, component):
        if message.deleted:
            return
        values = [component["options"][0]["value"]] if component["type"] == SELECT else []
        did = await self.person.touches(message, component, values)
        self.done.append(kind(component["custom_id"]))
        if did.modal is not None:
            return
        await settles(self.server, did)
        await self.server.until(lambda: not _waits(self.server, did), 60)
        for shown in since(self.server, did):
            self._look(shown)


def _waits(server, did):
    """Whether an order is still on its way: it could be taken back."""
    return any(message.has("a:ca:") or message.loading for message in since(server, did))


async def first_page(server, person, command):
    """What a command shows at first."""
    return await comes(server, await person.runs(command))
