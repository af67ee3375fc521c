"""An order for a printer made plain: its names are found out, and what cannot be made is refused."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.errors import PrintError
from pipeline.domain.format import Format
from pipeline.domain.operation import Print
from pipeline.domain.printer import Book, Printer
from pipeline.domain.printing import demand_book, find_target


def settled_print(
    order: Print, own: Format, printers: Sequence[Printer], formats: Sequence[Format]
) -> Print:  # fmt: skip
    """`order` for a cover of the format `own`, with the names and numbers that printers know.

    Pages are left as they were told, since what a printer fills up is the printer's.

    Raises:
        PrintError: `print-target`, `print-trim`, `print-pages`, `print-paper`, `isbn-…`, `addon-…`;
            `print-shape` for a trim of other proportions than the cover's.
    """
    target = find_target(order.target, printers, formats)
    if not own.is_near(target.trim):
        raise PrintError("print-shape", target=target.name, format=own.name)
    book = demand_book(target, Book(pages=order.pages, paper=order.paper))
    return replace(
        order, target=target.name, paper=book.paper,
        blurb=order.blurb.strip(), about=order.about.strip(),
    )  # fmt: skip
