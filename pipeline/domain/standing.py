"""The queue as one sees it, and where a job stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.domain.operation import Lane

MEASURED = 50
"""How many runs of a kind its mean duration is taken over, the last ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One open job in the queue; `kind` is its operation's name, `running` whether it has begun.

    `left_s` are the seconds until a running one is done, where its work measures that.
    """

    job: str
    person: str
    lane: Lane
    kind: str
    running: bool
    attempts: int
    ordered_at: datetime
    cover: str = ""
    left_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything that waits or runs, in the order of ordering.

    `seconds` are mean durations of late by kind of operation; `undelivered` counts results on
    their way.
    """

    lines: tuple[Line, ...]
    seconds: Mapping[str, float] = field(default_factory=dict[str, float])
    paused: bool = False
    undelivered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`position` 0 runs, 1 is next. `eta_s` seconds until it is done; None: nothing measured yet."""

    position: int
    eta_s: float | None
