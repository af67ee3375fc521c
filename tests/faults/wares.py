"""Covers so small that making one costs nothing: what the queue carries in these tests."""

from datetime import UTC, datetime
from functools import cache

from config.formats import load_formats
from pipeline.domain.arrangement import Anchor, Arrangement
from pipeline.domain.art import Drawn
from pipeline.domain.brief import Brief, read_brief
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.file import File
from pipeline.domain.geometry import Box
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address, Job
from pipeline.domain.layout import Align, Layout
from pipeline.domain.operation import Illustrate, Operation, kind_of, lane_of
from pipeline.domain.outcome import Made
from pipeline.domain.palette import Palette
from pipeline.domain.report import Report
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Cover, Document, Draft, Maker
from pipeline.ports.bench import Bench
from pipeline.workshop.task import Task
from tests.faults.platform import NAME

OPTIONS = 2
"""Versions that every order makes."""
STEPS = 3
COMMON = b"the same file for everybody"
"""Content that all results share: one blob, referred to by many."""
EVERYWHERE = Box(x=0.1, y=0.1, w=0.8, h=0.3)

_PALETTE = Palette(name="none", colours=("#ffffff",), inks=("#000000",), dark=False)


@cache
def brief() -> Brief:
    """What all of them order."""
    return read_brief({"title": "Kill and Tell", "seed": 1}, load_formats())


@cache
def _document() -> Document:
    choice = Choice(recipe="none", compositions=("none",), palette=_PALETTE, pairing="none",
                    concepts=(), seed=1)  # fmt: skip
    art = Drawn(choice=choice, composition="none", wishes=Wishes(), text=(), focus=EVERYWHERE)
    zones = Arrangement(title=EVERYWHERE, author=EVERYWHERE, align=Align.CENTRE,
                        anchor=Anchor.TOP, inks=("#000000",), small_inks=("#000000",))  # fmt: skip
    return Document(art=art, layout=Layout(aspect=0.66, blocks=()), pairing="none", zones=zones,
                    maker=Maker(engine="none", release="0"))  # fmt: skip


async def perform(task: Task, bench: Bench[object]) -> Made:
    """The picture of an order's seed, in steps with previews; the same order, the same bytes."""
    name = f"{kind_of(task.operation)} {getattr(task.operation, 'seed', 0)}"
    for done in range(STEPS):
        step = Step(done=done, total=STEPS, doing=Doing.DRAWING)
        await bench.tell(step, f"preview {name} {done}".encode())
    drafts = tuple(_draft(bench.new_id(), f"{name} {n}") for n in range(OPTIONS))
    own = File(name="cover.png", width_px=1, height_px=1, content=f"file {name}".encode())
    common = File(name="common.txt", width_px=0, height_px=0, content=COMMON)
    return Made(drafts=drafts, files=(own, common))


def _draft(draft: str, name: str) -> Draft:
    return Draft(id=draft, document=_document(), report=Report(checks=()),
                 raster=f"raster {name}".encode(), preview=f"picture {name}".encode())  # fmt: skip


def order(
    key: str, person: str, *, seed: int = 0, operation: Operation | None = None
) -> tuple[Job, Cover]:
    """An order with a new cover; the same key is the same order."""
    now = datetime.now(UTC)
    cover = Cover(id=new_id(), owner=person, brief=brief(), made_at=now)
    wanted = operation or Illustrate(seed=seed)
    job = Job(
        id=new_id(), key=key, person=person, cover=cover.id, version=None, operation=wanted,
        address=Address(platform=NAME, place="{}"), lane=lane_of(wanted), ordered_at=now,
    )  # fmt: skip
    return job, cover
