"""An operation with everything that it is done to."""

from dataclasses import dataclass

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.errors import RetouchError, VersionError
from pipeline.domain.operation import Operation
from pipeline.domain.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done: an `operation` to `base` (None: to the brief itself).

    `others` are the further versions that it needs: those to compare with, or, for a new idea and
    for print, all that the cover has. `foreseen_s` are the seconds that it was said to take before it began.
    """

    operation: Operation
    brief: Brief
    base: Version | None
    others: tuple[Version, ...] = ()
    foreseen_s: float | None = None


def demand_base(task: Task) -> Version:
    """The version that the task is about.

    Raises:
        LookupError: when it has none: a bug in the caller.
    """
    if task.base is None:
        raise LookupError("this operation needs a version")
    return task.base


def demand_drawn(version: Version) -> Drawn:
    """The art of a version that the illustrator drew.

    Raises:
        VersionError: `art-painted`; `art-not-drawn` for a picture that was brought.
    """
    if isinstance(version.document.art, Painted):
        raise VersionError("art-painted")
    if not isinstance(version.document.art, Drawn):
        raise VersionError("art-not-drawn")
    return version.document.art


def demand_pixels(version: Version) -> Brought | Painted:
    """The art of a version that is a picture, and so may have lettering in it.

    Raises:
        RetouchError: `retouch-drawn`.
    """
    if isinstance(version.document.art, Drawn):
        raise RetouchError("retouch-drawn")
    return version.document.art
