"""The real parts of ArtiCover, opened once for tests, benches and galleries."""

import asyncio
import functools
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.__main__ import _library, _workshop
from config.formats import load_formats
from pipeline.domain.brief import read_brief
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.format import find_format
from pipeline.domain.operation import Illustrate, Letter
from pipeline.domain.version import Maker, Version
from pipeline.domain.words import CoverWords, Writing
from pipeline.illustrator.catalogue import recipes
from pipeline.stages.produce import Order
from pipeline.stages.telling import Telling
from pipeline.workshop.performing import perform
from pipeline.workshop.task import Task
from tests.enlarging import RepeatingUpscaler, with_upscaler
from tests.samples import concept

WORDS = CoverWords(title="The Salt Cartographer", subtitle="A Novel", author="Iris Vandermeer")

MAKER = Maker(engine="illustrator", release="1")
library = _library


@functools.cache
def workshop():
    """The real workshop, but what enlarges pictures repeats pixels: a model would take minutes."""
    return with_upscaler(_workshop(), RepeatingUpscaler())


def orders(form: str = "a4", *, for_print: bool = False) -> Iterator[Order]:
    """One order for each recipe, with motifs that every recipe can draw."""
    shape = find_format(form, load_formats())
    pairing = library().catalogue.suiting("fantasy", Writing.LATIN)[0].name
    for index, recipe in enumerate(recipes().values()):
        choice = Choice(
            recipe=recipe.name, compositions=tuple(c.name for c in recipe.compositions),
            palette=recipe.palettes[index % len(recipe.palettes)], pairing=pairing,
            concepts=(concept("castle"), concept("lighthouse")), seed=index,
        )  # fmt: skip
        yield Order(stem=f"cover-{index + 1}", choice=choice, words=WORDS, wishes=Wishes(), format=shape,
                    telling=Telling(title=WORDS.title), maker=MAKER, for_print=for_print)  # fmt: skip


def brief(**changes: object):
    """A brief as the command line would read it."""
    return read_brief({"title": "The Salt Cartographer"} | changes, load_formats())


@dataclass
class Bench:
    """Works at once in this process, keeps pictures, and remembers what it was told and was made early."""

    blobs: dict = field(default_factory=dict)
    told: list = field(default_factory=list)
    early: list = field(default_factory=list)
    shop: object = None
    _ids: object = field(default_factory=itertools.count)

    async def do(self, work, *args, **kwargs):
        return work(self.shop or workshop(), *args, **kwargs)

    async def tell(self, step, picture=None, made=None):
        self.told.append((step, picture))
        self.early += [made] if made else []

    async def blob(self, sha):
        return self.blobs[sha]

    def new_id(self):
        return f"version{next(self._ids)}"

    def keep(self, content):
        """Store a blob; its key."""
        sha = hashlib.sha256(content).hexdigest()
        self.blobs[sha] = content
        return sha


def done(operation, about, base=None, others=(), bench=None):
    """What an operation makes."""
    task = Task(operation=operation, brief=about, base=base, others=tuple(others))
    return asyncio.run(perform(task, bench or Bench()))


def covers(about, *, for_print=False, bench=None):
    """The options of a brief."""
    return done(Illustrate(seed=about.seed or 0, for_print=for_print), about, bench=bench)


def lettered(about, picture, *, for_print=False, bench=None):
    """The options of a brief on a picture, the bytes of a file."""
    bench = bench or Bench()
    return done(Letter(picture=bench.keep(picture), seed=about.seed or 0, for_print=for_print), about,
                bench=bench)  # fmt: skip


def versions(made, bench, operation, base=None, cover="cover"):
    """What the store makes of drafts: versions, with their pictures in the bench's blobs."""
    for draft in made.drafts:
        for picture in filter(None, (draft.original, draft.aside)):
            bench.keep(picture)
    first = 1 if base is None else base.number + 1
    return [
        Version(
            id=draft.id, cover=cover, number=number, parent=base.id if base else None,
            operation=operation, document=draft.document, report=draft.report,
            raster=bench.keep(draft.raster) if draft.raster else base.raster,
            preview=bench.keep(draft.preview), job="job", made_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for number, draft in enumerate(made.drafts, first)
    ]  # fmt: skip


def version_of(draft, bench=None):
    """A draft, or what has the same fields, as the first version of a cover."""
    bench = bench or Bench()
    return Version(
        id="version", cover="cover", number=1, parent=None, operation=Illustrate(seed=0),
        document=draft.document, report=draft.report, raster=bench.keep(draft.raster),
        preview=bench.keep(draft.preview), job="job", made_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def begun(about, bench):
    """The versions of a brief's options."""
    return versions(covers(about, bench=bench), bench, Illustrate(seed=about.seed or 0))


def sheet_of(made):
    """The contact sheet among the files."""
    return next(file for file in made.files if file.name == "contact-sheet.png")


def files_of(made, number):
    """The files of one option, the preview first."""
    return [f for f in made.files if f.name.startswith((f"cover-{number}-", f"cover-{number}."))]
