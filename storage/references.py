"""Which blobs a version and a job need."""

from pipeline.domain.art import Brought, Drawn
from pipeline.domain.job import Job, is_open
from pipeline.domain.operation import Letter
from pipeline.domain.version import Sha, Version


def of_version(version: Version) -> frozenset[Sha]:
    """The pictures that a version is made of."""
    own = frozenset({version.raster, version.preview})
    match version.document.art:
        case Drawn():
            return own
        case Brought(origin=origin):
            return own | {origin.sha256}


def of_job(job: Job) -> frozenset[Sha]:
    """What an open job is to work on, and the picture of how far it is; a job that ended needs none."""
    if not is_open(job):
        return frozenset()
    given = {job.operation.picture} if isinstance(job.operation, Letter) else set[Sha]()
    shown = {job.step.preview} if job.step and job.step.preview else set[Sha]()
    return frozenset(given | shown)
