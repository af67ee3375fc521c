"""What the stores in memory share: the same things as the tables of a database."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.domain.file import StoredFile
from pipeline.domain.foreseeing import Enlarging
from pipeline.domain.job import Fault, Job
from pipeline.domain.outcome import Delivery, DeliveryState, Parcel
from pipeline.domain.person import Person
from pipeline.domain.version import Cover, Sha, Version
from storage.references import of_job, of_version

PAUSED = "paused"
"""The setting that is there while no further job may start."""


@dataclass(slots=True, kw_only=True)
class Shipment:
    """A delivery with how far it is, when it may be tried, and the files that go with it.

    With `held_until` the files stay when it is over.
    """

    delivery: Delivery
    files: tuple[StoredFile, ...] = ()
    state: DeliveryState = DeliveryState.PENDING
    not_before: datetime | None = None
    fault: Fault | None = None
    held_until: datetime | None = None


@dataclass(slots=True, kw_only=True)
class MemoryState:
    """One store in memory.

    Everything is by id; `jobs` and `shipments` (these by the id of the delivery) stand in the
    order of coming, and `orders` numbers the jobs so. `faults` are what went wrong with a job,
    oldest first, `seconds` the last durations of a kind of operation, `enlargings` what the last of
    a kind enlarged. `notes` are by person and key. `holder` has the queue.
    """

    people: dict[str, Person] = field(default_factory=dict[str, Person])
    covers: dict[str, Cover] = field(default_factory=dict[str, Cover])
    versions: dict[str, Version] = field(default_factory=dict[str, Version])
    jobs: dict[str, Job] = field(default_factory=dict[str, Job])
    orders: dict[str, int] = field(default_factory=dict[str, int])
    ordered: int = 0
    faults: dict[str, list[Fault]] = field(default_factory=dict[str, list[Fault]])
    shipments: dict[str, Shipment] = field(default_factory=dict[str, Shipment])
    seconds: dict[str, deque[float]] = field(default_factory=dict[str, deque[float]])
    enlargings: dict[str, deque[Enlarging]] = field(default_factory=dict[str, deque[Enlarging]])
    settings: dict[str, str] = field(default_factory=dict[str, str])
    notes: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    holder: object | None = None

    def versions_of(self, cover: str) -> list[Version]:
        """The versions of a cover by number."""
        own = (version for version in self.versions.values() if version.cover == cover)
        return sorted(own, key=lambda version: version.number)

    def shipment_of(self, job: str) -> Shipment | None:
        """The delivery of a job's result."""
        return next((s for s in self.shipments.values() if s.delivery.job == job), None)

    def parcel(self, shipment: Shipment) -> Parcel:
        """All that a courier needs for a delivery."""
        job = self.jobs[shipment.delivery.job]
        versions = tuple(v for v in self.versions_of(job.cover) if v.job == job.id)
        return Parcel(delivery=shipment.delivery, job=job, versions=versions, files=shipment.files)

    def drop_job(self, job: str) -> None:
        """Forget a job with all that hangs on it."""
        del self.jobs[job], self.orders[job]
        self.faults.pop(job, None)
        if shipment := self.shipment_of(job):
            del self.shipments[shipment.delivery.id]

    async def references(self) -> frozenset[Sha]:
        """The keys of all blobs that something refers to."""
        versions = (of_version(version) for version in self.versions.values())
        jobs = (of_job(job) for job in self.jobs.values())
        files = (held_files(shipment) for shipment in self.shipments.values())
        return frozenset[Sha]().union(*versions, *jobs, *files)


def held_files(shipment: Shipment) -> frozenset[Sha]:
    """The blobs of files that are on their way; once sent or given up, they are let go unless held."""
    if shipment.state is not DeliveryState.PENDING and shipment.held_until is None:
        return frozenset()
    return frozenset(file.sha256 for file in shipment.files)
