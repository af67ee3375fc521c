"""What a run of a job comes to, and how its result travels to the person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pipeline.domain.file import File, StoredFile
from pipeline.domain.job import Address, Fault, Job
from pipeline.domain.version import Draft, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What was done about lettering in one picture: numbers for whoever runs the place.

    So many lines were `found`, `erased`, and `left`. `detector` found them and `eraser` filled their
    places, empty where nothing was asked of one. With `by_itself` nobody had ordered it, and a
    `fault` (an error's code) left the picture as it was.
    """

    detector: str = ""
    eraser: str = ""
    found: int = 0
    erased: int = 0
    left: int = 0
    by_itself: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What an operation made: drafts of versions, and files for the person.

    `treatments` tell what was done about lettering in pictures.
    """

    drafts: tuple[Draft, ...] = ()
    files: tuple[File, ...] = ()
    treatments: tuple[Treatment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A success whose blobs are stored. The numbers of `versions` are given when they are stored."""

    versions: tuple[Version, ...] = ()
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A failure for good; the person is told."""

    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A failure that may pass: the job waits until `not_before`. `fault` is kept for the log."""

    not_before: datetime
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBack:
    """No failure at all: the worker had to stop, and the attempt does not count."""


Outcome = Finished | Broken | Again | HandedBack


def delivery_of(job: str) -> str:
    """The id of a job's one delivery: made from the job's, so that there can be no second."""
    return f"{job}-d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A result on its way. `message` is the platform's id of the placeholder, once there is one.

    `attempts` counts the tries so far.
    """

    id: str
    job: str
    address: Address
    attempts: int = 0
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """All that a courier needs to answer: the job with its state, and what it made."""

    delivery: Delivery
    job: Job
    versions: tuple[Version, ...]
    files: tuple[StoredFile, ...]


class DeliveryState(StrEnum):
    """How far a delivery is."""

    PENDING = "pending"
    SENT = "sent"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of a result: the parcel, and the `fault` of the last try that failed.

    The files of a parcel that was sent or given up are named still, but their blobs may have been let go.
    """

    parcel: Parcel
    state: DeliveryState
    fault: Fault | None = None
