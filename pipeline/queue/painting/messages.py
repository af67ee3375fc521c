"""What goes through the pipe between this process and the model's, besides what `ports.painter` has."""

from dataclasses import dataclass, replace

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.painting import PaintRequest, PaintStep
from pipeline.ports.painter import PaintEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit:
    """A request that shall join the others."""

    ticket: str
    request: PaintRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Nobody wants the picture of a ticket any more."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The model is loaded and takes requests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The model cannot be loaded, for a reason that can be told."""

    error: ArtiCoverError


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A step was made, of which there is nothing else to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """Nothing is left to do of the first `taken` messages that were ever sent."""

    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The model cannot go on; `stack` is where, without the error's own words."""

    stack: str


ToChild = Admit | Cancel
FromChild = Opened | Refused | Beat | Idle | Broken | PaintEvent


def latest(before: PaintStep | None, now: PaintStep) -> PaintStep:
    """The step to tell when one before it has not been told: its preview is not lost."""
    if before is None or now.preview is not None:
        return now
    return replace(now, preview=before.preview)
