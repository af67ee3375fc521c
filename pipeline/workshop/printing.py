"""What is printed and for whom: a version, the order, and the sheet that the printer wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.domain.brief import Brief
from pipeline.domain.format import PRINT_DPI
from pipeline.domain.operation import Print
from pipeline.domain.printer import Book, FileRule, PrintTarget
from pipeline.domain.printing import demand_book, find_target
from pipeline.domain.version import Version
from pipeline.domain.wrap import Wrap
from pipeline.domain.wrapping import wrap_of
from pipeline.prepress.back_room import room_of
from pipeline.prepress.back_text import back_layout
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.barcode import barcode
from pipeline.prepress.compose import Means, composed
from pipeline.prepress.composed import Composed, Pixels, Solid
from pipeline.prepress.cover_look import look_of
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.imprint import Imprint
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.finishing import imprint_of
from pipeline.workshop.outpainting import NOTHING, Outpainted
from pipeline.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """A `version` that is printed as the `order` says; `picture` is what its art is cut from.

    `aside` is what was painted left of that.
    """

    version: Version
    brief: Brief
    order: Print
    picture: bytes | None = field(repr=False)
    aside: Outpainted = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The book of an order, and where everything is on the sheet of its cover."""

    target: PrintTarget
    book: Book
    wrap: Wrap


def bound(workshop: Workshop, order: Print) -> Bound:
    """The book of an order.

    Raises:
        PrintError: when the catalogues have changed since it was ordered.
    """
    catalogues = workshop.catalogues
    target = find_target(order.target, catalogues.printers, catalogues.formats)
    book = demand_book(target, Book(pages=order.pages, paper=order.paper, isbn=order.isbn))
    return Bound(target=target, book=book, wrap=wrap_of(target, book))


def bound_for(workshop: Workshop, order: Print, brief: Brief, version: Version) -> Bound:
    """The same, once its words have found room on the back: before minutes are spent on its picture.

    Raises:
        PrintError: `print-room` for words that do not fit.
        LetteringError: `lettering-no-face` for characters that no face has.
    """
    to, document = bound(workshop, order), version.document
    imprint = imprint_of(workshop, brief, document)
    look = look_of(document, document.layout, imprint, workshop.library.catalogue)
    room = room_of(SheetPlan(wrap=to.wrap, dpi=PRINT_DPI))
    back_layout(_words_of(order), room, look, workshop.library)
    return to


def _words_of(order: Print) -> BackWords:
    return BackWords(blurb=order.blurb, about=order.about)


def rule_of(target: PrintTarget, order: Print) -> FileRule:
    """The file as the printer takes it, or by the standard that the person asks for."""
    rule = target.printer.file
    return replace(rule, standard=order.standard or rule.standard)


def cover_pdfs(
    workshop: Workshop, about: Printing, target: PrintTarget, sheet: Composed,
    smaller_mb: Sequence[float] = (),
) -> Iterator[bytes]:  # fmt: skip
    """The `sheet` as the printer's file, then the same with pictures packed under `smaller_mb` each."""
    # libraries of PDF files are for workers, and this module is loaded by who sends them their work
    from pipeline.prepress.pdfx import editions  # noqa: PLC0415

    rule = rule_of(target, about.order)
    return editions(sheet, workshop.library, rule=rule, made_at=about.version.made_at,
                    marks=about.order.marks or rule.marks, smaller_mb=smaller_mb)  # fmt: skip


def opened(about: Printing) -> Pixels | None:
    """What the art is cut from; None of a drawing.

    Raises:
        PictureError: when it cannot be read any more.
    """
    return None if about.picture is None else open_kept(about.picture).rgb


def imprint_for(workshop: Workshop, about: Printing) -> Imprint:
    """What the files say about the cover."""
    return imprint_of(workshop, about.brief, about.version.document)


def sheet_of(workshop: Workshop, about: Printing, wrap: Wrap, picture: Pixels | None) -> Composed:
    """The sheet of `wrap` with everything on it, or a front alone.

    Raises:
        PrintError: `print-room` for words that do not fit on the back.
    """
    order = about.order
    full = wrap.back.w > 0
    words = _words_of(order) if full else None
    aside = open_kept(about.aside.content).rgb if full and about.aside.content else None
    means = Means(recipes=workshop.catalogues.recipes, library=workshop.library)
    return composed(about.version.document, wrap, means, imprint_for(workshop, about),
                    picture=picture, words=words, solids=plate_of(workshop, order, wrap),
                    reading=order.reading, aside=aside)  # fmt: skip


def plate_of(workshop: Workshop, order: Print, wrap: Wrap) -> tuple[Solid, ...]:
    """The barcode of an order, where it has a number and the sheet a back."""
    if not order.isbn or wrap.back.w <= 0:
        return ()
    return barcode(order.isbn, wrap.barcode, workshop.library, order.addon)
