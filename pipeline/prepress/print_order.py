"""An order for a printer made plain: its names are found out, and what cannot be made is refused."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.domain.cleaning import clean, has_ink, shown, stacked_marks, undrawable
from pipeline.domain.errors import PrintError
from pipeline.domain.format import Format
from pipeline.domain.operation import Print
from pipeline.domain.printer import Book, Printer, PrintTarget
from pipeline.domain.printing import demand_book, find_target
from pipeline.prepress.isbn import read_addon, read_numbers

LONGEST_BLURB, LONGEST_ABOUT = 4_000, 600
"""Characters that are taken; what there is room for is seen when they are set."""
_SHOWN = 12


def settled_print(
    order: Print, own: Format, printers: Sequence[Printer], formats: Sequence[Format]
) -> Print:  # fmt: skip
    """`order` for a cover of the format `own`, with the names and numbers that printers know.

    Pages are left as they were told, since what a printer fills up is the printer's.

    Raises:
        PrintError: `print-target`, `print-trim`, `print-pages`, `print-paper`, `isbn-…`, `addon-…`;
            `print-shape` for a trim of other proportions than the cover's; `print-text-long`,
            `print-letters` for words that no back has room or letters for.
    """
    target = fitting_target(order.target, own, printers, formats)
    isbn, beside = read_numbers(order.isbn)
    book = demand_book(target, Book(pages=order.pages, paper=order.paper, isbn=isbn))
    return replace(
        order, target=target.name, paper=book.paper, isbn=isbn,
        addon=read_addon(order.addon) or beside, blurb=tidy(order.blurb, LONGEST_BLURB),
        about=tidy(order.about, LONGEST_ABOUT),
    )  # fmt: skip


def settled_check(
    order: Print, own: Format, printers: Sequence[Printer], formats: Sequence[Format]
) -> Print:  # fmt: skip
    """The same for a check, which needs no pages: without them it is about the front alone.

    Raises:
        PrintError: as `settled_print`.
    """
    if order.pages:
        return settled_print(order, own, printers, formats)
    return replace(order, target=fitting_target(order.target, own, printers, formats).name)


def fitting_target(
    asked: str, own: Format, printers: Sequence[Printer], formats: Sequence[Format]
) -> PrintTarget:  # fmt: skip
    """What is `asked` for, where a cover of the format `own` can be printed so.

    Raises:
        PrintError: `print-target`, `print-trim`, `print-shape`.
    """
    target = find_target(asked, printers, formats)
    if not own.is_near(target.trim):
        raise PrintError("print-shape", target=target.name, format=own.name)
    return target


def tidy(text: str, most: int) -> str:
    """`text` as it can be lettered on a back: every line clean, an empty line between paragraphs.

    Raises:
        PrintError: `print-text-long`, `print-letters`.
    """
    lines = [clean(line) for line in text.strip().splitlines()]
    paragraphs = [list(lines) for full, lines in groupby(lines, bool) if full]
    told = "\n\n".join("\n".join(lines) for lines in paragraphs)
    if len(told) > most:
        raise PrintError("print-text-long", length=len(told), most=most)
    if strange := undrawable(told.replace("\n", " ")):
        raise PrintError("print-letters", letters=shown(strange))
    if piled := [word for word in told.split() if stacked_marks(word)]:
        raise PrintError("print-letters", letters=piled[0][:_SHOWN])
    return told if has_ink(told) else ""
