"""What is printed and for whom: a version, the order, and the sheet that the printer wants."""

from dataclasses import dataclass, field, replace

from pipeline.domain.brief import Brief
from pipeline.domain.operation import Print
from pipeline.domain.printer import Book, FileRule, PrintTarget
from pipeline.domain.printing import demand_book, find_target
from pipeline.domain.version import Version
from pipeline.domain.wrap import Wrap
from pipeline.domain.wrapping import wrap_of
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.barcode import barcode
from pipeline.prepress.compose import Means, composed
from pipeline.prepress.composed import Composed, Pixels
from pipeline.stages.imprint import Imprint
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.finishing import imprint_of
from pipeline.workshop.outpainting import NOTHING, Outpainted
from pipeline.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """A `version` that is printed as the `order` says; `picture` is what its art is cut from.

    `aside` is what was painted left of that for this order.
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

    @property
    def stem(self) -> str:
        """What names of files say of it: the target where that is ASCII and no part of a path."""
        name, trim = self.target.name, self.target.trim
        plain = name.isascii() and all(char.isalnum() or char in "-." for char in name)
        size = f"{trim.width_mm:.0f}x{trim.height_mm:.0f}mm"
        return name if plain else f"{self.target.printer.name}-{size}"


def bound(workshop: Workshop, order: Print) -> Bound:
    """The book of an order.

    Raises:
        PrintError: when the catalogues have changed since it was ordered.
    """
    catalogues = workshop.catalogues
    target = find_target(order.target, catalogues.printers, catalogues.formats)
    book = demand_book(target, Book(pages=order.pages, paper=order.paper, isbn=order.isbn))
    return Bound(target=target, book=book, wrap=wrap_of(target, book))


def rule_of(target: PrintTarget, order: Print) -> FileRule:
    """The file as the printer takes it, or by the standard that the person asks for."""
    rule = target.printer.file
    return replace(rule, standard=order.standard or rule.standard)


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
    plate = (
        barcode(order.isbn, wrap.barcode, workshop.library, order.addon)
        if full and order.isbn else ()
    )  # fmt: skip
    words = BackWords(blurb=order.blurb, about=order.about) if full else None
    aside = open_kept(about.aside.content).rgb if full and about.aside.content else None
    means = Means(recipes=workshop.catalogues.recipes, library=workshop.library)
    return composed(about.version.document, wrap, means, imprint_for(workshop, about),
                    picture=picture, words=words, solids=plate,
                    reading=order.reading, aside=aside)  # fmt: skip
