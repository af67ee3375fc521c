"""What the conversation stands on."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.conversation.sent import Sent
from bot.conversation.strips import Strips
from pipeline.domain.brief import Brief
from pipeline.domain.file import StoredFile
from pipeline.domain.format import Format
from pipeline.domain.genre import Genre
from pipeline.domain.operation import Print
from pipeline.domain.outcome import Parcel
from pipeline.domain.person import Person
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Report
from pipeline.domain.shop import Shop
from pipeline.domain.style import Style
from pipeline.domain.take_out import Mark, Part
from pipeline.domain.version import Version
from pipeline.menu import Menu
from pipeline.ports.clock import Clock
from pipeline.ports.notes import Notes
from pipeline.steward import Steward
from pipeline.studio import Studio

GiveLink = Callable[[Parcel, StoredFile, str, str], Awaitable[str]]
"""The address of a file of a parcel by that name, for who speaks that language; empty: it is gone."""

Check = Callable[[Person, bytes, PrintTarget | Shop, Book | None], Awaitable[Report]]
"""Checks the content of a person's file. It raises `PrintError` and `PictureError` for what cannot be read."""

Judge = Callable[[Person, Version, Print, PrintTarget | Shop], Awaitable[Report]]
"""Checks a version that is printed as a settled order says, which needs no pages; it raises the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The doors of the studio, and the catalogues; `read_brief` checks what a person gave.

    `pack` makes a zip of what belongs to a person: the first part, or the one after a mark.
    `strips` draws several covers as one picture; in `sent` pictures wait for their briefs. `link`
    gives the address from which a file can be fetched that is too large for a chat. `check` says what
    a printer, or one of the `shops` of eBooks, will say to a file of somebody's own; `judge`, to a version.
    """

    studio: Studio
    steward: Steward
    notes: Notes
    menu: Menu
    clock: Clock
    genres: Sequence[Genre]
    styles: Sequence[Style]
    formats: Sequence[Format]
    read_brief: Callable[[Mapping[str, object]], Brief]
    new_id: Callable[[], str]
    strips: Strips
    pack: Callable[[Person, Mark | None], Awaitable[Part]]
    shops: Sequence[Shop]
    check: Check
    judge: Judge
    sent: Sent = field(default_factory=Sent)
    link: GiveLink | None = None
