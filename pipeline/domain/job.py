"""A job: an operation that somebody asked for, with where to answer, and what became of it.

             claim                 finish              deliver
    Queued ─────────▶ Running ────────────▶ Done ────────────▶ Delivered
       │  ▲              │ │ ╲
       │  └─ take back ──┘ │  ╲── error, not retryable or tries spent ──▶ Failed ──▶ told
       └── cancel ──▶ Cancelled ◀── cancel (the work stops between two steps)

A claim hands out a token, and only its holder can end the run. The functions below are the whole
state machine; the database repeats their guards.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline.domain.errors import ArtiCoverError, Fact, JobError, error_of
from pipeline.domain.operation import Lane, Operation
from pipeline.domain.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why something did not succeed: an error's code and facts, for the message catalogue."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])

    @staticmethod
    def of(error: ArtiCoverError) -> "Fault":
        """The fault that an error tells of."""
        return Fault(code=error.code, facts=dict(error.facts))

    @property
    def error(self) -> ArtiCoverError:
        """The error again, for who asked for the job."""
        return error_of(self.code, self.facts)


LOST = Fault(code="work-crashed")
"""All that is known of a try whose worker was lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """Waiting; not to be started before `not_before` (None: at once)."""

    not_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """Being worked on by the holder of `token`."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Finished; its result is stored and waits for its delivery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Finished, and the result has reached the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Ended without a result; the person is told why."""

    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """Ended by its owner."""


State = Queued | Running | Done | Delivered | Failed | Cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where to answer: a `platform`, and a `place` that only its courier can read (JSON).

    A place may hold a key that is good for a while, so it is shown nowhere.
    """

    platform: str
    place: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One order. `key` is the caller's own id of it: the same key twice is one job.

    `version` is what the operation works on (None: the cover's brief). `attempts` counts the
    claims. `step` is how far a running job is.
    """

    id: str
    key: str
    person: str
    cover: str
    version: str | None
    operation: Operation
    address: Address
    lane: Lane
    ordered_at: datetime
    state: State = Queued()
    attempts: int = 0
    step: Step | None = None


def is_open(job: Job) -> bool:
    """Whether the job still waits or runs."""
    match job.state:
        case Queued() | Running():
            return True
        case Done() | Delivered() | Failed() | Cancelled():
            return False


def claimed(job: Job, token: str) -> Job:
    """The job in the hands of `token`.

    Raises:
        JobError: `job-not-queued` when it does not wait.
    """
    match job.state:
        case Queued():
            return replace(job, state=Running(token=token), attempts=job.attempts + 1)
        case Running() | Done() | Delivered() | Failed() | Cancelled():
            raise JobError("job-not-queued", job=job.id)


def ended(job: Job, token: str, state: Done | Failed | Queued) -> Job:
    """The job after the run of `token`: done, failed, or waiting again.

    Raises:
        JobError: `job-not-held` when the token does not hold it: it was cancelled or taken back.
    """
    match job.state:
        case Running(token=holder) if holder == token:
            return replace(job, state=state, step=None)
        case Running() | Queued() | Done() | Delivered() | Failed() | Cancelled():
            raise JobError("job-not-held", job=job.id)


def handed_back(job: Job, token: str) -> Job:
    """The job waiting as if it had never been claimed, as when a worker is told to stop.

    Raises:
        JobError: `job-not-held`.
    """
    back = ended(job, token, Queued())
    return replace(back, attempts=back.attempts - 1)


def taken_back(job: Job, most_attempts: int) -> Job:
    """A job whose worker was lost: waiting again, or failed when its attempts are spent.

    Raises:
        JobError: `job-not-held` when nobody was at work on it.
    """
    match job.state:
        case Running(token=token) if job.attempts >= most_attempts:
            lost = Fault(code="work-lost", facts={"attempts": job.attempts})
            return ended(job, token, Failed(fault=lost))
        case Running(token=token):
            return ended(job, token, Queued())
        case Queued() | Done() | Delivered() | Failed() | Cancelled():
            raise JobError("job-not-held", job=job.id)


def cancelled(job: Job) -> Job:
    """The job ended by its owner; what a running worker still brings is refused.

    Raises:
        JobError: `job-ended` when it is too late.
    """
    match job.state:
        case Queued() | Running():
            return replace(job, state=Cancelled(), step=None)
        case Done() | Delivered() | Failed() | Cancelled():
            raise JobError("job-ended", job=job.id)


def delivered(job: Job) -> Job:
    """The job whose result has reached the person; a failure that was told stays a failure.

    Raises:
        JobError: `job-not-done` when there is nothing to deliver.
    """
    match job.state:
        case Done() | Delivered():
            return replace(job, state=Delivered())
        case Failed():
            return job
        case Queued() | Running() | Cancelled():
            raise JobError("job-not-done", job=job.id)
