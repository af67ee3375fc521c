"""Everything that can go wrong and be told to a person, as codes and facts.

    ArtiCoverError
    ├── BriefError        what the author asked for cannot be made into a cover as it stands
    ├── FormatError       no such trim size or ratio
    ├── GenreError        no such genre
    ├── StyleError        no such style
    ├── LetteringError    words that cannot be set
    ├── PictureError      the author's own picture cannot be used
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


CODES: Mapping[str, tuple[str, ...]] = {
    code: facts
    for kind in (BriefError, FormatError, GenreError, StyleError, LetteringError, PictureError,
                 OutputError)
    for code, facts in kind.known.items()
}  # fmt: skip
"""Every code with the facts that its sentence may use."""
