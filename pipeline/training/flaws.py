"""What can be wrong with pictures to learn from, and how much that matters."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.training.buckets import Size
from pipeline.training.example import Example


class Flaw(StrEnum):
    """A kind of mistake in the data."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TINY = "tiny"
    SCARCE = "scarce"
    SMALL = "small"
    EXTREME = "extreme"
    SAME = "same"
    ALIKE = "alike"
    FEW = "few"
    MANY = "many"
    BARE = "bare"
    LONG = "long"
    FOREIGN = "foreign"
    LETTERED = "lettered"
    REPEATED = "repeated"
    UNLISTED = "unlisted"

    @property
    def is_error(self) -> bool:
        """Whether nothing is learnt until it is mended; anything else is a warning."""
        return self in {Flaw.MISSING, Flaw.UNREADABLE, Flaw.TINY, Flaw.SCARCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A flaw, and the files that have it (none: it is one of the whole)."""

    flaw: Flaw
    files: tuple[str, ...] = ()
    count: int
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """An example that can be learnt from: the SHA-256 of its file, and the size that it gets."""

    example: Example
    sha256: str
    size: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What a look at the data showed. `reader` is what looked for lettering."""

    specimens: tuple[Specimen, ...]
    findings: tuple[Finding, ...]
    reader: str

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a training."""
        return tuple(finding for finding in self.findings if finding.flaw.is_error)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that do not."""
        return tuple(finding for finding in self.findings if not finding.flaw.is_error)

    @property
    def learnt(self) -> tuple[Specimen, ...]:
        """What is learnt from."""
        return tuple(one for one in self.specimens if not one.example.held_out)

    @property
    def held_out(self) -> tuple[Specimen, ...]:
        """What the loss is measured on."""
        return tuple(one for one in self.specimens if one.example.held_out)
