"""Which blobs a version and a job need."""

from collections.abc import Iterator

from pipeline.domain.art import Art, Brought, Drawn, Painted
from pipeline.domain.job import Job, is_open
from pipeline.domain.operation import Letter, Operation, Paint
from pipeline.domain.version import Sha, Version


def of_version(version: Version) -> frozenset[Sha]:
    """The pictures that a version is made of, with its back, and the one that its painting began from."""
    art = version.document.art
    begun = art.painting.source if isinstance(art, Painted) else ""
    return frozenset({version.raster, version.preview, begun, *_pictures(art)} - {""})


def _pictures(art: Art) -> Iterator[Sha]:
    match art:
        case Drawn():
            return
        case Brought(origin=origin, aside=aside) | Painted(origin=origin, aside=aside):
            yield origin.sha256
            if aside is not None:
                yield aside.sha256


def of_job(job: Job) -> frozenset[Sha]:
    """What an open job is to work on, and the picture of how far it is; a job that ended needs none."""
    if not is_open(job):
        return frozenset()
    given = {_picture(job.operation)} - {""}
    shown = {job.step.preview} if job.step and job.step.preview else set[Sha]()
    return frozenset(given | shown)


def _picture(operation: Operation) -> Sha:
    match operation:
        case Letter(picture=picture) | Paint(picture=picture):
            return picture
        case _:
            return ""
