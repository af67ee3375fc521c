"""Where everything is on the sheet of a cover: its geometry from a printer, a trim and a book."""

from pipeline.domain.format import Format
from pipeline.domain.printer import Book, Printer, PrintTarget
from pipeline.domain.printing import demand_book, spine_mm
from pipeline.domain.wrap import RectMm, Wrap


def wrap_of(target: PrintTarget, book: Book) -> Wrap:
    """The full cover of `book`: back, spine and front with bleed or turn-in.

    A case's boards are larger than its pages and its hinges are part of them, so its back and front
    are wider and higher than the trim.

    Raises:
        PrintError: `print-pages`, `print-paper`; see `demand_book`.
    """
    book = demand_book(target, book)
    printer = target.printer
    edge = printer.edge_mm
    width = target.trim.width_mm + printer.overhang_mm[0]
    height = target.trim.height_mm + printer.overhang_mm[1]
    back = RectMm(x=edge, y=edge, w=width, h=height)
    spine = RectMm(x=back.right, y=edge, w=spine_mm(target, book), h=height)
    front = RectMm(x=spine.right, y=edge, w=width, h=height)
    trim = RectMm(x=edge, y=edge, w=front.right - edge, h=height)
    return Wrap(
        sheet=RectMm(x=0.0, y=0.0, w=trim.w + 2 * edge, h=height + 2 * edge), trim=trim,
        back=back, spine=spine, front=front,
        safe_back=_safe(back, printer, at_right=True),
        safe_front=_safe(front, printer, at_right=False),
        spine_text=_spine_text(spine, printer, book), hinges=_hinges(spine, printer),
        barcode=_barcode(back, printer),
    )  # fmt: skip


def flat_of(trim: Format, bleed_mm: float = 0.0, safe_mm: float = 0.0) -> Wrap:
    """A front alone, with `bleed_mm` on every side; its back and spine have no width."""
    front = RectMm(x=bleed_mm, y=bleed_mm, w=trim.width_mm, h=trim.height_mm)
    nothing = RectMm(x=bleed_mm, y=bleed_mm, w=0.0, h=trim.height_mm)
    return Wrap(
        sheet=RectMm(x=0.0, y=0.0, w=front.w + 2 * bleed_mm, h=front.h + 2 * bleed_mm),
        trim=front, back=nothing, spine=nothing, front=front, safe_back=nothing,
        safe_front=front.inset(safe_mm), spine_text=None, hinges=(),
        barcode=RectMm(x=bleed_mm, y=front.bottom, w=0.0, h=0.0),
    )  # fmt: skip


def front_of(target: PrintTarget) -> Wrap:
    """A front alone as that printer would take it, with its bleed."""
    printer = target.printer
    return flat_of(target.trim, min(printer.bleed_mm, printer.edge_mm), printer.safe_mm)


def _safe(board: RectMm, printer: Printer, *, at_right: bool) -> RectMm:
    """Where lettering may be on a back (its spine `at_right`) or a front; not in the hinge."""
    groove = max(0.0, printer.hinge_mm - printer.safe_mm)
    safe = board.inset(printer.safe_mm)
    return RectMm(x=safe.x if at_right else safe.x + groove, y=safe.y, w=safe.w - groove, h=safe.h)


def _spine_text(spine: RectMm, printer: Printer, book: Book) -> RectMm | None:
    clear = printer.spine.clear_mm
    if book.pages < printer.spine.text_pages or spine.w <= 2 * clear:
        return None
    safe = spine.inset(printer.safe_mm)
    return RectMm(x=spine.x + clear, y=safe.y, w=spine.w - 2 * clear, h=safe.h)


def _hinges(spine: RectMm, printer: Printer) -> tuple[RectMm, ...]:
    width = printer.hinge_mm
    if not width:
        return ()
    return tuple(RectMm(x=x, y=spine.y, w=width, h=spine.h) for x in (spine.x - width, spine.right))


def _barcode(back: RectMm, printer: Printer) -> RectMm:
    rule = printer.barcode
    return RectMm(
        x=back.right - rule.aside_mm - rule.width_mm, y=back.bottom - rule.above_mm - rule.height_mm,
        w=rule.width_mm, h=rule.height_mm,
    )  # fmt: skip
