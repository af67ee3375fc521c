"""Photographs of real messages for the README: `python -m tests.gallery.messages`.

What is shown is what the bot says: covers are ordered at the real desk, drawn by the real workshop,
and the desk's messages are photographed as Discord and Telegram show them (`chat_look`). Writes
docs/pictures/discord-*.jpg and telegram-*.jpg.
"""

import asyncio
import io
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Ordered, Says, Turns
from bot.conversation.message import Button, Message
from pipeline.domain.job import Job
from pipeline.queue.result import stored, task_of
from pipeline.workshop.art_cache import ArtCache
from pipeline.workshop.performing import perform
from tests.conversation.place import Place, Somebody
from tests.gallery.chat_look import discord, telegram
from tests.real import Bench, workshop
from tests.storage.orders import TOKEN

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
MOST_BYTES = 250_000
LOOKS = {"discord": discord, "telegram": telegram}
ENGLISH = (
    {"title": "Seven Minutes of Rain", "author": "Lena Okafor", "genre": "romance", "style": "watercolour",
     "summary": "Two strangers share an umbrella at a bus stop by the sea."},
    {"title": "Rust in Production", "author": "J. Marchetti", "genre": "technology", "style": "grid",
     "summary": "What breaks when a network of services grows."},
    {"title": "Cold Harbour", "author": "M. Vale", "genre": "thriller", "style": "noir",
     "summary": "A detective walks through a port at night."},
    {"title": "The Orchard Year", "author": "Ines Holm", "genre": "literary", "style": "botanical",
     "summary": "A widow returns to her family's orchard for one year of seasons."},
)  # fmt: skip
LANTERN = {
    "title": "The Quiet Lantern", "author": "Anna Wren", "genre": "mystery", "format": "6x9",
    "summary": "A lighthouse keeper finds letters from a ship that never arrived.",
}  # fmt: skip
KOREAN = (
    {"title": "화성의 정원사", "author": "한도윤", "genre": "SF", "style": "planet",
     "summary": "화성의 온실에서 홀로 식물을 키우는 정원사 이야기."},
    {"title": "너에게 가는 마지막 열차", "author": "서지안", "genre": "로맨스", "style": "botanical",
     "summary": "봄꽃이 피는 시골 역에서 마지막 열차를 기다리는 두 사람."},
    {"title": "조선의 밤하늘을 읽다", "author": "이문규", "genre": "역사", "style": "landscape",
     "summary": "조선의 천문학자들이 산과 궁궐에서 별을 관측한 기록."},
    {"title": "꼬마 도깨비의 첫 심부름", "author": "오하늘", "genre": "아동", "style": "papercut",
     "summary": "꼬마 도깨비가 달밤에 숲을 지나 심부름을 간다."},
)  # fmt: skip
ISLAND = {
    "title": "바다와 등대", "subtitle": "겨울의 산문", "author": "윤서아", "genre": "에세이", "format": "46판",
    "summary": "외딴 섬의 등대지기가 바다와 고양이에 대해 쓴 산문.",
}  # fmt: skip


@dataclass
class Studio:
    """A place with somebody at it, and the workshop that does what they order."""

    place: Place
    who: Somebody
    bench: Bench = field(default_factory=Bench)

    async def done(self, job: Job) -> Message:
        """Do an order as the queue would; what the bot says then."""
        store = self.place.store
        assert await store.work.claim(job.id, TOKEN)
        task = await task_of(job, store.covers)
        for version in filter(None, (task.base, *task.others)):
            for sha in (version.raster, version.preview):
                self.bench.blobs[sha] = await store.blobs.get(sha)
        made = await perform(task, self.bench)
        async with store.blobs.writing():
            result = await stored(made, job, task, store.blobs, self.place.clock.now())
        assert await store.work.settle(job.id, TOKEN, result)
        return await self.place.landed(job)

    async def cover(self, **given: object) -> Message:
        """The sheet of a new cover's options."""
        return await self.done((await self.place.ordered(self.who, **given)).job)

    async def pressed(self, what: Act) -> Message:
        """What follows a press, once it is done."""
        for answer in await self.who.press(what):
            match answer:
                case Turns(message=message) | Says(message=message):
                    return message
                case Ordered(ticket=ticket):
                    return await self.done(ticket.job)
                case _:
                    continue
        raise LookupError(what)

    async def photographed(self, message: Message) -> Image.Image:
        """The message as its platform shows it."""
        shown = None
        if message.pictures:
            source = message.pictures[0].source
            content = (
                source if isinstance(source, bytes) else await self.place.store.blobs.get(source)
            )
            shown = Image.open(io.BytesIO(content)).convert("RGB")
        return LOOKS[self.who.platform](message, shown)


def first(message: Message, verb: Verb, index: int = 0) -> Act:
    """The act of a button with that verb."""
    buttons = [one for row in message.rows if isinstance(row, tuple) for one in row]
    return [one.act for one in buttons if isinstance(one, Button) and one.act.verb is verb][index]


async def photographs(studio: Studio, earlier, book, pick: int):
    """The sheet of a book, a picked card, its samples, and the history: name by name."""
    for one in earlier:
        await studio.cover(**one, options=1, seed=1)
    sheet = await studio.cover(**book, options=4, seed=7)
    picked = first(sheet, Verb.PICK, pick)
    card = await studio.pressed(picked)
    fonts = act(Verb.LOOK, picked.about, "fonts")
    yield "sheet", await studio.photographed(sheet)
    yield "card", await studio.photographed(card)
    yield "samples", await studio.photographed(await studio.pressed(fonts))
    (history,) = await studio.who.command("history")
    yield "history", await studio.photographed(history.message)


async def take() -> None:
    """Take all photographs, write them, and say what was written."""
    people = (
        ("discord", "en", ENGLISH, LANTERN, 0), ("telegram", "ko", KOREAN, ISLAND, 0),
    )  # fmt: skip
    for platform, language, earlier, book, pick in people:
        place = Place()
        who = await place.somebody("ada", platform=platform, language=language,
                                   forms=platform == "discord", private=True)  # fmt: skip
        studio = Studio(place, who)
        workshop().arts = ArtCache(studio.bench.blobs.__getitem__)
        async for name, picture in photographs(studio, earlier, book, pick):
            _write(PICTURES / f"{platform}-{name}.jpg", picture)


def _write(path: Path, picture: Image.Image) -> None:
    for quality in (86, 80, 74):
        picture.save(path, quality=quality, optimize=True, progressive=True)
        if path.stat().st_size <= MOST_BYTES:
            break
    sys.stdout.write(f"{path.name}  {picture.size}  {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    asyncio.run(take())
