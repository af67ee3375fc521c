"""Covers as trees of immutable versions.

A version is text-free art, a layout of text blocks, and where both came from. Nothing that has an
id is ever changed: every operation makes a child. What does move is the `Head` of a cover, which
says at which version its owner stands.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.art import Art
from pipeline.domain.brief import Brief
from pipeline.domain.layout import Layout
from pipeline.domain.operation import Operation
from pipeline.domain.report import Report

Sha = str
"""The SHA-256 of a blob's content, 64 hexadecimal digits: its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What made the art: an `engine` and its `model` (empty: none), in a `release` of ours."""

    engine: str
    model: str = ""
    release: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A cover as data.

    `pairing` names the typefaces and `zones` say where the composition wants its lettering: both
    are needed to set new words. `alt_text` describes the picture, `motifs` are what it shows, in
    the language of the layout.
    """

    art: Art
    layout: Layout
    pairing: str
    zones: Arrangement
    maker: Maker
    alt_text: str = ""
    motifs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A version that nobody has stored yet.

    `raster` is the art at preview size and `preview` the same with its lettering, both as PNG
    files; a `raster` of None keeps the parent's, as when only words change. `original` is the
    picture that the art is cut from and `aside` what was painted left of that, where nobody stored
    them yet. `report` is the preflight.
    """

    id: str
    document: Document
    report: Report
    raster: bytes | None = field(repr=False)
    preview: bytes = field(repr=False)
    original: bytes | None = field(default=None, repr=False)
    aside: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of a cover, for ever.

    `number` counts from 1 within the cover in the order of making. `parent` is None for an option
    of the brief and for a fork. `operation` made it, on behalf of the job `job`.
    """

    id: str
    cover: str
    number: int
    parent: str | None
    operation: Operation
    document: Document
    report: Report
    raster: Sha
    preview: Sha
    job: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where the owner stands: at `current` (None: nothing made yet).

    `undone` are the versions that were stepped back from, the last of them at the end.
    """

    current: str | None = None
    undone: tuple[str, ...] = ()

    def at(self, version: str) -> "Head":
        """Standing at a version that was made or picked: there is nothing to redo any more."""
        return Head(current=version)

    def stepped_back(self, parent: str) -> "Head":
        """Standing at the parent of the current version, which redo will come back to."""
        undone = self.undone if self.current is None else (*self.undone, self.current)
        return Head(current=parent, undone=undone)

    def stepped_forth(self) -> "Head | None":
        """Standing at what was undone last; None when there is nothing."""
        if not self.undone:
            return None
        return replace(self, current=self.undone[-1], undone=self.undone[:-1])

    def after(self, made: tuple[str, ...]) -> "Head":
        """Standing at the one version that was `made`, or where it stood when there are several.

        Of several options the owner picks one; who stood nowhere yet stands at the first.
        """
        if len(made) == 1 or (made and self.current is None):
            return self.at(made[0])
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The tree of versions from one brief, owned by one person.

    `forked_from` is the version of somebody else's cover that it began with.
    """

    id: str
    owner: str
    brief: Brief
    made_at: datetime
    head: Head = Head()
    forked_from: str | None = None
