"""What happens, for logs and metrics: ids, codes and numbers, and never a person's words."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOrdered:
    """A job was committed; `again` when its key was known already."""

    job: str
    cover: str
    kind: str
    lane: str
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptFlagged:
    """A cover was ordered to be painted whose brief has forbidden words, of these `groups`."""

    cover: str
    groups: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStarted:
    """A worker claimed a job that had waited for `waited_s`."""

    job: str
    cover: str
    kind: str
    lane: str
    attempt: int
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """One step of a job took `seconds`; `stage` is the name of the step."""

    job: str
    kind: str
    stage: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFinished:
    """A job's result is stored, `seconds` after it was claimed."""

    job: str
    cover: str
    kind: str
    lane: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFailed:
    """A try failed with `code`; `retried` when there will be another in `delay_s`."""

    job: str
    cover: str
    kind: str
    code: str
    attempt: int
    retried: bool
    delay_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStopped:
    """A run ended without a result: `cancelled`, `handed-back`, or `fenced` when another has it."""

    job: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTakenBack:
    """A job whose worker was lost waits again, or has failed when `spent`."""

    job: str
    kind: str
    attempts: int
    spent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A result was delivered on `platform`, `seconds` after the delivery was taken up."""

    job: str
    delivery: str
    platform: str
    attempts: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFailed:
    """A delivery failed with `code`; `retried` when it will be tried again."""

    job: str
    delivery: str
    platform: str
    code: str
    retried: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueTurned:
    """The queue of this process: `taken`, `lost`, `draining`, `stopped`."""

    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFailed:
    """The database or the blob store could not be used, and will be tried again."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobsCollected:
    """Pictures that nothing refers to were removed."""

    count: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainterStarted:
    """The model's process took `seconds` to load its model, and paints from now on."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PainterLost:
    """The model's process was lost with `tickets` pictures in hand.

    `why` is `starting` (the model could not be loaded), `broken` (it raised an error), `late` (it
    said nothing for too long) or `gone` (it ended without a word). `exit_code` is negative for a
    signal, ours included, and 0 where there was no process yet.
    """

    why: str
    tickets: int
    exit_code: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainterEnded:
    """The model's process was ended on purpose: `idle`, `worn`, or `closed` with the house."""

    why: str
    pictures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainterRested:
    """The model's process was lost too often: nothing is painted for `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """A picture of `steps` steps was ready `seconds` after the model took it.

    Before that it waited for `waited_s`.
    """

    steps: int
    seconds: float
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LetteringTreated:
    """Something was done about lettering in one picture of a job; the rest is as in `Treatment`."""

    job: str
    kind: str
    detector: str
    eraser: str
    found: int
    erased: int
    left: int
    by_itself: bool
    fault: str


Event = (
    JobOrdered | PromptFlagged | JobStarted | StepTaken | JobFinished | JobFailed | JobStopped | JobTakenBack
    | Sent | SendFailed | QueueTurned | StoreFailed | BlobsCollected
    | PainterStarted | PainterLost | PainterEnded | PainterRested | Painted | LetteringTreated
)  # fmt: skip
Notice = Callable[[Event], None]


def unnoticed(_event: Event) -> None:
    """Events that nobody watches."""
