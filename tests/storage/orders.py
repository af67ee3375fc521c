"""People, covers, jobs and results as small as the rules allow."""

import itertools
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from config.formats import load_formats
from pipeline.domain.arrangement import Anchor, Arrangement
from pipeline.domain.art import Brought, Drawn
from pipeline.domain.brief import Brief, read_brief
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.file import StoredFile
from pipeline.domain.geometry import Box
from pipeline.domain.ids import new_id
from pipeline.domain.job import Address, Fault, Job, Running
from pipeline.domain.layout import Align, Layout
from pipeline.domain.operation import Illustrate, Operation, lane_of
from pipeline.domain.outcome import Finished
from pipeline.domain.palette import Palette
from pipeline.domain.picture import Origin
from pipeline.domain.report import Report
from pipeline.domain.version import Cover, Document, Maker, Version
from storage.store import Store

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
SOON = Fault(code="work-crashed")
MOST = 100
TOKEN = "t"
EVERYWHERE = Box(x=0.1, y=0.1, w=0.8, h=0.3)


class HandClock:
    """A clock whose hands are set by the test; what is measured only grows by `pass_`."""

    def __init__(self) -> None:
        self.time = START
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.seconds

    def pass_(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.seconds += seconds

    def jump(self, hours: float) -> None:
        self.time += timedelta(hours=hours)


@cache
def brief() -> Brief:
    return read_brief({"title": "Small Hours", "seed": 1}, load_formats())


@cache
def document() -> Document:
    palette = Palette(name="none", colours=("#ffffff",), inks=("#000000",), dark=False)
    choice = Choice(recipe="none", compositions=("none",), palette=palette, pairing="none",
                    concepts=(), seed=1)  # fmt: skip
    zones = Arrangement(title=EVERYWHERE, author=EVERYWHERE, align=Align.CENTRE,
                        anchor=Anchor.TOP, inks=("#000000",), small_inks=("#000000",))  # fmt: skip
    return Document(
        art=Drawn(choice=choice, composition="none", wishes=Wishes(), text=(), focus=EVERYWHERE),
        layout=Layout(aspect=0.66, blocks=()), pairing="none", zones=zones,
        maker=Maker(engine="none", release="0"),
    )  # fmt: skip


_keys = itertools.count()


def job_for(
    person: str, cover: str, operation: Operation | None = None, *, key: str = "",
    version: str | None = None, platform: str = "terminal",
) -> Job:  # fmt: skip
    wanted = operation or Illustrate(seed=1)
    return Job(
        id=new_id(), key=key or f"key-{next(_keys)}", person=person, cover=cover, version=version,
        operation=wanted, address=Address(platform=platform, place='{"at":"a desk"}'),
        lane=lane_of(wanted), ordered_at=START,
    )  # fmt: skip


def cover_for(person: str) -> Cover:
    return Cover(id=new_id(), owner=person, brief=brief(), made_at=START)


@dataclass(frozen=True, slots=True)
class Orders:
    """A store with people who order."""

    store: Store

    async def person(self, name: str = "ada") -> str:
        return (await self.store.people.meet("terminal", name)).id

    async def submit(
        self, name: str = "ada", operation: Operation | None = None, *, key: str = "",
        platform: str = "terminal", most_open: int = MOST,
    ) -> Job:  # fmt: skip
        """An accepted order for a new cover."""
        person = await self.person(name)
        cover = cover_for(person)
        job = job_for(person, cover.id, operation, key=key, platform=platform)
        return await self.store.jobs.submit(job, cover=cover, most_open=most_open)

    async def again(self, job: Job, operation: Operation | None = None) -> Job:
        """A further order for the cover of an earlier one."""
        more = job_for(job.person, job.cover, operation)
        return await self.store.jobs.submit(more, most_open=MOST)

    async def claimed(self, name: str = "ada", **order: Any) -> Job:
        job = await self.store.work.claim((await self.submit(name, **order)).id, TOKEN)
        assert job is not None
        return job

    async def result(self, job: Job, *, versions: int = 1, files: int = 0) -> Finished:
        """A result whose blobs are stored, as a worker brings it."""
        async with self.store.blobs.writing():
            made = [await self._version(job) for _ in range(versions)]
            stored = [await self._file(job, n) for n in range(files)]
        return Finished(versions=tuple(made), files=tuple(stored))

    async def finished(self, name: str = "ada", *, versions: int = 1, files: int = 0) -> Job:
        """A job that is done, with its delivery on its way."""
        job = await self.claimed(name)
        outcome = await self.result(job, versions=versions, files=files)
        assert await self.store.work.settle(job.id, TOKEN, outcome)
        return job

    async def _version(self, job: Job) -> Version:
        name = new_id()
        raster = await self.store.blobs.put(f"raster {name}".encode())
        preview = await self.store.blobs.put(f"preview {name}".encode())
        return Version(
            id=name, cover=job.cover, number=0, parent=job.version, operation=job.operation,
            document=document(), report=Report(checks=()), raster=raster, preview=preview,
            job=job.id, made_at=START,
        )  # fmt: skip

    async def _file(self, job: Job, number: int) -> StoredFile:
        content = f"file {number} of {job.id}".encode()
        sha = await self.store.blobs.put(content)
        return StoredFile(name=f"{number}.pdf", width_px=1, height_px=1, sha256=sha,
                          size=len(content))  # fmt: skip


def held_by(token: str) -> Running:
    return Running(token=token)


def with_picture(version: Version, sha: str) -> Version:
    """The same version over a picture of the author's."""
    origin = Origin(sha256=sha, kind="png", width_px=9, height_px=9, crop=EVERYWHERE)
    return replace(version, document=replace(version.document, art=Brought(origin=origin)))
