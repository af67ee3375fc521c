"""What can be done to a cover. An operation is data: it can wait in a queue, and be done again.

Seeds are drawn when an operation is ordered, so that doing it twice makes the same picture: where
a seed may be None, the studio fills it in, and whoever performs the operation may rely on it.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import get_args

from pipeline.domain.geometry import Box
from pipeline.domain.layout import EffectKind, Material
from pipeline.domain.lettering import Hand, Polygon
from pipeline.domain.printer import PdfStandard, SpineReading
from pipeline.domain.upscaling import Weights


class Anchor9(StrEnum):
    """One of nine places for a block, inside the margins."""

    TOP_LEFT = "top-left"
    TOP = "top"
    TOP_RIGHT = "top-right"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM = "bottom"
    BOTTOM_RIGHT = "bottom-right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """A move by fractions of the cover's width and height, to the right and down."""

    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrate:
    """Options for the cover's brief, drawn by the illustrator; `for_print` adds print files."""

    seed: int
    for_print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The brief's words on a picture of the author's, a blob under `picture` (SHA-256)."""

    picture: str
    seed: int
    for_print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """Options for the cover's brief, painted by the model; `for_print` adds print files.

    With a `picture` (the SHA-256 of a blob) every option begins from it, and `strength` from 0 to
    1 says how little of it stays.
    """

    seed: int
    picture: str = ""
    strength: float = 0.6
    for_print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vary:
    """`count` versions near this one: the same idea and words, drawn with other seeds."""

    seed: int | None = None
    count: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reroll:
    """Another idea for the same brief: a style that its siblings do not show, as far as possible."""

    seed: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Recolour:
    """The same drawing in other colours: a palette of its style by name, or towards `colours`.

    Neither given: the next palette of the style. `colours` are `#rrggbb`, most wanted first.
    """

    palette: str = ""
    colours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditText:
    """Other words for blocks: (block's name, words) pairs; empty words remove the block.

    A role that the cover lacks is added; `free` adds a free block, and `free-1`, `free-2` are
    those that are there.
    """

    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveText:
    """A block in another place: a box that its ink should fill, one of nine anchors, or a nudge."""

    block: str
    to: Box | Anchor9 | Nudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Restyle:
    """Another look for `blocks` (none named: all). What is None stays as it is.

    `size` multiplies the em. `effects` replace what the blocks have; empty takes all away.
    """

    blocks: tuple[str, ...] = ()
    pairing: str | None = None
    colour: str | None = None
    size: float | None = None
    material: Material | None = None
    effects: tuple[EffectKind, ...] | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """A cover of one's own that begins with `source`, a version of somebody's cover."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """A picture of several versions side by side; it makes no version."""

    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A picture of a version set anew in several `pairings`, or some blocks in several `colours`.

    They are numbered from 1 in that order, to be chosen by number; it makes no version. `colours`
    (`#rrggbb`) are for `blocks` (none named: all).
    """

    pairings: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ("title",)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindText:
    """Lettering in a version's picture, numbered on it and listed; it makes no version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseText:
    """Lettering taken out of a version's picture, which is filled with what surrounds it.

    `areas` are polygons in fractions of the cover, as `FindText` found them; empty: all that there is.
    """

    areas: tuple[Polygon, ...] = ()
    seed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceText:
    """Other `words` in the place of lettering in a version's picture, an `area` as in EraseText.

    `hand` of None: the scene-text model where there is one and it can write these words, else the
    typesetter. `font` and `colour` (`#rrggbb`, or a name that people use) are wishes; empty is
    what the lettering has that was there.
    """

    area: Polygon
    words: str
    hand: Hand | None = None
    font: str = ""
    colour: str = ""
    seed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The front of a version as print files at 300 DPI.

    `format` names another format of nearly the cover's proportions; empty is the cover's own. A
    picture that is too small for it is enlarged, which makes a version as `Upscale` does.
    """

    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upscale:
    """The picture of a version enlarged for print, by a model that knows how things look.

    `weights` of None are chosen by the picture.
    """

    weights: Weights | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """All files of a version for a printer and the shops: back, spine and front on one sheet.

    `target` names a printer and a trim: `kdp-6x9`; it and the pages are empty and 0 only as long as nobody
    has told them. `pages` and `paper` (of the printer's; empty:
    its first) decide the spine, `isbn` the barcode, beside which the five digits of `addon` stand (a
    price, or 부가기호). `blurb` and `about`, a line about the author, stand on the back. A `standard` of None is the printer's own. With `marks` there are crop marks,
    and with `guides` where it folds and is cut. Its spine runs as its market has it, or in another
    `reading`. A picture that is too small is enlarged, which makes a version as `Upscale` with these
    `weights` does; with `outpaint` the model continues it to the left, where one paints.
    """

    target: str = ""
    pages: int = 0
    paper: str = ""
    isbn: str = ""
    addon: str = ""
    blurb: str = ""
    about: str = ""
    weights: Weights | None = None
    marks: bool = False
    guides: bool = False
    standard: PdfStandard | None = None
    reading: SpineReading | None = None
    outpaint: bool = True


Operation = (
    Illustrate | Letter | Paint | Vary | Reroll | Recolour | EditText | MoveText | Restyle | Fork | Compare
    | Sample | FindText | EraseText | ReplaceText | Upscale | Export | Print
)  # fmt: skip


class Lane(StrEnum):
    """Two queues side by side, so that quick work never waits behind long work."""

    QUICK = "quick"
    LONG = "long"


def lane_of(operation: Operation) -> Lane:
    """The lane of an operation: what only sets type again is quick."""
    match operation:
        case EditText() | MoveText() | Restyle() | Fork() | Compare() | Sample():
            return Lane.QUICK
        case Illustrate() | Letter() | Paint() | Vary() | Reroll() | Recolour():
            return Lane.LONG
        case FindText() | EraseText() | ReplaceText() | Upscale() | Export() | Print():
            return Lane.LONG


def as_made(operation: Operation, *, enlarged: bool) -> Operation:
    """What a version is said to come from: files are made of one that was `enlarged` or continued for them.

    So a version's history has nothing of a book that no cover shows.
    """
    match operation:
        case Print(weights=weights) if enlarged:
            return Upscale(weights=weights)
        case Print(target=target, pages=pages):
            return Print(target=target, pages=pages)
        case Export():
            return Upscale()
        case _:
            return operation


def kind_of(operation: Operation) -> str:
    """The name of an operation, as in commands, messages and metrics: `edit-text`."""
    return _kind(type(operation))


def _kind(operation: type) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in operation.__name__).lstrip("-")


KINDS = tuple(_kind(operation) for operation in get_args(Operation))
"""The names of all operations."""
