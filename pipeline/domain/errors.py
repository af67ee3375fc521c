"""Everything that can go wrong and be told to a person, as codes and facts.

    ArtiCoverError
    ├── BriefError        what the author asked for cannot be made into a cover as it stands
    ├── FormatError       no such trim size or ratio
    ├── GenreError        no such genre
    ├── StyleError        no such style
    ├── LetteringError    words that cannot be set
    ├── PictureError      the author's own picture cannot be used
    ├── VersionError      an operation does not go with the version that it is asked of
    ├── JobError          a job is not there, not yours, or not in the state for it
    ├── QueueError        the queue takes no further job just now
    ├── QuotaError        a person's pictures take all the room they may
    ├── WorkError         a job's run ended without a result
    ├── DeliveryError     a result could not be brought to the person
    ├── StorageError      the database or the pictures cannot be read or written
    ├── ServiceError      the port for health and metrics cannot be opened
    └── OutputError       the files cannot be written

An error carries a `code`, the `facts` that its sentence needs, and whether it is `retryable`
without changing what was asked for. The sentences are in the message catalogue, one for each of
`CODES` and each language; nothing here is meant to be read by the person who gets a cover.
"""

from collections.abc import Mapping
from typing import ClassVar

Fact = str | int | float


class ArtiCoverError(Exception):
    """Something that a person can be told.

    `known` maps every code of the class to the names of the facts that its sentence may use.

    Raises:
        ValueError: for a code or facts that the class does not declare: a bug in the caller.
    """

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, code: str, **facts: Fact) -> None:
        if code not in self.known:
            raise ValueError(f"{type(self).__name__} has no code {code!r}")
        if set(facts) != set(self.known[code]):
            raise ValueError(f"{code} needs the facts {self.known[code]}, got {tuple(facts)}")
        self.code = code
        self.facts: dict[str, Fact] = facts
        super().__init__(f"{code} {facts}" if facts else code)

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error come back whole from a worker process."""
        return _raised_again, (type(self), self.code, self.facts)

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed later."""
        return False


def _raised_again(kind: type[ArtiCoverError], code: str, facts: dict[str, Fact]) -> ArtiCoverError:
    return kind(code, **facts)


class BriefError(ArtiCoverError):
    """A field of the brief is missing, too long, of the wrong kind, or cannot be drawn."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "brief-missing": ("field",),
        "brief-too-long": ("field", "length", "limit"),
        "brief-not-text": ("field", "kind"),
        "brief-undrawable": ("field", "characters", "names"),
        "brief-stacked-marks": ("field", "limit"),
        "brief-not-whole-number": ("field", "value"),
        "brief-out-of-range": ("field", "value", "low", "high"),
        "brief-language": ("value", "languages"),
        "brief-unknown-key": ("key", "near", "keys"),
        "brief-given-twice": ("field", "key"),
        "brief-file-syntax": ("line", "column", "fault"),
        "brief-file-not-table": ("kind",),
        "brief-file-kind": ("suffix",),
    }

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, **facts)
        self.field: str | None = str(facts["field"]) if "field" in facts else None


class FormatError(ArtiCoverError):
    """No trim size or ratio answers to what was asked for."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "format-unknown": ("asked", "near"),
        "format-ratio-range": ("asked", "narrowest", "widest"),
        "format-size-range": ("asked", "low_mm", "high_mm", "low_in", "high_in"),
    }


class GenreError(ArtiCoverError):
    """No genre answers to what was asked for."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {"genre-unknown": ("asked", "near")}


class StyleError(ArtiCoverError):
    """No style answers to what was asked for."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {"style-unknown": ("asked", "near")}


class LetteringError(ArtiCoverError):
    """Words that cannot be set in the space and faces that there are."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "lettering-no-face": ("characters",),
        "lettering-no-room": ("words",),
        "lettering-layout-syntax": ("reason",),
    }


class PictureError(ArtiCoverError):
    """The picture that an author gave cannot be the art of a cover."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "picture-missing": ("path",),
        "picture-no-file": ("path",),
        "picture-closed": ("path", "reason"),
        "picture-too-large": ("limit_mb",),
        "picture-too-many-pixels": ("limit_mp",),
        "picture-too-small": ("width", "height", "least"),
        "picture-kind": ("kinds",),
        "picture-several": (),
        "picture-unreadable": (),
    }


class VersionError(ArtiCoverError):
    """An operation does not go with the version that it is asked of."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "version-missing": ("version",),
        "version-not-yours": ("version",),
        "version-not-forkable": ("version",),
        "version-no-parent": ("version",),
        "version-no-redo": ("version",),
        "cover-missing": ("cover",),
        "block-missing": ("block", "blocks"),
        "block-last": (),
        "text-unchanged": (),
        "size-range": ("value", "low", "high"),
        "place-outside": ("block",),
        "colour-unknown": ("value",),
        "pairing-unknown": ("value", "near"),
        "palette-unknown": ("value", "palettes"),
        "art-not-drawn": (),
        "compare-count": ("low", "high"),
        "vary-count": ("low", "high"),
    }


class JobError(ArtiCoverError):
    """A job is not there, not yours, or not in the state for what is asked."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "job-missing": ("job",),
        "job-not-yours": ("job",),
        "job-not-queued": ("job",),
        "job-not-held": ("job",),
        "job-not-done": ("job",),
        "job-ended": ("job",),
    }


class QueueError(ArtiCoverError):
    """The queue takes no further job just now; nothing was stored."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "queue-full": ("limit",),
        "queue-full-person": ("limit",),
        "queue-lock-held": (),
    }

    @property
    def retryable(self) -> bool:
        """Jobs end, and then there is room."""
        return True


class QuotaError(ArtiCoverError):
    """A person's pictures take all the room they may."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {"quota-full": ("used_mb", "limit_mb")}


class WorkError(ArtiCoverError):
    """A job's run ended without a result."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "work-lost": ("attempts",),
        "work-crashed": (),
        "work-too-long": ("seconds",),
        "work-memory": (),
        "work-failed": ("kind",),
    }

    @property
    def retryable(self) -> bool:
        """A crash, a stall or a lack of memory may pass; `work-lost` has been tried enough."""
        return self.code in {"work-crashed", "work-too-long", "work-memory"}


class DeliveryError(ArtiCoverError):
    """A result could not be brought to the person; it is kept in their history."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "delivery-unavailable": ("platform",),
        "delivery-gone": ("platform",),
        "delivery-refused": ("platform", "reason"),
        "delivery-spent": ("platform", "attempts"),
    }

    @property
    def retryable(self) -> bool:
        """A platform comes back; a place that is gone, or a refusal, does not."""
        return self.code == "delivery-unavailable"


class StorageError(ArtiCoverError):
    """The database or the pictures cannot be read or written; nothing was acknowledged."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "storage-unavailable": ("reason",),
        "storage-busy": (),
        "storage-full": (),
        "storage-stalled": ("job",),
        "storage-read-only": ("path",),
        "storage-damaged": ("reason",),
        "storage-url": ("url",),
        "storage-behind": ("command",),
        "storage-ahead": (),
        "blob-missing": ("sha256",),
        "blob-damaged": ("sha256",),
    }

    @property
    def retryable(self) -> bool:
        """Databases come back and room can be made; the rest needs somebody's hand."""
        return self.code in {"storage-unavailable", "storage-busy", "storage-full"}


class ServiceError(ArtiCoverError):
    """The port for health and metrics cannot be opened."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "service-port": ("host", "port", "reason"),
        "setting-whole-number": ("name", "value", "least"),
    }


class OutputError(ArtiCoverError):
    """Files cannot be written; nothing half-written is left behind."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "output-exists": ("path", "count"),
        "output-no-space": ("path",),
        "output-not-writable": ("path",),
        "output-not-a-folder": ("path",),
        "output-is-a-folder": ("path",),
        "output-name-too-long": ("path",),
        "output-failed": ("path", "reason"),
    }

    @property
    def retryable(self) -> bool:
        """Room can be made, and a failing disk may recover; the rest needs another place."""
        return self.code in {"output-no-space", "output-failed"}


KINDS: tuple[type[ArtiCoverError], ...] = (
    BriefError, FormatError, GenreError, StyleError, LetteringError, PictureError, VersionError,
    JobError, QueueError, QuotaError, WorkError, DeliveryError, StorageError, ServiceError,
    OutputError,
)  # fmt: skip
CODES: Mapping[str, tuple[str, ...]] = {
    code: facts for kind in KINDS for code, facts in kind.known.items()
}
"""Every code with the facts that its sentence may use."""


def error_of(code: str, facts: Mapping[str, Fact]) -> ArtiCoverError:
    """The error that was kept as its code and facts.

    Raises:
        ValueError: when no error has that code with those facts.
    """
    for kind in KINDS:
        if code in kind.known:
            return kind(code, **facts)
    raise ValueError(f"no error has the code {code!r}")
