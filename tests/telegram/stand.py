"""A Telegram front end before a strict server, with rooms that the test writes.

What people say and press is real, the desk and the store are real; only what the rooms answer is
told by the test.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.clock import SystemClock
from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answers, Ordered, Says
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.desk import Desk, Rooms
from bot.conversation.following import Following
from bot.conversation.message import Button, Message, Picture
from bot.telegram.front import TelegramFront
from bot.telegram.settings import TelegramSettings
from pipeline.domain.job import Job
from pipeline.domain.outcome import Parcel
from pipeline.studio import Ticket
from tests.conversation.place import Place, picture, read
from tests.telegram.server import BotServer, bot_server

QUICK = 60
"""So much quicker than on the wall time passes for Telegram's rates, on both sides."""


def photo(alt: str = "A lighthouse at night") -> Picture:
    return Picture(source=picture(), name="cover.png", alt=alt)


def button(label: str, verb: Verb = Verb.STATUS, *args: str) -> Button:
    return Button(label=label, act=Act(verb, args))


def says(*lines: str, alone: bool = False, **more: Any) -> Says:
    return Says(message=Message(lines=lines, **more), alone=alone)


class Anything:
    """A table in which everything leads to the same."""

    def __init__(self, one: Any) -> None:
        self._one = one

    def get(self, _key: Any) -> Any:
        return self._one

    def __getitem__(self, _key: Any) -> Any:
        return self._one


@dataclass(kw_only=True)
class Script:
    """What the rooms answer; `heard` is what they were asked."""

    heard: list[tuple[Any, ...]] = field(default_factory=list)
    callers: list[Caller] = field(default_factory=list)
    answer: Any = None
    result: Any = None

    async def command(self, _means: Any, caller: Caller, options: Any) -> Answers:
        return await self._answered(caller, ("command", dict(options)))

    async def press(self, _means: Any, caller: Caller, act: Act) -> Answers:
        return await self._answered(caller, ("press", act.wire))

    async def said(self, _means: Any, caller: Caller, text: str) -> Answers:
        return await self._answered(caller, ("said", text))

    async def land(self, _means: Any, _words: Any, parcel: Parcel, view: View) -> Message:
        self.heard.append(("result", view.screen, view.about))
        found = self.result
        return found(parcel) if callable(found) else found

    async def _answered(self, caller: Caller, heard: tuple[Any, ...]) -> Answers:
        self.heard.append(heard)
        self.callers.append(caller)
        found = self.answer
        if callable(found):
            found = found(caller, *heard[1:])
            found = await found if asyncio.iscoroutine(found) else found
        if isinstance(found, BaseException):
            raise found
        return found if isinstance(found, tuple) else (found,) if found is not None else ()

    def rooms(self) -> Rooms:
        return Rooms(
            commands=Anything(self.command), presses=Anything(self.press), submits={}, suggests={},
            landings=Anything(self.land), said=self.said, ask=self._no_forms, failed=self.land,
        )  # fmt: skip

    async def _no_forms(self, *_: Any) -> Answers:
        raise AssertionError("nobody asks here")


class QuickClock(SystemClock):
    """A clock whose time passes while somebody sleeps by it, and `QUICK` times as fast.

    What this machine takes for its work is no part of it: it would be an hour on a busy one.
    """

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        until = self._now + seconds
        await asyncio.sleep(seconds / QUICK)
        self._now = max(self._now, until)


class Followed(Following):
    """Progress, looked after when the test says so; `jobs` are those that it was ended for."""

    def __init__(self, **sources: Any) -> None:
        super().__init__(**sources)
        self.jobs: list[str] = []

    async def ended(self, job: str) -> None:
        self.jobs.append(job)
        await super().ended(job)


class Stand:
    """The front end, the server, and the studio behind them."""

    def __init__(
        self, server: BotServer, script: Script | None, clock: QuickClock, **settings: Any
    ) -> None:
        self.server = server
        self.script = script
        self.place = Place()
        self.settings = TelegramSettings(token=server.token, api_base=server.base, **settings)
        self.clock = clock
        self.front = self.new_front()
        self._task: asyncio.Task[None] | None = None

    def _desk(self) -> Desk:
        if self.script is None:
            self.place.restart()
            return self.place.desk
        return Desk(self.place.means, self.script.rooms())

    def new_front(self) -> TelegramFront:
        self.following = Followed(
            studio=self.place.studio, steward=self.place.steward, store=self.place.store,
            notes=self.place.store.notes, clock=self.clock, genres=self.place.means.genres,
        )  # fmt: skip
        return TelegramFront(
            settings=self.settings, desk=self._desk(),
            notes=self.place.store.notes, register=self.place.store.register,
            meet=self.place.studio.meet, blobs=self.place.store.blobs.get, following=self.following,
            clock=self.clock, sleep=self.clock.sleep,
        )  # fmt: skip

    async def open(self) -> None:
        await self.front.open()
        self._task = asyncio.create_task(self.front.run())

    async def close(self) -> None:
        await self.front.hush()
        if self._task is not None:
            await self._task
        await self.front.close()

    async def die(self) -> None:
        """End as a killed process does: nothing is finished, nothing is confirmed."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.front.close()

    async def restart(self) -> None:
        self.front = self.new_front()
        await self.open()

    async def order(
        self, caller: Caller, *, here: bool = False, screen: Screen = Screen.CARD
    ) -> Ticket:
        """An order of a new cover, as a room makes it."""
        address = caller.address(View(screen=screen, about="x", here=here))
        brief = read({"title": "Small Hours", "seed": 7})
        return await self.place.studio.order_cover(caller.person, brief, address, caller.key)

    def orders(self, *, here: bool = False) -> Callable[..., Awaitable[Answers]]:
        """A room that orders."""

        async def answer(caller: Caller, *_: Any) -> Answers:
            ticket = await self.order(caller, here=here)
            message = Message(title="Small Hours", lines=("You are next.",),
                              rows=((button("Cancel", Verb.CANCEL, ticket.job.id),),))  # fmt: skip
            return (Ordered(ticket=ticket, message=message),)

        return answer

    async def open_job(self) -> Job:
        """The one job that waits."""
        overview = await self.place.studio.overview()
        found = await self.place.store.jobs.job(overview.lines[-1].job)
        assert found is not None
        return found

    async def made(self) -> Parcel:
        """The one job that waits, done."""
        job = await self.open_job()
        await self.place.made(job)
        return await self.place.parcel(job)

    async def deliver(self, parcel: Parcel) -> str:
        """Post and fill, as the outbox has it done."""
        message = parcel.delivery.message or await self.front.courier.post(parcel)
        await self.front.courier.fill(message, parcel)
        return message


@asynccontextmanager
async def stand(
    script: Script | None = None, *, opened: bool = True, **settings: Any
) -> AsyncGenerator[Stand]:
    """A front end that hears, with the real rooms where there is no script.

    At the end no rule may be broken.
    """
    clock = QuickClock()
    async with bot_server(clock=clock.monotonic, **settings.pop("server", {})) as server:
        found = Stand(server, script, clock, **settings)
        if opened:
            await found.open()
        try:
            yield found
        finally:
            await found.close()
        assert not server.broken(), server.broken()
