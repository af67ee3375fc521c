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
    ├── PersonError       a person may not order here
    ├── WorkError         a job's run ended without a result
    ├── DeliveryError     a result could not be brought to the person
    ├── StorageError      the database or the pictures cannot be read or written
    ├── ServiceError      the service cannot start: a port, a setting, a platform
    ├── OutputError       the files cannot be written
    ├── PaintError        a picture cannot be painted, or must not be shown
    ├── ModelError        weights or adapters cannot be used
    ├── TrainingError     a training cannot begin or go on
    ├── RetouchError      lettering in a picture cannot be found, erased or replaced
    ├── UpscaleError      a picture cannot be enlarged
    └── PrintError        a print file cannot be made or checked

An error carries a `code`, the `facts` that its sentence needs, and whether it is `retryable`
without changing what was asked for. The sentences are in the message catalogue, one for each of
`CODES` and each language; nothing here is meant to be read by the person who gets a cover.
"""

from collections.abc import Mapping

from pipeline.domain.asking_errors import (
    BriefError,
    FormatError,
    GenreError,
    LetteringError,
    PersonError,
    PictureError,
    StyleError,
    VersionError,
)
from pipeline.domain.error import ArtiCoverError, Fact
from pipeline.domain.painting_errors import ModelError, PaintError, TrainingError
from pipeline.domain.print_errors import PrintError, UpscaleError
from pipeline.domain.retouch_errors import RetouchError
from pipeline.domain.running_errors import (
    DeliveryError,
    JobError,
    OutputError,
    QueueError,
    QuotaError,
    ServiceError,
    StorageError,
    WorkError,
)

__all__ = (
    "CODES", "KINDS", "ArtiCoverError", "BriefError", "DeliveryError", "Fact", "FormatError",
    "GenreError", "JobError", "LetteringError", "ModelError", "OutputError", "PaintError",
    "PersonError", "PictureError", "PrintError",
    "QueueError", "QuotaError", "RetouchError", "ServiceError", "StorageError", "StyleError", "TrainingError",
    "UpscaleError", "VersionError",
    "WorkError", "error_of",
)  # fmt: skip

KINDS: tuple[type[ArtiCoverError], ...] = (
    BriefError, FormatError, GenreError, StyleError, LetteringError, PictureError, VersionError,
    JobError, QueueError, QuotaError, PersonError, WorkError, DeliveryError, StorageError,
    ServiceError, OutputError, PaintError, ModelError, TrainingError, RetouchError,
    UpscaleError, PrintError,
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
