"""What a job needs from the store before it is performed, and what it puts there afterwards."""

from collections.abc import Collection, Sequence
from datetime import datetime

from pipeline.domain.errors import VersionError
from pipeline.domain.file import File, StoredFile
from pipeline.domain.job import Job
from pipeline.domain.operation import (
    Compare,
    EditText,
    EraseText,
    Export,
    FindText,
    Fork,
    Illustrate,
    Letter,
    MoveText,
    Paint,
    Print,
    Recolour,
    ReplaceText,
    Reroll,
    Restyle,
    Sample,
    Upscale,
    Vary,
    as_made,
)
from pipeline.domain.outcome import Finished, Made
from pipeline.domain.version import Draft, Sha, Version
from pipeline.ports.blobs import Blobs
from pipeline.ports.covers import Covers
from pipeline.workshop.task import Task


async def task_of(job: Job, covers: Covers) -> Task:
    """The job's operation with everything that it is done to.

    Raises:
        VersionError: `cover-missing`, `version-missing` when it was removed meanwhile.
    """
    cover = await covers.cover(job.cover)
    if cover is None:
        raise VersionError("cover-missing", cover=job.cover)
    base = None if job.version is None else await _version(job.version, covers)
    return Task(operation=job.operation, brief=cover.brief, base=base,
                others=tuple(await _others(job, covers)),
                foreseen_s=None if job.step is None else job.step.left_s)  # fmt: skip


async def _others(job: Job, covers: Covers) -> Sequence[Version]:
    match job.operation:
        case Reroll() | Export() | Print() | Upscale():
            return await covers.tree(job.cover)
        case Compare(versions=versions):
            return [await _version(version, covers) for version in versions]
        case Fork(source=source):
            return [await _version(source, covers)]
        case (
            Illustrate() | Letter() | Paint() | Vary() | Recolour() | EditText() | MoveText()
            | Restyle() | Sample() | FindText() | EraseText() | ReplaceText()
        ):  # fmt: skip
            return ()


async def _version(version: str, covers: Covers) -> Version:
    found = await covers.version(version)
    if found is None:
        raise VersionError("version-missing", version=version)
    return found


async def stored(
    made: Made, job: Job, task: Task, blobs: Blobs, now: datetime,
    early: Collection[str] = (),
) -> Finished:  # fmt: skip
    """What was made, with its pictures and files as blobs; call it while `blobs.writing`.

    Versions with the ids `early` are kept already.

    Raises:
        StorageError: when a blob cannot be written; those that were are collected later.
    """
    drafts = [draft for draft in made.drafts if draft.id not in early]
    versions = [await version_of(draft, job, task, blobs, now) for draft in drafts]
    files = [await _filed(file, blobs) for file in made.files]
    return Finished(versions=tuple(versions), files=tuple(files))


async def version_of(draft: Draft, job: Job, task: Task, blobs: Blobs, now: datetime) -> Version:
    """A draft as a version, with its pictures as blobs; call it while `blobs.writing`."""
    fork = isinstance(job.operation, Fork)
    for picture in filter(None, (draft.original, draft.aside)):
        await blobs.put(picture)
    raster = _parents_raster(draft, task) if draft.raster is None else await blobs.put(draft.raster)
    return Version(
        id=draft.id, cover=job.cover, number=0, parent=None if fork else job.version,
        operation=as_made(job.operation, enlarged=draft.original is not None), document=draft.document,
        report=draft.report, raster=raster,
        preview=await blobs.put(draft.preview), job=job.id, made_at=now,
    )  # fmt: skip


def _parents_raster(draft: Draft, task: Task) -> Sha:
    """The art that a draft keeps: its parent's, or for a fork its source's."""
    kept = task.base or next(iter(task.others), None)
    if kept is None:
        raise ValueError(f"draft {draft.id} has neither art of its own nor a parent's")
    return kept.raster


async def _filed(file: File, blobs: Blobs) -> StoredFile:
    return StoredFile(name=file.name, width_px=file.width_px, height_px=file.height_px,
                      sha256=await blobs.put(file.content), size=len(file.content))  # fmt: skip
