"""A board to show progress on, and a place whose orders are followed there."""

import asyncio

from bot.conversation.following import Following
from pipeline.domain.step import Doing, Step
from tests.conversation.measures import fits
from tests.conversation.place import Place, said, ticket
from tests.storage.orders import TOKEN

FULL = {"title": "Small Hours", "genre": "mystery", "summary": "A lighthouse.", "ratio": "6x9"}
EVERY_S = 3.0


class Wall:
    """A board that remembers what it was told to show; while `gate` is closed, it waits."""

    platform = "discord"
    every_s = EVERY_S

    def __init__(self):
        self.shown = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.reached = asyncio.Event()
        self.broken = False

    async def show(self, job, message):
        self.reached.set()
        await self.gate.wait()
        if self.broken:
            raise OSError("the board fell down")
        self.shown.append((job.id, fits(message)))

    @property
    def texts(self):
        return [message.text for _, message in self.shown]


class Watched(Place):
    """A place whose orders are followed on a wall."""

    def __init__(self):
        super().__init__()
        self.wall = Wall()
        self.following = self.follow()

    def follow(self):
        following = Following(studio=self.studio, steward=self.steward, store=self.store,
                              notes=self.store.notes, clock=self.clock,
                              genres=self.means.genres)  # fmt: skip
        following.join(self.wall)
        return following

    async def look(self, seconds=EVERY_S):
        """Some seconds later, what there is is looked at and shown."""
        self.clock.pass_(seconds)
        await self.following.look()
        await self.following.rest()

    async def run(self, job):
        assert await self.store.work.claim(job.id, TOKEN)

    async def step(self, job, done, doing=Doing.DRAWING, preview=""):
        told = Step(done=done, total=4, doing=doing, preview=preview)
        assert await self.store.work.progress(job.id, TOKEN, told)


async def look_again(place):
    """Look without waiting for the edit."""
    place.clock.pass_(EVERY_S)
    await place.following.look()


async def ordered(who):
    answers = await who.command("cover", **FULL)
    return ticket(answers).job, said(answers)
