"""Making an order a job, once."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.domain.errors import JobError
from pipeline.domain.event import JobOrdered, Notice, PromptFlagged
from pipeline.domain.job import Address, Job
from pipeline.domain.operation import (
    Illustrate,
    Letter,
    Operation,
    Paint,
    kind_of,
    lane_of,
)
from pipeline.domain.painting import Engine
from pipeline.domain.person import Person
from pipeline.domain.policy import Found
from pipeline.domain.step import Step
from pipeline.domain.version import Cover, Sha
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import Jobs

NOTHING_FOUND = Found()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """An accepted order: its job, and whether it had been ordered before."""

    job: Job
    again: bool


class Orders:
    """Commits orders and tells of them; a person has at most `most_open` open ones."""

    def __init__(
        self, jobs: Jobs, *, clock: Clock, new_id: Callable[[], str], most_open: int, notice: Notice
    ) -> None:  # fmt: skip
        """Orders that become `jobs`."""
        self._jobs = jobs
        self._clock = clock
        self._new_id = new_id
        self._most_open = most_open
        self._notice = notice

    async def submit(
        self, person: Person, cover: str, version: str | None, operation: Operation,
        address: Address, key: str, begun: Cover | None = None, found: Found = NOTHING_FOUND,
        step: Step | None = None,
    ) -> Ticket:  # fmt: skip
        """Commit an order on a version of a cover, or on a cover that is `begun` with it.

        A `step` foresees the work of an order that waits, and how long it takes.
        That forbidden words were `found` is told to whoever runs the place, and never which.

        Raises:
            QueueError: `queue-full-person`.
            JobError: `job-not-yours` when `key` is that of somebody else's order.
            VersionError: `cover-missing` when the cover is gone meanwhile.
        """
        job = Job(
            id=self._new_id(), key=key, person=person.id, cover=cover, version=version,
            operation=operation, address=address, lane=lane_of(operation),
            ordered_at=self._clock.now(), step=step,
        )  # fmt: skip
        kept = await self._jobs.submit(job, cover=begun, most_open=self._most_open)
        if kept.person != person.id:
            raise JobError("job-not-yours", job=kept.id)
        again = kept.id != job.id
        self._notice(JobOrdered(job=kept.id, cover=kept.cover, kind=kind_of(kept.operation),
                                lane=str(kept.lane), again=again))  # fmt: skip
        if found.groups and not again:
            self._notice(PromptFlagged(cover=kept.cover, groups=", ".join(found.groups)))
        return Ticket(job=kept, again=again)


def first_operation(
    engine: Engine | None, *, seed: int, picture: Sha, for_print: bool
) -> Operation:  # fmt: skip
    """What makes a cover's options: its art is by `engine`, or is the `picture` (then None)."""
    match engine:
        case Engine.PAINTER:
            return Paint(seed=seed, picture=picture, for_print=for_print)
        case Engine.ILLUSTRATOR:
            return Illustrate(seed=seed, for_print=for_print)
        case None:
            return Letter(picture=picture, seed=seed, for_print=for_print)
