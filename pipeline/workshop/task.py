"""An operation with everything that it is done to."""

from dataclasses import dataclass

from pipeline.domain.brief import Brief
from pipeline.domain.operation import Operation
from pipeline.domain.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done: an `operation` to `base` (None: to the brief itself).

    `others` are the further versions that it needs: those to compare with, or, for a new idea,
    all that the cover has.
    """

    operation: Operation
    brief: Brief
    base: Version | None
    others: tuple[Version, ...] = ()
