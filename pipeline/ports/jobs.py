"""The seam between ordering and working: one process or many machines may stand behind it.

`Jobs` is what the studio needs, `Work` what whoever runs a job needs, `Outbox` what delivers.
Every method may raise `StorageError`; nothing has changed then. Each change is committed when its
method returns, and guarded by the state that it starts from.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pipeline.domain.foreseeing import Enlarging
from pipeline.domain.job import Address, Fault, Job
from pipeline.domain.operation import Lane
from pipeline.domain.outcome import Outcome, Parcel, Receipt
from pipeline.domain.standing import Overview
from pipeline.domain.step import Step
from pipeline.domain.version import Cover, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The oldest job of a person that may start now; `order` grows with the time of ordering."""

    job: str
    person: str
    order: int


class Jobs(Protocol):
    """Orders, durable before they are acknowledged."""

    async def submit(self, job: Job, *, cover: Cover | None = None, most_open: int) -> Job:
        """Commit a job, and with it the cover that it begins.

        A job with the same key is given back instead, whatever its state, and nothing is written.

        Raises:
            QueueError: `queue-full-person` when the person has `most_open` open jobs.
            VersionError: `cover-missing` when the cover, or its owner, is not there (any more).
        """
        ...

    async def job(self, job: str) -> Job | None:
        """The job of that id."""
        ...

    async def jobs_of(self, person: str, *, limit: int = 20) -> Sequence[Job]:
        """A person's jobs, newest first."""
        ...

    async def cancel(self, job: str) -> Job:
        """End a job that waits or runs.

        Raises:
            JobError: `job-missing`; `job-ended` when it is too late.
        """
        ...

    async def overview(self) -> Overview:
        """Everything that waits or runs, and how long such work took of late."""
        ...


class Work(Protocol):
    """Running jobs: claim, tell, settle."""

    async def fronts(self, lane: Lane) -> Sequence[Front]:
        """For each person with work in `lane` the oldest job that is due; none while paused."""
        ...

    async def claim(self, job: str, token: str) -> Job | None:
        """Take a waiting job; None when another was quicker, it was cancelled, or all is paused."""
        ...

    async def progress(
        self, job: str, token: str, step: Step, made: tuple[Version, ...] = ()
    ) -> bool:
        """Note how far a job is, and keep versions that it `made` already, in one transaction.

        False, and nothing is written, when `token` no longer holds it, and work should stop.
        """
        ...

    async def settle(self, job: str, token: str, outcome: Outcome) -> bool:
        """End a run: versions, files and the delivery in one transaction with the job's state.

        False, and nothing is written, when `token` no longer holds the job.
        """
        ...

    async def take_back(self, most_attempts: int) -> Sequence[Job]:
        """Let running jobs wait again, or fail with a delivery when their attempts are spent.

        Only for whoever knows that nobody is at work on them. The jobs as they are now.
        """
        ...


class Outbox(Protocol):
    """Results on their way; a failed or finished job has exactly one delivery."""

    async def due(
        self, platforms: Collection[str], *, besides: Collection[Address] = (), limit: int = 20
    ) -> Sequence[Parcel]:
        """Deliveries for these platforms that may be tried now, oldest first.

        Those to the addresses `besides`, which are busy, are left out.
        """
        ...

    async def posted(self, delivery: str, message: str) -> None:
        """Note the platform's id of the placeholder, so that a second try fills the same one."""
        ...

    async def sent(self, delivery: str) -> bool:
        """Note that the person has the result: the job is delivered, its files are let go.

        Files that are held stay until that is over. False when that was known already.
        """
        ...

    async def postpone(self, delivery: str, not_before: datetime, fault: Fault) -> None:
        """Note a failed try, and when to try again."""
        ...

    async def give_up(self, delivery: str, fault: Fault) -> None:
        """Note that a result can't be delivered: its versions stay, its files are let go."""
        ...


class Holds(Protocol):
    """Files of results that stay when they were brought, for as long as a link to them lives."""

    async def hold(self, delivery: str, until: datetime) -> bool:
        """Hold the files of a delivery at least until then; False when they were let go already."""
        ...

    async def expire(self) -> int:
        """Let all files go that were held long enough, and were brought or given up; their number."""
        ...


class Receipts(Protocol):
    """What became of results, for whoever waits for one."""

    async def receipt(self, job: str) -> Receipt | None:
        """The result of a job that is done or failed; None before, and when it was cancelled."""
        ...

    async def faults(self, job: str) -> Sequence[Fault]:
        """What went wrong with a job, oldest first: tries that were repeated, and its end."""
        ...

    async def enlargings(self) -> Sequence[Enlarging]:
        """The last orders of every kind that enlarged a picture, `LATE` at most of each."""
        ...


class QueueSwitch(Protocol):
    """Pausing, for everybody who uses the same jobs."""

    async def pause(self) -> None:
        """Let no further job start."""
        ...

    async def resume(self) -> None:
        """Let jobs start again."""
        ...


class QueueLock(Protocol):
    """The right to run the queue; at most one process has it, and loses it when it dies."""

    async def take(self) -> bool:
        """Take the right if nobody has it; whether it is ours now."""
        ...

    async def held(self) -> bool:
        """Whether it is still ours."""
        ...

    async def give_back(self) -> None:
        """Let others have it."""
        ...
