"""Everything that belongs to one person, as a zip that a human can read."""

import zipfile
from collections import Counter
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from pipeline.domain.job import Done, Job
from pipeline.domain.person import Person
from pipeline.domain.version import Cover, Sha, Version
from storage import references
from storage.files import publishing
from storage.threads import to_the_end
from storage.told import (
    SHORT,
    Kept,
    as_json,
    as_text,
    blob_or_why,
    covers_of,
    entry,
    fit,
    folder_name,
    plain,
    suffix_of,
    told_job,
    told_note,
)

_ALL = 1_000_000
_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What a zip holds: how many of each, and pictures that could not be read."""

    covers: int
    versions: int
    jobs: int
    pictures: int
    missing: int


async def pack(
    person: Person, shelves: Kept, path: Path, *, now: datetime, force: bool = False
) -> Packed:  # fmt: skip
    """Write everything that belongs to `person` to the zip `path`, which appears when it is whole.

    No more than one picture is in memory at a time. Pictures that are damaged or gone are named
    in the zip instead.

    Raises:
        OutputError: as `storage.files.publish_all` does.
        StorageError: when the database or the blob store cannot be read.
    """
    stack = ExitStack()
    async with AsyncExitStack() as closing:
        closing.push_async_exit(_leaving(stack))
        zipped = await to_the_end(partial(_opened, stack, path, force=force))
        packing = _Packing(zipped, shelves, now)
        await packing.everything(person)
    return packing.packed()


def _opened(stack: ExitStack, path: Path, *, force: bool) -> zipfile.ZipFile:
    file = stack.enter_context(publishing(path, force=force, mode=_OWNER_ONLY))
    return stack.enter_context(zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED))


def _leaving(stack: ExitStack) -> Any:
    """Close the zip and publish it, or take it back, in a thread."""

    async def leave(*error: Any) -> bool:
        return bool(await to_the_end(lambda: stack.__exit__(*error)))

    return leave


class _Packing:
    """A zip that is being written."""

    def __init__(self, zipped: zipfile.ZipFile, shelves: Kept, now: datetime) -> None:
        self._zip = zipped
        self._shelves = shelves
        self._now = now
        self._counts = Counter[str]()
        self._missing: list[str] = []

    async def everything(self, person: Person) -> None:
        await self._object("profile.json", plain(person))
        notes = await self._shelves.notes.notes(person.id)
        await self._object("notes.json", {key: told_note(text) for key, text in notes.items()})
        async for cover in covers_of(person.id, self._shelves):
            await self._cover(cover)
        jobs = await self._shelves.jobs.jobs_of(person.id, limit=_ALL)
        await self._object("jobs.json", [told_job(job) for job in jobs])
        for job in jobs:
            await self._results(job)
        self._counts["jobs"] = len(jobs)
        if self._missing:
            await self._text("missing.txt", "\n".join(self._missing) + "\n")
        await self._text("README.txt", self._readme())

    def packed(self) -> Packed:
        names = ("covers", "versions", "jobs", "pictures")
        return Packed(**{name: self._counts[name] for name in names}, missing=len(self._missing))

    async def _cover(self, cover: Cover) -> None:
        folder = f"covers/{folder_name(cover)}"
        await self._object(f"{folder}/cover.json", plain(cover))
        self._counts["covers"] += 1
        there = set[Sha]()
        for version in await self._shelves.covers.tree(cover.id):
            await self._version(folder, version, there)

    async def _version(self, folder: str, version: Version, there: set[Sha]) -> None:
        """One version; `there` are pictures without words that the folder has already."""
        name = f"{folder}/{version.number:04}"
        await self._object(f"{name}.json", plain(version))
        self._counts["versions"] += 1
        await self._picture(name, version.preview)
        for sha in sorted(references.of_version(version) - {version.preview} - there):
            await self._picture(f"{folder}/art/{sha[:SHORT]}", sha)
            there.add(sha)

    async def _results(self, job: Job) -> None:
        """Files of a job that have not been delivered, and the picture that it was given."""
        for sha in references.of_job(job):
            await self._picture(f"given/{job.id}-{sha[:SHORT]}", sha)
        if not isinstance(job.state, Done):
            return
        receipt = await self._shelves.receipts.receipt(job.id)
        for file in receipt.parcel.files if receipt else ():
            await self._picture(f"deliveries/{job.id}/{fit(file.name)}", file.sha256, suffix="")

    async def _picture(self, name: str, sha: Sha, *, suffix: str | None = None) -> None:
        """A blob under `name`, which gets the `suffix` of its kind if none is given."""
        content, why = await blob_or_why(self._shelves, sha)
        if why:
            self._missing.append(f"{name} {sha} {why}")
            return
        self._counts["pictures"] += 1
        ending = suffix_of(content) if suffix is None else suffix
        await self._entry(name + ending, content, zipfile.ZIP_STORED)

    async def _object(self, name: str, value: object) -> None:
        await self._entry(name, as_json(value), zipfile.ZIP_DEFLATED)

    async def _text(self, name: str, text: str) -> None:
        await self._entry(name, as_text(text), zipfile.ZIP_DEFLATED)

    async def _entry(self, name: str, content: bytes, method: int) -> None:
        await to_the_end(partial(self._zip.writestr, entry(name, method, self._now), content))

    def _readme(self) -> str:
        template = resources.files("storage").joinpath("belongings.txt").read_text("utf-8")
        counts = self.packed()
        return template.format(
            date=self._now.date().isoformat(), covers=counts.covers, versions=counts.versions,
            jobs=counts.jobs, pictures=counts.pictures, missing=counts.missing,
        )  # fmt: skip
