"""Which blobs a version and a job need."""

from pipeline.domain.art import origin_of
from pipeline.domain.job import Job, is_open
from pipeline.domain.operation import Letter, Operation, Paint
from pipeline.domain.version import Sha, Version


def of_version(version: Version) -> frozenset[Sha]:
    """The pictures that a version is made of."""
    own = frozenset({version.raster, version.preview})
    origin = origin_of(version.document.art)
    return own if origin is None else own | {origin.sha256}


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
