"""A person's things as a zip names and tells them: for humans, and without keys to anywhere."""

import json
import re
import unicodedata
from collections.abc import AsyncGenerator, Mapping
from datetime import datetime
from typing import Any, Protocol, cast
from zipfile import ZipInfo

from pipeline.domain.errors import StorageError
from pipeline.domain.job import Failed, Job
from pipeline.domain.operation import Operation, kind_of
from pipeline.domain.version import Cover, Sha
from pipeline.ports.notes import Notes
from pipeline.ports.shelves import Shelves
from storage import codec

_PAGE = 100
_UNREADABLE = {"blob-missing", "blob-damaged"}
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_LONGEST_NAME = 60
_KINDS = ((b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"%PDF", ".pdf"))
_SECRET = re.compile("token|secret|password", re.IGNORECASE)
SHORT = 12
"""Characters of a SHA-256 or an id that a name has."""


class Kept(Shelves, Protocol):
    """The stores whose contents a person may take along."""

    @property
    def notes(self) -> Notes: ...  # noqa: D102 - a port says what it is


async def covers_of(
    person: str, shelves: Shelves, after: str | None = None
) -> AsyncGenerator[Cover]:
    """A person's covers, newest first, from behind one of them."""
    while True:
        page = await shelves.covers.history(person, after=after, limit=_PAGE)
        for entry in page.entries:
            cover = await shelves.covers.cover(entry.cover)
            if cover is not None and cover.owner == person:
                yield cover
        if (after := page.after) is None:
            return


async def blob_or_why(shelves: Shelves, sha: Sha) -> tuple[bytes, str]:
    """A blob; or nothing, and the code of why it cannot be read.

    Raises:
        StorageError: when no blob can be read at the moment.
    """
    try:
        return await shelves.blobs.get(sha), ""
    except StorageError as error:
        if error.code not in _UNREADABLE:
            raise
        return b"", error.code


def entry(name: str, method: int, now: datetime) -> ZipInfo:
    """A file in a zip that everybody's programs may unpack."""
    made = ZipInfo(name, now.timetuple()[:6])
    made.compress_type = method
    made.external_attr = 0o644 << 16
    return made


def as_json(value: object) -> bytes:
    """JSON for humans; half of a surrogate pair, which it can hold, is nothing that UTF-8 can."""
    return as_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def as_text(text: str) -> bytes:
    """A text as a file."""
    return text.encode("utf-8", "backslashreplace")


def plain(value: object, kind: Any = None) -> Any:
    """What is stored, as a value of JSON."""
    return json.loads(codec.dumped(value, kind))


def told_job(job: Job) -> Mapping[str, object]:
    """A job without the token of a run, and without its address, which may hold a platform's."""
    fault = job.state.fault if isinstance(job.state, Failed) else None
    return {
        "id": job.id,
        "key": job.key,
        "kind": kind_of(job.operation),
        "operation": plain(job.operation, Operation),
        "cover": job.cover,
        "version": job.version,
        "platform": job.address.platform,
        "lane": str(job.lane),
        "ordered_at": job.ordered_at.isoformat(),
        "state": type(job.state).__name__.lower(),
        "attempts": job.attempts,
        "fault": plain(fault) if fault else None,
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


def folder_name(cover: Cover) -> str:
    """A name for the folder of a cover that sorts by time and that every system can unpack."""
    title = cover.brief.title
    return f"{cover.made_at.date().isoformat()} {fit(title)} {fit(cover.id[:SHORT])}"


def fit(name: str) -> str:
    """`name` without what some file system refuses or what would lead out of the folder."""
    text = _UNFIT.sub("_", unicodedata.normalize("NFC", name)).encode("utf-8", "replace").decode()
    return text[:_LONGEST_NAME].strip(" .") or "_"


def suffix_of(content: bytes) -> str:
    """The end of a name that goes with the content of a file."""
    return next((suffix for magic, suffix in _KINDS if content.startswith(magic)), ".bin")
