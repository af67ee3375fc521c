"""The front end for Discord on a real studio, at a desk that says what a test wants it to say."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.act import Verb, act
from bot.conversation.answer import Ordered
from bot.conversation.caller import Screen, View
from bot.conversation.desk import Desk, Rooms
from bot.conversation.following import Following
from bot.conversation.message import Button, Message, Picture
from bot.discord.front import DiscordFront
from bot.discord.settings import DiscordSettings
from tests.conversation.place import Place
from tests.discord.clients import pointed


async def _nothing(_means: Any, _caller: Any, _said: Any) -> tuple:
    return ()


async def land(means, words, parcel, view) -> Message:
    """A result: its pictures, and a button for each version."""
    pictures = tuple(
        Picture(source=one.preview, name=f"{one.id}.png", alt="A cover") for one in parcel.versions
    )
    buttons = tuple(Button(label=f"Pick {n}", act=act(Verb.PICK, one.id))
                    for n, one in enumerate(parcel.versions, 1))  # fmt: skip
    return Message(title="Small Hours", lines=("Here it is.",), pictures=pictures, rows=(buttons,))


async def fail(means, words, parcel, view) -> Message:
    return Message(lines=("It failed.",))


@dataclass
class Script:
    """What is said to what: functions of (means, caller, …) by command and by verb."""

    commands: dict = field(default_factory=dict)
    presses: dict = field(default_factory=dict)
    submits: dict = field(default_factory=dict)
    suggests: dict = field(default_factory=dict)
    landings: dict = field(default_factory=lambda: dict.fromkeys(Screen, land))

    @property
    def rooms(self) -> Rooms:
        return Rooms(
            commands=self.commands, presses=self.presses, submits=self.submits,
            suggests=self.suggests, landings=self.landings, said=_nothing, ask=_nothing, failed=fail,
        )  # fmt: skip


def says(*answers):
    """A room that always answers so."""

    async def room(_means, _caller, *_rest):
        return answers

    return room


class Stand:
    """One process: a front end at a desk; `restart` is another one on the same store."""

    def __init__(self, server, script: Script | None = None, rooms: Rooms | None = None) -> None:
        self.server = server
        self.place = Place()
        self.script = script or Script()
        self._rooms = rooms or self.script.rooms
        self.ordered: list = []
        self._build()

    def _build(self, **settings: Any) -> None:
        place, server = self.place, self.server
        self.desk = Desk(place.means, self._rooms)
        store = place.store
        self.following = Following(studio=place.studio, steward=place.steward, store=store,
                                   notes=store.notes, clock=place.clock, every_s=0.01,
                                   genres=place.means.genres)  # fmt: skip
        told = {"token": server.token, "api_base": server.api_base,
                "gateway_url": server.gateway_url} | settings  # fmt: skip
        self.front = DiscordFront(
            settings=DiscordSettings(**told), desk=self.desk, notes=store.notes,
            register=store.register, meet=place.studio.meet, blobs=store.blobs.get,
            following=self.following, clock=place.clock,
        )  # fmt: skip

    @contextlib.asynccontextmanager
    async def running(self, **settings: Any):
        """The front end from logging in to hanging up."""
        self._build(**settings)
        front, hearing = self.front, None
        with pointed(self.server):
            try:
                await front.open()
                hearing = asyncio.create_task(front.run())
                await self.server.online()
                yield self
                await front.hush()
            finally:
                await front.close()
                if hearing is not None:
                    hearing.cancel()
                    await asyncio.gather(hearing, return_exceptions=True)

    def orders(self, view: View, *, text: str = "Queued."):
        """A room that orders a new cover, shown as `view`."""

        async def room(means, caller, *_rest):
            brief = means.read_brief({"title": "Small Hours", "seed": 7})
            ticket = await means.studio.order_cover(
                caller.person, brief, caller.address(view), caller.key
            )
            self.ordered.append(ticket.job)
            return (Ordered(ticket=ticket, message=Message(lines=(text,))),)

        return room

    async def settled(self) -> None:
        """Wait until everything that was heard is answered."""
        await self.front._under_way.all_over()

    async def bring(self, job, count: int = 1) -> str:
        """Do an order, and deliver its result as the queue does."""
        await self.place.made(job, count)
        return await self.deliver(job)

    async def deliver(self, job) -> str:
        parcel = await self.place.parcel(job)
        message = parcel.delivery.message
        if message is None:
            message = await self.front.courier.post(parcel)
            await self.place.store.outbox.posted(parcel.delivery.id, message)
        await self.front.courier.fill(message, await self.place.parcel(job))
        return message
