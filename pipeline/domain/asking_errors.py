"""Errors about what was asked for, and about who asks; `errors` draws the tree of all."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.domain.error import ArtiCoverError, Fact


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
        "cover-not-yours": ("cover",),
        "block-missing": ("block", "blocks"),
        "block-last": (),
        "text-unchanged": (),
        "size-range": ("value", "low", "high"),
        "place-outside": ("block",),
        "colour-unknown": ("value",),
        "pairing-unknown": ("value", "near"),
        "palette-unknown": ("value", "palettes"),
        "art-not-drawn": (),
        "art-painted": (),
        "compare-count": ("low", "high"),
        "vary-count": ("low", "high"),
        "sample-count": ("low", "high"),
        "export-format": ("asked", "formats"),
    }


class PersonError(ArtiCoverError):
    """A person may not order here."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {"person-banned": ()}
