"""What printers and shops ask for, as data: bindings, papers, spines, barcodes, inks and files.

The entries are in the catalogue of printers, each with its source; nothing here knows a number of theirs.
"""

import math
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.domain.format import Format


class Binding(StrEnum):
    """How a book is bound. CASE is a hardcover whose printed sheet is wrapped round boards."""

    PAPERBACK = "paperback"
    CASE = "case"


class SpineReading(StrEnum):
    """How lettering runs on a spine.

    DOWN is turned by 90 degrees clockwise, from the head to the foot, and UP the other way; STACKED
    letters stand upright, one under the other.
    """

    DOWN = "down"
    UP = "up"
    STACKED = "stacked"


class PdfStandard(StrEnum):
    """What kind of PDF a printer takes: ISO 15930-1 and -3, or any."""

    X1A = "PDF/X-1a:2001"
    X3 = "PDF/X-3:2002"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of the inside, and how thick one page of it is: half a leaf.

    `pages` are the fewest and the most that are bound of it, None: what the printer binds.
    `assumed` says that the printer does not publish that thickness, so that the person may better
    tell what the printer says. `white` is told of white paper; others are cream. `aliases` are
    further spellings.
    """

    name: str
    english: str
    korean: str
    page_mm: float
    pages: tuple[int, int] | None = None
    aliases: tuple[str, ...] = ()
    assumed: bool = False
    white: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpineRule:
    """How wide a spine is besides its paper, and when lettering may stand on it.

    The pages together are rounded up to a multiple of `step_mm` where it is not 0; `extra_mm` is
    added for boards or covers, and no spine is thinner than `least_mm`. From `text_pages` pages on
    there may be lettering, with `clear_mm` free on either side.
    """

    extra_mm: float
    text_pages: int
    clear_mm: float
    step_mm: float = 0.0
    least_mm: float = 0.0

    def width_mm(self, block_mm: float) -> float:
        """How wide the spine round a block of pages is."""
        if self.step_mm:
            # rounded first: 10.000000001 mm are 10
            block_mm = math.ceil(round(block_mm / self.step_mm, 3)) * self.step_mm
        return max(self.least_mm, block_mm + self.extra_mm)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarcodeRule:
    """The rectangle for the barcode at the foot of the back, at its side next to the spine.

    `aside_mm` and `above_mm` are its distances from the spine and from the foot of the trimmed back.
    With `own` the file has to bring its barcode; else the printer puts one there where it is missing.
    """

    width_mm: float
    height_mm: float
    aside_mm: float
    above_mm: float
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule:
    """The file: its standard, the printing condition (the name of an ICC profile of ours) and limits.

    `ink_warn` and `ink_most` are per cent of total ink; megabytes are those advised and allowed. A
    `strict` one takes nothing else than its standard; others convert what they get.
    """

    standard: PdfStandard
    profile: str
    ink_warn: float
    ink_most: float
    advised_mb: float
    allowed_mb: float
    marks: bool
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A printer's or shop's way of making books in one binding.

    `trims` are names of formats; without any, every size is cut. `calls` are sizes by names that
    mean another one elsewhere, with the trim meant. `pages` are the fewest and the
    most; books are made up to a multiple of `pages_step` with blank pages. `turn_in_mm` is what a
    case folds round its boards, where a paperback has its `bleed_mm`; the boards are larger than the
    pages by `overhang_mm` (width, height) and have a groove of `hinge_mm` beside the spine, which is
    part of the board. Lettering stays `safe_mm` inside the trimmed cover. Where `gsm_mm` is not 0,
    any paper can be told by its grams per square metre: a page is `gsm_mm` thick for each.
    `aliases` are further spellings, `assumed` what no source says, and `source` where the rest is
    from.
    """

    name: str
    english: str
    korean: str
    binding: Binding
    trims: tuple[str, ...]
    pages: tuple[int, int]
    pages_step: int
    papers: tuple[Paper, ...]
    bleed_mm: float
    safe_mm: float
    spine: SpineRule
    barcode: BarcodeRule
    file: FileRule
    turn_in_mm: float = 0.0
    hinge_mm: float = 0.0
    overhang_mm: tuple[float, float] = (0.0, 0.0)
    gsm_mm: float = 0.0
    aliases: tuple[str, ...] = ()
    calls: tuple[tuple[str, str], ...] = ()
    assumed: str = field(default="", compare=False)
    source: str = field(default="", compare=False)

    @property
    def edge_mm(self) -> float:
        """What the sheet is larger than the finished cover on every side."""
        return self.turn_in_mm if self.binding is Binding.CASE else self.bleed_mm


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintTarget:
    """What a cover is printed for: `kdp-6x9` is a printer and one of its trims."""

    printer: Printer
    trim: Format

    @property
    def name(self) -> str:
        """As people name it."""
        return f"{self.printer.name}-{self.trim.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What decides the spine and the barcode: pages, paper and ISBN-13.

    `paper` is a name of the printer's, or what the printer told: `90g`, `0.052mm` for a page, or
    `spine 14mm`; see `printing.find_paper`. `isbn` has 13 digits without hyphens, or is empty.
    """

    pages: int
    paper: str
    isbn: str = ""
