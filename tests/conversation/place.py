"""Where the conversation is tried out: a desk on the real studio, people, and who does the work.

Nothing is drawn here: `made` settles an order with tiny pictures that were stored before.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from bot.__main__ import _menu, _own_library
from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answer, Answers, Asks, Hints, Ordered, Says, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.desk import Desk
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Picker
from bot.conversation.places import language_of, place_of, view_of
from bot.conversation.rooms.index import all_rooms
from bot.conversation.strips import Strips
from bot.conversation.words import Words
from config.catalogues import catalogue
from config.formats import load_formats
from config.genres import load_genres
from config.shops import load_shops
from config.styles import load_styles
from pipeline.domain import operation as op
from pipeline.domain.brief import Brief, read_brief
from pipeline.domain.file import StoredFile
from pipeline.domain.geometry import Box
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address, Fault, Job
from pipeline.domain.layout import Role, TextBlock
from pipeline.domain.limits import QueueLimits, StudioLimits
from pipeline.domain.operation import Operation
from pipeline.domain.outcome import Broken, Finished, Parcel
from pipeline.domain.person import Person
from pipeline.domain.report import Report
from pipeline.domain.take_out import Mark, Part
from pipeline.domain.version import Document, Version
from pipeline.steward import Rules, Steward
from pipeline.studio import Studio, Ticket
from storage.memory import memory_store
from storage.parts import MOST, pack_part
from storage.store import Store
from tests.conversation.checks import Checks
from tests.storage.orders import TOKEN, HandClock, document

SEED = 77
"""What every draw by lot gives here."""
_colours = itertools.cycle(range(1, 256))
_keys = itertools.count(1)


def picture() -> bytes:
    """A PNG file of 8 x 12 px, no two of them alike for a long time."""
    file = BytesIO()
    Image.new("RGB", (8, 12), (next(_colours), 80, 120)).save(file, "PNG")
    return file.getvalue()


@cache
def cover_document(title: str = "Small Hours", author: str = "Ada Wren") -> Document:
    """A drawn cover in the first style, with a title and an author on it."""
    empty = document()
    choice = replace(empty.art.choice, recipe=load_styles()[0].name)
    blocks = (_block(Role.TITLE, title, 0.1), _block(Role.AUTHOR, author, 0.85))
    return replace(
        empty, art=replace(empty.art, choice=choice), motifs=("a lighthouse",),
        layout=replace(empty.layout, blocks=blocks), pairing=next(iter(catalogue("fonts")["pairings"])),
        alt_text=f"A lighthouse at night; {title} by {author}.",
    )  # fmt: skip


def _block(role: Role, words: str, y: float) -> TextBlock:
    return TextBlock(role=role, words=words, lines=(words,), font="none", size=0.1,
                     box=Box(x=0.1, y=y, w=0.8, h=0.08), colour="#ffffff")  # fmt: skip


_same_menu = cache(_menu)
"""Nothing on a menu changes, so every place of this process has the same."""
_same_formats = cache(load_formats)


def read(given: Mapping[str, object]) -> Brief:
    """A brief, checked as the composition root checks it, but without opening typefaces."""
    return read_brief(given, _same_formats())


@dataclass(kw_only=True)
class Somebody:
    """A person at a platform, as a front end sees them; `addresses` are those handed out."""

    place: "Place"
    person: Person
    language: str = "en"
    platform: str = "discord"
    room: str = "room"
    forms: bool = True
    private: bool = False
    admin: bool = False
    sent: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    addresses: list[Address] = field(default_factory=list[Address])

    def caller(self, key: str = "") -> Caller:
        """The person saying or pressing something once; without a key it is a new one."""
        return Caller(
            person=self.person, words=Words(self.language), key=key or f"key-{next(_keys)}",
            place=self.room, address=self._address, admin=self.admin, private=self.private,
            forms=self.forms, fetch=self._fetch,
        )  # fmt: skip

    async def command(self, name: str, key: str = "", **options: str) -> Answers:
        return await self.place.desk.command(self.caller(key), name, options)

    async def press(self, act: Act, key: str = "") -> Answers:
        return await self.place.desk.press(self.caller(key), act)

    async def submit(self, act: Act, key: str = "", **values: str) -> Answers:
        return await self.place.desk.submit(self.caller(key), act, values)

    async def say(self, text: str) -> Answers:
        return await self.place.desk.said(self.caller(), text)

    def _address(self, view: View) -> Address:
        found = Address(platform=self.platform, place=place_of(view, self.language, chat=self.room))
        self.addresses.append(found)
        return found

    async def _fetch(self, reference: str) -> bytes:
        return self.sent[reference]


class Place:
    """A desk, the studio under it, and somebody who does what is ordered there."""

    def __init__(self, store: Store | None = None, *, paints: bool = False, **limits: Any) -> None:
        self.clock = HandClock()
        self.part_bytes = MOST
        self.checks = Checks()
        self.store = store or memory_store(self.clock)
        self.menu = replace(_same_menu(), paints=paints)
        rules = Rules(self.store.register)
        self.studio = Studio(
            self.store, self.menu, clock=self.clock, new_id=new_id, new_seed=lambda: SEED,
            slots={op.Lane.QUICK: 1, op.Lane.LONG: 1}, rules=rules,
            queue=QueueLimits(open_per_person=limits.pop("open_per_person", 20)), limits=StudioLimits(**limits),
        )  # fmt: skip
        self.steward = Steward(switch=self.store.switch, jobs=self.store.jobs,
                               people=self.store.people, register=self.store.register, rules=rules)  # fmt: skip
        self.restart()

    def restart(self) -> None:
        """A new process: nothing is left but what is kept."""
        self.means = Means(
            studio=self.studio, steward=self.steward, notes=self.store.notes, menu=self.menu,
            clock=self.clock, genres=load_genres(), styles=load_styles(), formats=load_formats(),
            read_brief=read, new_id=new_id, pack=self.packed,
            strips=Strips(_own_library), shops=load_shops(), check=self.checks.file, judge=self.checks.version,
        )  # fmt: skip
        self.desk = Desk(self.means, all_rooms())

    async def packed(self, person: Person, after: Mark | None) -> Part:
        """A part of what belongs to a person, as the composition root packs it."""
        now = self.clock.now()
        return await pack_part(person, self.store, now=now, after=after, most=self.part_bytes)

    async def somebody(self, name: str = "ada", **kind: Any) -> Somebody:
        """Somebody with that account; the same name is the same person."""
        platform = kind.get("platform", "discord")
        return Somebody(place=self, person=await self.studio.meet(platform, name), **kind)

    async def ordered(self, who: Somebody, **given: object) -> Ticket:
        """An order for a new cover, as after `/cover`."""
        asked = {"title": "Small Hours", "summary": "A secret.", "seed": SEED, **given}
        caller = who.caller()
        here = caller.address(View(screen=Screen.SHEET))
        return await self.studio.order_cover(who.person, read(asked), here, caller.key)

    async def child(self, who: Somebody, version: Version, operation: Operation) -> Version:
        """The one version that an operation makes of another."""
        caller = who.caller()
        here = caller.address(View(screen=Screen.CARD))
        ticket = await self.studio.order(who.person, version.id, operation, here, caller.key)
        return (await self.made(ticket.job))[0]

    async def cover(self, who: Somebody, **given: object) -> Version:
        """The first version of a new cover."""
        return (await self.options(who, 1, **given))[0]

    async def options(self, who: Somebody, count: int, **given: object) -> Sequence[Version]:
        """The options of a new cover, with their contact sheet."""
        ticket = await self.ordered(who, options=count, **given)
        return await self.made(ticket.job, count, files={"contact-sheet.png": picture()})

    async def made(
        self, job: Job, count: int = 1, *, files: Mapping[str, bytes] | None = None,
        content: Document | None = None,
    ) -> Sequence[Version]:  # fmt: skip
        """Do an order: `count` versions with pictures, and the files."""
        assert await self.store.work.claim(job.id, TOKEN)
        async with self.store.blobs.writing():
            drafts = [await self._version(job, content) for _ in range(count)]
            kept = [await self._file(name, told) for name, told in (files or {}).items()]
        outcome = Finished(versions=tuple(drafts), files=tuple(kept))
        assert await self.store.work.settle(job.id, TOKEN, outcome)
        stored = [await self.store.covers.version(draft.id) for draft in drafts]
        return [version for version in stored if version is not None]

    async def failed(self, job: Job, fault: Fault) -> None:
        """End an order without a result."""
        assert await self.store.work.claim(job.id, TOKEN)
        assert await self.store.work.settle(job.id, TOKEN, Broken(fault=fault))

    async def parcel(self, job: Job) -> Parcel:
        """What a courier gets to bring."""
        receipt = await self.store.receipts.receipt(job.id)
        assert receipt is not None
        return receipt.parcel

    async def landed(self, job: Job) -> Message:
        """What the result of an order says to whoever ordered it."""
        parcel = await self.parcel(job)
        address = parcel.job.address
        return await self.desk.result(parcel, view_of(address), language_of(address))

    async def stands(self, version: Version) -> str | None:
        """Where the head of a version's cover is."""
        cover = await self.store.covers.cover(version.cover)
        assert cover is not None
        return cover.head.current

    async def _version(self, job: Job, content: Document | None) -> Version:
        sha = await self.store.blobs.put(picture())
        return Version(
            id=new_id(), cover=job.cover, number=0, parent=job.version, operation=job.operation,
            document=content or cover_document(), report=Report(checks=()), raster=sha, preview=sha,
            job=job.id, made_at=self.clock.now(),
        )  # fmt: skip

    async def _file(self, name: str, content: bytes) -> StoredFile:
        sha = await self.store.blobs.put(content)
        return StoredFile(name=name, width_px=8, height_px=12, sha256=sha, size=len(content))


def only(answers: Answers) -> Answer:
    """The one answer that there is."""
    assert len(answers) == 1, answers
    return answers[0]


def said(answers: Answers) -> Message:
    """The message that is said, alone or not."""
    answer = only(answers)
    assert isinstance(answer, Says | Turns | Ordered), answer
    return answer.message


def hint(answers: Answers) -> str:
    """The short word that is said."""
    answer = only(answers)
    assert isinstance(answer, Hints), answer
    return answer.text


def form(answers: Answers) -> Any:
    """The form that is asked."""
    answer = only(answers)
    assert isinstance(answer, Asks), answer
    return answer.form


def ticket(answers: Answers) -> Ticket:
    """What was ordered."""
    answer = only(answers)
    assert isinstance(answer, Ordered), answer
    return answer.ticket


def buttons(message: Message) -> list[Button]:
    """All buttons of a message, row by row."""
    return [one for row in message.rows if not isinstance(row, Picker) for one in row
            if isinstance(one, Button)]  # fmt: skip


def pickers(message: Message) -> list[Picker]:
    """All pickers of a message."""
    return [row for row in message.rows if isinstance(row, Picker)]


def button(message: Message, verb: Verb, *args: str) -> Act:
    """The act of the first button with that verb, whose arguments begin with `args`."""
    acts = [one.act for one in buttons(message)]
    found = next((act for act in acts if act.verb is verb and act.args[: len(args)] == args), None)
    assert found, f"no {verb} {args} among {acts}"
    return found
