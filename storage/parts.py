"""Everything that belongs to one person in parts that a chat carries, with pictures as JPEG.

Each part is a whole zip; unpacked into one folder, all parts together are that folder. A part is in
memory while it is packed, with one version's pictures, and says where the next one goes on.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from importlib import resources

from pipeline.domain.errors import PictureError, VersionError
from pipeline.domain.job import Job
from pipeline.domain.person import Person
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.take_out import Mark, Part
from pipeline.domain.version import Cover, Sha, Version
from storage import references
from storage.threads import to_the_end
from storage.told import (
    SHORT,
    Kept,
    as_json,
    as_text,
    blob_or_why,
    covers_of,
    entry,
    folder_name,
    plain,
    suffix_of,
    told_job,
    told_note,
)

MOST = 9 * MEGABYTE
"""Bytes of a part: every chat takes it."""
_ALL = 1_000_000
_PAGE = 100
_ASIDE = 32_000
"""Bytes that are left for what tells about the part itself."""
_PER_FILE = 300
"""More than a zip writes about a file, apart from its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    name: str
    content: bytes = field(repr=False)
    method: int = zipfile.ZIP_STORED

    @property
    def size(self) -> int:
        return len(self.content) + _PER_FILE + 2 * len(self.name.encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What is not torn apart: the data of a cover or version, or the pictures of one."""

    mark: Mark
    files: tuple[_File, ...] = ()
    missing: tuple[str, ...] = ()


async def pack_part(
    person: Person, shelves: Kept, *, now: datetime, after: Mark | None = None, most: int = MOST
) -> Part:  # fmt: skip
    """The first part of at most `most` bytes, or the one `after` another.

    Raises:
        VersionError: `cover-missing` when the cover is gone at which the part before ended.
        StorageError: when the database or the blob store cannot be read.
    """
    number = after.parts + 1 if after else 1
    reading = _Reading(person, shelves, number, most)
    zipped = _Zipped(now, number, most)
    if after is None:
        for file in await reading.account():
            await zipped.add(file)
    mark, ended = after, True
    async with aclosing(reading.items(after)) as items:
        async for item in items:
            if not await zipped.take(item):
                ended = False
                break
            mark = item.mark
    goes_on = None if ended else mark
    later = await reading.later(goes_on) if goes_on else (0, 0)
    return Part(content=await zipped.closed(), number=number, pictures=zipped.pictures,
                missing=len(zipped.missing), after=goes_on, later=later)  # fmt: skip


class _Zipped:
    """A zip in memory that is being written, and how full it is."""

    def __init__(self, now: datetime, number: int, most: int) -> None:
        self._file = io.BytesIO()
        self._zip = zipfile.ZipFile(self._file, "w")
        self._now, self._number, self._most = now, number, most
        self._names = 0
        self._taken = 0
        self.pictures = 0
        self.missing: list[str] = []

    async def take(self, item: _Item) -> bool:
        """Add an item where there is room for it; the first one has to have it."""
        size = sum(file.size for file in item.files) + sum(len(one) * 3 for one in item.missing)
        used = self._file.tell() + self._names + _ASIDE
        if self._taken and used + size > self._most:
            return False
        for file in item.files:
            await self.add(file)
        self._taken += bool(item.files or item.missing)
        self.missing.extend(item.missing)
        self._names += sum(len(one) * 3 for one in item.missing)
        self.pictures += len(item.files) if item.mark.pictures else 0
        return True

    async def add(self, file: _File) -> None:
        """Add a file."""
        told = entry(file.name, file.method, self._now)
        await to_the_end(partial(self._zip.writestr, told, file.content))
        self._names += len(file.name.encode()) + _PER_FILE

    async def closed(self) -> bytes:
        """The whole zip, with what tells about it."""
        if self.missing:
            await self._tell("missing", "\n".join(self.missing) + "\n")
        template = resources.files("storage").joinpath("parts.txt").read_text("utf-8")
        await self._tell("README", template.format(
            date=self._now.date().isoformat(), number=self._number, pictures=self.pictures,
            missing=len(self.missing),
        ))  # fmt: skip
        self._zip.close()
        return self._file.getvalue()

    async def _tell(self, name: str, text: str) -> None:
        """A text whose name no other part has, so that all unpack into one folder."""
        name = f"{name}-{self._number}.txt"
        await self.add(_File(name=name, content=as_text(text), method=zipfile.ZIP_DEFLATED))


class _Reading:
    """A person's things, one after another, from a mark on."""

    def __init__(self, person: Person, shelves: Kept, number: int, most: int) -> None:
        self._person = person
        self._shelves = shelves
        self._number = number
        self._largest = most // 3 - _ASIDE  # a version has up to three pictures

    async def account(self) -> tuple[_File, ...]:
        """What is about the person, not about a cover."""
        notes = await self._shelves.notes.notes(self._person.id)
        jobs = await self._shelves.jobs.jobs_of(self._person.id, limit=_ALL)
        return (
            _data("profile.json", plain(self._person)),
            _data("notes.json", {key: told_note(text) for key, text in notes.items()}),
            _data("jobs.json", [told_job(job) for job in jobs]),
        )

    async def items(self, after: Mark | None) -> AsyncGenerator[_Item]:
        """All data, then all pictures; each newest covers first."""
        if after is None or not after.pictures:
            async for cover, tree, done in self._trees(after):
                async for item in self._told(cover, tree, done):
                    yield item
            after = None
        given = await self._given()
        async for cover, tree, done in self._trees(after):
            async for item in self._drawn(cover, tree, done, given.get(cover.id, ())):
                yield item

    async def later(self, mark: Mark) -> tuple[int, int]:
        """How many versions, of how many covers, have pictures that come after the mark."""
        versions = covers = 0
        after: str | None = None
        if mark.pictures:
            rest = len([v for v in await self._tree(mark.cover) if v.number > mark.number])
            versions, covers, after = rest, bool(rest), mark.cover
        while True:
            page = await self._shelves.covers.history(self._person.id, after=after, limit=_PAGE)
            versions += sum(one.versions for one in page.entries)
            covers += sum(one.versions > 0 for one in page.entries)
            if (after := page.after) is None:
                return versions, covers

    async def _trees(
        self, after: Mark | None
    ) -> AsyncGenerator[tuple[Cover, Sequence[Version], int]]:
        """Covers with their versions, and the number up to which these are done, at first -1."""
        if after is not None:
            cover = await self._shelves.covers.cover(after.cover)
            if cover is None or cover.owner != self._person.id:
                raise VersionError("cover-missing", cover=after.cover)
            yield cover, await self._tree(cover.id), after.number
        async for cover in covers_of(self._person.id, self._shelves, after and after.cover):
            yield cover, await self._tree(cover.id), -1

    async def _tree(self, cover: str) -> Sequence[Version]:
        return await self._shelves.covers.tree(cover)

    async def _told(
        self, cover: Cover, tree: Sequence[Version], done: int
    ) -> AsyncGenerator[_Item]:
        mark = Mark(cover=cover.id, number=0, pictures=False, parts=self._number)
        folder = _folder(cover)
        if done < 0:
            yield _Item(mark=mark, files=(_data(f"{folder}/cover.json", plain(cover)),))
        for one in tree:
            if one.number > done:
                told = _data(f"{folder}/{one.number:04}.json", plain(one))
                yield _Item(mark=replace(mark, number=one.number), files=(told,))

    async def _drawn(
        self, cover: Cover, tree: Sequence[Version], done: int, given: Sequence[tuple[str, Sha]]
    ) -> AsyncGenerator[_Item]:
        """Pictures that were given for it, then those of each version that no earlier one has."""
        mark = Mark(cover=cover.id, number=0, pictures=True, parts=self._number)
        folder, there = _folder(cover), set[Sha]()
        if done < 0 and given:
            yield await self._pictures(mark, given)
        for one in tree:
            own = references.of_version(one)
            fresh = [(f"{folder}/art/{sha[:SHORT]}", sha)
                     for sha in sorted(own - {one.preview} - there)]  # fmt: skip
            there |= own - {one.preview}
            if one.number > done:
                whole = [(f"{folder}/{one.number:04}", one.preview), *fresh]
                yield await self._pictures(replace(mark, number=one.number), whole)

    async def _given(self) -> dict[str, list[tuple[str, Sha]]]:
        """Pictures that open orders of the person need, by cover."""
        found = defaultdict[str, list[tuple[str, Sha]]](list)
        for line in (await self._shelves.jobs.overview()).lines:
            job = await self._shelves.jobs.job(line.job)
            if job is not None and job.person == self._person.id:
                found[job.cover].extend(_needed(job))
        return found

    async def _pictures(self, mark: Mark, wanted: Sequence[tuple[str, Sha]]) -> _Item:
        files: list[_File] = []
        missing: list[str] = []
        for name, sha in wanted:
            content, why = await blob_or_why(self._shelves, sha)
            if not why:
                content, why = await to_the_end(partial(_as_jpeg, content, self._largest))
            if why:
                missing.append(f"{name} {sha} {why}")
            else:
                files.append(_File(name=name + suffix_of(content), content=content))
        return _Item(mark=mark, files=tuple(files), missing=tuple(missing))


def _needed(job: Job) -> list[tuple[str, Sha]]:
    return [(f"given/{job.id}-{sha[:SHORT]}", sha) for sha in sorted(references.of_job(job))]


def _folder(cover: Cover) -> str:
    return f"covers/{folder_name(cover)}"


def _data(name: str, value: object) -> _File:
    return _File(name=name, content=as_json(value), method=zipfile.ZIP_DEFLATED)


def _as_jpeg(content: bytes, most: int) -> tuple[bytes, str]:
    """A picture as JPEG of at most so many bytes, or why it cannot be one; other small files stay."""
    from pipeline.stages.smaller import smaller  # noqa: PLC0415 - drawing takes a while to load

    try:
        return smaller(content, most), ""
    except PictureError as error:
        return (content, "") if len(content) <= most else (b"", error.code)
