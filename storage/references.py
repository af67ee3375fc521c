"""Which blobs a version and a job need."""

from pipeline.domain.art import Painted, origin_of
from pipeline.domain.job import Job, is_open
from pipeline.domain.operation import Letter, Operation, Paint
from pipeline.domain.version import Sha, Version


def of_version(version: Version) -> frozenset[Sha]:
    """The pictures that a version is made of, and the one that its painting began from."""
    art = version.document.art
    origin = origin_of(art)
    begun = art.painting.source if isinstance(art, Painted) else ""
    cut_from = origin.sha256 if origin else ""
    return frozenset({version.raster, version.preview, cut_from, begun} - {""})


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
