"""Everything that belongs to one person, as a zip that a human can read."""

import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol, cast

from pipeline.domain.errors import StorageError
from pipeline.domain.job import Done, Failed, Job
from pipeline.domain.operation import Operation, kind_of
from pipeline.domain.person import Person
from pipeline.domain.version import Cover, Sha, Version
from pipeline.ports.notes import Notes
from pipeline.ports.shelves import Shelves
from storage import codec, references
from storage.files import publishing
from storage.threads import to_the_end

_PAGE = 100
_ALL = 1_000_000
_UNREADABLE = {"blob-missing", "blob-damaged"}
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_LONGEST_NAME = 60
_KINDS = ((b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"%PDF", ".pdf"))
_SHORT = 12
_OWNER_ONLY = 0o600
_SECRET = re.compile("token|secret|password", re.IGNORECASE)


class Kept(Shelves, Protocol):
    """The stores whose contents a person may take along."""

    @property
    def notes(self) -> Notes: ...  # noqa: D102 - a port says what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What a zip holds: how many of each, and pictures that could not be read."""

    covers: int
    versions: int
    jobs: int
    pictures: int
    missing: int


async def pack(
    person: Person, shelves: Kept, path: Path, *, now: datetime, force: bool = False,
    pictures: bool = True,
) -> Packed:  # fmt: skip
    """Write everything that belongs to `person` to the zip `path`, which appears when it is whole.

    No more than one picture is in memory at a time. Pictures that are damaged or gone are named
    in the zip instead; without `pictures` it holds the data alone, for where little can be sent.

    Raises:
        OutputError: as `storage.files.publish_all` does.
        StorageError: when the database or the blob store cannot be read.
    """
    stack = ExitStack()
    async with AsyncExitStack() as closing:
        closing.push_async_exit(_leaving(stack))
        zipped = await to_the_end(partial(_opened, stack, path, force=force))
        packing = _Packing(zipped, shelves, now, pictures=pictures)
        await packing.everything(person)
    return packing.packed()


async def pack_bytes(person: Person, shelves: Kept, *, now: datetime, pictures: bool) -> bytes:
    """The zip that `pack` writes, for who sends it on instead of keeping it.

    Raises:
        OutputError: when there is no room to write it for the moment.
        StorageError: when the database or the blob store cannot be read.
    """
    with TemporaryDirectory(prefix="articover-") as folder:
        path = Path(folder) / "belongings.zip"
        await pack(person, shelves, path, now=now, pictures=pictures)
        return await to_the_end(path.read_bytes)


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

    def __init__(
        self, zipped: zipfile.ZipFile, shelves: Kept, now: datetime, *, pictures: bool
    ) -> None:
        self._zip = zipped
        self._pictures = pictures
        self._shelves = shelves
        self._now = now
        self._counts = Counter[str]()
        self._missing: list[str] = []

    async def everything(self, person: Person) -> None:
        await self._object("profile.json", _profile(person))
        notes = await self._shelves.notes.notes(person.id)
        await self._object("notes.json", {key: told_note(text) for key, text in notes.items()})
        async for cover in self._covers(person):
            await self._cover(cover)
        jobs = await self._shelves.jobs.jobs_of(person.id, limit=_ALL)
        await self._object("jobs.json", [_job(job) for job in jobs])
        for job in jobs:
            await self._results(job)
        self._counts["jobs"] = len(jobs)
        if self._missing:
            await self._text("missing.txt", "\n".join(self._missing) + "\n")
        await self._text("README.txt", self._readme())

    def packed(self) -> Packed:
        names = ("covers", "versions", "jobs", "pictures")
        return Packed(**{name: self._counts[name] for name in names}, missing=len(self._missing))

    async def _covers(self, person: Person) -> AsyncGenerator[Cover]:
        after = None
        while True:
            page = await self._shelves.covers.history(person.id, after=after, limit=_PAGE)
            for entry in page.entries:
                cover = await self._shelves.covers.cover(entry.cover)
                if cover is not None and cover.owner == person.id:
                    yield cover
            if (after := page.after) is None:
                return

    async def _cover(self, cover: Cover) -> None:
        folder = f"covers/{_folder_name(cover)}"
        await self._object(f"{folder}/cover.json", _plain(cover))
        self._counts["covers"] += 1
        there = set[Sha]()
        for version in await self._shelves.covers.tree(cover.id):
            await self._version(folder, version, there)

    async def _version(self, folder: str, version: Version, there: set[Sha]) -> None:
        """One version; `there` are pictures without words that the folder has already."""
        name = f"{folder}/{version.number:04}"
        await self._object(f"{name}.json", _plain(version))
        self._counts["versions"] += 1
        await self._picture(name, version.preview)
        for sha in sorted(references.of_version(version) - {version.preview} - there):
            await self._picture(f"{folder}/art/{sha[:_SHORT]}", sha)
            there.add(sha)

    async def _results(self, job: Job) -> None:
        """Files of a job that have not been delivered, and the picture that it was given."""
        for sha in references.of_job(job):
            await self._picture(f"given/{job.id}-{sha[:_SHORT]}", sha)
        if not isinstance(job.state, Done):
            return
        receipt = await self._shelves.receipts.receipt(job.id)
        for file in receipt.parcel.files if receipt else ():
            await self._picture(f"deliveries/{job.id}/{_fit(file.name)}", file.sha256, suffix="")

    async def _picture(self, name: str, sha: Sha, *, suffix: str | None = None) -> None:
        """A blob under `name`, which gets the `suffix` of its kind if none is given."""
        if not self._pictures:
            return
        try:
            content = await self._shelves.blobs.get(sha)
        except StorageError as error:
            if error.code not in _UNREADABLE:
                raise
            self._missing.append(f"{name} {sha} {error.code}")
            return
        self._counts["pictures"] += 1
        ending = _suffix(content) if suffix is None else suffix
        await self._entry(name + ending, content, zipfile.ZIP_STORED)

    async def _object(self, name: str, value: object) -> None:
        await self._text(name, json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    async def _text(self, name: str, text: str) -> None:
        # Half of a surrogate pair, which JSON can hold, is nothing that UTF-8 can.
        await self._entry(name, text.encode("utf-8", "backslashreplace"), zipfile.ZIP_DEFLATED)

    async def _entry(self, name: str, content: bytes, method: int) -> None:
        entry = zipfile.ZipInfo(name, self._now.timetuple()[:6])
        entry.compress_type = method
        entry.external_attr = 0o644 << 16
        await to_the_end(partial(self._zip.writestr, entry, content))

    def _readme(self) -> str:
        texts = resources.files("storage")
        template = texts.joinpath("belongings.txt").read_text("utf-8")
        if not self._pictures:
            template = (
                texts.joinpath("belongings-without-pictures.txt").read_text("utf-8") + template
            )
        counts = self.packed()
        return template.format(
            date=self._now.date().isoformat(), covers=counts.covers, versions=counts.versions,
            jobs=counts.jobs, pictures=counts.pictures, missing=counts.missing,
        )  # fmt: skip


def _plain(value: object, kind: Any = None) -> Any:
    return json.loads(codec.dumped(value, kind))


def _profile(person: Person) -> Mapping[str, object]:
    return _plain(person)


def _job(job: Job) -> Mapping[str, object]:
    """A job without the token of a run, and without its address, which may hold a platform's."""
    fault = job.state.fault if isinstance(job.state, Failed) else None
    return {
        "id": job.id,
        "key": job.key,
        "kind": kind_of(job.operation),
        "operation": _plain(job.operation, Operation),
        "cover": job.cover,
        "version": job.version,
        "platform": job.address.platform,
        "lane": str(job.lane),
        "ordered_at": job.ordered_at.isoformat(),
        "state": type(job.state).__name__.lower(),
        "attempts": job.attempts,
        "fault": _plain(fault) if fault else None,
    }


def told_note(text: str) -> object:
    """A note as a value where it is JSON, without what may be a key to somewhere."""
    try:
        return _without_secrets(json.loads(text))
    except ValueError:
        return text


def _without_secrets(value: object) -> object:
    match value:
        case dict():
            pairs = cast("dict[str, object]", value).items()
            return {key: _without_secrets(held) for key, held in pairs if not _SECRET.search(key)}
        case list():
            return [_without_secrets(held) for held in cast("list[object]", value)]
        case _:
            return value


def _folder_name(cover: Cover) -> str:
    """A name for the folder of a cover that sorts by time and that every system can unpack."""
    title = cover.brief.title
    return f"{cover.made_at.date().isoformat()} {_fit(title)} {_fit(cover.id[:_SHORT])}"


def _fit(name: str) -> str:
    """`name` without what some file system refuses or what would lead out of the folder."""
    text = _UNFIT.sub("_", unicodedata.normalize("NFC", name)).encode("utf-8", "replace").decode()
    return text[:_LONGEST_NAME].strip(" .") or "_"


def _suffix(content: bytes) -> str:
    return next((suffix for magic, suffix in _KINDS if content.startswith(magic)), ".bin")
