"""What a training tells of itself while it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Phase(StrEnum):
    """What is done besides learning."""

    LOADING = "loading"
    ENCODING = "encoding"
    READING = "reading"
    MEASURING = "measuring"
    PAINTING = "painting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """`done` of `total` parts of a phase."""

    phase: Phase
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """It goes on after `step` (0: none was whole); so many newer checkpoints were `damaged`."""

    step: int
    damaged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """`step` of `total` steps are done. `loss` is smoothed; `left_s` is an estimate."""

    step: int
    total: int
    loss: float
    left_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The `loss` on pictures that are held out after `step` of `total`, and that learnt on."""

    step: int
    total: int
    loss: float
    learnt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """Pictures of this step are in `file`."""

    step: int
    file: Path


Event = Doing | Resumed | Learnt | Measured | Painted
Tell = Callable[[Event], None]
